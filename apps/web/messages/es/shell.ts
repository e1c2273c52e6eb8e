import type { Translated } from "../shape";

export const shell: Translated<"shell"> = {
  title: "QTI: activos reales, en privado",
  description:
    "Tokenice activos del mundo real, téngalos y haga staking desde una billetera en el navegador, y guarde documentos que seguirán siendo privados cuando existan computadoras cuánticas.",
  skip: "Ir al contenido",
  main: "Principal",
  more: "Más",
  homeLink: "QTI, inicio",
  whereYouWork: "Donde usted trabaja",
  language: "Idioma",
  pages: {
    home: "Inicio",
    portfolio: "Cartera",
    assets: "Activos",
    asset: "Activo",
    tokenize: "Tokenizar un activo",
    exchange: "Mercado",
    market: "Mercado de un activo",
    orders: "Mis órdenes",
    stake: "Staking",
    rewards: "Ganar",
    referrals: "Invitaciones",
    leaderboard: "Clasificación",
    invite: "Una invitación",
    records: "Documentos",
    transactions: "Transacciones",
    transaction: "Transacción",
    identity: "Identidad",
    roles: "Roles",
    settings: "Ajustes",
    issuer: "Mesa del emisor",
    compliance: "Mesa de cumplimiento",
  },
  footer: {
    local: "Una red local con dinero de prueba: nada de lo que hay aquí tiene precio fuera de este equipo.",
    risk: "Los activos tokenizados pueden perder valor, y el staking puede no rendir nada. Lea primero los documentos del activo.",
  },
  configuration: {
    title: "Este servidor no sabe dónde están sus servicios",
    text: "Estas variables de entorno faltan o están mal escritas: <code>{names}</code>. Inicie la aplicación con <code>npm start</code>, que las define todas, o defínalas e inicie de nuevo.",
  },
  broken: {
    title: "Esta página ha fallado",
    lead: "No pudo mostrar lo que leyó. Lo que usted envió sigue en camino: la actividad de su cuenta lo muestra.",
    again: "Mostrarla de nuevo",
  },
  notFound: {
    title: "Esta página no existe",
    lead: "Puede que la dirección esté mal escrita o que la página se haya movido.",
    home: "Ir al inicio",
  },
};
