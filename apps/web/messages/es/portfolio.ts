import type { Translated } from "../shape";

export const portfolio: Translated<"portfolio"> = {
  title: "Cartera",
  lead: "Lo que tiene, lo que pone en staking, lo que ganó y todo lo que ocurrió con ello.",
  connect: "Conecte una billetera para ver lo que es suyo",
  connectText: "También puede observar cualquier dirección, sin firmar nada.",
  shares: "Participaciones en activos",
  allAssets: "Todos los activos",
  history: "Historial",
  noHistory: "Aún no ha ocurrido nada con esta cuenta",
  figures: {
    title: "Sus cifras",
    valued: "según la valoración de sus emisores",
    staked: "En staking",
    earned: "<amount></amount> ganados",
    nothingEarned: "nada ganado todavía",
    atHand: "QTI disponibles",
    dollars: "Dólares de prueba",
  },
  earning: {
    title: "En staking y ganado",
    vault: "Bóveda de staking",
    vaultNote: "crece sola",
    pool: "Fondo de staking",
    poolNone: "ninguna posición",
    poolNote: "{count, plural, one {# posición} other {# posiciones}}, {earned}\u00a0QTI por cobrar",
    points: "Puntos",
    pointsNote: "{amount}\u00a0QTI al cambio actual",
    pointsClosed: "por ahora no se canjean",
    taps: "Puntos por toques",
    toClaim: "listo para cobrar",
    campaign: "Campaña {number}",
  },
  holdings: {
    none: "Aún sin participaciones",
    noneText:
      "Las participaciones vienen de sus emisores y de otros titulares. Para recibirlas, su cuenta debe estar verificada.",
    seeAssets: "Ver los activos",
    frozen: "Congeladas en parte",
    part: "{amount} {symbol}, {part} del total",
  },
};
