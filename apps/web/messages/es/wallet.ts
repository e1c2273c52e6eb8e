import type { Translated } from "../shape";

export const wallet: Translated<"wallet"> = {
  connect: "Conectar una billetera",
  connectShort: "Conectar<more> una billetera</more>",
  account: "Cuenta",
  starting: "Un momento",
  watched: {
    title: "Esta dirección solo se observa",
    text: "Para actuar por ella, conecte la billetera que guarda su clave.",
    change: "Cambiar",
  },
  dialog: {
    description: "Una billetera guarda sus claves y le pregunta antes de firmar.",
    wallets: "Billeteras",
    confirm: "Confirme en la billetera",
    burner: "Billetera desechable",
    burnerDetail:
      "Una clave creada en este navegador, para dinero de prueba. Firma al momento, sin volver a preguntar.",
    noneButBurner:
      "No se encontró ninguna billetera en este navegador. La billetera desechable funciona sin ella.",
    none: "No se encontró ninguna billetera en este navegador. Instale una compatible con EIP-6963, como Rabby o MetaMask, y abra esta página de nuevo.",
  },
  demo: {
    title: "Personas de la demostración",
    text: "O mire la aplicación como alguien de la demostración. Sus claves son públicas.",
    desks: "O siéntese en una mesa",
    issues: "emite activos",
    holds: "tiene participaciones",
    complianceDesk: "revoca, congela",
    complianceForce: "actúa tras 48 horas",
    attester: "responde por las personas",
    guardian: "cancela lo que espera",
    pauser: "detiene transferencias",
    administrator: "otorga roles",
  },
  watch: {
    summary: "Observar una dirección sin firmar",
    address: "Dirección",
    wrong:
      "Una dirección es 0x y 40 cifras hexadecimales; si mezcla mayúsculas y minúsculas, deben coincidir con su suma de verificación.",
    go: "Observar",
  },
  own: {
    title: "Su cuenta",
    watchedTitle: "Una dirección observada",
    settings: "Ajustes",
    disconnect: "Desconectar",
    fees: "Para comisiones",
    dollars: "Dólares de prueba",
  },
  activity: {
    title: "Enviado desde este navegador",
    pending: "Pendiente",
    confirmed: "Confirmada",
    indexed: "Hecha",
    reverted: "Rechazada",
    replaced: "Reemplazada",
    cancelled: "Cancelada",
    dropped: "Descartada",
  },
  keys: {
    text: "Esta es una billetera desechable: sus claves están sin protección en este navegador. Si borra los datos del sitio, desaparecen. Nunca envíe aquí nada de valor.",
    inUse: "Cuenta en uso",
    another: "Otra cuenta",
    name: "Desechable {number}",
  },
  faucet: {
    title: "Tomar dinero de prueba",
    verb: "Tomarlo",
    done: "1 000 QTI y 10 000 dólares de prueba son suyos",
    money: "Obtener dinero de prueba",
    ether: "Obtener ETH para comisiones",
    tooSoon: "El grifo da una vez al día: de nuevo <time></time>.",
  },
  network: {
    title: "Su billetera está en otra red que {network}",
    switch: "Cambiar de red",
    text: "Puede leerlo todo; para firmar algo, cambie primero. La billetera puede pedirle que añada la red.",
  },
  signing: {
    detail: "Un mensaje, no una transacción: no cuesta nada",
    fee: "ninguna: se firma, no se envía",
  },
  signIn: {
    title: "Iniciar sesión",
    detail: "Un mensaje que dice que esta cuenta es suya",
    statement: "Entrar en QTI. No cuesta nada y no mueve nada.",
  },
  standing: {
    asking: "Verificación: consultando la cadena",
    verified: "Verificada, nivel: {tier}. ",
    identity: "Identidad",
    notInForce: "La verificación no está vigente. ",
    notVerified: "Sin verificar. ",
    why: "Ver por qué",
    verify: "Verificar esta cuenta",
  },
};
