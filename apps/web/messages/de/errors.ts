import type { ErrorSentences } from "@/lib/errors/sentences";

const issuersAccount = "Verwenden Sie das Konto des Emittenten.";
const nothingToDo = "Sie müssen nichts tun.";
const reportSafe = "Melden Sie dies; nichts von Ihnen ging verloren.";
const correct = "Berichtigen Sie es und versuchen Sie es noch einmal.";
const correctAndSign = "Berichtigen Sie es und signieren Sie noch einmal.";
const completeRecovery = "Schließen Sie zuerst die Wiederherstellung des Kontos ab.";
const otherOrder = "Wählen Sie einen anderen Auftrag.";
const otherReceiver = "Wählen Sie einen anderen Empfänger.";
const askDesk = "Wenden Sie sich an den Arbeitsplatz der Compliance.";
const askReceiver =
  "Bitten Sie den Empfänger, die Prüfung zu erneuern oder abzuschließen, und versuchen Sie es noch einmal.";
const tryThen = "Versuchen Sie es dann noch einmal.";
const tryAfter = "Versuchen Sie es danach noch einmal.";
const tryLater = "Versuchen Sie es später noch einmal.";
const tryInAMoment = "Versuchen Sie es gleich noch einmal.";
const signAgain = "Signieren Sie noch einmal.";
const makeOrderAnew = "Erstellen Sie einen neuen Auftrag.";
const checkAndReport =
  "Prüfen Sie die angegebenen Werte; sind sie richtig, melden Sie dies mit den Einzelheiten.";
const giveAddress = "Geben Sie sie in der Chain des Clients oder in der Option „contracts“ an.";
const stateAllows =
  "Ein Entwurf lässt sich ändern oder in Umlauf bringen, ein Vermögenswert im Umlauf übertragen, ein fälliger einlösen.";
const askForce = "Bitten Sie die Rolle für Zwangsmaßnahmen; sie darf nach ihrer Wartezeit lockern.";
const sameMarket = "Verbinden Sie ein Angebot mit einem Gebot für denselben Vermögenswert und dasselbe Geld.";
const standsOnChain = "Die Transaktion steht auf der Chain; Listen zeigen sie, wenn der Index aufgeholt hat.";
const otherNode =
  "Fragen Sie einen anderen Knoten. Sagt er dasselbe, macht die Chain ihre Blöcke auf eine Weise, die hier nicht bekannt ist.";
const chooseFile = "Wählen Sie die Datei, wie sie gespeichert wurde, oder fordern Sie sie noch einmal an.";
const keepWhatYouHave =
  "Verlassen Sie sich nicht auf das, was er zeigt. Bewahren Sie auf, was Sie haben, und sagen Sie es dem Betreiber des Dienstes.";
const doNotTrust =
  "Vertrauen Sie dieser Kopie nicht. Laden Sie sie noch einmal; hilft das nicht, sagen Sie es dem Eigentümer.";
const divide = "Teilen Sie sie auf mehrere Unterlagen auf.";
const doNotRely =
  "Verlassen Sie sich nicht darauf. Laden Sie die Seite gleich noch einmal; bleibt es so, fragen Sie, wer den Dienst betreibt.";
const reload = "Laden Sie die Seite neu und versuchen Sie es noch einmal.";

export const errors: ErrorSentences = {
  // Wallet and node
  UserRejectedError: [
    "Die Anfrage wurde in der Wallet abgelehnt.",
    "Nichts wurde gesendet. Fragen Sie erneut, wenn Sie so weit sind.",
  ],
  UpgradeRejectedError: [
    "Die Anfrage wurde in der Wallet abgelehnt.",
    "Nichts wurde gesendet. Fragen Sie erneut, wenn Sie so weit sind.",
  ],
  ChainNotAddedError: [
    "Die Wallet kennt dieses Netzwerk nicht.",
    "Fügen Sie das Netzwerk der Wallet hinzu und versuchen Sie es noch einmal.",
  ],
  WrongChainError: [
    "Die Wallet ist in einem anderen Netzwerk.",
    "Wechseln Sie das Netzwerk in der Wallet und versuchen Sie es noch einmal.",
  ],
  WalletUnauthorizedError: [
    "Die Wallet hat dieses Konto oder diese Handlung hier nicht erlaubt.",
    "Verbinden Sie das Konto in der Wallet und versuchen Sie es noch einmal.",
  ],
  WalletUnsupportedError: [
    "Die Wallet oder der Knoten unterstützt diese Anfrage nicht.",
    "Verwenden Sie eine andere Wallet oder senden Sie die Schritte einzeln.",
  ],
  WalletDisconnectedError: [
    "Die Wallet ist nicht mit dem Netzwerk verbunden.",
    "Verbinden Sie die Wallet neu und versuchen Sie es noch einmal.",
  ],
  WalletBusyError: [
    "Die Wallet wartet noch auf eine Antwort auf eine frühere Anfrage.",
    "Öffnen Sie die Wallet und beantworten Sie zuerst jene Anfrage.",
  ],
  InsufficientFundsError: [
    "Das Konto hat zu wenig von der Münze des Netzwerks, um diese Transaktion zu bezahlen.",
    "Füllen Sie es für die Gebühr auf und versuchen Sie es noch einmal.",
  ],
  NonceError: [
    "Eine andere Transaktion dieses Kontos hat den Platz dieser eingenommen.",
    "Warten Sie, bis sie bestätigt ist, und versuchen Sie es noch einmal.",
  ],
  FeeTooLowError: [
    "Die angebotene Gebühr liegt außerhalb dessen, was das Netzwerk jetzt annimmt.",
    "Überlassen Sie der Wallet die Wahl der Gebühr.",
  ],
  GasLimitError: [
    "Die Gasgrenze passt nicht zu dieser Transaktion.",
    "Überlassen Sie die Gasgrenze der Wallet.",
  ],
  RateLimitedError: [
    "Der Knoten beantwortet im Moment keine weiteren Anfragen.",
    "Warten Sie eine Minute oder verwenden Sie eine andere RPC-Adresse.",
  ],
  RpcTimeoutError: [
    "Der Knoten hat nicht rechtzeitig geantwortet.",
    "Versuchen Sie es noch einmal; wenn etwas signiert wurde, sehen Sie zuerst in den Aktivitäten der Wallet nach.",
  ],
  RpcUnreachableError: [
    "Der Knoten ist nicht erreichbar.",
    "Prüfen Sie die Verbindung und die RPC-Adresse und versuchen Sie es noch einmal.",
  ],

  // Transactions
  AccountMissingError: [
    "Es ist kein Konto verbunden, das dies signieren kann.",
    "Verbinden Sie eine Wallet oder geben Sie ein Konto an.",
  ],
  EventMissingError: [
    "Der Beleg enthält kein Ereignis „{event}“.",
    "Prüfen Sie, ob er zu dieser Handlung gehört.",
  ],
  TransactionFailedError: [
    "Die Transaktion hat nicht getan, wofür sie gesendet wurde.",
    "Sehen Sie in den Aktivitäten der Wallet nach, bevor Sie sie noch einmal senden.",
  ],
  "TransactionFailedError.reverted": [
    "Die Transaktion kam in einen Block, wurde aber abgelehnt.",
    "Prüfen Sie die Werte und versuchen Sie es noch einmal; nur die Gebühr wurde ausgegeben.",
  ],
  "TransactionFailedError.replaced": [
    "Eine andere Transaktion dieses Kontos hat den Platz dieser eingenommen.",
    "Sehen Sie die Aktivitäten des Kontos an und versuchen Sie es bei Bedarf noch einmal.",
  ],
  "TransactionFailedError.cancelled": [
    "Die Transaktion wurde in der Wallet abgebrochen.",
    "Nichts hat sich geändert. Fragen Sie erneut, wenn Sie so weit sind.",
  ],
  "TransactionFailedError.dropped": [
    "Das Netzwerk hat die Transaktion vergessen, bevor sie in einen Block kam.",
    "Nichts hat sich geändert. Senden Sie sie noch einmal, mit einer höheren Gebühr, wenn das Netzwerk ausgelastet ist.",
  ],
  "TransactionFailedError.timedOut": [
    "Die Transaktion ist noch in keinem Block.",
    "Das kann noch kommen: Sehen Sie in den Aktivitäten der Wallet nach, bevor Sie sie noch einmal senden.",
  ],
  UnknownRevertError: [
    ["Der Vertrag hat abgelehnt: {reason}.", checkAndReport],
    ["Der Vertrag hat abgelehnt: Eine Berechnung schlug fehl (Panic {panic}).", checkAndReport],
    ["Der Vertrag hat abgelehnt und keinen Grund genannt, der hier bekannt ist.", checkAndReport],
  ],
  UnexpectedError: [
    "Etwas ist fehlgeschlagen, wofür es hier keine Erklärung gibt.",
    "Versuchen Sie es noch einmal; geschieht es wieder, melden Sie es mit den Einzelheiten.",
  ],
  UnexplainedError: [
    "Die Anfrage ist fehlgeschlagen, und ihre Erklärung ließ sich nicht laden.",
    "Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
  ],
  AddressUnknownError: [
    ["Die Adresse von {contract} ist auf der Chain {chainId} nicht bekannt.", giveAddress],
    ["Die Adresse von {contract} ist auf dieser Chain nicht bekannt.", giveAddress],
  ],
  PermitSignatureError: [
    "Die Signatur der Erlaubnis hat {bytes} Bytes; nötig sind 65.",
    "Verwenden Sie stattdessen eine Freigabe: Konten, die Verträge sind, können keine Erlaubnis signieren.",
  ],

  // Roles
  AccessManagedUnauthorizedError: [
    "Dieses Konto hat die Rolle nicht, die hierfür nötig ist.",
    "Verwenden Sie ein Konto mit dieser Rolle oder bitten Sie einen Administrator darum.",
  ],
  AccessManagedRequiredDelayError: [
    "Dieses Konto darf dies erst nach einer Wartezeit ({delay, duration}).",
    "Setzen Sie es an und führen Sie es aus, wenn die Wartezeit vorbei ist.",
  ],
  AccessManagedInvalidAuthorityError: [
    "An der neuen Stelle, die den Zugriff verwalten soll, gibt es keinen Vertrag.",
    "Geben Sie die Adresse einer Zugriffsverwaltung an.",
  ],
  AccessManagerAlreadyScheduledError: [
    "Dies ist bereits angesetzt.",
    "Warten Sie auf den Zeitpunkt oder brechen Sie es zuerst ab.",
  ],
  AccessManagerBadConfirmationError: [
    "Die Bestätigung nennt nicht das aufrufende Konto.",
    "Geben Sie das Konto an, das die Rolle abgibt.",
  ],
  AccessManagerExpiredError: [
    "Dies war angesetzt, und die Woche dafür ist vorbei.",
    "Setzen Sie es noch einmal an.",
  ],
  AccessManagerInvalidInitialAdminError: [
    "Der erste Administrator kann nicht die Nulladresse sein.",
    "Geben Sie eine andere Adresse an.",
  ],
  AccessManagerLockedFunctionError: [
    "Die Rolle dieser Funktion ist unveränderlich.",
    "Wählen Sie eine andere Funktion.",
  ],
  AccessManagerLockedRoleError: ["Die Rolle {roleId} ist unveränderlich.", "Wählen Sie eine andere Rolle."],
  AccessManagerNotReadyError: [
    "Dies ist angesetzt, und die Wartezeit ist noch nicht vorbei.",
    "Warten Sie bis zum Zeitpunkt und führen Sie es dann aus.",
  ],
  AccessManagerNotScheduledError: [
    "Dies muss zuerst angesetzt werden, und die Wartezeit muss vergehen.",
    "Setzen Sie es an und führen Sie es aus, wenn die Wartezeit vorbei ist.",
  ],
  AccessManagerUnauthorizedAccountError: [
    "Dieses Konto hat die Rolle {roleId} nicht, die hierfür nötig ist.",
    "Verwenden Sie ein Konto mit dieser Rolle oder bitten Sie einen Administrator darum.",
  ],
  AccessManagerUnauthorizedCallError: [
    "Dieses Konto darf {selector} von {target} nicht aufrufen.",
    "Verwenden Sie ein Konto, das die Rolle dafür hat.",
  ],
  AccessManagerUnauthorizedCancelError: [
    "Dieses Konto darf nicht abbrechen, was {caller} angesetzt hat.",
    "Verwenden Sie das Konto, das es angesetzt hat, oder das eines Wächters.",
  ],
  AccessManagerUnauthorizedConsumeError: [
    "Nur {target} selbst darf verbrauchen, was dort angesetzt ist.",
    "Rufen Sie stattdessen das Ziel auf.",
  ],
  OperationWaitsError: [
    "Dies ist bereits angesetzt und kann ab {readyAt, time} ausgeführt werden.",
    "Warten Sie auf den Zeitpunkt oder brechen Sie es auf der Seite der Rollen ab.",
  ],

  // Assets
  AssetUnknownError: ["An der Adresse {asset} gibt es keinen Vermögenswert.", "Prüfen Sie die Adresse."],
  AssetNotIssuerError: ["Das darf nur der Emittent dieses Vermögenswerts.", issuersAccount],
  AssetWrongStateError: ["Dieser Vermögenswert ist im Zustand {state}, der dies nicht erlaubt.", stateAllows],
  "AssetWrongStateError.0": ["Dieser Vermögenswert ist nicht bekannt, was dies nicht erlaubt.", stateAllows],
  "AssetWrongStateError.1": ["Dieser Vermögenswert ist ein Entwurf, was dies nicht erlaubt.", stateAllows],
  "AssetWrongStateError.2": ["Dieser Vermögenswert ist im Umlauf, was dies nicht erlaubt.", stateAllows],
  "AssetWrongStateError.3": ["Dieser Vermögenswert ist fällig, was dies nicht erlaubt.", stateAllows],
  "AssetWrongStateError.4": ["Dieser Vermögenswert ist beendet, was dies nicht erlaubt.", stateAllows],
  AssetInvalidTermsError: ["Die Bedingungen passen nicht: „{field, word}“ ist nicht gültig.", correct],
  "AssetInvalidTermsError.name": ["Die Bedingungen passen nicht: Der Name hat 1 bis 64 Bytes.", correct],
  "AssetInvalidTermsError.symbol": ["Die Bedingungen passen nicht: Das Kürzel hat 1 bis 12 Bytes.", correct],
  "AssetInvalidTermsError.jurisdiction": [
    "Die Bedingungen passen nicht: Das Land ist eine Nummer nach ISO 3166-1 von 1 bis 999.",
    correct,
  ],
  "AssetInvalidTermsError.shares": [
    "Die Bedingungen passen nicht: Es gibt mindestens 1 Anteil, und weniger als 2^128 Einheiten mit 18 Dezimalstellen.",
    correct,
  ],
  "AssetInvalidTermsError.valuation": [
    "Die Bedingungen passen nicht: Die Bewertung ist größer als null.",
    correct,
  ],
  "AssetInvalidTermsError.metadataURI": [
    "Die Bedingungen passen nicht: Die Beschreibung beginnt mit data:application/json und hat höchstens 8192 Bytes.",
    correct,
  ],
  "AssetInvalidTermsError.documentsRoot": [
    "Die Bedingungen passen nicht: Der Fingerabdruck der Dokumente ist nicht null.",
    correct,
  ],
  "AssetInvalidTermsError.rules": [
    "Die Bedingungen passen nicht: Im neuen Modul gibt es Regeln für diesen Vermögenswert.",
    correct,
  ],
  "AssetInvalidTermsError.salt": [
    "Die Bedingungen passen nicht: Die Zufallszahl ist eine, die dieser Emittent noch nicht verwendet hat.",
    correct,
  ],
  AssetIssuerNotVerifiedError: [
    "Das Konto des Emittenten ist nicht geprüft.",
    "Lassen Sie es zuerst prüfen.",
  ],
  AssetModuleNotAllowedError: [
    "Das Compliance-Modul {module} ist nicht zugelassen.",
    "Verwenden Sie das Modul dieser Installation.",
  ],
  AssetSupplyNotZeroError: [
    "Von diesem Vermögenswert gibt es noch {supply, shares} Anteile; beenden lässt er sich erst bei null.",
    "Lösen Sie sie zuerst ein oder vernichten Sie sie.",
  ],
  AssetTokenOnlyRegistryError: [
    "Nur das Register der Vermögenswerte darf dies mit einem Anteilstoken tun.",
    "Rufen Sie stattdessen das Register auf.",
  ],
  AssetTokenPausedError: ["Übertragungen dieses Vermögenswerts sind angehalten bis {until, time}.", tryAfter],
  AssetTokenNotActiveError: [
    "Dieser Vermögenswert ist nicht im Umlauf.",
    "Warten Sie, bis er es ist; fällige Anteile lassen sich nur einlösen.",
  ],
  AssetTokenInvalidForcedTransferError: [
    "Eine Zwangsübertragung braucht zwei verschiedene Konten.",
    "Nennen Sie einen anderen Empfänger.",
  ],
  AssetTokenFrozenChangedError: [
    "Gesperrt sind jetzt {actual, shares} Anteile und nicht {expected, shares}.",
    "Sehen Sie noch einmal hin und entscheiden Sie dann.",
  ],
  AssetTokenNotRecoveredError: [
    "Das Konto {account} wurde nicht wiederhergestellt; darum bleiben seine Anteile, wo sie sind.",
    completeRecovery,
  ],
  AssetIssuerNotRecoveredError: [
    "Der Emittent {issuer} wurde nicht wiederhergestellt; darum hat der Vermögenswert keinen anderen.",
    completeRecovery,
  ],
  AssetOnlyRedemptionError: [
    "Nur der Vertrag für Rückzahlungen darf Anteile für jene vernichten, die sie einlösen.",
    "Lösen Sie sie dort ein.",
  ],
  MetadataInvalidError: [
    [
      "Die Beschreibung des Vermögenswerts lässt sich nicht verwenden: Sie hat {size, count} Bytes, möglich sind {limit, count}.",
      "Kürzen oder berichtigen Sie sie und versuchen Sie es noch einmal.",
    ],
    [
      "Die Beschreibung des Vermögenswerts lässt sich nicht verwenden: Das Feld „{field}“ passt nicht.",
      "Kürzen oder berichtigen Sie sie und versuchen Sie es noch einmal.",
    ],
  ],
  IssuerRoleRequiredError: [
    "Dieses Konto darf keine Vermögenswerte ausgeben.",
    "Bitten Sie den Arbeitsplatz der Compliance dieses Netzwerks um die Rolle eines Emittenten.",
  ],
  DemoDeskNotVerifiedError: [
    "Nur Konten, die mit Stufe 2 oder höher geprüft sind, können Emittenten werden.",
    "Lassen Sie dieses Konto zuerst mit einer höheren Stufe prüfen.",
  ],

  // Rules of assets
  ComplianceOnlyRegistryError: [
    "Nur das Register der Vermögenswerte darf die ersten Regeln eines Vermögenswerts setzen.",
    "Tokenisieren Sie den Vermögenswert über das Register.",
  ],
  ComplianceNotTighterError: [
    "Die Regel „{field, word}“ würde gelockert, und der Arbeitsplatz der Compliance darf nur verschärfen.",
    askForce,
  ],
  "ComplianceNotTighterError.minTier": [
    "Die niedrigste Stufe würde gelockert, und der Arbeitsplatz der Compliance darf nur verschärfen.",
    askForce,
  ],
  "ComplianceNotTighterError.lockedUntil": [
    "Die Haltefrist würde gelockert, und der Arbeitsplatz der Compliance darf nur verschärfen.",
    askForce,
  ],
  "ComplianceNotTighterError.maxHolders": [
    "Die höchste Zahl der Inhaber würde gelockert, und der Arbeitsplatz der Compliance darf nur verschärfen.",
    askForce,
  ],
  "ComplianceNotTighterError.capPerIdentity": [
    "Die Obergrenze je Person würde gelockert, und der Arbeitsplatz der Compliance darf nur verschärfen.",
    askForce,
  ],
  ComplianceInvalidRulesError: ["Die Regeln passen nicht: „{field, word}“ ist nicht gültig.", correct],
  "ComplianceInvalidRulesError.asset": [
    "Die Regeln passen nicht: Der Vermögenswert ist einer, den das Register kennt.",
    correct,
  ],
  "ComplianceInvalidRulesError.minTier": [
    "Die Regeln passen nicht: Die niedrigste Stufe ist 1 bis 3.",
    correct,
  ],
  "ComplianceInvalidRulesError.lockedUntil": [
    "Die Regeln passen nicht: Die Haltefrist endet innerhalb der längsten erlaubten.",
    correct,
  ],
  "ComplianceInvalidRulesError.country": [
    "Die Regeln passen nicht: Ein Land ist eine Nummer nach ISO 3166-1 von 1 bis 999.",
    correct,
  ],
  ERC7943CannotSendError: [
    "Das Konto {account} darf keine Anteile senden: Es ist nicht geprüft, gesperrt, widerrufen oder ersetzt.",
    "Lassen Sie das Konto prüfen oder wenden Sie sich an den Arbeitsplatz der Compliance.",
  ],
  ERC7943CannotReceiveError: [
    "Das Konto {account} darf keine Anteile dieses Vermögenswerts empfangen: Es ist nicht geprüft, abgelaufen, gesperrt, von zu niedriger Stufe oder in einem ausgeschlossenen Land.",
    "Bitten Sie den Empfänger, das Konto prüfen zu lassen, oder wählen Sie einen anderen.",
  ],
  ERC7943CannotTransferError: [
    "Eine Regel dieses Vermögenswerts erlaubt nicht, {amount, shares} Anteile zu übertragen: die Haltefrist, die Zahl der Inhaber oder die Obergrenze je Person.",
    "Sehen Sie die Regeln des Vermögenswerts an oder übertragen Sie weniger Anteile.",
  ],
  ERC7943InsufficientUnfrozenBalanceError: [
    "Frei verfügbar sind {unfrozen, shares} Anteile; nötig sind {amount, shares}.",
    "Senden Sie weniger Anteile.",
  ],
  TransferRefusedError: [
    "Eine Regel dieses Vermögenswerts erlaubt diese Übertragung nicht.",
    "Sehen Sie die Regeln des Vermögenswerts an.",
  ],
  "TransferRefusedError.senderUnknown": [
    "Das sendende Konto ist nicht geprüft.",
    "Lassen Sie das Konto zuerst prüfen.",
  ],
  "TransferRefusedError.senderFrozen": ["Die Identität des Absenders ist gesperrt.", askDesk],
  "TransferRefusedError.senderRevoked": ["Die Identität des Absenders wurde widerrufen.", askDesk],
  "TransferRefusedError.senderRetired": [
    "Das sendende Konto wurde nach einer Wiederherstellung durch ein anderes ersetzt.",
    "Senden Sie von dem Konto, das an seine Stelle trat.",
  ],
  "TransferRefusedError.receiverUnknown": [
    "Das Konto des Empfängers ist nicht geprüft.",
    "Bitten Sie den Empfänger, das Konto zuerst prüfen zu lassen.",
  ],
  "TransferRefusedError.receiverFrozen": ["Die Identität des Empfängers ist gesperrt.", otherReceiver],
  "TransferRefusedError.receiverRevoked": ["Die Identität des Empfängers wurde widerrufen.", otherReceiver],
  "TransferRefusedError.receiverRetired": [
    "Das Konto des Empfängers wurde nach einer Wiederherstellung durch ein anderes ersetzt.",
    "Senden Sie an das Konto, das an seine Stelle trat.",
  ],
  "TransferRefusedError.receiverExpired": ["Die Prüfung des Empfängers ist abgelaufen.", askReceiver],
  "TransferRefusedError.receiverTier": [
    "Der Empfänger ist mit einer niedrigeren Stufe geprüft, als dieser Vermögenswert verlangt.",
    askReceiver,
  ],
  "TransferRefusedError.receiverCountry": [
    "Dieser Vermögenswert darf im Land des Empfängers nicht gehalten werden.",
    otherReceiver,
  ],
  "TransferRefusedError.insufficientUnfrozen": [
    "Ein Teil der Anteile des Absenders ist gesperrt, und der Rest reicht nicht.",
    "Senden Sie weniger Anteile.",
  ],
  "TransferRefusedError.locked": [
    "Die Haltefrist dieses Vermögenswerts ist nicht zu Ende; bis dahin gehen Anteile nur vom Emittenten aus oder an ihn.",
    "Versuchen Sie es nach dem Ende der Haltefrist noch einmal.",
  ],
  "TransferRefusedError.holderLimit": [
    "Dieser Vermögenswert hat bereits so viele Inhaber, wie er haben darf.",
    "Wählen Sie einen Empfänger, der ihn bereits hält.",
  ],
  "TransferRefusedError.identityCap": [
    "Der Empfänger hätte mehr, als eine Person von diesem Vermögenswert halten darf.",
    "Senden Sie weniger Anteile.",
  ],
  "TransferRefusedError.paused": [
    "Übertragungen dieses Vermögenswerts sind angehalten.",
    "Versuchen Sie es noch einmal, wenn die Pause vorbei ist, nach höchstens 14 Tagen.",
  ],
  "TransferRefusedError.notActive": [
    "Dieser Vermögenswert ist nicht im Umlauf.",
    "Warten Sie, bis er es ist; fällige Anteile lassen sich nur einlösen.",
  ],
  "TransferRefusedError.moduleFailed": [
    "Die Regeln dieses Vermögenswerts ließen sich nicht lesen.",
    "Wenden Sie sich an den Emittenten.",
  ],
  "TransferRefusedError.pledgeOnly": [
    "Der Empfänger ist ein Vertrag, der Pfänder verwahrt; was ihm bloß geschickt würde, gehörte niemandem.",
    "Verpfänden Sie Anteile stattdessen als Sicherheit eines Kreditmarkts.",
  ],

  // Identity
  VerificationRequiredError: [
    "Dieses Konto ist nicht geprüft.",
    "Lassen Sie es auf der Seite der Identität prüfen und kommen Sie dann zurück.",
  ],
  PriceMovedError: [
    "Der Preis ist nicht mehr der, der Ihnen gezeigt wurde.",
    "Schließen Sie dies, sehen Sie den jetzigen Preis an und prüfen Sie erneut.",
  ],
  OtherTapContractError: [
    "Der Dienst zählt Taps für ein anderes Netzwerk oder einen anderen Vertrag als diese App. Es wurde nichts signiert.",
    "Laden Sie die Seite neu. Bleibt es dabei, sagen Sie es denen, die diese App betreiben.",
  ],
  OtherAccountError: [
    "Diese Verknüpfung ist für ein anderes Konto.",
    "Verbinden Sie das Konto, für das sie vorbereitet wurde.",
  ],
  IdentityInvalidSignerError: [
    "Die Signatur ist nicht von einem Prüfer oder nicht von dem Konto, das signieren muss.",
    "Bitten Sie um eine neue Bestätigung und reichen Sie sie unverändert ein.",
  ],
  IdentitySignatureExpiredError: [
    "Diese Bestätigung konnte bis {deadline, time} eingereicht werden.",
    "Bitten Sie um eine neue.",
  ],
  IdentityInvalidNonceError: [
    "Diese Bestätigung wurde für Schritt {given} des Kontos gemacht, das bei {expected} ist.",
    "Bitten Sie um eine neue.",
  ],
  IdentityAccountTakenError: [
    "Dieses Konto gehört bereits zu einer Identität, und ein Konto gehört für immer zu einer.",
    "Verwenden Sie ein Konto, das nie geprüft wurde.",
  ],
  IdentityAlreadyKnownError: [
    "Diese Person hat bereits ein geprüftes Konto, und eine Person hat eine Identität.",
    "Verknüpfen Sie stattdessen dieses Konto mit jenem.",
  ],
  IdentityUnknownAccountError: ["Dieses Konto wurde nie geprüft.", "Lassen Sie es zuerst prüfen."],
  IdentityNotInGoodStandingError: [
    "Die Identität dieses Kontos ist gesperrt, widerrufen oder abgelaufen.",
    "Erneuern Sie die Prüfung oder wenden Sie sich an den Arbeitsplatz der Compliance.",
  ],
  IdentityTooManyAccountsError: [
    "Diese Identität hat bereits {limit} Konten; mehr sind nicht möglich.",
    "Verwenden Sie eines davon.",
  ],
  IdentityInvalidAttestationError: [
    "Die Bestätigung nennt Land {country}, Stufe {tier} und ein Ende am {validUntil, time}; nötig sind ein Land von 1 bis 999, eine Stufe von 1 bis 3 und ein Ende in der Zukunft.",
    "Bitten Sie den Prüfer um eine berichtigte.",
  ],
  IdentitySystemConflictError: [
    "Das Konto einer Person kann kein Systemvertrag sein, und ein Systemvertrag keine Person.",
    "Verwenden Sie ein anderes Konto.",
  ],
  IdentityRecoveryPendingError: [
    "Eine Wiederherstellung von {lost} wartet bereits und kann ab {readyAt, time} abgeschlossen werden.",
    "Lassen Sie sie abschließen oder von einem Wächter abbrechen.",
  ],
  IdentityRecoveryNotPendingError: ["Es wartet keine Wiederherstellung von {lost}.", nothingToDo],
  IdentityRecoveryTooEarlyError: [
    "Die Wiederherstellung von {lost} kann ab {readyAt, time} abgeschlossen werden; bis dahin kann ihr Eigentümer widersprechen.",
    tryThen,
  ],
  IdentityAccountRetiredError: [
    "Das Konto {account} wurde wiederhergestellt: Ein anderes hat für immer seine Stelle eingenommen.",
    "Verwenden Sie seinen Nachfolger.",
  ],
  IdentityNotSystemError: [
    "Nur ein Vertrag des Systems darf eine Verpfändung vermerken, nicht {caller}.",
    "Verpfänden Sie in einem Leihmarkt.",
  ],

  // Income and lists of payments
  RootInvalidError: [
    "Eine Liste von Zahlungen ohne Wurzel oder ohne Summe lässt sich nicht vorschlagen.",
    "Erstellen Sie die Liste neu und schlagen Sie sie dann vor.",
  ],
  RootPendingError: [
    "Eine Liste von Zahlungen wartet bereits und kann ab {readyAt, time} wirksam werden.",
    "Lassen Sie sie wirksam werden oder bitten Sie einen Wächter um ein Veto.",
  ],
  RootNotPendingError: ["Hier wartet keine Liste von Zahlungen.", "Schlagen Sie zuerst eine vor."],
  RootTooEarlyError: ["Diese Liste von Zahlungen kann ab {readyAt, time} wirksam werden.", tryThen],
  RootNotFundedError: [
    "Die Liste zahlt insgesamt {total, count} Einheiten, und {funded, count} sind da.",
    "Schlagen Sie eine Liste vor, die das Geld deckt.",
  ],
  IncomeNotIssuerError: ["Das darf nur der Emittent des Vermögenswerts.", issuersAccount],
  IncomeInvalidAmountError: [
    "Eine Ausschüttung von nichts ist nicht möglich, auch keine Liste, die größer als die Zahlung ist.",
    "Zahlen Sie mehr als null und mindestens die Summe der Liste.",
  ],
  IncomeInvalidRecordBlockError: [
    "Block {recordBlock} kann nicht der Stichtagsblock sein: Die Chain ist bei {current}.",
    "Wählen Sie einen Block, den es schon gibt.",
  ],
  IncomeInvalidExpiryError: [
    "Das Abrufen würde am {expiry, time} enden; möglich ist es für 30 bis 3650 Tage.",
    "Wählen Sie ein Datum dazwischen.",
  ],
  IncomeUnknownPaymentError: ["Diese Ausschüttung gibt es nicht.", "Prüfen Sie ihre Nummer."],
  IncomeNotActiveError: [
    "Diese Ausschüttung lässt sich nicht abrufen: Ihre Liste wartet noch, oder ein Veto hat sie beendet.",
    "Versuchen Sie es noch einmal, wenn die Liste wirksam ist.",
  ],
  IncomeExpiredError: [
    "Diese Ausschüttung konnte bis {expiry, time} abgerufen werden.",
    "Fragen Sie den Emittenten, an den der Rest zurückging.",
  ],
  IncomeNotExpiredError: [
    "Diese Ausschüttung kann bis {expiry, time} abgerufen werden; vorher kann der Rest nicht zurückgehen.",
    tryAfter,
  ],
  IncomeAlreadyClaimedError: ["Diese Ausschüttung wurde bereits abgerufen.", nothingToDo],
  IncomeInvalidProofError: [
    "Der Nachweis zeigt nicht, dass diesem Konto dieser Betrag zusteht.",
    "Erstellen Sie ihn neu aus den Beständen am Stichtagsblock.",
  ],
  IncomeClosedError: [
    "Diese Ausschüttung ist abgeschlossen: Der Rest ging an den Emittenten zurück.",
    nothingToDo,
  ],
  IncomeActiveError: ["Die Liste dieser Ausschüttung ist wirksam und endgültig.", nothingToDo],
  IncomeExhaustedError: [
    "Dieser Abruf lautet auf {amount, count} Einheiten, und vom Eingezahlten sind {left, count} übrig: Die Liste hat zu viel versprochen.",
    "Fragen Sie den Emittenten nach dem Rest.",
  ],
  IncomeTreeError: [
    "Die Liste der Ausschüttung lässt sich nicht erstellen.",
    "Prüfen Sie den Betrag und den Block und versuchen Sie es noch einmal.",
  ],
  "IncomeTreeError.twice": [
    "Das Konto {holder} steht zweimal unter den Inhabern.",
    "Nennen Sie jedes Konto einmal.",
  ],
  "IncomeTreeError.nobody": [
    "An diesem Block hält niemand außer dem Emittenten Anteile; darum gibt es niemanden, der etwas erhält.",
    "Wählen Sie einen späteren Block, nachdem Anteile verkauft wurden.",
  ],
  "IncomeTreeError.tooLittle": [
    "Der Betrag ist zu klein, um ihn aufzuteilen.",
    "Zahlen Sie einen höheren Betrag.",
  ],

  // Campaigns
  CampaignCsvError: ["Die Zeile {line} der Liste lässt sich nicht lesen.", correct],
  "CampaignCsvError.empty": [
    "Die Datei nennt kein Konto.",
    "Geben Sie in jeder Zeile ein Konto an: Adresse, Komma, QTI.",
  ],
  "CampaignCsvError.columns": [
    "Die Zeile {line} hat keine zwei Spalten.",
    "Schreiben Sie eine Adresse, ein Komma und einen Betrag in QTI.",
  ],
  "CampaignCsvError.account": [
    "Die Zeile {line} beginnt nicht mit einer Adresse.",
    "Berichtigen Sie die Adresse; Groß- und Kleinschreibung sind ihre Prüfsumme.",
  ],
  "CampaignCsvError.amount": [
    "Die Zeile {line} hat keinen Betrag in QTI über null mit höchstens 18 Nachkommastellen.",
    "Schreiben Sie Ziffern und einen Punkt vor den Nachkommastellen, ohne Tausendertrennung.",
  ],
  "CampaignCsvError.twice": [
    "Die Zeile {line} nennt ein Konto, das schon weiter oben steht.",
    "Nennen Sie jedes Konto einmal, mit allem, was es erhält.",
  ],
  CampaignQueryError: ["Aus der Abfrage lässt sich keine Liste erstellen.", correct],
  "CampaignQueryError.block": [
    "Die Abfrage sagt nicht, von welchem Block.",
    "Schreiben Sie block: $block in ihre Liste.",
  ],
  "CampaignQueryError.long": [
    "Die Abfrage ist zu lang für den Verweis, in dem sie stehen muss.",
    "Kürzen Sie sie: Mit ihrer Regel muss sie in 2048 Zeichen passen.",
  ],
  "CampaignQueryError.rows": [
    "Die Antwort hat keine Liste mit dem Namen rows.",
    "Benennen Sie die Liste: rows: poolPositions(...).",
  ],
  "CampaignQueryError.id": ["Die Zeile {row} hat keine id.", "Fragen Sie nach der id jeder Zeile."],
  "CampaignQueryError.account": [
    "Die Zeile {row} nennt kein Konto.",
    "Fragen Sie nach seiner Adresse unter dem Namen account.",
  ],
  "CampaignQueryError.amount": [
    "Die Zeile {row} hat keine ganze Zahl ab null als Menge.",
    "Fragen Sie nach einer ganzen Zahl als amount, oder teilen Sie eine Summe gleich auf.",
  ],
  "CampaignQueryError.order": [
    "Die Zeile {row} kommt nicht nach der Zeile vor ihr.",
    "Schreiben Sie orderBy: id in die Liste und id_gt: $after in ihren Filter.",
  ],
  "CampaignQueryError.cut": [
    "Der Index gibt höchstens 1000 Zeilen auf einmal, und es könnten mehr sein.",
    "Schreiben Sie orderBy: id in die Liste und id_gt: $after in ihren Filter: Dann werden alle Seiten gelesen.",
  ],
  "CampaignQueryError.many": ["Es sind mehr als 100000 Zeilen.", "Grenzen Sie die Abfrage ein."],
  "CampaignQueryError.nobody": [
    "Nach dieser Abfrage bekommt bei diesem Block niemand etwas.",
    "Sehen Sie sich ihren Filter und den Block an.",
  ],
  CampaignTreeError: [
    "Der Baum der Kampagne lässt sich nicht erstellen.",
    "Prüfen Sie die Liste der Konten und Beträge.",
  ],
  "CampaignTreeError.nobody": [
    "Niemand bekäme etwas, und ein Baum braucht jemanden.",
    "Nennen Sie mindestens ein Konto.",
  ],
  "CampaignTreeError.twice": [
    "Das Konto {account} steht zweimal in der Liste.",
    "Nennen Sie jedes Konto einmal.",
  ],
  "CampaignTreeError.nothing": ["Das Konto {account} bekäme nichts.", "Lassen Sie weg, wer nichts bekommt."],

  // Redemption
  RedemptionNotIssuerError: [
    "Nur der Emittent des Vermögenswerts darf dessen Rückzahlung öffnen.",
    issuersAccount,
  ],
  RedemptionNotMaturedError: [
    "Nur ein fälliger Vermögenswert mit Anteilen lässt sich einlösen.",
    "Lassen Sie den Vermögenswert zuerst fällig werden.",
  ],
  RedemptionInvalidAmountError: [
    "Ein Betrag von {amount, count} Einheiten lässt sich für eine Rückzahlung nicht verwenden.",
    "Wählen Sie einen höheren Betrag.",
  ],
  RedemptionAlreadyOpenError: [
    "Die Rückzahlung dieses Vermögenswerts ist bereits offen, und ihr Preis steht fest.",
    "Lassen Sie die Inhaber ihre Anteile einlösen.",
  ],
  RedemptionNotOpenError: [
    "Die Rückzahlung dieses Vermögenswerts ist nicht offen.",
    "Warten Sie, bis der Emittent einzahlt.",
  ],
  RedemptionSharesRemainError: [
    "Noch sind {supply, shares} Anteile nicht eingelöst; die Rückzahlung endet, wenn keiner übrig ist.",
    "Warten Sie auf ihre Inhaber.",
  ],
  RedemptionBelowMinimumError: [
    "Die Anteile bringen {amount, count} Geldeinheiten, weniger als die verlangten {minAmount, count}.",
    "Nehmen Sie weniger an oder lösen Sie mehr Anteile ein.",
  ],

  // Money and tokens
  MoneyNotListedError: [
    "Der Token {money} wird hier nicht als Geld angenommen.",
    "Wählen Sie einen zugelassenen Token.",
  ],
  MoneyTransferInexactError: [
    "Eine Übertragung von {expected, count} Einheiten von {token} bewegte {received, count}: Der Token nimmt eine Gebühr oder ändert Bestände von selbst.",
    "Verwenden Sie einen anderen Token.",
  ],
  MoneyProbeZeroError: [
    "Nichts hin- und herzusenden würde nichts über {money} beweisen.",
    "Geben Sie für die Probe mindestens eine Einheit an.",
  ],
  ERC20InsufficientBalanceError: [
    "Das Konto hat zu wenige dieser Token.",
    "Wählen Sie einen kleineren Betrag oder beschaffen Sie sich zuerst mehr.",
  ],
  ERC20InsufficientAllowanceError: [
    "Der Vertrag darf von diesem Konto noch nicht so viele Token nehmen.",
    "Geben Sie den Betrag zuerst frei oder signieren Sie eine Erlaubnis.",
  ],
  ERC20InvalidApproverError: [
    "Die Nulladresse kann nichts freigeben.",
    "Nennen Sie einen anderen Eigentümer.",
  ],
  ERC20InvalidReceiverError: ["An {receiver} lassen sich keine Token senden.", otherReceiver],
  ERC20InvalidSenderError: [
    "Von {sender} lassen sich keine Token senden.",
    "Wählen Sie einen anderen Absender.",
  ],
  ERC20InvalidSpenderError: [
    "Der Nulladresse lässt sich nichts zum Ausgeben freigeben.",
    "Wählen Sie jemand anderen, der ausgeben darf.",
  ],
  ERC2612ExpiredSignatureError: [
    "Die Erlaubnis konnte bis {deadline, time} verwendet werden.",
    "Signieren Sie eine neue.",
  ],
  ERC2612InvalidSignerError: [
    "Die Erlaubnis wurde von {signer} signiert und nicht von ihrem Eigentümer {owner}.",
    "Signieren Sie sie mit dem Konto des Eigentümers.",
  ],
  InvalidAccountNonceError: [
    "Diese Signatur wurde für einen anderen Schritt des Kontos gemacht, das bei {currentNonce} ist.",
    signAgain,
  ],
  SafeERC20FailedOperationError: [
    "Der Token {token} hat die Übertragung abgelehnt.",
    "Prüfen Sie Bestand und Freigabe und versuchen Sie es noch einmal.",
  ],
  FaucetTooSoonError: [
    "Testgeld gibt es einmal am Tag; für dieses Konto wieder am {availableAt, time}.",
    "Kommen Sie dann wieder.",
  ],

  // Staking
  StakingOnlyTreasuryError: [
    "Nur die Ertragskasse darf Erträge ankündigen.",
    "Finanzieren Sie die Erträge über die Kasse.",
  ],
  StakingPausedError: ["Das Staking ist angehalten bis {until, time}; das Abheben nicht.", tryAfter],
  StakingRewardNotReceivedError: [
    "Angekündigt waren {expected, shares} QTI an Erträgen, und {received, shares} kamen an.",
    "Übertragen Sie die Erträge zuerst.",
  ],
  StakingSharesBelowMinimumError: [
    "Die Einzahlung ergäbe {shares, stake} sQTI, weniger als die verlangten {minShares, stake}.",
    "Nehmen Sie weniger an oder zahlen Sie mehr ein.",
  ],
  TreasuryInsufficientFundsError: [
    "Die Kasse hat {available, shares} QTI, und {requested, shares} wurden verlangt.",
    "Verlangen Sie weniger.",
  ],
  TreasuryStreamNotListedError: [
    "Nach {target} dürfen keine Erträge fließen; die Adresse ist nicht zugelassen.",
    "Lassen Sie sie zuerst zu oder wählen Sie den Tresor.",
  ],
  StakingZeroAmountError: [
    "Es würde nichts eingesetzt oder abgehoben: Der Betrag ist null.",
    "Wählen Sie einen Betrag größer als null.",
  ],
  StakingUnknownLockError: [
    "Eine Sperrfrist mit der Nummer {lock} gibt es nicht; es gibt {count, count}, gezählt ab 0.",
    "Wählen Sie eine davon.",
  ],
  StakingUnknownPositionError: ["Die Position {positionId} gibt es nicht.", "Prüfen Sie ihre Nummer."],
  StakingNotOwnerError: [
    "Die Position {positionId} gehört einem anderen Konto.",
    "Verwenden Sie das Konto, das sie eröffnet hat.",
  ],
  StakingExceedsPositionError: [
    "Die Position {positionId} hält {amount, shares} QTI, weniger als die verlangten {requested, shares}.",
    "Heben Sie weniger ab.",
  ],
  StakingNothingToPokeError: [
    "Die Position {positionId} hat keinen Multiplikator, der jetzt enden könnte: Ihre Sperrfrist läuft noch, oder er endete schon.",
    "Warten Sie, bis die Sperrfrist vorbei ist; sonst müssen Sie nichts tun.",
  ],
  PauseActiveError: [
    "Dies ist angehalten bis {until, time}; was Ihnen gehört, können Sie weiterhin herausnehmen.",
    tryAfter,
  ],
  TreasuryUnknownSpenderError: [
    "Das Konto {caller} hat kein Budget in der Ertragskasse.",
    "Bitten Sie die Rolle, die die Kasse führt, um eines.",
  ],
  TreasuryBudgetExceededError: [
    "Das würde {amount, shares} QTI auszahlen, und das Budget dieses Zeitraums hat noch {left, shares}; ein neues beginnt am {resetsAt, time}.",
    "Nehmen Sie weniger oder versuchen Sie es dann noch einmal.",
  ],
  TreasuryInvalidBudgetError: [
    "Ein Budget gilt mindestens eine Stunde und hat weniger als 2^96 Einheiten; dieses würde {period, count} Sekunden gelten.",
    "Wählen Sie eine andere Grenze oder einen anderen Zeitraum.",
  ],
  QtiInvalidHolderError: [
    "Der Vorrat an QTI lässt sich nicht an {holder} geben.",
    "Nennen Sie einen anderen Inhaber.",
  ],
  ERC4626ExceededMaxDepositError: [
    "Der Tresor oder Pool nimmt jetzt weniger an, als eingezahlt werden soll.",
    "Zahlen Sie weniger ein oder warten Sie, bis Einzahlungen wieder offen sind.",
  ],
  ERC4626ExceededMaxMintError: [
    "Der Tresor oder Pool gibt jetzt weniger Anteile aus, als verlangt werden.",
    "Verlangen Sie weniger oder warten Sie, bis Einzahlungen wieder offen sind.",
  ],
  ERC4626ExceededMaxWithdrawError: [
    "Von diesem Konto lässt sich jetzt weniger abheben, als verlangt wird.",
    "Heben Sie weniger ab: Grenze ist, was es hält und was frei ist.",
  ],
  ERC4626ExceededMaxRedeemError: [
    "Von diesem Konto lassen sich jetzt weniger Anteile einlösen, als verlangt werden.",
    "Lösen Sie weniger ein: Grenze ist, was es hält und was frei ist.",
  ],

  // Points and taps
  PointsNotTransferableError: [
    "Punkte lassen sich nicht an andere senden: Man verdient sie und löst sie ein.",
    "Lösen Sie sie im Laden ein.",
  ],
  PointsUnknownChannelError: [
    "Das Konto {caller} ist kein Weg, auf dem man Punkte verdient.",
    "Bitten Sie die Rolle, die die Kasse führt, um ein Kontingent dafür.",
  ],
  PointsNotRedeemerError: [
    "Das Konto {caller} darf keine Punkte einlösen.",
    "Lösen Sie sie über den Laden ein.",
  ],
  PointsQuotaExceededError: [
    "Das ergäbe {amount, points} Punkte, und von dem, was alle zusammen so verdienen können, sind {left, points} übrig; ab {resetsAt, time} geht wieder mehr.",
    "Nichts geht verloren: Rufen Sie sie dann noch einmal ab.",
  ],
  PointsInvalidQuotaError: [
    "Ein Kontingent gilt mindestens eine Stunde und hat weniger als 2^96 Einheiten; dieses würde {period, count} Sekunden gelten.",
    "Wählen Sie eine andere Grenze oder einen anderen Zeitraum.",
  ],
  TapInvalidSignerError: [
    "Diesen Beleg hat nicht {signer} signiert; nur Belege von dort gelten jetzt.",
    "Fordern Sie einen neuen Beleg an.",
  ],
  TapVoucherExpiredError: [
    "Dieser Beleg konnte bis {deadline, time} verwendet werden; seine Punkte sind nicht verloren.",
    "Fordern Sie einen neuen Beleg an.",
  ],
  TapSequenceUsedError: [
    "Der Beleg {sequence} zählt nicht mehr: {last} wurde verwendet oder widerrufen.",
    "Fordern Sie einen neuen Beleg an.",
  ],
  TapSequenceTooHighError: [
    "Die Nummer {sequence} ist zu weit von der letzten, {last}, entfernt: Nummern steigen auf einmal um weniger als 1 048 576.",
    "Fordern Sie einen neuen Beleg an.",
  ],
  TapNoIdentityError: [
    "Das Konto {account} ist nicht geprüft oder nicht in gutem Stand; seine Taps warten, höchstens so viele, wie ein Tag ergibt.",
    "Lassen Sie das Konto prüfen und rufen Sie die Punkte dann ab.",
  ],
  TapNothingToClaimError: [
    "Alle {earned, points} Punkte dieses Belegs wurden bereits abgerufen.",
    "Tippen Sie weiter und rufen Sie ab, wenn Neues da ist.",
  ],
  TapDailyCapReachedError: [
    "Die {cap, points} Punkte, die ein Mensch am Tag abrufen kann, sind abgerufen.",
    "Nichts geht verloren: Rufen Sie den Rest ab {resetsAt, time} ab.",
  ],
  TapInvalidTermsError: [
    "Die Nulladresse kann keine Belege signieren, und eine Tagesgrenze ist nicht größer, als die Zählung fasst.",
    "Wählen Sie einen anderen Wert.",
  ],

  // Referrals
  ReferralInvalidSignerError: [
    "Die Signatur ist nicht die des neuen Mitglieds {signer}.",
    "Lassen Sie das neue Mitglied signieren.",
  ],
  ReferralSignatureExpiredError: ["Diese Signatur konnte bis {deadline, time} verwendet werden.", signAgain],
  ReferralInvalidNonceError: [
    "Diese Signatur hat die Nummer {given}, und für das neue Mitglied ist {expected} an der Reihe.",
    signAgain,
  ],
  ReferralSelfError: [
    "Ein Konto kann nicht sich selbst als Empfehlung nennen.",
    "Nennen Sie ein anderes Konto.",
  ],
  ReferralNotNewcomerError: [
    "Das Konto {newcomer} ist bereits geprüft; nur vorher lässt sich sagen, wer einen empfohlen hat.",
    nothingToDo,
  ],
  ReferralReferrerNotVerifiedError: [
    "Das Konto {referrer} ist nicht geprüft oder nicht in gutem Stand und kann jetzt niemanden empfehlen.",
    "Bitten Sie die Person, sich zuerst prüfen zu lassen, oder nennen Sie eine andere.",
  ],
  ReferralNotFinalError: [
    "Diese Empfehlung lässt sich nicht bestätigen.",
    "Das geht, wenn das neue Mitglied geprüft ist und lange genug eingesetzt hat.",
  ],
  "ReferralNotFinalError.0": [
    "Dieses Konto hat niemanden genannt, der es empfohlen hat.",
    "Das geht, wenn das neue Mitglied geprüft ist und lange genug eingesetzt hat.",
  ],
  "ReferralNotFinalError.1": [
    "Diese Empfehlung ist nicht endgültig: Das neue Mitglied ist noch nicht geprüft.",
    "Das geht, wenn das neue Mitglied geprüft ist und lange genug eingesetzt hat.",
  ],
  "ReferralNotFinalError.3": [
    "Diese Empfehlung ist bereits bestätigt.",
    "Das geht, wenn das neue Mitglied geprüft ist und lange genug eingesetzt hat.",
  ],
  "ReferralNotFinalError.4": [
    "Diese Empfehlung ist nichtig: Der Mensch hatte vorher schon ein Konto oder hat sich selbst empfohlen.",
    "Das geht, wenn das neue Mitglied geprüft ist und lange genug eingesetzt hat.",
  ],
  ReferralNotVestedError: [
    "Die Empfehlung von {newcomer} ist noch nicht bestätigt; erst dann zahlt sie.",
    "Bestätigen Sie sie zuerst.",
  ],
  ReferralAlreadyVestedError: ["Die Empfehlung von {newcomer} ist bereits bestätigt.", nothingToDo],
  ReferralNewcomerNotVerifiedError: [
    "Das Konto {newcomer} ist nicht geprüft, oder die Prüfung ist abgelaufen.",
    "Bitten Sie das neue Mitglied, die Prüfung abzuschließen oder zu erneuern.",
  ],
  ReferralNotItsPositionError: [
    "Die Position {positionId} gehört nicht dem Menschen hinter {newcomer}.",
    "Wählen Sie eine Position des neuen Mitglieds.",
  ],
  ReferralStakeTooSmallError: [
    "Die Position {positionId} hält {amount, shares} QTI; eine Empfehlung wird ab {minStake, shares} bestätigt.",
    "Wählen Sie eine größere Position oder warten Sie auf eine.",
  ],
  ReferralLockTooShortError: [
    "Die Position {positionId} war nicht für mindestens 30 Tage gesperrt.",
    "Wählen Sie eine, die es war.",
  ],
  ReferralHeldTooShortError: [
    "Die Position {positionId} zählt ab {readyAt, time}: Erst ist sie 30 Tage zu halten.",
    "Bestätigen Sie die Empfehlung dann.",
  ],
  ReferralNothingToClaimError: [
    "Für {newcomer} gibt es keinen neuen Bonus: Seither kam nichts dazu, oder der Höchstbetrag ist ausgezahlt.",
    "Rufen Sie ihn ab, wenn das neue Mitglied mehr Punkte abgerufen hat.",
  ],
  ReferralInvalidTermsError: [
    "Ein Bonus ist höchstens so groß wie das, was das neue Mitglied verdient; ein neues Mitglied bringt höchstens, was die empfehlende Person insgesamt erhält; und ein Einsatz wird verlangt.",
    "Wählen Sie einen anderen Wert.",
  ],

  // Store
  StoreNotVerifiedError: [
    "Das Konto {account} ist nicht geprüft oder nicht in gutem Stand; nur dann lassen sich Punkte einlösen.",
    "Lassen Sie das Konto zuerst prüfen; die Punkte bleiben.",
  ],
  StoreZeroAmountError: ["Es würde nichts eingelöst.", "Wählen Sie mehr als null."],
  StoreRateTooLowError: [
    "Die Punkte ergeben jetzt {qti, shares} QTI, weniger als die verlangten {minQti, shares}.",
    "Sehen Sie sich den Kurs noch einmal an.",
  ],
  StoreUnknownItemError: ["Den Artikel {itemId} gibt es im Laden nicht.", "Wählen Sie einen anderen."],
  StoreOutOfStockError: [
    "Von diesem Artikel sind {stock, count} übrig, und {quantity, count} wurden verlangt.",
    "Nehmen Sie weniger oder kommen Sie wieder, wenn es mehr gibt.",
  ],
  StoreLimitExceededError: [
    "Eine Bestellung kann derzeit {left, count} von diesem Artikel umfassen, und {quantity, count} wurden verlangt.",
    "Nehmen Sie weniger.",
  ],
  StorePriceTooHighError: [
    "Das kostet jetzt {points, points} Punkte, mehr als die erlaubten {maxPoints, points}.",
    "Sehen Sie sich den Preis noch einmal an.",
  ],
  StoreInvalidItemError: [
    "Der Artikel {itemId} braucht einen Preis über null und eine Beschreibung.",
    correct,
  ],
  StoreExchangeClosedError: [
    "Punkte werden derzeit nicht gegen QTI getauscht.",
    "Wählen Sie einen Artikel oder behalten Sie die Punkte.",
  ],

  // Campaigns
  CampaignUnknownError: ["Die Kampagne {campaignId} gibt es nicht.", "Prüfen Sie ihre Nummer."],
  CampaignInvalidEndError: [
    "Die Kampagne würde am {endsAt, time} enden; sie endet 30 bis 3650 Tage von jetzt an und nie früher als zuvor gesagt.",
    "Wählen Sie ein Datum dazwischen.",
  ],
  CampaignOverError: [
    "Diese Kampagne endete am {endsAt, time}.",
    "Sie müssen nichts tun; was niemand abrief, geht an die Kasse zurück.",
  ],
  CampaignNotOverError: [
    "Diese Kampagne kann bis {endsAt, time} abgerufen werden; vorher kann der Rest nicht zurückgehen.",
    tryAfter,
  ],
  CampaignClosedError: ["Diese Kampagne ist abgeschlossen: Der Rest ging an die Kasse zurück.", nothingToDo],
  CampaignNotActiveError: [
    "Noch keine Liste dieser Kampagne ist wirksam.",
    "Rufen Sie ab, wenn eine es ist.",
  ],
  CampaignInvalidProofError: [
    "Der Nachweis zeigt nicht, dass {account} diesen Betrag erhält.",
    "Holen Sie ihn noch einmal aus der wirksamen Liste.",
  ],
  CampaignNothingToClaimError: [
    "Dieses Konto hat alles abgerufen, was die Liste ihm gibt: {claimed, shares} QTI.",
    nothingToDo,
  ],
  CampaignExhaustedError: [
    "Dieser Abruf lautet auf {amount, shares} QTI, und vom Eingelegten sind {left, shares} übrig: Die Liste hat zu viel versprochen.",
    "Sagen Sie es dem Betrieb; er kann nachlegen.",
  ],
  CampaignZeroAmountError: [
    "Es würde nichts in die Kampagne eingelegt: Der Betrag ist null.",
    "Wählen Sie einen Betrag größer als null.",
  ],

  // Exchange
  ExchangePausedError: [
    "Der Handel ist angehalten bis {until, time}; das Abbrechen von Aufträgen nicht.",
    tryAfter,
  ],
  ExchangeInvalidOrderError: ["Der Auftrag passt nicht: „{field, word}“ ist nicht gültig.", correctAndSign],
  "ExchangeInvalidOrderError.sellAmount": [
    "Der Auftrag passt nicht: Die Verkaufsmenge ist größer als null.",
    correctAndSign,
  ],
  "ExchangeInvalidOrderError.buyEnd": [
    "Der Auftrag passt nicht: Der Endpreis ist größer als null und höchstens der Anfangspreis.",
    correctAndSign,
  ],
  "ExchangeInvalidOrderError.duration": [
    "Der Auftrag passt nicht: Die Dauer ist größer als null und höchstens der Abstand.",
    correctAndSign,
  ],
  "ExchangeInvalidOrderError.count": [
    "Der Auftrag passt nicht: Die Zahl der Fenster ist 1 bis 65\u202f535, und 1 ohne Abstand.",
    correctAndSign,
  ],
  "ExchangeInvalidOrderError.flags": [
    "Der Auftrag passt nicht: Die Kennzeichen haben zwei Bits.",
    correctAndSign,
  ],
  "ExchangeInvalidOrderError.asset": [
    "Der Auftrag passt nicht: Der Vermögenswert ist einer dieser Plattform.",
    correctAndSign,
  ],
  ExchangeInvalidSignatureError: [
    "Die Signatur dieses Auftrags ist nicht von seinem Ersteller {maker}.",
    "Bitten Sie den Ersteller, ihn noch einmal zu signieren.",
  ],
  ExchangeOrderCancelledError: ["Der Ersteller hat diesen Auftrag abgebrochen.", otherOrder],
  ExchangeWrongEpochError: [
    "Dieser Auftrag wurde für die Epoche {epoch} seines Erstellers signiert, der bei {current} ist: Alle früheren Aufträge wurden abgebrochen.",
    "Wählen Sie einen anderen Auftrag oder signieren Sie für die jetzige Epoche.",
  ],
  ExchangeNotMakerError: [
    "Nur der Ersteller eines Auftrags darf ihn abbrechen.",
    "Verwenden Sie das Konto {maker}.",
  ],
  ExchangeNotTakerError: [
    "Dieser Auftrag ist nur für {taker}.",
    "Verwenden Sie jenes Konto oder wählen Sie einen anderen Auftrag.",
  ],
  ExchangeSelfTradeError: [
    "Mit einem eigenen Auftrag kann niemand handeln.",
    "Brechen Sie den Auftrag stattdessen ab oder wählen Sie einen anderen.",
  ],
  ExchangeOrderNotOpenError: ["Dieser Auftrag öffnet am {opensAt, time}.", tryThen],
  "ExchangeOrderNotOpenError.0": ["Das letzte Fenster dieses Auftrags ist vorbei.", otherOrder],
  ExchangeInvalidAmountError: [
    "Eine Menge von {amount, count} Einheiten lässt sich hier nicht handeln: Sie ist null oder weniger wert als eine Einheit der anderen Seite.",
    "Wählen Sie eine größere Menge.",
  ],
  ExchangeAmountTooLargeError: [
    "Von diesem Auftrag sind in seinem Fenster {remaining, count} Einheiten übrig, und {amount, count} wurden verlangt.",
    "Verlangen Sie, was übrig ist, oder wählen Sie einen anderen Auftrag.",
  ],
  ExchangeNotPartialError: [
    "Dieser Auftrag wird nur als Ganzes ausgeführt: {remaining, count} Einheiten und nicht {amount, count}.",
    "Nehmen Sie ihn ganz oder wählen Sie einen anderen Auftrag.",
  ],
  ExchangeLimitExceededError: [
    "Der Handel würde {amount, count} Geldeinheiten bewegen, jenseits Ihrer Grenze von {limit, count}.",
    "Sehen Sie den Preis noch einmal an und entscheiden Sie dann.",
  ],
  ExchangeMismatchError: [
    "Diese beiden Aufträge passen nicht zusammen: Sie unterscheiden sich in „{field, word}“.",
    sameMarket,
  ],
  "ExchangeMismatchError.side": [
    "Diese beiden Aufträge passen nicht zusammen: Es sind nicht ein Angebot und ein Gebot.",
    sameMarket,
  ],
  "ExchangeMismatchError.asset": [
    "Diese beiden Aufträge passen nicht zusammen: Ihre Vermögenswerte unterscheiden sich.",
    sameMarket,
  ],
  "ExchangeMismatchError.money": [
    "Diese beiden Aufträge passen nicht zusammen: Ihr Geld unterscheidet sich.",
    sameMarket,
  ],
  ExchangeNotCrossedError: [
    "Der Käufer bietet {offered, count} Geldeinheiten, und der Verkäufer verlangt {asked, count}.",
    "Warten Sie, bis sich die Preise treffen.",
  ],
  ExchangeFeeTooHighError: [
    "Eine Gebühr von {feeBps, percent} % liegt über der Grenze von {limit, percent} %.",
    "Setzen Sie eine niedrigere Gebühr.",
  ],
  ExchangeInvalidRecipientError: [
    "Gebühren, die an {recipient} gingen, wären verloren.",
    "Nennen Sie ein Konto, das sie ausgeben kann.",
  ],
  ExchangeTooManyMoneysError: [
    "Gehandelt wird in {limit} Arten von Geld, und in nicht mehr.",
    "Nehmen Sie zuerst eine heraus, die niemand verwendet.",
  ],
  ExchangeOnlySelfError: [
    "Nur der Handelsvertrag selbst darf diese Funktion aufrufen.",
    "Führen Sie Aufträge mit fill oder fillBatch aus.",
  ],
  ExchangeBatchGasError: [
    "Der Sammelauftrag hatte noch {available, count} Gas für einen Auftrag, der {needed, count} verbrauchen darf.",
    "Senden Sie weniger Aufträge auf einmal oder mehr Gas.",
  ],
  OrderTermsError: ["Aus diesen Angaben wird kein Auftrag: „{field}“ passt nicht.", correct],
  "OrderTermsError.price": ["Ein Preis ist größer als null.", "Nennen Sie einen höheren Preis."],
  "OrderTermsError.tooFewShares": [
    "Bei diesem Preis sind die Anteile weniger wert als die kleinste Geldeinheit.",
    "Handeln Sie mehr Anteile oder nennen Sie einen höheren Preis.",
  ],
  "OrderTermsError.endPrice": [
    "Der Preis eines Angebots fällt, während es wartet; der eines Gebots steigt.",
    "Vertauschen Sie die beiden Preise.",
  ],
  "OrderTermsError.tooManyShares": [
    "Ein Auftrag hat auf jeder Seite höchstens 2^128 Einheiten.",
    "Handeln Sie weniger Anteile.",
  ],
  "OrderTermsError.start": [
    "Der Beginn ist keine Zeit in Unix-Sekunden.",
    "Wählen Sie einen anderen Beginn.",
  ],
  "OrderTermsError.duration": [
    "Ein Auftrag ist 1 bis 2^32 - 1 Sekunden lang offen.",
    "Wählen Sie ein anderes Ende.",
  ],
  "OrderTermsError.interval": [
    "Die Fenster eines Dauerauftrags überschneiden sich nicht.",
    "Lassen Sie sie seltener öffnen oder kürzer offen bleiben.",
  ],
  "OrderTermsError.count": [
    "Ein Dauerauftrag hat 1 bis 65\u202f535 Fenster.",
    "Wählen Sie eine Zahl dazwischen.",
  ],

  // Lending markets
  MarketExistsError: [
    "Es gibt einen Markt mit genau diesen Parametern: {id}.",
    "Verwenden Sie ihn oder wählen Sie andere Parameter.",
  ],
  MarketUnknownError: ["Es gibt keinen Markt {id}.", "Wählen Sie einen aus der Liste der Märkte."],
  MarketInvalidParamsError: [
    "Der Markt passt nicht: „{field, word}“ ist nicht gültig.",
    "Berichtigen Sie es: Der Beleihungswert liegt zwischen 0 und 100 %, das Mindestpfand über null, und Pfand und geliehener Token sind zwei.",
  ],
  MarketInvalidAmountsError: [
    "Angegeben wurden {assets} Einheiten und {shares} Anteile: Genau eines davon muss null sein.",
    "Sagen Sie entweder, wie viel, oder wie viele Anteile.",
  ],
  MarketZeroAmountError: [
    "Nichts würde sich bewegen: Der Betrag ist null.",
    "Wählen Sie einen Betrag über null.",
  ],
  MarketInvalidReceiverError: ["Das Konto {receiver} kann dies nicht erhalten.", otherReceiver],
  MarketUnauthorizedError: [
    "Das Konto {caller} darf in den Märkten nicht für {account} handeln.",
    "Verwenden Sie das Konto selbst oder lassen Sie es das andere ermächtigen.",
  ],
  MarketCapExceededError: [
    "Damit stünde der Markt bei {total, count} Einheiten, über seiner Grenze von {cap, count}.",
    "Wählen Sie einen kleineren Betrag oder einen anderen Markt.",
  ],
  MarketNotEnoughLiquidityError: [
    "Im Markt sind {available, count} Einheiten nicht verliehen, und verlangt wurden {requested, count}.",
    "Nehmen Sie weniger oder warten Sie, bis jemand zurückzahlt oder verleiht.",
  ],
  MarketNoBorrowPriceError: [
    "Für dieses Pfand gibt es keinen aktuellen Preis: Zurzeit leiht niemand und nimmt niemand mit Schulden Pfand heraus. Zurückzahlen geht weiter.",
    "Warten Sie auf eine neue Bewertung oder einen neuen Preis, oder zahlen Sie zuerst zurück.",
  ],
  MarketNoLiquidationPriceError: [
    "Zurzeit gibt es keinen Preis, zu dem jemand dieses Pfand verlieren darf.",
    "Warten Sie, bis das Orakel einen hat.",
  ],
  MarketUnhealthyError: [
    "Die Schuld betrüge {debt, count} Einheiten, und das Pfand erlaubt {limit, count}.",
    "Leihen Sie weniger, fügen Sie Pfand hinzu oder zahlen Sie zuerst zurück.",
  ],
  MarketHealthyError: [
    "Diese Position ist gesund: Sie schuldet {debt, count} Einheiten und darf {limit, count} schulden.",
    "Hier ist nichts zu verwerten; sehen Sie sich eine andere an.",
  ],
  MarketDustError: [
    "Das Pfand neben der Schuld wäre {worth, count} Einheiten wert, weniger als die {dust, count} dieses Marktes.",
    "Zahlen Sie alles zurück und nehmen Sie alles heraus, oder lassen Sie mehr stehen.",
  ],
  MarketExceedsPositionError: [
    "Die Position hält {most, count}, weniger als die verlangten {requested, count}.",
    "Verlangen Sie weniger oder alles.",
  ],
  MarketSeizesAllError: [
    "Bei dieser Beleihung geht das ganze Pfand, {collateral, count} Einheiten, auf einmal: Kein Teil der Schuld lässt sich allein verwerten.",
    "Verwerten Sie alles: Bezahlt wird weniger als die Schuld.",
  ],
  MarketOnlyOwnerError: [
    "Anteile tokenisierter Vermögenswerte verpfändet nur ihr Eigentümer, {owner}, nicht {caller}.",
    "Verwenden Sie das Konto des Eigentümers.",
  ],
  MarketOnlyToOwnerError: [
    "Anteile tokenisierter Vermögenswerte kommen zu ihrem Eigentümer {owner} zurück oder zu dem Konto, das an seine Stelle trat, nicht zu {receiver}.",
    "Nehmen Sie sie zum Eigentümer heraus.",
  ],
  MarketNotPermittedError: [
    "Die Regeln des Vermögenswerts {asset} lassen {account} seine Anteile nicht halten oder bewegen.",
    "Erneuern oder beenden Sie die Prüfung, oder verwenden Sie ein Konto, das sie halten darf.",
  ],
  MarketNotRecoveredError: [
    "An die Stelle von {account} trat kein anderes Konto, oder das Pfand des Marktes ist kein Anteil eines Vermögenswerts.",
    completeRecovery,
  ],
  MarketSignatureExpiredError: [
    "Diese Ermächtigung konnte bis {deadline, time} eingereicht werden.",
    "Signieren Sie eine neue.",
  ],
  MarketInvalidNonceError: [
    "Diese Ermächtigung von {authorizer} wurde für Schritt {given} gemacht, und das Konto ist bei {expected}.",
    "Signieren Sie eine neue.",
  ],
  MarketInvalidSignerError: [
    "Das Konto {signer} hat diese Ermächtigung nicht signiert.",
    "Lassen Sie das Konto noch einmal signieren und reichen Sie es unverändert ein.",
  ],
  MarketNotListedError: [
    "Der Vertrag {part} steht nicht auf der Liste der Orakel und Zinsmodelle.",
    "Lassen Sie es zuerst von der Rolle RISK aufnehmen.",
  ],
  RateInvalidTermsError: [
    "Das Zinsmodell passt nicht: „{field, word}“ liegt außerhalb der Grenzen.",
    "Berichtigen Sie es und stellen Sie es neu bereit.",
  ],
  OraclePairUnknownError: [
    "Das Orakel hat keinen Preis von {collateral} in {loanToken}.",
    "Nennen Sie das Orakel dieses Paares; ein Vermögenswert muss zuvor einmal bewertet sein.",
  ],
  AppraisalUnknownAssetError: [
    "Der Vertrag {asset} ist kein Vermögenswert von QTI, oder die Rolle RISK hat für seine Bewertungen noch nichts festgelegt.",
    "Lassen Sie RISK zuerst die Bedingungen setzen.",
  ],
  AppraisalInvalidTermsError: [
    "Die Bedingungen passen nicht: „{field, word}“; ein Preis bewegt sich um 0,01 bis 20 % am Tag, und eine Bewertung gilt höchstens 730 Tage.",
    correct,
  ],
  AppraisalInvalidValueError: [
    "Ein Wert von {value, count} Millionstel Dollar lässt sich nicht festhalten: Er liegt über null und unter 2^96.",
    correct,
  ],
  FeedInvalidTermsError: [
    "Das Orakel passt nicht: „{field, word}“ ist nicht gültig.",
    "Berichtigen Sie es und stellen Sie es neu bereit.",
  ],
  TestFeedOnlySetterError: [
    "Das Konto {caller} darf den Testpreis nicht setzen.",
    "Verwenden Sie das Konto, das beim Bereitstellen als Bewerter genannt wurde.",
  ],
  LiquidatorOnlyMarketsError: [
    "Nur die Leihmärkte dürfen einen Verwerter zurückrufen, nicht {caller}.",
    "Verwerten Sie über den Verwerter selbst.",
  ],
  LiquidatorSeizedTooLittleError: [
    "Die Verwertung brächte {seized, count} Einheiten Pfand, weniger als die verlangten {minSeized, count}: Der Preis hat sich bewegt, oder jemand war schneller.",
    "Sehen Sie sich die Position noch einmal an.",
  ],

  // Credit lines
  CreditZeroAmountError: [
    "Nichts würde abgerufen oder gezahlt: Der Betrag ist null.",
    "Wählen Sie einen Betrag über null.",
  ],
  CreditInvalidReceiverError: [
    "Das Konto {receiver} kann das abgerufene Geld nicht erhalten.",
    otherReceiver,
  ],
  CreditUnknownIdentityError: [
    "Das Konto {account} gehört zu keinem geprüften Menschen: Eine Kreditlinie gehört einem Menschen.",
    "Lassen Sie das Konto zuerst prüfen.",
  ],
  CreditNotInGoodStandingError: [
    "Das Konto {account} darf nichts abrufen: Es ist nicht geprüft, seine Prüfung ist abgelaufen, oder es ist gesperrt, widerrufen oder ersetzt. Zahlen geht weiter.",
    "Erneuern Sie die Prüfung oder wenden Sie sich an den Arbeitsplatz der Compliance.",
  ],
  CreditStatementOpenError: [
    "Eine Abrechnung ist offen, und {due, dollars} Dollar davon sind fällig: Vorher wird nichts Neues abgerufen oder gewährt.",
    "Zahlen Sie zuerst, was fällig ist.",
  ],
  CreditLimitExceededError: [
    "Sie würden {debt, dollars} Dollar schulden, mehr als Ihr Limit von {limit, dollars}.",
    "Rufen Sie weniger ab; das Limit wächst mit jeder pünktlich bezahlten Abrechnung.",
  ],
  CreditNothingOwedError: ["Auf dieser Kreditlinie ist nichts geschuldet.", nothingToDo],
  CreditInvalidSignerError: [
    "Das Konto {signer} vergibt keine Kredite oder hat dies nicht signiert.",
    "Bitten Sie um eine neue Bestätigung und reichen Sie sie unverändert ein.",
  ],
  CreditSignatureExpiredError: [
    "Diese Bestätigung konnte bis {deadline, time} eingereicht werden.",
    "Stellen Sie den Antrag noch einmal.",
  ],
  CreditInvalidNonceError: [
    "Diese Bestätigung wurde für Schritt {given} der Kreditlinie gemacht, die bei {expected} ist.",
    "Stellen Sie den Antrag noch einmal.",
  ],
  CreditBarredError: [
    "Nach einem Ausfall wird bis zum Zyklus {untilCycle} des Kalenders kein Limit gewährt.",
    "Versuchen Sie es wieder, wenn er begonnen hat.",
  ],
  CreditAboveTierCapError: [
    "Ein Limit von {limit, dollars} Dollar liegt über den {cap, dollars}, die diese Stufe der Prüfung erlaubt.",
    "Wählen Sie ein kleineres Limit oder lassen Sie sich in einer höheren Stufe prüfen.",
  ],
  CreditQuotaExceededError: [
    "Bis {resetsAt, time} dürfen Limits noch um {left, dollars} Dollar steigen, und dies verlangt {requested, dollars}.",
    "Versuchen Sie es dann noch einmal oder verlangen Sie weniger.",
  ],
  CreditInvalidQuotaError: [
    "Ein Kontingent von {limit, count} Einheiten in {period, count} Sekunden passt nicht: Ein Zeitraum dauert mindestens eine Stunde, und die Menge liegt unter 2^96.",
    correct,
  ],
  CreditInvalidCapError: [
    "Eine Grenze von {cap, count} Einheiten für Stufe {tier} passt nicht: Es gibt die Stufen 1 bis 3, und eine Grenze liegt unter 2^64.",
    correct,
  ],
  CreditNotWritableError: [
    "Diese Schuld kann einmal abgeschrieben werden, ab {readyAt, time}.",
    "Versuchen Sie es dann noch einmal; wurde sie schon abgeschrieben, ist nichts zu tun.",
  ],
  CreditOnlyVouchingError: [
    "Nur der Vertrag der Bürgschaften darf ein Limit so ändern, nicht {caller}.",
    "Bürgen Sie, oder lassen Sie das Limit bestätigen.",
  ],
  CreditVouchingBoundError: [
    "Die Kreditlinien sind für immer an ihren Vertrag der Bürgschaften gebunden.",
    nothingToDo,
  ],
  CreditAlreadyBoundError: ["Das Buch ist für immer an seine Kreditlinien und Pools gebunden.", nothingToDo],
  CreditInvalidPartsError: [
    "Das Buch braucht Kreditlinien und zwei Pools, und eines davon fehlt.",
    "Nennen Sie alle drei.",
  ],
  CreditInvalidMoneyError: [
    "Geld mit {decimals} Dezimalstellen passt nicht in das Buch, das höchstens 8 nimmt.",
    "Verwenden Sie anderes Geld.",
  ],
  CreditOnlyPartError: [
    "Nur die Kreditlinien und die Pools dürfen das Buch ändern, nicht {caller}.",
    "Verwenden Sie die Kreditlinien oder einen Pool.",
  ],
  CreditInvalidTermsError: [
    "Die Bedingungen passen nicht: „{field, word}“. Zinsen sind 1 bis 40 %, der Zuschlag für Verzug höchstens 20 %, die Mindestrate 5 bis 50 %, das Wachstum höchstens 50 %, der Teil der Vorrangigen höchstens 90 %, der Hebel 1 bis 10.",
    correct,
  ],
  CreditMoneyNotReceivedError: [
    "Gebucht werden sollten {expected, dollars} Dollar, und {received, dollars} kamen an.",
    "Verwenden Sie die Kreditlinien oder einen Pool; sie senden und buchen in einem.",
  ],
  CreditNotEnoughCashError: [
    "Im Buch sind {available, dollars} Dollar bar, auf die niemand wartet, und verlangt wurden {requested, dollars}.",
    "Verlangen Sie weniger oder warten Sie auf Rückzahlungen; wer verliehen hat, kann sich anstellen.",
  ],
  CreditLeverageExceededError: [
    "Alle Linien zusammen würden {debt, dollars} Dollar schulden, und der Pool für erste Verluste darf {limit, dollars} tragen.",
    "Wählen Sie einen kleineren Betrag oder warten Sie, bis andere zahlen oder der Pool wächst.",
  ],
  CreditPoolsClosedError: [
    "Die Pools nehmen keine Einzahlungen: Was da ist, zählt {assets, dollars} Dollar, weniger als die {claim, dollars}, auf die die Vorrangigen Anspruch haben. Ein Preis könnte nur raten, was zurückkommt.",
    "Warten Sie, bis späte Schulden bezahlt oder abgeschrieben sind.",
  ],
  CreditSharesBelowMinimumError: [
    "Die Einzahlung ergäbe {shares, poolShares} Anteile, weniger als die verlangten {minShares, poolShares}.",
    "Nehmen Sie weniger an oder zahlen Sie mehr ein.",
  ],

  // Pools of the credit lines
  SeniorSharesTooFewError: [
    "Ein Platz in der Schlange ist für mindestens {least, poolShares} Anteile, und es waren {shares, poolShares}.",
    "Stellen Sie mehr an oder behalten Sie sie.",
  ],
  SeniorNotTicketOwnerError: [
    "Der Platz {ticket} der Schlange gehört nicht {caller} oder ist erledigt.",
    "Verwenden Sie das Konto, das sich angestellt hat.",
  ],
  SeniorNothingToServeError: [
    "Niemand wartet in der Schlange, oder es ist kein Bargeld da, um jemanden zu bezahlen.",
    "Versuchen Sie es wieder, wenn jemand zurückgezahlt hat.",
  ],
  SeniorNothingToClaimError: [
    "Für {owner} liegt nichts bereit: Seine Plätze waren noch nicht an der Reihe, oder alles ist abgeholt.",
    "Warten Sie auf die Schlange.",
  ],
  FirstLossZeroSharesError: [
    "Nichts würde geschehen: Es wurden keine Anteile angegeben.",
    "Wählen Sie mehr als null Anteile.",
  ],
  FirstLossNoNoticeError: [
    "Das Konto {owner} hat keine gekündigten Anteile.",
    "Kündigen Sie zuerst; es dauert 60 Tage.",
  ],

  // Vouching
  VouchingUnknownIdentityError: [
    "Das Konto {account} gehört zu keinem geprüften Menschen.",
    "Lassen Sie das Konto zuerst prüfen.",
  ],
  VouchingNotInGoodStandingError: [
    "Das Konto {account} darf nicht bürgen: Es ist nicht geprüft, seine Prüfung ist abgelaufen, oder es ist gesperrt, widerrufen oder ersetzt.",
    "Erneuern Sie die Prüfung oder wenden Sie sich an den Arbeitsplatz der Compliance.",
  ],
  VouchingNotInvitedError: [
    "Person {identity} hat Person {voucher} nicht gebeten zu bürgen.",
    "Lassen Sie sich zuerst einladen.",
  ],
  VouchingOwnLineError: ["Für die eigene Kreditlinie kann niemand bürgen.", "Bitten Sie jemand anderen."],
  VouchingZeroSharesError: [
    "Es wurden keine Anteile des Pools für erste Verluste angegeben, mit denen gebürgt wird.",
    "Wählen Sie mehr als null Anteile.",
  ],
  VouchingAboveWorthError: [
    "Ein Limit von {limit, dollars} Dollar ist mehr als die {most, dollars}, für die diese Anteile stehen können: 80 % ihres Werts.",
    "Sperren Sie mehr Anteile oder geben Sie dem Limit weniger dazu.",
  ],
  VouchingTooManyVouchersError: [
    "Für eine Kreditlinie bürgen höchstens {limit} Menschen.",
    "Warten Sie, bis einer davon endet.",
  ],
  VouchingTooManyLinesError: [
    "Ein Mensch bürgt für höchstens {limit} Kreditlinien.",
    "Beenden Sie zuerst eine andere Bürgschaft.",
  ],
  VouchingVouchedForError: [
    "Für Person {voucher} bürgt jemand; sie kann daher nicht für andere bürgen.",
    "Lassen Sie zuerst jene Bürgschaften enden.",
  ],
  VouchingBorrowerVouchesError: [
    "Person {identity} bürgt selbst für jemanden; für sie kann daher nicht gebürgt werden.",
    "Lassen Sie sie zuerst ihre eigenen Bürgschaften beenden.",
  ],
  VouchingOwesError: [
    "Person {voucher} schuldet auf der eigenen Kreditlinie {debt, dollars} Dollar und kann solange nicht bürgen.",
    "Bezahlen Sie zuerst diese Schuld.",
  ],
  VouchingNotOwnerError: [
    "Hier hat {owner} gebürgt; nur dieses Konto kann die Bürgschaft erhöhen oder beenden, nicht {caller}.",
    "Verwenden Sie jenes Konto.",
  ],
  VouchingNoneError: [
    "Person {voucher} bürgt nicht für Person {identity}.",
    "Wählen Sie eine Bürgschaft aus der Liste.",
  ],
  VouchingStillNeededError: [
    "Die Linie von Person {identity} braucht diese Anteile noch: Sie schuldet {debt, dollars} Dollar, ihr Limit ist {limit, dollars}, und eine Abrechnung kann offen sein.",
    "Beenden Sie zuerst die Bürgschaft und warten Sie, bis die Linie gezahlt hat.",
  ],
  VouchingOnlyLinesError: [
    "Nur die Kreditlinien dürfen Anteile von Bürgen verbrennen, nicht {caller}.",
    "Schreiben Sie die Linie ab.",
  ],
  VouchingPausedError: [
    "Neue Bürgschaften sind angehalten bis {until, time}; beenden lässt sich eine weiterhin.",
    tryAfter,
  ],

  // Libraries of the contracts
  AddressEmptyCodeError: ["An {target} gibt es keinen Vertrag.", "Prüfen Sie die Adresse und das Netzwerk."],
  FailedCallError: [
    "Ein Aufruf innerhalb der Transaktion schlug fehl und nannte keinen Grund.",
    "Prüfen Sie die Werte und versuchen Sie es noch einmal.",
  ],
  FailedDeploymentError: [
    "Ein Vertrag ließ sich an seiner Adresse nicht einrichten.",
    "Versuchen Sie es mit einer anderen Zufallszahl noch einmal.",
  ],
  InsufficientBalanceError: [
    "Der Vertrag hat {balance, shares} von der Münze des Netzwerks und braucht {needed, shares}.",
    reportSafe,
  ],
  InvalidInitializationError: ["Dieser Vertrag ist bereits eingerichtet.", nothingToDo],
  NotInitializingError: ["Das ist nur möglich, während der Vertrag eingerichtet wird.", reportSafe],
  ReentrancyGuardReentrantCallError: [
    "Ein Vertrag hat mitten in dieser Handlung zurückgerufen, was nicht erlaubt ist.",
    "Verwenden Sie ein Konto oder einen Vertrag, der nicht zurückruft.",
  ],
  SafeCastOverflowedUintDowncastError: [
    "Die Zahl {value, count} passt nicht in {bits} Bits.",
    "Wählen Sie einen kleineren Betrag.",
  ],
  ECDSAInvalidSignatureError: ["Die Signatur ist nicht gültig.", signAgain],
  ECDSAInvalidSignatureLengthError: ["Die Signatur hat {length} Bytes; nötig sind 65.", signAgain],
  ECDSAInvalidSignatureSError: [
    "Die Signatur hat nicht die Form, die angenommen wird.",
    "Signieren Sie noch einmal mit einer aktuellen Wallet.",
  ],
  InvalidShortStringError: ["Ein Text des Vertrags lässt sich nicht lesen.", reportSafe],
  StringTooLongError: ["Der Text ist länger als 31 Bytes.", "Wählen Sie einen kürzeren."],
  CheckpointUnorderedInsertionError: [
    "Eine Änderung läge vor einer, die schon festgehalten ist.",
    "Versuchen Sie es mit dem nächsten Block noch einmal.",
  ],
  OwnableInvalidOwnerError: [
    "Das Konto {owner} kann den Vertrag nicht besitzen.",
    "Nennen Sie einen anderen Eigentümer.",
  ],
  OwnableUnauthorizedAccountError: [
    "Das Konto {account} besitzt den Vertrag nicht.",
    "Verwenden Sie das Konto des Eigentümers.",
  ],

  // Index
  SubgraphUnreachableError: [
    "Der Index der Chain ist nicht erreichbar.",
    "Listen und Verlauf fehlen, bis er wieder da ist; Bestände und Handlungen gehen weiter.",
  ],
  SubgraphResponseError: [
    "Der Index der Chain gab eine Antwort, die sich nicht lesen lässt.",
    "Prüfen Sie, ob die Adresse die eines Index von QTI ist.",
  ],
  SubgraphQueryError: [
    "Der Index der Chain konnte diese Frage nicht beantworten.",
    "Prüfen Sie, ob er das Schema dieser Version hat, und sein Protokoll auf einen Fehler.",
  ],
  SubgraphBehindError: [
    ["Der Index der Chain ist bei Block {indexed} und noch nicht bei {block}.", standsOnChain],
    ["Der Index der Chain ist noch nicht bei Block {block}.", standsOnChain],
  ],

  // Proofs
  TransactionNotMinedError: [
    "Die Transaktion ist noch in keinem Block; darum gibt es nichts nachzuweisen.",
    "Warten Sie, bis sie bestätigt ist, und fragen Sie dann noch einmal.",
  ],
  BlockNotReproducibleError: [
    "Was der Knoten über den Block sagt, führt nicht zu dem Hash, den er ihm gibt.",
    otherNode,
  ],
  "BlockNotReproducibleError.header": [
    "Der Kopf des Blocks führt nicht zu dem Hash, den der Knoten ihm gibt.",
    otherNode,
  ],
  "BlockNotReproducibleError.transactions": [
    "Die Transaktionen des Blocks führen nicht zu dem Hash, den der Knoten ihm gibt.",
    otherNode,
  ],
  "BlockNotReproducibleError.receipts": [
    "Die Belege des Blocks führen nicht zu dem Hash, den der Knoten ihm gibt.",
    otherNode,
  ],
  TransactionTypeUnknownError: [
    "Der Block enthält eine Transaktion der Art {type}, die hier nicht bekannt ist.",
    "Aktualisieren Sie die App oder prüfen Sie die Transaktion in einem Explorer ihrer Chain.",
  ],
  LogNotFoundError: [
    "Die Transaktion hat kein Ereignis an der Stelle {logIndex} ihres Blocks.",
    "Fragen Sie noch einmal: Der Block kann inzwischen durch einen anderen ersetzt worden sein.",
  ],
  ProofMalformedError: ["Dies ist kein Nachweis, oder er ist beschädigt.", chooseFile],
  "ProofMalformedError.receipt": ["Dies ist kein Nachweis eines Belegs, oder er ist beschädigt.", chooseFile],
  "ProofMalformedError.document": [
    "Dies ist kein Nachweis eines Dokuments, oder er ist beschädigt.",
    chooseFile,
  ],
  "ProofMalformedError.record": [
    "Dies ist kein Nachweis einer Unterlage, oder er ist beschädigt.",
    chooseFile,
  ],
  WitnessMissingError: [
    "Niemand außer dem Knoten selbst sagt, dass dieser Block zur Chain gehört.",
    "Geben Sie den Hash des Blocks aus dem Index an oder fragen Sie einen zweiten Knoten, der erreichbar ist.",
  ],

  // Keys and records on the chain
  KeysInvalidError: [
    "Die Schlüssel passen nicht: „{field, word}“ fehlt, ist doppelt oder liegt in der Vergangenheit.",
    correct,
  ],
  KeysUnknownError: [
    "Dieses Konto hat keine Schlüssel mit der Nummer {index}.",
    "Sehen Sie nach, welche Schlüssel es hat.",
  ],
  KeysAlreadyRevokedError: ["Die Schlüssel mit der Nummer {index} sind bereits widerrufen.", nothingToDo],
  KeyHistoryTooLongError: [
    "Das Konto {account} hat auf der Chain {count, count} Schlüssel genannt, mehr, als gelesen werden.",
    "Niemand braucht so viele: Versiegeln Sie nichts für dieses Konto.",
  ],
  KeysFingerprintRevokedError: [
    "Dieses Konto hat den Fingerabdruck {fingerprint} widerrufen, und widerrufene Schlüssel kehren nie zurück.",
    "Erstellen Sie neue Schlüssel.",
  ],
  AnchorSizeNotRisingError: [
    "Das Protokoll hat {size, count} Blätter, und {last, count} sind bereits verankert.",
    "Verankern Sie wieder, wenn das Protokoll gewachsen ist.",
  ],
  AnchorTimeNotRisingError: [
    "Eine andere Wurzel wurde am {last, time} verankert.",
    "Verankern Sie noch einmal im nächsten Block.",
  ],
  AnchorUnknownError: [
    "Auf der Chain steht keine Wurzel mit der Nummer {index}.",
    "Fragen Sie nach der neuesten, die alle Blätter umfasst, oder sehen Sie im Index nach.",
  ],

  // Records
  ClassicalRecipientError: [
    "Ein Empfänger der Art „{kind}“ ist nicht vor Quantencomputern geschützt.",
    "Verwenden Sie einen Empfänger, der mit age1pq1 beginnt.",
  ],
  "ClassicalRecipientError.header": [
    "Der Kopf dieser Unterlage hat einen Empfänger der Art „{kind}“, der nicht vor Quantencomputern geschützt ist.",
    "Verwenden Sie diese Kopie nicht; bitten Sie den Verfasser, die Unterlage neu zu versiegeln.",
  ],
  RecipientInvalidError: [
    "Mit diesen öffentlichen Schlüsseln lässt sich keine Unterlage teilen.",
    "Suchen Sie die Person noch einmal über ihren Fingerabdruck.",
  ],
  NotARecipientError: [
    "Diese Unterlage ist nicht mit Ihren Schlüsseln geteilt.",
    "Bitten Sie den Eigentümer, sie mit Ihrem Fingerabdruck zu teilen.",
  ],
  HeaderMalformedError: [
    "Der Kopf dieser Unterlage ist beschädigt.",
    "Laden Sie die Unterlage noch einmal; bleibt sie beschädigt, stellen Sie sie aus einer anderen Region wieder her oder fragen Sie den Verfasser.",
  ],
  RecordTamperedError: ["Etwas in dieser Unterlage ist nicht, was versiegelt wurde.", doNotTrust],
  "RecordTamperedError.header": ["Der Kopf dieser Unterlage ist nicht, was versiegelt wurde.", doNotTrust],
  "RecordTamperedError.payload": [
    "Der verschlüsselte Teil dieser Unterlage ist nicht, was versiegelt wurde.",
    doNotTrust,
  ],
  "RecordTamperedError.contents": [
    "Der Inhalt dieser Unterlage ist nicht, was versiegelt wurde.",
    doNotTrust,
  ],
  "RecordTamperedError.attachment": [
    "Der Anhang dieser Unterlage ist nicht, was versiegelt wurde.",
    doNotTrust,
  ],
  "RecordTamperedError.blob": [
    "Der gespeicherte Geheimtext dieser Unterlage ist nicht, was versiegelt wurde.",
    doNotTrust,
  ],
  CheckpointInvalidError: [
    "Was der Dienst als Wort seines Protokolls gab, ist keines: Das Protokoll hat es nicht signiert.",
    "Laden Sie die Seite noch einmal; bleibt es so, verlassen Sie sich nicht auf das, was der Dienst zeigt.",
  ],
  RecordSwappedError: [
    "Der Dienst hat diese Unterlage vertauscht: Was er gab, ist nicht, was in seinem Protokoll steht.",
    keepWhatYouHave,
  ],
  VersionRolledBackError: [
    "Der Dienst hat diese Unterlage zurückgesetzt: Er gab eine ältere Version als zuvor.",
    keepWhatYouHave,
  ],
  LogTruncatedError: [
    "Der Dienst hat sein Protokoll gekürzt: Einträge, die darin standen, sind fort.",
    keepWhatYouHave,
  ],
  LogForkedError: [
    "Der Dienst hat sein Protokoll gespalten: Er zeigt eine andere Vergangenheit als zuvor.",
    keepWhatYouHave,
  ],
  RecordWithheldError: [
    "Der Dienst hält etwas von dieser Unterlage zurück: Es war da, und sein Protokoll sagt nicht, dass es gelöscht wurde.",
    "Ist es die Unterlage von jemand anderem, fragen Sie, ob Sie sie noch lesen dürfen. Sonst sagen Sie es dem Betreiber des Dienstes.",
  ],
  RecordDeletedError: [
    "Diese Unterlage wurde gelöscht; das Protokoll des Dienstes beweist es.",
    "Fragen Sie den Eigentümer, wenn Sie sie noch brauchen.",
  ],
  MixedRecipientsError: [
    "Der Dienst gab einen Kopf mit gemischten Empfängern: Einer davon ist nicht vor Quantencomputern geschützt.",
    keepWhatYouHave,
  ],
  HeaderReplayedError: [
    "Der Dienst gab einen alten Kopf noch einmal: Es ist nicht der, den diese Unterlage jetzt hat.",
    keepWhatYouHave,
  ],
  SuiteUnknownError: [
    "Diese Unterlage ist auf eine Weise verschlüsselt, die hier unbekannt ist: {suite}.",
    "Laden Sie die Seite neu oder aktualisieren Sie die App und öffnen Sie sie dann noch einmal.",
  ],
  RecordMismatchError: [
    "Dies ist eine andere Unterlage als die verlangte: „{field}“ ist {actual} und nicht {expected}.",
    "Verwenden Sie sie nicht an deren Stelle; der Dienst gab die falsche Unterlage.",
  ],
  SignatureInvalidError: [
    "Die Signatur dieser Unterlage ist nicht die ihres Verfassers.",
    "Vertrauen Sie dem Inhalt nicht; jeder, der Ihren öffentlichen Schlüssel kennt, kann ihn geschrieben haben.",
  ],
  CopiesMissingError: [
    "Die Dokumente sind versiegelt, aber manche Inhaber können sie noch nicht öffnen.",
    "Senden Sie sie nicht noch einmal: Aktualisieren Sie die Leser.",
  ],
  ReadersMissingError: [
    "Niemand außer Ihnen könnte diese Papiere öffnen: Wer dafür zuständig ist, hat keine Schlüssel dazu.",
    "Versuchen Sie es später noch einmal. Es wurde nichts gesendet.",
  ],
  SpaceUnreadableError: [
    "Was in „{space}“ liegt, hat eine Form, die diese Version nicht kennt.",
    "Laden Sie die neueste Version der App. Es wurde nichts geändert.",
  ],
  RecordInputError: [
    "Die Unterlage lässt sich nicht versiegeln: „{field}“ ist nicht gültig.",
    "Berichtigen Sie „{field}“ und versuchen Sie es noch einmal.",
  ],
  RecordTooLargeError: [
    "Diese Unterlage ist mit {size, count} zu groß; möglich sind höchstens {limit, count}.",
    divide,
  ],
  "RecordTooLargeError.body": [
    "Der Text einer Unterlage hat höchstens {limit, count} Bytes; dieser hat {size, count}.",
    "Hängen Sie den Rest als Datei an.",
  ],
  "RecordTooLargeError.readers": [
    "Eine Unterlage hat höchstens {limit, count} Leser; diese hat {size, count}.",
    divide,
  ],
  "RecordTooLargeError.attachments": [
    "Eine Unterlage hat höchstens {limit, count} Anhänge; diese hat {size, count}.",
    divide,
  ],
  AttachmentTooLargeError: [
    "Eine Datei hat höchstens {limit, count} Bytes; diese hat mindestens {size, count}.",
    "Wählen Sie eine kleinere Datei oder teilen Sie sie auf.",
  ],
  KeySlotError: [
    "Die Schlüssel lassen sich nicht öffnen.",
    "Stellen Sie Ihre mit dem Wiederherstellungscode wieder her.",
  ],
  "KeySlotError.exists": [
    "Dieser Browser hat bereits Schlüssel für dieses Konto.",
    "Entsperren Sie sie; oder vergessen Sie sie zuerst, wenn Sie eine Sicherung haben.",
  ],
  "KeySlotError.missing": [
    "Hier gibt es keine Schlüssel für dieses Konto.",
    "Erstellen Sie Schlüssel oder stellen Sie Ihre mit dem Wiederherstellungscode wieder her.",
  ],
  "KeySlotError.wrong-secret": [
    "Die Schlüssel öffnen sich mit diesem Geheimnis nicht.",
    "Prüfen Sie, was Sie eingegeben haben, oder entsperren Sie auf andere Weise.",
  ],
  "KeySlotError.malformed": [
    "Die gespeicherten Schlüssel sind beschädigt.",
    "Stellen Sie Ihre Schlüssel mit dem Wiederherstellungscode und einer Sicherung wieder her.",
  ],
  "KeySlotError.other-keys": [
    "Diese Sicherung gehört zu anderen Schlüsseln.",
    "Wählen Sie die Sicherung, die für dieses Konto gemacht wurde.",
  ],
  "KeySlotError.storage": [
    "Die Schlüssel lassen sich in diesem Browser nicht speichern.",
    "Verlassen Sie den privaten Modus oder schaffen Sie Platz und versuchen Sie es noch einmal.",
  ],
  "KeySlotError.too-few": [
    "Schlüssel brauchen zwei Wege, sie zu öffnen, einen davon außerhalb dieses Browsers und ohne den Dienst.",
    "Fügen Sie zuerst einen Wiederherstellungscode, eine Passphrase oder einen Passkey hinzu.",
  ],
  "KeySlotError.wallet-varies": [
    "Diese Wallet signiert dasselbe jedes Mal anders und kann deshalb keine Schlüssel öffnen.",
    "Verwenden Sie einen Passkey, eine Passphrase oder den Wiederherstellungscode.",
  ],
  "KeySlotError.wallet-foreign": [
    "Diese Signatur stammt nicht vom eigenen Schlüssel des Kontos.",
    "Wählen Sie in der Wallet das Konto; ein Smart Account kann keine Schlüssel öffnen, ein Passkey schon.",
  ],
  "KeySlotError.passkey-unable": [
    "Dieser Browser oder Passkey kann kein Geheimnis für Schlüssel bewahren.",
    "Verwenden Sie einen anderen Browser oder Passkey, eine Passphrase oder den Wiederherstellungscode.",
  ],
  "KeySlotError.passkey-refused": [
    "Der Passkey wurde nicht verwendet.",
    "Versuchen Sie es noch einmal oder entsperren Sie auf andere Weise.",
  ],
  RecoveryCodeError: [
    "Dieser Wiederherstellungscode kann nicht stimmen.",
    "Vergleichen Sie ihn mit dem gedruckten, Gruppe für Gruppe.",
  ],
  "RecoveryCodeError.length": [
    "Ein Wiederherstellungscode hat 45 Buchstaben und Ziffern.",
    "Prüfen Sie, ob eine Gruppe fehlt.",
  ],
  "RecoveryCodeError.character": [
    "Ein Wiederherstellungscode hat nur Buchstaben und Ziffern und kein U.",
    "Geben Sie den Code so ein, wie er gedruckt ist.",
  ],
  "RecoveryCodeError.checksum": [
    "Im Wiederherstellungscode ist ein Schreibfehler.",
    "Vergleichen Sie ihn mit dem gedruckten, Gruppe für Gruppe.",
  ],
  "RecoveryCodeError.other-keys": [
    "Dies ist der Wiederherstellungscode anderer Schlüssel.",
    "Verwenden Sie den Code, der für diese Schlüssel gedruckt wurde.",
  ],
  KeysLockedError: [
    "Ihre Schlüssel für Unterlagen sind gesperrt.",
    "Entsperren Sie sie auf diesem Gerät oder stellen Sie sie mit dem Wiederherstellungscode wieder her.",
  ],
  FingerprintInvalidError: [
    "Dies ist kein Fingerabdruck von Schlüsseln.",
    "Fügen Sie den ganzen Fingerabdruck ein: 13 Gruppen zu 4, oder 0x und 64 Ziffern.",
  ],
  KeysNotAuthenticError: [
    "Der Dienst gab Schlüssel, die nicht zu dieser Person gehören.",
    "Teilen Sie nichts mit diesen Schlüsseln; vergleichen Sie den Fingerabdruck direkt mit der Person.",
  ],
  RecordsAbortedError: [
    "Dies wurde abgebrochen.",
    "Beginnen Sie von Neuem, wann Sie möchten; nichts wurde geändert.",
  ],
  RecordsWorkerError: [
    "Der Teil der App, der verschlüsselt, hat angehalten.",
    "Laden Sie die Seite neu; was gespeichert war, ist sicher.",
  ],
  ExportIncompleteError: [
    "Der Export brach ab, bevor er zu Ende war.",
    "Exportieren Sie noch einmal; behalten Sie nicht, was kam, denn es ist nicht alles.",
  ],
  NotFromStoreError: [
    "Das ist nicht, was der Laden für diese Bestellung geliefert hat.",
    "Verwenden Sie nicht, was darin steht. Laden Sie die Seite neu; bleibt es so, nennen Sie dem Betreiber des Ladens die Nummer der Bestellung.",
  ],
  CodeForOtherKeysError: [
    "Dieser Code wurde für andere Schlüssel von Ihnen versiegelt als die dieses Browsers.",
    "Öffnen Sie ihn dort, wo jene Schlüssel sind. Sind sie verloren, kann ihn niemand öffnen: Nennen Sie dem Betreiber des Ladens die Nummer der Bestellung.",
  ],
  CodeNotFoundError: [
    "Unter diesem Link wurde diesem Konto nichts geliefert.",
    "Verbinden Sie das Konto, das bezahlt hat. Was ein Konto hatte, steht im Laden.",
  ],
  ForeignAuthorError: [
    "Der Dienst gab eine Unterlage als Ihre aus, die Ihre Schlüssel nicht signiert haben.",
    "Vertrauen Sie nicht, was sie sagt. Haben Sie sie mit anderen Schlüsseln von Ihnen geschrieben, öffnen Sie sie dort, wo jene Schlüssel sind.",
  ],
  RecordRolledBackError: [
    "Der Dienst gab eine andere Version {version} dieser Unterlage zurück als die, die dieser Browser gesehen hat.",
    doNotRely,
  ],
  "RecordRolledBackError.older": [
    "Der Dienst gab eine ältere Version dieser Unterlage zurück: {version}, und dieser Browser hat Version {seen} gesehen.",
    doNotRely,
  ],
  ReaderUnconfirmedError: [
    "Der Dienst nennt Leser dieser Unterlage, die Sie auf diesem Gerät nicht gewählt haben.",
    "Sehen Sie unter „Leser“ nach: Vergleichen Sie ihre Fingerabdrücke mit den Personen und bestätigen oder entfernen Sie sie.",
  ],

  // The service
  ApiUnreachableError: [
    "Der Dienst ist nicht erreichbar.",
    "Prüfen Sie die Verbindung und versuchen Sie es noch einmal; Wiederholen schadet nicht.",
  ],
  ApiResponseError: [
    "Der Dienst gab eine Antwort, die keinen Sinn ergibt.",
    "Laden Sie die Seite neu; bleibt es so, haben App und Dienst verschiedene Versionen.",
  ],
  ServiceUnreachableError: [
    "Der Dienst für Anmeldung und Unterlagen antwortet nicht.",
    "Alles auf der Chain geht indessen weiter. Versuchen Sie es gleich noch einmal.",
  ],
  ApiProblemError: [
    "Der Dienst hat die Anfrage abgelehnt.",
    "Berichtigen Sie die Anfrage und versuchen Sie es noch einmal.",
  ],
  StepUpNeededError: [
    "Hierfür ist eine zweite Bestätigung aus den letzten Minuten nötig.",
    "Bestätigen Sie mit einem Passkey, einem Code der Authenticator-App oder einem Wiederherstellungscode und versuchen Sie es dann noch einmal.",
  ],
  FactorRefusedError: [
    "Die zweite Bestätigung wurde nicht angenommen.",
    "Versuchen Sie es mit einem neuen Code oder mit einem Passkey dieses Kontos; jeder Code gilt einmal.",
  ],
  FactorDelayedError: [
    "Zu viele Codes waren falsch; eine Weile wird keiner angesehen.",
    "Warten Sie, oder bestätigen Sie auf einem anderen Weg.",
  ],
  ReaderKeysChangedError: [
    "Das sind andere Schlüssel dieser Person als die, die dieser Browser kennt.",
    "Vergleichen Sie den neuen Fingerabdruck mit ihr auf einem anderen Weg als dieser Seite, bevor Sie teilen.",
  ],
  WalletShareGoneError: [
    "Der Dienst hat für dieses Konto keinen Anteil an diesen Schlüsseln, deshalb öffnet die Wallet sie nicht.",
    "Öffnen Sie sie auf einem anderen Weg. Die Wallet wurde als Weg entfernt, oder es sind die Schlüssel eines anderen Kontos.",
  ],
  ReaderKeysRevokedError: [
    "Diese Person hat diese Schlüssel widerrufen.",
    "Fragen Sie sie nach dem Fingerabdruck ihrer jetzigen Schlüssel.",
  ],
  StepUpDeclinedError: [
    "Es wurde keine zweite Bestätigung gegeben.",
    "Nichts wurde geändert. Versuchen Sie es noch einmal, wenn Sie sie zur Hand haben.",
  ],
  PasskeyDeclinedError: [
    "Es wurde kein Passkey verwendet.",
    "Nichts wurde geändert. Versuchen Sie es noch einmal oder nehmen Sie einen anderen Weg.",
  ],
  PasskeyExistsError: [
    "Dieses Gerät hat bereits einen Passkey für dieses Konto.",
    "Verwenden Sie diesen oder fügen Sie einen auf einem anderen Gerät hinzu.",
  ],
  PasskeyUnableError: [
    "Dieser Browser oder dieses Gerät kann keine Passkeys erstellen, die nach Ihnen fragen.",
    "Richten Sie eine Bildschirmsperre oder eine PIN dafür ein, verwenden Sie ein anderes Gerät oder nehmen Sie eine Authenticator-App.",
  ],
  RecordConflictError: [
    "Die Unterlage wurde inzwischen geändert; nichts wurde überschrieben.",
    "Laden Sie sie noch einmal, sehen Sie, was sich geändert hat, und wiederholen Sie Ihre Änderung.",
  ],
  ServiceRefusedError: ["Der Dienst hat die Anfrage abgelehnt.", tryInAMoment],
  "ServiceRefusedError.not-verified": [
    "Das angemeldete Konto hat keine gültige Identität.",
    "Melden Sie sich mit einem geprüften Konto an.",
  ],
  "ServiceRefusedError.too-many-accounts": [
    "Die Identität hat so viele Konten, wie eine haben darf.",
    "Verwenden Sie eines davon.",
  ],
  "ServiceRefusedError.account-taken": [
    "Das neue Konto wurde schon geprüft; ein Konto gehört für immer zu einer Identität.",
    "Verknüpfen Sie ein Konto, das nie geprüft wurde.",
  ],
  "ApiProblemError.malformed-request": ["Die Anfrage ließ sich nicht lesen.", reload],
  "ApiProblemError.invalid-input": ["Ein Feld hat einen Wert, der nicht angenommen wird.", correct],
  "ApiProblemError.sign-in-required": [
    "Hierfür ist ein angemeldetes Konto nötig.",
    "Melden Sie sich an und versuchen Sie es noch einmal.",
  ],
  "ApiProblemError.sign-in-refused": [
    "Die Nachricht zur Anmeldung wurde nicht angenommen.",
    "Melden Sie sich noch einmal mit einer neuen Nachricht an.",
  ],
  "ApiProblemError.origin-refused": [
    "Änderungen werden nur von der App angenommen.",
    "Öffnen Sie die App an ihrer eigenen Adresse und versuchen Sie es dort noch einmal.",
  ],
  "ApiProblemError.not-found": [
    "Hier gibt es nichts für Sie.",
    "Prüfen Sie, ob es das noch gibt und ob Sie es sehen dürfen.",
  ],
  "ApiProblemError.attester-disabled": [
    "Dieser Dienst hat keinen Prüfer.",
    "Lassen Sie das Konto von einem Prüfer des Netzwerks bestätigen; den Prüfer der Demo gibt es nur in Demos.",
  ],
  "ApiProblemError.exchange-disabled": [
    "Dieser Dienst führt kein Auftragsbuch.",
    "Fragen Sie einen Dienst, der eines führt; wer Aufträge hat, kann sie auch auf der Chain ausführen.",
  ],
  "ApiProblemError.log-disabled": [
    "Dieser Dienst signiert kein Protokoll der Unterlagen.",
    "Fragen Sie einen Dienst, der das tut; was geschrieben wird, steht dennoch im Protokoll.",
  ],
  "ApiProblemError.method-not-allowed": [
    "Diese Adresse kennt diese Art der Anfrage nicht.",
    "Laden Sie die Seite neu; bleibt es so, haben App und Dienst verschiedene Versionen.",
  ],
  "ApiProblemError.request-timeout": [
    "Die Anfrage kam nicht rechtzeitig an.",
    "Senden Sie sie über eine schnellere Verbindung noch einmal.",
  ],
  "ApiProblemError.record-conflict": [
    "Die Unterlage wurde inzwischen geändert; nichts wurde überschrieben.",
    "Laden Sie sie noch einmal, sehen Sie, was sich geändert hat, und wiederholen Sie Ihre Änderung.",
  ],
  "ApiProblemError.record-deleted": [
    "Eine Unterlage mit dieser Nummer wurde gelöscht.",
    "Legen Sie eine neue an; eine Nummer wird nie zweimal verwendet.",
  ],
  "ApiProblemError.key-conflict": [
    "Diese Schlüssel gehören zu einem anderen Konto.",
    "Erstellen Sie eigene Schlüssel; ein Paar von Schlüsseln steht für ein Konto.",
  ],
  "ApiProblemError.identity-conflict": [
    "Diese Person hat bereits eine andere Identität oder ein anderes Konto.",
    "Melden Sie sich mit dem Konto an, das zuerst bestätigt wurde, und verknüpfen Sie die neue Wallet damit.",
  ],
  "ApiProblemError.wallet-link-refused": [
    "Diese Wallet lässt sich nicht verknüpfen.",
    "Melden Sie sich mit einem geprüften Konto an und verknüpfen Sie ein Konto, das nie geprüft wurde.",
  ],
  "ApiProblemError.order-epoch": [
    "Der Auftrag wurde für eine andere Epoche seines Erstellers signiert.",
    "Signieren Sie ihn für die jetzige Epoche; alle früheren Aufträge sind beendet.",
  ],
  "ApiProblemError.order-cancelled": ["Der Auftrag wurde auf der Chain abgebrochen.", makeOrderAnew],
  "ApiProblemError.order-filled": ["Der Auftrag wurde bereits ausgeführt.", makeOrderAnew],
  "ApiProblemError.order-quota": [
    "Der Ersteller hat so viele Aufträge im Buch, wie er haben darf.",
    "Brechen Sie Aufträge ab oder warten Sie, bis einige enden.",
  ],
  "ApiProblemError.too-large": ["Der Inhalt ist größer, als der Dienst annimmt.", "Senden Sie weniger."],
  "ApiProblemError.quota-exceeded": [
    "Der Speicher des Kontos ist voll; nichts wurde gespeichert.",
    "Löschen Sie Unterlagen, die nicht mehr nötig sind, und versuchen Sie es noch einmal.",
  ],
  "ApiProblemError.unsupported-media-type": [
    "Der Inhalt ist von einer Art, die der Dienst nicht liest.",
    reload,
  ],
  "ApiProblemError.range-not-satisfiable": [
    "Der verlangte Teil liegt außerhalb der Datei.",
    "Laden Sie die Datei noch einmal von Anfang an.",
  ],
  "ApiProblemError.header-refused": [
    "Der Kopf der Unterlage ist nicht ganz vor Quantencomputern geschützt.",
    "Versiegeln Sie die Unterlage nur für Empfänger, die mit age1pq beginnen.",
  ],
  "ApiProblemError.hash-mismatch": [
    "Die Bytes haben nicht den angekündigten Hash; nichts wurde gespeichert.",
    "Senden Sie die Datei noch einmal; sie wurde unterwegs beschädigt, oder der Hash stimmt nicht.",
  ],
  "ApiProblemError.step-up-needed": [
    "Hierfür ist eine zweite Bestätigung aus den letzten Minuten nötig.",
    "Bestätigen Sie mit einem Passkey, einem Code der Authenticator-App oder einem Wiederherstellungscode und versuchen Sie es dann noch einmal.",
  ],
  "ApiProblemError.factor-refused": [
    "Die zweite Bestätigung wurde nicht angenommen.",
    "Versuchen Sie es mit einem neuen Code oder mit einem Passkey dieses Kontos; jeder Code gilt einmal.",
  ],
  "ApiProblemError.factor-delayed": [
    "Zu viele Codes waren falsch; eine Weile wird keiner angesehen.",
    "Warten Sie, oder bestätigen Sie auf einem anderen Weg.",
  ],
  "ApiProblemError.factors-disabled": [
    "Dieser Dienst kennt keine zweite Bestätigung.",
    "Machen Sie mit der Wallet allein weiter.",
  ],
  "ApiProblemError.factor-exists": [
    "Das Konto hat bereits eine Authenticator-App.",
    "Entfernen Sie zuerst diese und beginnen Sie dann von vorn.",
  ],
  "ApiProblemError.role-required": [
    "Dieses Konto hat nicht die Rolle, die dafür nötig ist.",
    "Verwenden Sie ein Konto mit dieser Rolle, oder lassen Sie sie sich erteilen.",
  ],
  "ApiProblemError.campaigns-disabled": [
    "Dieser Dienst veröffentlicht keine Kampagnen.",
    "Fragen Sie einen Dienst, der es tut.",
  ],
  "ApiProblemError.tree-refused": [
    "Die Liste ergibt nicht diese Wurzel.",
    "Erstellen Sie den Baum neu, für diese Chain und diese Kampagne.",
  ],
  "ApiProblemError.upload-quota": [
    "Das Konto hat an einem Tag so viel hochgeladen, wie es darf; nichts wurde gespeichert.",
    "Machen Sie morgen weiter.",
  ],
  "ApiProblemError.taps-disabled": [
    "Dieser Dienst zählt keine Taps.",
    "Fragen Sie einen Dienst, der es tut; unterschriebene Gutscheine gelten auf der Chain auch ohne ihn.",
  ],
  "ApiProblemError.tap-session-replayed": [
    "Diese Freigabe ist nicht neuer als die letzte.",
    "Unterschreiben Sie eine neue; eine beendete Sitzung kommt nicht wieder.",
  ],
  "ApiProblemError.tap-session-ended": [
    "Die Sitzung nimmt keine Taps mehr an; diese wurden noch nicht gezählt.",
    "Unterschreiben Sie eine neue Sitzung; die Taps warten so lange.",
  ],
  "ApiProblemError.tap-sequence": [
    "Diese Taps sind nicht die nächsten ihrer Sitzung; sie wurden nicht gezählt.",
    "Senden Sie sie noch einmal; vielleicht ist ein zweites Fenster offen.",
  ],
  "ApiProblemError.tap-no-identity": [
    "Das Konto hat keine gültige Identität.",
    "Lassen Sie es bestätigen; was es verdient hat, wartet bis dahin.",
  ],
  "ApiProblemError.tap-nothing-to-claim": [
    "Alles Verdiente wurde schon abgeholt.",
    "Tippen Sie weiter und kommen Sie wieder.",
  ],
  "ApiProblemError.tap-other-account": [
    "Ihre Punkte gehen an das Konto, mit dem Sie zuletzt zu tippen begonnen haben.",
    "Beginnen Sie mit diesem Konto zu tippen, dann gehen sie hierher.",
  ],
  "ApiProblemError.name-taken": [
    "Diesen Namen, oder einen, der ihm gleicht, hat schon jemand.",
    "Wählen Sie einen anderen.",
  ],
  "ApiProblemError.tap-session-clock": [
    "Die Zeiten der Sitzung passen nicht zur Uhr des Dienstes.",
    "Laden Sie die Seite neu und unterschreiben Sie noch einmal.",
  ],
  "ApiProblemError.tap-session-key": [
    "Der Schlüssel der Sitzung ist keiner.",
    "Laden Sie die Seite neu und unterschreiben Sie noch einmal.",
  ],
  "ApiProblemError.tap-session-signature": [
    "Die Unterschrift ist nicht die des Kontos der Sitzung.",
    "Unterschreiben Sie mit diesem Konto, auf dieser Chain.",
  ],
  "ApiProblemError.tap-batch-forgotten": [
    "Diese Taps sind längst gezählt; die Antwort darauf wird nicht mehr aufbewahrt.",
    "Senden Sie sie nicht noch einmal. Ihr Stand enthält sie.",
  ],
  "ApiProblemError.tap-batch-signature": [
    "Die Taps sind nicht mit dem Schlüssel der Sitzung unterschrieben; sie wurden nicht gezählt.",
    "Beginnen Sie eine neue Sitzung.",
  ],
  "ApiProblemError.relay-refused": [
    "Die Chain würde das ablehnen; nichts wurde gesendet.",
    "Laden Sie die Seite neu und sehen Sie nach, was sich geändert hat.",
  ],
  "ApiProblemError.relay-quota": [
    "Im Moment wird nichts mehr ohne Gas gesendet.",
    "Senden Sie es selbst, oder versuchen Sie es morgen noch einmal.",
  ],
  "ApiProblemError.relayer-disabled": [
    "Dieser Dienst sendet keine Transaktionen für andere.",
    "Senden Sie sie von Ihrem eigenen Konto; was unterschrieben ist, gilt weiter.",
  ],
  "ApiProblemError.store-disabled": [
    "Dieser Dienst liefert nichts aus dem Shop aus.",
    "Fragen Sie einen Dienst, der es tut; was gekauft wurde, steht auf der Chain.",
  ],
  "ApiProblemError.credit-disabled": [
    "Dieser Dienst nimmt keine Anträge auf Kreditlinien an.",
    "Fragen Sie einen Dienst, der es tut, oder bitten Sie jemanden mit Anteilen am Erstverlust, für Sie zu bürgen.",
  ],
  "ApiProblemError.credit-unknown-person": [
    "Dieses Konto gehört zu niemandem, der bestätigt wurde.",
    "Lassen Sie das Konto zuerst bestätigen, oder nennen Sie ein anderes Konto dieser Person.",
  ],
  "ApiProblemError.application-quota": [
    "Sie haben an einem Tag so viele Anträge gestellt, wie eine Person darf.",
    "Stellen Sie morgen einen neuen. Ein Angebot, das schon signiert ist, gilt weiter.",
  ],
  "ApiProblemError.order-invalid": [
    "Dieser Auftrag würde auf der Chain in jedem Fall abgelehnt.",
    "Erstellen Sie ihn neu: Mengen größer als null, eine Dauer, ein Abstand nicht kürzer als die Dauer und eine passende Zahl.",
  ],
  "ApiProblemError.order-signature": [
    "Die Signatur ist nicht die des Erstellers.",
    "Signieren Sie den Auftrag mit dem Konto des Erstellers für dieses Netzwerk; ein Konto, das ein Vertrag ist, muss eingerichtet sein und ihn annehmen.",
  ],
  "ApiProblemError.order-expired": [
    "Das letzte Fenster des Auftrags ist vorbei.",
    "Signieren Sie einen neuen Auftrag mit einem späteren Ende.",
  ],
  "ApiProblemError.order-asset": [
    "Das Register der Vermögenswerte kennt diesen Vermögenswert nicht.",
    "Verwenden Sie die Adresse eines Vermögenswerts, wie das Register sie nennt.",
  ],
  "ApiProblemError.order-money": [
    "Dieser Token wird im Handel nicht als Geld angenommen.",
    "Verwenden Sie einen zugelassenen Token.",
  ],
  "ApiProblemError.order-balance": [
    "Der Ersteller hat nicht, was der Auftrag verkauft.",
    "Bieten Sie höchstens an, was das Konto hat; gesperrte Anteile zählen nicht.",
  ],
  "ApiProblemError.order-allowance": [
    "Der Handelsvertrag darf nicht bewegen, was der Auftrag verkauft.",
    "Geben Sie den Betrag für den Handelsvertrag frei und senden Sie den Auftrag noch einmal.",
  ],
  "ApiProblemError.order-compliance": [
    "Die Regeln des Vermögenswerts lassen diesen Ersteller jetzt nicht damit handeln.",
    "Lassen Sie das Konto prüfen oder warten Sie, bis die Regeln es erlauben.",
  ],
  "ApiProblemError.precondition-required": [
    "Der Dienst erfuhr nicht, welche Version geändert werden soll.",
    reload,
  ],
  "ApiProblemError.rate-limited": [
    "Das waren zu viele Anfragen.",
    "Warten Sie einen Moment und versuchen Sie es noch einmal.",
  ],
  "ApiProblemError.header-fields-too-large": [
    "Die Kopfzeilen der Anfrage sind zu groß.",
    "Löschen Sie Cookies dieser Seite und versuchen Sie es noch einmal.",
  ],
  "ApiProblemError.internal": [
    "Beim Dienst ist etwas schiefgegangen.",
    "Versuchen Sie es noch einmal; bleibt es so, melden Sie es. Was gespeichert war, ist sicher.",
  ],
  "ApiProblemError.chain-unreachable": ["Die Chain antwortet nicht; nichts wurde geändert.", tryInAMoment],
  "ApiProblemError.index-unreachable": [
    "Der Index der Chain antwortet nicht oder ist zurück; nichts wurde geändert.",
    tryInAMoment,
  ],
  "ApiProblemError.database-unavailable": [
    "Die Datenbank antwortet nicht; nichts wurde halb geschrieben.",
    tryInAMoment,
  ],
  "ApiProblemError.blob-unavailable": [
    "Keine Region kann diesen Geheimtext im Moment unversehrt liefern.",
    "Versuchen Sie es später noch einmal. Eine beschädigte Kopie wird nie geliefert.",
  ],
  "ApiProblemError.storage-unavailable": [
    "Zu wenige Regionen antworten, um dies sicher aufzubewahren; nichts wurde gespeichert.",
    "Versuchen Sie es später noch einmal. Was die anderen Regionen haben, lässt sich weiter lesen.",
  ],
  "ApiProblemError.too-many-streams": [
    "Zu viele Verbindungen für laufende Änderungen sind offen.",
    "Schließen Sie Seiten, die niemand liest, oder versuchen Sie es gleich noch einmal; die Listen lassen sich weiter lesen.",
  ],
  "ApiProblemError.storage-full": [
    "Der Dienst hat keinen Platz mehr; nichts wurde gespeichert.",
    "Versuchen Sie es später noch einmal. Alles Frühere lässt sich weiter lesen.",
  ],
  "ApiProblemError.401": ["Der Dienst hat die Anfrage abgelehnt.", "Melden Sie sich noch einmal an."],
  "ApiProblemError.403": [
    "Der Dienst hat die Anfrage abgelehnt.",
    "Bitten Sie jemanden, der dies darf, oder wechseln Sie das Konto.",
  ],
  "ApiProblemError.404": [
    "Der Dienst hat nichts gefunden.",
    "Prüfen Sie, ob es das noch gibt und ob Sie es sehen dürfen.",
  ],
  "ApiProblemError.409": [
    "Inzwischen hat sich etwas geändert.",
    "Laden Sie es noch einmal, sehen Sie, was sich geändert hat, und wiederholen Sie Ihre Änderung.",
  ],
  "ApiProblemError.413": ["Der Inhalt ist größer, als der Dienst annimmt.", "Wählen Sie etwas Kleineres."],
  "ApiProblemError.429": [
    "Das waren zu viele Anfragen.",
    "Warten Sie einen Moment und versuchen Sie es noch einmal.",
  ],
  "ApiProblemError.507": ["Der Dienst hat keinen Platz mehr; nichts ging verloren.", tryLater],
};
