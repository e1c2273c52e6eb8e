import type { Translated } from "../shape";

export const ui: Translated<"ui"> = {
  you: "Sie",
  usDollars: "{amount} US-Dollar",
  copy: ", {what} kopieren",
  copied: "Kopiert",
  address: "Adresse",
  choose: "Bitte wählen",
  close: "Schließen",
  dismiss: "Ausblenden",
  optional: "freiwillig",
  copyThe: "Kopieren: {what}",
  loading: "Wird geladen",
  again: "Noch einmal versuchen",
  maybeOld: "Was hier steht, ist vielleicht veraltet.",
  indexMeanwhile:
    "Bis dahin fehlen Listen und Verläufe. Guthaben und alles, was Sie tun können, kommen von der Chain und gehen weiter.",
  unreachable:
    "Etwas ist schiefgegangen, und diese App erreicht ihren eigenen Server nicht, um zu sagen, was.",
  reload: "Prüfen Sie die Verbindung und laden Sie die Seite neu.",
  chart: {
    summary: "{label}: von {first} am {firstDay} bis {last} am {lastDay}",
    figures: "Zahlen zeigen",
    day: "Tag",
  },
};
