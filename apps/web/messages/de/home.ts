import type { Translated } from "../shape";

export const home: Translated<"home"> = {
  title: "Echte Vermögenswerte in Anteilen, und Unterlagen, die vertraulich bleiben",
  lead: "Halten Sie Teile von Gebäuden, Krediten und Gütern mit einer Wallet im Browser, nach Regeln, die die Chain durchsetzt. Die Dokumente dahinter sind gegen die Rechner von heute und gegen Quantencomputer versiegelt.",
  seeAssets: "Vermögenswerte ansehen",
  tokenize: "Einen eigenen tokenisieren",
  sharePrice: "Was ein gestaktes QTI wert war",
  stake: "Staken",
  circulating: "Vermögenswerte im Umlauf",
  allAssets: "Alle Vermögenswerte",
  lately: "In letzter Zeit",
  latelyLead: "Alles, was geschieht, ist öffentlich, und sein Nachweis auch.",
  figures: {
    title: "QTI in Zahlen",
    meanwhile:
      "Bis dahin fehlen diese Zahlen. Guthaben und alles, was Sie tun können, kommen von der Chain und gehen weiter.",
    value: "Angegebener Wert im Umlauf",
    valueNote: "{count} Vermögenswerte, bewertet von ihren Emittenten",
    verified: "Geprüfte Konten",
    verifiedNote: "mit zusammen {count} Beständen",
    staked: "QTI gestakt",
    stakedNote: "von {count} Personen",
    share: "Ein sQTI",
    shareNote: "der Anteil am Staking-Tresor",
  },
};
