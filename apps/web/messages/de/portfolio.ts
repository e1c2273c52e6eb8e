import type { Translated } from "../shape";

export const portfolio: Translated<"portfolio"> = {
  title: "Portfolio",
  lead: "Was Ihnen gehört, was Sie im Stake haben, und alles, was damit geschah.",
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
  holdings: {
    none: "Noch keine Anteile",
    noneText:
      "Anteile kommen von ihren Emittenten und von anderen Inhabern. Um welche zu empfangen, muss Ihr Konto geprüft sein.",
    seeAssets: "Zu den Vermögenswerten",
    frozen: "Zum Teil gesperrt",
    part: "{amount} {symbol}, {part} von allen",
  },
};
