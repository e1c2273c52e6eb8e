import type { Translated } from "../shape";

export const settings: Translated<"settings"> = {
  title: "Einstellungen",
  lead: "Für diesen Browser und niemanden sonst.",
  language: {
    title: "Sprache",
    lead: "Wird in einem Cookie dieses Browsers gemerkt.",
  },
  theme: {
    title: "Farben",
    system: "Wie das System",
    light: "Hell",
    dark: "Dunkel",
  },
  sync: {
    title: "In allen Ihren Browsern",
    needs:
      "Melden Sie sich an und öffnen Sie unten Ihre Schlüssel: Dann können Sprache und Farbschema in jedem Ihrer Browser gleich sein, aufbewahrt in Ihrem Tresor.",
    off: "Sprache und Farbschema gelten nur in diesem Browser.",
    on: "Sprache und Farbschema sind die Ihres Tresors: Eine Änderung hier erreicht Ihre anderen Browser, und deren Änderungen diesen.",
    meeting: "Dieser Browser und Ihr Tresor werden abgeglichen.",
    waits:
      "Sprache und Farbschema sind die Ihres Tresors und folgen ihm wieder, sobald Sie mit offenen Schlüsseln angemeldet sind.",
    join: "Aus meinem Tresor nehmen",
    leave: "Nur für diesen Browser wählen",
    clash: "Zwei Browser haben Verschiedenes gewählt",
    clashText: "Keiner wurde geändert. Wählen Sie, was für beide gilt.",
    choose: "Wählen",
  },
  signIn: {
    title: "Anmeldung",
    as: "Angemeldet als {account}",
    ends: "Endet <time></time>",
    out: "Abmelden",
    none: "Nicht angemeldet. Die Unterlagen und der Prüfer der Demo müssen wissen, dass ein Konto Ihnen gehört; alles auf der Chain geht auch ohne.",
    inWallet: "In der Wallet signieren",
    go: "Mit der Wallet anmelden",
  },
  keys: {
    title: "Schlüssel der Unterlagen",
    connect: "Verbinden Sie eine Wallet: Jedes Konto hat eigene Schlüssel.",
    watched: "Eine beobachtete Adresse hat hier keine Schlüssel.",
    fingerprint: "Fingerabdruck Ihrer öffentlichen Schlüssel",
    suite:
      "Versiegelt mit ML-KEM-768 und X25519 zusammen, berechnet {kem}; signiert mit ML-DSA-65, berechnet {signatures}.",
    native: "vom Browser selbst",
    noble: "in JavaScript",
    backup: {
      title: "Sicherung für ein anderes Gerät",
      text: "Eine Datei, die sich nur mit Ihrem Wiederherstellungscode öffnen lässt. Bewahren Sie sie auf, wo Sie wollen; für sich allein nützt sie niemandem.",
      save: "Sicherung speichern",
    },
    forget: {
      title: "Die Schlüssel auf diesem Gerät vergessen",
      warning: "nur mit der Sicherung umkehrbar",
      text: "Für ein Gerät, das Sie weggeben. Ohne die Sicherung und den Wiederherstellungscode bleiben Ihre Unterlagen für immer verschlossen.",
      go: "Schlüssel vergessen",
      sure: "Ich habe die Sicherung: vergessen",
    },
  },
  network: {
    title: "Netzwerk",
    label: "Netzwerk",
    value: "{name}, Chain {id}",
    node: "Knoten",
    index: "Index",
    records: "Dienst für Unterlagen",
    block: "Block {number}",
    answers: "antwortet",
    asking: "wird gefragt",
    silent: "keine Antwort",
    up: "Läuft",
    down: "Ausgefallen",
    contracts: "Adressen der Verträge",
    addressOf: "Adresse von {name}",
  },
};
