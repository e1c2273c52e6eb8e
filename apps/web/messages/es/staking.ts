import type { Translated } from "../shape";

export const staking: Translated<"staking"> = {
  title: "Staking",
  lead: "Los QTI de la bóveda ganan lo que la tesorería va ingresando en ella. Nada queda bloqueado: lo que usted pone lo puede retirar en cualquier momento.",
  price: "Un sQTI vale",
  inVault: "En la bóveda",
  toStream: "Recompensas por pagar",
  streamEnds: "termina <time></time>",
  priceHistory: "Cuánto valía un sQTI",
  moves: "Depósitos y retiros",
  yours: "Su staking",
  connect: "Conecte una billetera para ver lo que tiene en la bóveda y lo que ha ganado.",
  shares: "{amount} sQTI, su participación en la bóveda",
  tabs: {
    label: "Depositar o retirar",
    in: "Depositar",
    out: "Retirar",
  },
  form: {
    in: {
      label: "Cantidad a depositar",
      limit: "Disponible: {amount} QTI",
      tooMuch: "Usted tiene {amount} QTI. Introduzca como máximo esa cantidad.",
      review: "Revisar el depósito",
    },
    out: {
      label: "Cantidad a retirar",
      limit: "En la bóveda: {amount} QTI",
      tooMuch: "Su staking vale {amount} QTI. Introduzca como máximo esa cantidad.",
      review: "Revisar el retiro",
    },
  },
  chart: {
    label: "QTI por un sQTI",
    none: "Aún no hay historial suficiente",
    noneText: "La línea empieza cuando la bóveda ha cambiado en dos días.",
  },
  flow: {
    stake: "Depositar {amount} en staking",
    staked: "{amount} están en la bóveda",
    atHand: "QTI disponibles",
    risk: "Hay recompensas mientras la tesorería las va pagando; nadie promete que siempre lo haga. Puede retirar sus QTI en cualquier momento.",
    portfolio: "Ver la cartera",
    withdraw: "Retirar {amount}",
    withdrawAll: "Retirar todo el staking",
    withdrawn: "{amount} han vuelto a su cuenta",
    withdrawnAll: "Todo su staking ha vuelto a su cuenta",
  },
};
