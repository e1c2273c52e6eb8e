import type { Translated } from "../shape";

export const shell: Translated<"shell"> = {
  title: "QTI: echte Vermögenswerte, vertraulich gehalten",
  description:
    "Vermögenswerte aus der echten Welt tokenisieren, mit einer Wallet im Browser halten und staken, und Unterlagen aufbewahren, die auch dann vertraulich bleiben, wenn es Quantencomputer gibt.",
  skip: "Zum Inhalt springen",
  main: "Hauptmenü",
  more: "Mehr",
  homeLink: "QTI, Startseite",
  whereYouWork: "Wo Sie arbeiten",
  language: "Sprache",
  pages: {
    home: "Start",
    portfolio: "Portfolio",
    assets: "Werte",
    asset: "Vermögenswert",
    tokenize: "Einen Vermögenswert tokenisieren",
    exchange: "Handel",
    market: "Markt",
    orders: "Meine Aufträge",
    stake: "Staken",
    rewards: "Verdienen",
    referrals: "Empfehlungen",
    leaderboard: "Bestenliste",
    invite: "Eine Einladung",
    records: "Unterlagen",
    transactions: "Transaktionen",
    transaction: "Transaktion",
    identity: "Identität",
    roles: "Rollen",
    settings: "Einstellungen",
    issuer: "Arbeitsplatz des Emittenten",
    compliance: "Arbeitsplatz der Compliance",
  },
  footer: {
    local: "Ein lokales Netzwerk mit Testgeld: Nichts hier hat außerhalb dieses Rechners einen Preis.",
    risk: "Tokenisierte Vermögenswerte können an Wert verlieren, und ein Stake kann ohne Ertrag bleiben. Lesen Sie zuerst die Dokumente eines Vermögenswerts.",
  },
  configuration: {
    title: "Dieser Server weiß nicht, wo seine Dienste sind",
    text: "Diese Umgebungsvariablen fehlen oder sind fehlerhaft: <code>{names}</code>. Starten Sie die App mit <code>npm start</code>, das alle setzt, oder setzen Sie sie und starten Sie neu.",
  },
  broken: {
    title: "Diese Seite ist gestört",
    lead: "Sie konnte nicht darstellen, was sie gelesen hat. Was Sie abgeschickt haben, ist trotzdem unterwegs: Die Aktivität in Ihrem Konto zeigt es.",
    again: "Neu darstellen",
  },
  notFound: {
    title: "Diese Seite gibt es nicht",
    lead: "Vielleicht ist die Adresse falsch geschrieben, oder die Seite ist umgezogen.",
    home: "Zur Startseite",
  },
};
