import type { Translated } from "../shape";

export const home: Translated<"home"> = {
  title: "Activos reales en participaciones, y documentos que siguen siendo privados",
  lead: "Tenga partes de edificios, préstamos y bienes desde una billetera en el navegador, con reglas que la cadena hace cumplir. Los documentos que los respaldan están sellados frente a las computadoras de hoy y frente a las cuánticas.",
  seeAssets: "Ver los activos",
  tokenize: "Tokenizar uno propio",
  sharePrice: "Cuánto valía un QTI en staking",
  stake: "Staking",
  circulating: "Activos en circulación",
  allAssets: "Todos los activos",
  lately: "Últimamente",
  latelyLead: "Todo lo que ocurre es público, y su prueba también.",
  figures: {
    title: "QTI en cifras",
    meanwhile:
      "Hasta entonces faltan estas cifras. Los saldos y todo lo que usted puede hacer vienen de la cadena y siguen funcionando.",
    value: "Valor declarado en circulación",
    valueNote: "{count} activos, valorados por sus emisores",
    verified: "Cuentas verificadas",
    verifiedNote: "{count} tenencias entre ellas",
    staked: "QTI en staking",
    stakedNote: "de {count} personas",
    share: "Un sQTI",
    shareNote: "la participación en la bóveda de staking",
  },
};
