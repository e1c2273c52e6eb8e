import type { Translated } from "../shape";

export const words: Translated<"words"> = {
  language: "de",
  justNow: "gerade eben",
  million: "{amount} Mio.",
  billion: "{amount} Mrd.",
  trillion: "{amount} Bio.",
  tiers: {
    none: "Nicht geprüft",
    basic: "Einfach",
    full: "Voll",
    accredited: "Akkreditiert",
    other: "Stufe {tier}",
  },
  country: "Land {number}",
  contracts: {
    accessManager: "Zugriffsverwaltung",
    identityRegistry: "Identitätsregister",
    assetRegistry: "Register der Vermögenswerte",
    complianceModule: "Compliance-Modul",
    qtiToken: "QTI-Token",
    stakingVault: "Staking-Tresor",
    stakingPool: "Staking-Pool",
    rewardsTreasury: "Ertragskasse",
    creditBook: "Kreditbuch",
    creditLines: "Kreditlinien",
    seniorPool: "Vorrangiger Pool",
    firstLossPool: "Erstverlust-Pool",
    vouching: "Bürgschaften",
    lendingMarkets: "Kreditmärkte",
    appraisalOracle: "Preise nach Gutachten",
    feedOracle: "Preise nach Kursen",
    interestRateModel: "Zinsmodell",
    liquidator: "Verwerter",
    keyDirectory: "Schlüsselverzeichnis",
    recordAnchor: "Anker der Unterlagen",
    testDollar: "Testdollar",
    demoFaucet: "Testgeldgeber der Demo",
    demoDesk: "Arbeitsplatz der Demo",
  },
  demo: {
    deployer: "Einrichter",
    administrator: "Administrator",
    attester: "Prüfer",
    complianceDesk: "Arbeitsplatz der Compliance",
    complianceForce: "Zwangsmaßnahmen der Compliance",
    treasurer: "Kassenwart",
    pauser: "Anhalter",
    guardian: "Wächter",
    operator: "Betreiber",
    underwriter: "Kreditprüfer",
    reserve: "QTI-Reserve",
  },
  all: "Alles",
  points: "Punkte",
  showMore: "Mehr zeigen",
  amount: {
    empty: "Geben Sie einen Betrag ein.",
    negative: "Ein Betrag kann nicht negativ sein.",
    point: "Schreiben Sie Nachkommastellen mit einem Punkt, wie in 1.5.",
    number: "Geben Sie eine Zahl ein, wie 12.5.",
    whole: "Geben Sie eine ganze Zahl ein.",
    digits: "Höchstens {count} Stellen nach dem Punkt.",
    large: "Diese Zahl ist zu groß.",
    zero: "Geben Sie mehr als null ein.",
    tooMuch: "Sie haben {amount}. Geben Sie höchstens so viel ein.",
    have: "Sie haben {amount}",
    usDollars: "US-Dollar",
  },
  shares: "{amount} Anteile",
  units: "{amount} Einheiten",
  otherCountries: "{count, plural, one {# weiteres} other {# weitere}}",
  assetClasses: {
    realEstate: "Immobilien",
    privateCredit: "Privatkredit",
    commodity: "Rohstoff",
    equity: "Beteiligung",
    fund: "Fonds",
    art: "Kunst und Sammlerstücke",
    carbon: "CO₂-Zertifikate",
    other: "Anderes",
  },
  assetStates: {
    draft: "Entwurf",
    active: "Im Umlauf",
    matured: "Fällig",
    retired: "Beendet",
    none: "Unbekannt",
  },
  eligibility: {
    senderUnknown: {
      because: "Der Emittent ist nicht geprüft.",
      next: "Anteile können nur von anderen Inhabern kommen.",
    },
    senderFrozen: {
      because: "Die Identität des Emittenten ist gesperrt.",
      next: "Anteile können nur von anderen Inhabern kommen.",
    },
    senderRevoked: {
      because: "Die Prüfung des Emittenten wurde widerrufen.",
      next: "Anteile können nur von anderen Inhabern kommen.",
    },
    senderRetired: {
      because: "Das Konto des Emittenten wurde durch ein anderes ersetzt.",
      next: "Anteile können nur von anderen Inhabern kommen.",
    },
    receiverUnknown: {
      because: "Ihr Konto ist nicht geprüft.",
      next: "Lassen Sie es auf der Seite Identität prüfen: Das dauert hier eine Minute.",
    },
    receiverFrozen: {
      because: "Ihre Identität ist gesperrt.",
      next: "Fragen Sie den Arbeitsplatz der Compliance nach dem Grund.",
    },
    receiverRevoked: {
      because: "Ihre Prüfung wurde widerrufen.",
      next: "Fragen Sie den Arbeitsplatz der Compliance nach dem Grund.",
    },
    receiverRetired: {
      because: "Dieses Konto wurde durch ein anderes ersetzt.",
      next: "Verbinden Sie das Konto, das an seine Stelle trat.",
    },
    receiverExpired: {
      because: "Ihre Prüfung ist abgelaufen.",
      next: "Erneuern Sie die Prüfung auf der Seite Identität.",
    },
    receiverTier: {
      because: "Sie sind auf einer niedrigeren Stufe geprüft, als dieser Vermögenswert verlangt.",
      next: "Lassen Sie sich auf der Stufe prüfen, die bei den Regeln steht.",
    },
    receiverCountry: {
      because: "Dieser Vermögenswert darf in Ihrem Land nicht empfangen werden.",
      next: "Was Sie schon halten, bleibt Ihres.",
    },
    locked: {
      because: "Die Haltefrist ist noch nicht zu Ende.",
      next: "Bis dahin bewegen sich Anteile nur vom oder zum Emittenten.",
    },
    holderLimit: {
      because: "Er hat schon so viele Inhaber, wie er haben darf.",
      next: "Sie können Anteile empfangen, wenn einer von ihnen alle verkauft hat.",
    },
    identityCap: {
      because: "Sie halten so viel, wie eine Person halten darf.",
      next: "Sie können mehr empfangen, sobald Sie weniger halten.",
    },
    paused: {
      because: "Seine Übertragungen sind angehalten.",
      next: "Das endet nach höchstens 14 Tagen von selbst.",
    },
    notActive: {
      because: "Er ist nicht im Umlauf.",
      next: "Anteile eines Entwurfs gibt es noch nicht; die eines fälligen Vermögenswerts lassen sich nur noch einlösen.",
    },
    moduleFailed: {
      because: "Seine Regeln ließen sich nicht lesen.",
      next: "Fragen Sie den Emittenten.",
    },
    pledgeOnly: {
      because: "Es ist ein Vertrag, der Pfänder verwahrt.",
      next: "Anteile kommen als Sicherheit eines Kreditmarkts zu ihm.",
    },
  },
  standing: {
    system: { word: "Systemvertrag", meaning: "Hält verpfändete Anteile; es ist keine Person." },
    retired: {
      word: "Ersetzt",
      meaning: "Es ging verloren, und ein anderes Konto trat für immer an seine Stelle.",
    },
    notVerified: { word: "Nicht geprüft", meaning: "Es kann keine Anteile halten." },
    revoked: {
      word: "Widerrufen",
      meaning: "Es kann keine Anteile senden oder empfangen, bis es neu geprüft ist.",
    },
    frozen: {
      word: "Gesperrt",
      meaning: "Es kann keine Anteile senden oder empfangen, bis es freigegeben ist.",
    },
    expired: {
      word: "Abgelaufen",
      meaning: "Es kann Anteile senden, aber keine empfangen, bis es neu geprüft ist.",
    },
    verified: { word: "Geprüft", meaning: "Es kann Anteile senden und empfangen." },
  },
  rules: {
    tier: "Empfänger sind geprüft, Stufe {tier} oder höher",
    verified: "Empfänger sind geprüft",
    holders: "{count, plural, one {höchstens {n} Inhaber} other {höchstens {n} Inhaber}}",
    anyHolders: "beliebig viele Inhaber",
    cap: "höchstens {shares} je Person",
    noCap: "keine Grenze je Person",
    locked: "Haltefrist bis {day}",
    notLocked: "keine Haltefrist",
  },
  access: {
    needsRole: "Braucht die Rolle „{role}“.",
    waits: "Wartet {time}, nachdem es angesetzt ist.",
  },
  roles: {
    admin: {
      name: "Administrator",
      may: "Gibt und nimmt Rollen, lässt Verträge und Module zu, beendet ein Anhalten vorzeitig.",
      worst: "Nach drei öffentlichen Tagen ändern, wer was darf.",
    },
    guardian: {
      name: "Wächter",
      may: "Bricht jeden Vorgang ab, der auf seine Frist wartet, legt Veto gegen die Aufteilung einer Ausschüttung ein, stoppt eine Wiederherstellung.",
      worst: "Änderungen aufhalten; nie eine vornehmen.",
    },
    pauser: {
      name: "Anhalter",
      may: "Hält Übertragungen zwischen Konten und neue Einlagen an, für höchstens 14 Tage am Stück.",
      worst: "Neues Geschäft anhalten. Aussteigen geht weiter, und kein Wert wird bewegt.",
    },
    complianceDesk: {
      name: "Arbeitsplatz der Compliance",
      may: "Widerruft und sperrt Identitäten, sperrt Anteile, macht Regeln strenger.",
      worst: "Personen daran hindern, Anteile zu senden und zu empfangen. Bewegt werden keine.",
    },
    complianceForce: {
      name: "Zwangsmaßnahmen der Compliance",
      may: "Bewegt oder löscht Anteile auf Anordnung, gibt Identitäten frei, stellt verlorene Konten wieder her, lässt Prüfer zu, lockert Regeln.",
      worst: "Nach zwei öffentlichen Tagen Anteile auf ein anderes geprüftes Konto bewegen.",
    },
    issuer: {
      name: "Emittent",
      may: "Tokenisiert Vermögenswerte und betreut die eigenen.",
      worst: "Einen Vermögenswert ausgeben, der nicht ist, was er vorgibt.",
    },
    appraiser: {
      name: "Gutachter",
      may: "Gibt an, was ein Vermögenswert für Kreditgeber wert ist.",
      worst:
        "Den Preis eines Vermögenswerts um seine Tagesgrenze bewegen, vor aller Augen: Es wird zu viel darauf geliehen, oder jemand wird verwertet.",
    },
    risk: {
      name: "Risiko",
      may: "Eröffnet Kreditmärkte und benennt Quellen für Preise.",
      worst:
        "Nach drei öffentlichen Tagen einen Markt eröffnen, dessen Preisquelle lügt: Wer dort verleiht, verliert, sonst niemand.",
    },
    treasurer: {
      name: "Kassenwart",
      may: "Startet Ströme von Erträgen, setzt Gebühren und die Bedingungen der Kreditlinien innerhalb ihrer Grenzen.",
      worst:
        "Nach zwei öffentlichen Tagen alles, was in der Kasse ist, an die strömen lassen, die dann einen Stake haben, oder Kreditlinien so teuer machen, wie ihre Grenzen erlauben.",
    },
    rewardsOperator: {
      name: "Ertragsverwalter",
      may: "Führt Kampagnen und ihre Listen und stellt Dinge in den Laden.",
      worst:
        "Sich jeden Tag das Tagesbudget der Kampagnen geben, nach 24 öffentlichen Stunden, in denen ein Wächter Einspruch erheben kann, und verkaufen, was er nicht liefert.",
    },
    underwriter: {
      name: "Kreditprüfer",
      may: "Signiert Limits von Kreditlinien, innerhalb eines Tageskontingents.",
      worst:
        "Menschen, die nicht zahlen, jeden Tag ein Tageskontingent geben, bis die Rolle entzogen ist. Der Erstverlust zahlt zuerst.",
    },
    bridgeOperator: {
      name: "Brückenbetreiber",
      may: "Verbindet diese Chain mit anderen.",
      worst: "Noch nichts: Die Brücke gibt es hier nicht.",
    },
    anchorer: {
      name: "Verankerer",
      may: "Verankert die Wurzel des Protokolls der Unterlagen.",
      worst: "Eine falsche Wurzel verankern, was jeder Leser merkt, der die letzte noch kennt.",
    },
    issuerDesk: {
      name: "Arbeitsplatz für Emittenten",
      may: "Lässt Emittenten zu und entlässt sie.",
      worst: "Einen schlechten Emittenten zulassen.",
    },
    unknown: {
      name: "Rolle {number}",
      may: "Diese App weiß nicht, was sie darf.",
      worst: "Unbekannt.",
    },
  },
};
