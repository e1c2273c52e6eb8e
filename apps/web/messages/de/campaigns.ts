import type { Translated } from "../shape";

export const campaigns: Translated<"campaigns"> = {
  title: "Kampagnen",
  lead: "QTI für das, was Menschen getan haben: Eine Liste sagt, wer wie viel erhält. Einen Tag lang kann jeder sie nachrechnen, dann gilt sie, und jeder nimmt sich seinen Teil.",
  none: "Noch gibt es keine Kampagne",
  noneText: "Sobald der Betreiber eine beginnt, steht sie vom ersten Tag an hier.",
  connect: "Verbinden Sie eine Wallet, um zu sehen, was Ihnen gehört.",
  paused: "Abrufe ruhen",
  pausedText: "Bis <time></time> kann nichts abgerufen werden. Was Ihnen gehört, bleibt Ihres.",
  bonus: "Stake-Bonus",
  bonusText:
    "Jede Woche zahlt die Kasse denen, deren Position die ganze Woche gebunden war, je nachdem, wie viel sie eingesetzt hatten. Eine Regel macht die Liste, kein Mensch.",
  unnamed: "Kampagne {number}",
  unread: "Die Beschreibung lässt sich nicht lesen.",
  figures: {
    funded: "Eingezahlt",
    claimed: "Abgerufen",
    ends: "Endet",
    takers:
      "{count, plural, one {{n} Person hat ihren Teil genommen} other {{n} Personen haben ihren Teil genommen}}",
  },
  states: {
    empty: "Noch keine Liste",
    open: "Offen",
    over: "Vorbei",
    closed: "Geschlossen",
  },
  mine: {
    take: "{amount} nehmen",
    taken: "Sie haben {amount} genommen",
    soon: "{amount} gehören Ihnen, sobald die neue Liste gilt",
    nothing: "Nichts davon gehört Ihnen.",
    unknown:
      "Wer die Liste veröffentlicht hat, hat sie diesem Dienst nicht gegeben; er kann nicht sagen, was Ihnen gehört.",
  },
  list: {
    title: "Listen",
    caption: "Für diese Kampagne vorgeschlagene Listen",
    proposed: "Vorgeschlagen",
    total: "Gibt insgesamt",
    root: "Wurzel",
    state: "Stand",
    states: {
      waiting: "kann bis <time></time> geprüft werden",
      ready: "kann in Kraft treten",
      active: "gilt",
      replaced: "galt früher",
      vetoed: "durch Einspruch entfernt",
    },
    check: "Liste prüfen",
    checking: "Wird hier nachgerechnet …",
    right: "Sie stimmt",
    rightRule:
      "In diesem Browser nach der genannten Regel aus dem nachgerechnet, was der Index zu Block {block} sagt: dieselbe Wurzel.",
    rightLeaves:
      "In diesem Browser aus {count, plural, one {ihrer {n} Zeile} other {ihren {n} Zeilen}} nachgerechnet: dieselbe Wurzel. Ob jede Zeile verdient ist, kann kein Rechner sagen: Sehen Sie hin.",
    wrong: "Sie geht nicht auf",
    wrongText:
      "Was veröffentlicht wurde, ergibt eine andere Wurzel. Trauen Sie dieser Liste nicht; bis sie gilt, kann ein Wächter Einspruch erheben.",
    missing: "Die Liste wurde nicht veröffentlicht",
    missingText:
      "Niemand hat ihre Zeilen diesem Dienst gegeben. Eine Liste, die niemand lesen kann, sollte nicht gelten.",
    who: "Konto",
    inAll: "Erhält insgesamt",
    more: "{count, plural, one {und {n} weitere} other {und {n} weitere}}",
    activate: "In Kraft setzen",
    veto: "Einspruch erheben",
    returnRest: "Rest zurückgeben",
  },
  flow: {
    take: "{amount} nehmen",
    takeVerb: "Nehmen",
    of: "Aus",
    get: "Sie erhalten",
    taken: "{amount} sind auf Ihrem Konto",
    activate: "Die Liste in Kraft setzen",
    activateVerb: "In Kraft setzen",
    activateWhat: "Alle, die darauf stehen,",
    activateValue: "können ihren Teil nehmen",
    activated: "Die Liste gilt",
    return: "Den Rest an die Kasse zurückgeben",
    returnVerb: "Zurückgeben",
    returned: "Der Rest ist wieder in der Kasse",
    goesBack: "Geht zurück",
  },
};
