import type { Translated } from "../shape";

export const staking: Translated<"staking"> = {
  title: "Staken",
  lead: "QTI im Tresor verdienen, was die Ertragskasse laufend hineinzahlt. Nichts ist gebunden: Was Sie einzahlen, können Sie jederzeit wieder abheben.",
  price: "Ein sQTI ist wert",
  inVault: "Im Tresor",
  toStream: "Noch zu zahlende Erträge",
  streamEnds: "endet <time></time>",
  priceHistory: "Was ein sQTI wert war",
  moves: "Ein- und Auszahlungen",
  yours: "Ihr Stake",
  connect: "Verbinden Sie eine Wallet, um zu sehen, was Sie im Tresor haben und was es eingebracht hat.",
  shares: "{amount} sQTI, Ihr Anteil am Tresor",
  tabs: {
    label: "Staken oder abheben",
    in: "Staken",
    out: "Abheben",
  },
  form: {
    in: {
      label: "Menge zum Staken",
      limit: "Im Konto: {amount} QTI",
      tooMuch: "Sie haben {amount} QTI. Geben Sie höchstens so viel ein.",
      review: "Stake prüfen",
    },
    out: {
      label: "Menge zum Abheben",
      limit: "Im Tresor: {amount} QTI",
      tooMuch: "Ihr Stake ist {amount} QTI wert. Geben Sie höchstens so viel ein.",
      review: "Abhebung prüfen",
    },
  },
  chart: {
    label: "QTI für ein sQTI",
    none: "Noch kein Verlauf",
    noneText: "Die Linie beginnt, wenn sich der Tresor an zwei Tagen verändert hat.",
  },
  flow: {
    stake: "{amount} staken",
    staked: "{amount} sind im Tresor",
    atHand: "QTI im Konto",
    risk: "Erträge gibt es, solange die Ertragskasse laufend einzahlt; niemand verspricht, dass sie das immer tut. Ihre QTI können Sie jederzeit abheben.",
    portfolio: "Portfolio ansehen",
    withdraw: "{amount} abheben",
    withdrawAll: "Den ganzen Stake abheben",
    withdrawn: "{amount} sind wieder in Ihrem Konto",
    withdrawnAll: "Ihr ganzer Stake ist wieder in Ihrem Konto",
  },
};
