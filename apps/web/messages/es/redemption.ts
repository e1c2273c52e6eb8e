import type { Translated } from "../shape";

export const redemption: Translated<"redemption"> = {
  title: "Reembolsar {shares}",
  review: "Revisar el reembolso",
  shareGets: "Una participación recibe",
  youGet: "Recibe",
  goesBack: "Vuelve al emisor",
  panel: {
    notPaid: "El emisor aún no ha pagado",
    notMatured: "Las participaciones se pueden reembolsar cuando el activo haya vencido",
    later:
      "Entonces el emisor paga una vez por todas las participaciones, y cada titular toma su parte cuando quiera.",
    paid: "Pagado por todas las participaciones",
    redeemed: "Reembolsado",
    wentBack: "Volvió al emisor",
    waits: "Espera a los titulares",
    close: "Cerrar el reembolso",
  },
  opening: {
    noMoney: "Esta red no tiene dinero que el reembolso acepte",
    noMoneyText: "Pregunte a su operador.",
    forAll: "Por todas ({shares})",
    hint: "Paga una sola vez. Sus propias participaciones también reciben su parte.",
    perShare: "{amount} por participación",
    value: "Valor",
    title: "Abrir el reembolso de {asset}",
    verb: "Pagar",
    paid: "Se paga",
    for: "Por",
    risk: "Es definitivo: el precio por participación queda fijado para siempre, y el dinero espera a sus titulares sin fin.",
    done: "Los titulares ya pueden reembolsar sus participaciones",
  },
  redeeming: {
    none: "No tiene participaciones que reembolsar.",
    tooMuch: "Puede reembolsar {shares}. Introduzca como máximo eso.",
    shares: "Participaciones que reembolsar",
    frozen:
      "Las participaciones congeladas esperan hasta que se liberen; su parte del dinero espera con ellas.",
    get: "Recibe {amount}",
    all: "Todas",
    verb: "Reembolsar",
    yours: "Sus participaciones",
    risk: "Las participaciones se destruyen y no se pueden recuperar.",
    done: "{amount} están en su cuenta",
  },
  closing: {
    title: "Cerrar el reembolso de {asset}",
    verb: "Cerrarlo",
    done: "El reembolso ha terminado",
  },
};
