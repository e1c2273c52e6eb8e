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
    "Jede Woche zahlt die Kasse denen, deren Position die ganze Woche gebunden war, je nachdem, wie viel sie eingesetzt hatten. Positionen, die kleiner sind als ein Zwanzigtausendstel von allem, was teilnimmt, bekommen nichts, damit niemand die Liste mit Staub füllen kann. Eine Regel macht die Liste, kein Mensch.",
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
    nothing: "Keine hier veröffentlichte Liste gibt Ihnen etwas davon.",
  },
  list: {
    title: "Listen",
    caption: "Für diese Kampagne vorgeschlagene Listen",
    proposed: "Vorgeschlagen",
    total: "Gibt insgesamt",
    root: "Wurzel",
    state: "Stand",
    states: {
      waiting: "kann geprüft werden; gilt frühestens <time></time>",
      ready: "kann in Kraft treten",
      active: "gilt",
      replaced: "galt früher",
      vetoed: "durch Einspruch entfernt",
    },
    check: "Liste prüfen",
    checking: "Wird hier nachgerechnet …",
    right: "Sie stimmt",
    rightBonus:
      "In diesem Browser aus dem nachgerechnet, was der Index zu Block {block} sagt, dem letzten vor dem Ende der Epoche: dieselbe Wurzel. Sie baut auf der Liste auf, die galt, als sie vorgeschlagen wurde, und keine frühere Liste hat diese Epoche bezahlt.",
    rightFirstBonus:
      "In diesem Browser aus dem nachgerechnet, was der Index zu Block {block} sagt, dem letzten vor dem Ende der Epoche: dieselbe Wurzel. Vor ihr galt keine Liste dieser Kampagne.",
    rightQuery:
      "In diesem Browser nach der genannten Abfrage aus dem nachgerechnet, was der Index zu Block {block} sagt: dieselbe Wurzel. Sie baut auf der Liste auf, die galt, als sie vorgeschlagen wurde.",
    rightQueryAlone:
      "In diesem Browser nach der genannten Abfrage aus dem nachgerechnet, was der Index zu Block {block} sagt: dieselbe Wurzel. Sie baut auf keiner früheren Liste auf: Mehr bekommt niemand.",
    sharesOut: "Verteilt",
    epoch: "Epoche",
    epochValue: "{from} bis {until}",
    blockTime: "Zeit des Blocks",
    proposedBy: "Vorgeschlagen von",
    decidesAmount:
      "Wie viel verteilt wird, entscheidet allein der Betreiber. Sehen Sie nach, ob es das ist, was angekündigt war.",
    decidesQuery:
      "Über die Abfrage, ihren Block und wie viel verteilt wird, entscheidet allein der Betreiber. Sehen Sie nach, ob es das ist, was angekündigt war.",
    rightLeaves:
      "In diesem Browser aus {count, plural, one {ihrer {n} Zeile} other {ihren {n} Zeilen}} nachgerechnet: dieselbe Wurzel. Ob jede Zeile verdient ist, kann kein Rechner sagen: Sehen Sie hin.",
    wrong: "Sie geht nicht auf",
    faults: {
      root: "Was veröffentlicht wurde, ergibt eine andere Wurzel.",
      total: "Ihre Zeilen ergeben eine andere Summe als die vorgeschlagene.",
      previous:
        "Sie baut nicht auf der Liste auf, die galt, als sie vorgeschlagen wurde; in ihr können Zeilen stehen, die niemand gesehen hat.",
      block:
        "Sie ist nicht zu dem Block gemacht, den ihre Regel verlangt: Wer sie machte, hat sich einen Moment ausgesucht.",
      epoch: "Eine Liste, die früher galt, hat diese Epoche oder eine spätere schon bezahlt.",
    },
    distrust: "Trauen Sie dieser Liste nicht; bis sie gilt, kann ein Wächter Einspruch erheben.",
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
