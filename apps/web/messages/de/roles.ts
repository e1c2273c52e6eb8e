import type { Translated } from "../shape";

export const roles: Translated<"roles"> = {
  lead: "Wer hier was darf, und was darauf wartet, zu geschehen. Was Gewicht hat, wird Tage vorher angekündigt, damit alle es sehen und ein Wächter es aufhalten kann.",
  mayDo: "Was Sie dürfen",
  past: {
    title: "Früher angekündigt, ausgeführt und abgebrochen",
    empty: "Noch nie wurde etwas angesetzt",
  },
  waiting: {
    title: "Wartet auf seine Zeit",
    empty: "Nichts wartet",
    emptyText: "Was angesetzt ist, steht hier, bis es ausgeführt oder abgebrochen ist.",
    states: {
      waiting: "Wartet",
      ready: "Fällig",
      lapsed: "Verfallen",
    },
    by: {
      waiting: "Angesetzt von <account></account>, fällig <time></time>",
      ready: "Angesetzt von <account></account>, verfällt <time></time>",
      lapsed: "Angesetzt von <account></account>, verfallen <time></time>",
    },
    cancel: "Abbrechen",
    execute: "Ausführen",
    onlyCaller: "Nur das Konto, das es angesetzt hat, kann es ausführen.",
  },
  list: {
    title: "Wer welche Rolle hat",
    empty: "Der Index kennt noch keine Rollen",
    unheld: "Rollen, die niemand hat",
    atWorst: "Schlimmstenfalls: {worst}",
    give: "Vergeben<more>: Rolle {role}</more>",
    take: "Entziehen<more>: Rolle {role}, diesem Konto</more>",
    waits: "wartet {length}, vergeben <time></time>",
    atOnce: "handelt sofort, vergeben <time></time>",
  },
};
