import type { Translated } from "../shape";

export const settings: Translated<"settings"> = {
  title: "Ajustes",
  lead: "Para este navegador y nadie más.",
  language: {
    title: "Idioma",
    lead: "Se guarda en una cookie de este navegador.",
  },
  theme: {
    title: "Colores",
    system: "Como el sistema",
    light: "Claro",
    dark: "Oscuro",
  },
  sync: {
    title: "En todos sus navegadores",
    needs:
      "Inicie sesión y abra sus claves más abajo: así el idioma y el tema pueden ser los mismos en todos sus navegadores, guardados en su bóveda.",
    off: "El idioma y el tema son solo de este navegador.",
    on: "El idioma y el tema son los de su bóveda: un cambio aquí llega a sus otros navegadores, y los de ellos a este.",
    meeting: "Poniendo de acuerdo este navegador y su bóveda.",
    waits:
      "El idioma y el tema son los de su bóveda, y la seguirán de nuevo cuando haya iniciado sesión con las claves abiertas.",
    join: "Tomarlos de mi bóveda",
    leave: "Solo para este navegador",
    clash: "Dos navegadores eligieron cosas distintas",
    clashText: "No se cambió ninguno. Elija lo que vale para ambos.",
    choose: "Elegir",
  },
  signIn: {
    title: "Inicio de sesión",
    as: "Sesión iniciada como {account}",
    ends: "Termina <time></time>",
    out: "Cerrar sesión",
    none: "No ha iniciado sesión. Los documentos y el verificador de la demostración necesitan saber que una cuenta es suya; todo lo de la cadena funciona sin ello.",
    inWallet: "Firme en la billetera",
    go: "Iniciar sesión con la billetera",
  },
  keys: {
    title: "Claves de los documentos",
    connect: "Conecte una billetera: cada cuenta tiene claves propias.",
    watched: "Una dirección observada no tiene claves aquí.",
    fingerprint: "Huella de sus claves públicas",
    suite:
      "Sellado con ML-KEM-768 y X25519 juntos, calculado {kem}; firmado con ML-DSA-65, calculado {signatures}.",
    native: "por este mismo navegador",
    noble: "en JavaScript",
    backup: {
      title: "Copia de seguridad para otro dispositivo",
      text: "Un archivo que solo se abre con su código de recuperación. Guárdelo donde quiera; por sí solo no le sirve a nadie.",
      save: "Guardar la copia",
    },
    forget: {
      title: "Olvidar las claves en este dispositivo",
      warning: "solo se deshace con la copia",
      text: "Para un dispositivo del que usted se desprende. Sin la copia y el código de recuperación, sus documentos quedan cerrados para siempre.",
      go: "Olvidar las claves",
      sure: "Tengo la copia: olvídelas",
    },
  },
  network: {
    title: "Red",
    label: "Red",
    value: "{name}, cadena {id}",
    node: "Nodo",
    index: "Índice",
    records: "Servicio de documentos",
    block: "bloque {number}",
    answers: "responde",
    asking: "consultando",
    silent: "sin respuesta",
    up: "Activo",
    down: "Caído",
    contracts: "Direcciones de los contratos",
    addressOf: "dirección de {name}",
  },
};
