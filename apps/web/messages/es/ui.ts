import type { Translated } from "../shape";

export const ui: Translated<"ui"> = {
  you: "Usted",
  usDollars: "{amount} dólares estadounidenses",
  copy: ", copiar {what}",
  copied: "Copiado",
  address: "dirección",
  choose: "Elija",
  close: "Cerrar",
  dismiss: "Descartar",
  optional: "opcional",
  copyThe: "Copiar: {what}",
  loading: "Cargando",
  again: "Intentar de nuevo",
  maybeOld: "Puede que lo que se muestra aquí no esté al día.",
  indexMeanwhile:
    "Hasta entonces faltan listas e historiales. Los saldos y todo lo que usted puede hacer vienen de la cadena y siguen funcionando.",
  unreachable: "Algo ha fallado, y esta aplicación no alcanza su propio servidor para decir qué.",
  reload: "Compruebe la conexión y vuelva a cargar la página.",
  chart: {
    summary: "{label}: de {first} el {firstDay} a {last} el {lastDay}",
    figures: "Mostrar las cifras",
    day: "Día",
  },
};
