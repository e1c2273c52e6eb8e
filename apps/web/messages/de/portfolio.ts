import type { Translated } from "../shape";

export const portfolio: Translated<"portfolio"> = {
  title: "Portfolio",
  lead: "Was Ihnen gehört, was Sie im Stake haben, was es verdient hat, und alles, was damit geschah.",
  connect: "Verbinden Sie eine Wallet, um zu sehen, was Ihnen gehört",
  connectText: "Sie können auch jede Adresse beobachten, ohne etwas zu signieren.",
  shares: "Anteile an Vermögenswerten",
  allAssets: "Alle Vermögenswerte",
  history: "Verlauf",
  noHistory: "Mit diesem Konto ist noch nichts geschehen",
  figures: {
    title: "Ihre Zahlen",
    valued: "wie ihre Emittenten sie bewerten",
    staked: "Im Stake",
    earned: "<amount></amount> verdient",
    nothingEarned: "noch nichts verdient",
    atHand: "Verfügbare QTI",
    dollars: "Testdollar",
  },
  earning: {
    title: "Im Stake und verdient",
    vault: "Staking-Tresor",
    vaultNote: "wächst von selbst",
    pool: "Staking-Pool",
    poolNone: "keine Position",
    poolNote: "{count, plural, one {# Position} other {# Positionen}}, {earned}\u00a0QTI abzurufen",
    points: "Punkte",
    pointsNote: "{amount}\u00a0QTI zum jetzigen Kurs",
    pointsClosed: "werden zurzeit nicht getauscht",
    taps: "Punkte für Taps",
    toClaim: "zum Abrufen bereit",
    campaign: "Kampagne {number}",
  },
  holdings: {
    none: "Noch keine Anteile",
    noneText:
      "Anteile kommen von ihren Emittenten und von anderen Inhabern. Um welche zu empfangen, muss Ihr Konto geprüft sein.",
    seeAssets: "Zu den Vermögenswerten",
    frozen: "Zum Teil gesperrt",
    part: "{amount} {symbol}, {part} von allen",
  },
};
