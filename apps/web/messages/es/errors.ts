import type { ErrorSentences } from "@/lib/errors/sentences";

const issuersAccount = "Use la cuenta del emisor.";
const nothingToDo = "No hay que hacer nada.";
const reportSafe = "Comuníquelo; no se perdió nada suyo.";
const correct = "Corríjalo y vuelva a intentarlo.";
const correctAndSign = "Corríjalo y firme de nuevo.";
const completeRecovery = "Complete primero la recuperación de la cuenta.";
const otherOrder = "Elija otra orden.";
const otherReceiver = "Elija otro destinatario.";
const askDesk = "Póngase en contacto con la mesa de cumplimiento.";
const askReceiver = "Pida al destinatario que renueve o complete la verificación y vuelva a intentarlo.";
const tryThen = "Vuelva a intentarlo entonces.";
const tryAfter = "Vuelva a intentarlo después.";
const tryLater = "Vuelva a intentarlo más tarde.";
const tryInAMoment = "Vuelva a intentarlo en un momento.";
const signAgain = "Firme de nuevo.";
const signNewOrder = "Firme una orden nueva.";
const checkAndReport = "Compruebe los valores indicados; si son correctos, comuníquelo con los detalles.";
const giveAddress = "Indíquela en la cadena del cliente o en la opción «contracts».";
const stateAllows =
  "Un borrador se puede cambiar o poner en circulación; un activo en circulación, transferir; uno vencido, reembolsar.";
const askForce = "Pídalo al rol de medidas forzosas, que puede suavizarla tras su espera.";
const sameMarket = "Combine una oferta con una demanda del mismo activo y el mismo dinero.";
const standsOnChain =
  "La transacción está en la cadena; las listas la muestran cuando el índice se ponga al día.";
const otherNode =
  "Pregunte a otro nodo. Si dice lo mismo, la cadena forma sus bloques de un modo que aquí no se conoce.";
const chooseFile = "Elija el archivo tal como se guardó o vuelva a pedirlo.";
const keepWhatYouHave = "No se fíe de lo que muestra. Guarde lo que tiene y avise a quien lleva el servicio.";
const doNotTrust = "No confíe en esta copia. Vuelva a descargarla; si no ayuda, dígaselo a su propietario.";
const divide = "Repártalo en varios documentos.";
const doNotRely =
  "No se fíe de ella. Vuelva a cargar la página en un momento; si sigue así, pregunte a quien gestiona el servicio.";
const reload = "Vuelva a cargar la página e inténtelo de nuevo.";
const repeatChange = "Cárguelo de nuevo, mire qué cambió y repita su cambio.";

export const errors: ErrorSentences = {
  // Wallet and node
  UserRejectedError: [
    "La solicitud se rechazó en la billetera.",
    "No se envió nada. Vuelva a pedirlo cuando quiera.",
  ],
  UpgradeRejectedError: [
    "La solicitud se rechazó en la billetera.",
    "No se envió nada. Vuelva a pedirlo cuando quiera.",
  ],
  ChainNotAddedError: [
    "La billetera no conoce esta red.",
    "Añada la red a la billetera y vuelva a intentarlo.",
  ],
  WrongChainError: ["La billetera está en otra red.", "Cambie de red en la billetera y vuelva a intentarlo."],
  WalletUnauthorizedError: [
    "La billetera no ha permitido aquí esta cuenta o esta acción.",
    "Conecte la cuenta en la billetera y vuelva a intentarlo.",
  ],
  WalletUnsupportedError: [
    "La billetera o el nodo no admite esta solicitud.",
    "Use otra billetera o envíe los pasos uno por uno.",
  ],
  WalletDisconnectedError: [
    "La billetera no está conectada a la red.",
    "Vuelva a conectar la billetera e inténtelo de nuevo.",
  ],
  WalletBusyError: [
    "La billetera aún espera respuesta a una solicitud anterior.",
    "Abra la billetera y responda primero a esa solicitud.",
  ],
  InsufficientFundsError: [
    "La cuenta tiene muy poca moneda de la red para pagar esta transacción.",
    "Añada algo para la comisión y vuelva a intentarlo.",
  ],
  NonceError: [
    "Otra transacción de esta cuenta ocupó el lugar de esta.",
    "Espere a que se confirme y vuelva a intentarlo.",
  ],
  FeeTooLowError: [
    "La comisión ofrecida está fuera de lo que la red acepta ahora.",
    "Deje que la billetera elija la comisión.",
  ],
  GasLimitError: [
    "El límite de gas no se ajusta a esta transacción.",
    "Deje el límite de gas a la billetera.",
  ],
  RateLimitedError: [
    "El nodo no responde más solicitudes por el momento.",
    "Espere un minuto o use otra dirección RPC.",
  ],
  RpcTimeoutError: [
    "El nodo no respondió a tiempo.",
    "Vuelva a intentarlo; si se firmó algo, mire primero la actividad de la billetera.",
  ],
  RpcUnreachableError: [
    "No se puede llegar al nodo.",
    "Compruebe la conexión y la dirección RPC y vuelva a intentarlo.",
  ],

  // Transactions
  AccountMissingError: [
    "No hay ninguna cuenta conectada para firmar esto.",
    "Conecte una billetera o indique una cuenta.",
  ],
  EventMissingError: [
    "El recibo no contiene ningún evento «{event}».",
    "Compruebe que corresponde a esta acción.",
  ],
  TransactionFailedError: [
    "La transacción no hizo aquello para lo que se envió.",
    "Mire la actividad de la billetera antes de enviarla de nuevo.",
  ],
  "TransactionFailedError.reverted": [
    "La transacción entró en un bloque, pero se rechazó.",
    "Compruebe los valores y vuelva a intentarlo; solo se gastó la comisión.",
  ],
  "TransactionFailedError.replaced": [
    "Otra transacción de esta cuenta ocupó el lugar de esta.",
    "Mire la actividad de la cuenta y vuelva a intentarlo si hace falta.",
  ],
  "TransactionFailedError.cancelled": [
    "La transacción se canceló en la billetera.",
    "No cambió nada. Vuelva a pedirlo cuando quiera.",
  ],
  "TransactionFailedError.dropped": [
    "La red olvidó la transacción antes de que entrara en un bloque.",
    "No cambió nada. Envíela de nuevo, con una comisión mayor si la red está ocupada.",
  ],
  "TransactionFailedError.timedOut": [
    "La transacción aún no está en ningún bloque.",
    "Todavía puede entrar: mire la actividad de la billetera antes de enviarla de nuevo.",
  ],
  UnknownRevertError: [
    ["El contrato lo rechazó: {reason}.", checkAndReport],
    ["El contrato lo rechazó: falló un cálculo (pánico {panic}).", checkAndReport],
    ["El contrato lo rechazó y no dio ningún motivo que aquí se conozca.", checkAndReport],
  ],
  UnexpectedError: [
    "Falló algo que aquí no tiene explicación.",
    "Vuelva a intentarlo; si ocurre de nuevo, comuníquelo con los detalles.",
  ],
  UnexplainedError: [
    "La solicitud falló y no se pudo cargar su explicación.",
    "Compruebe la conexión y vuelva a intentarlo.",
  ],
  AddressUnknownError: [
    ["No se conoce la dirección de {contract} en la cadena {chainId}.", giveAddress],
    ["No se conoce la dirección de {contract} en esta cadena.", giveAddress],
  ],
  PermitSignatureError: [
    "La firma del permiso tiene {bytes} bytes y hacen falta 65.",
    "Use en su lugar una autorización: las cuentas que son contratos no pueden firmar permisos.",
  ],

  // Roles
  AccessManagedUnauthorizedError: [
    "Esta cuenta no tiene el rol que esto requiere.",
    "Use una cuenta que lo tenga o pídaselo a un administrador.",
  ],
  AccessManagedRequiredDelayError: [
    "Esta cuenta solo puede hacer esto tras una espera de {delay, duration}.",
    "Prográmelo y ejecútelo cuando pase la espera.",
  ],
  AccessManagedInvalidAuthorityError: [
    "En la nueva dirección para gestionar el acceso no hay ningún contrato.",
    "Indique la dirección de un gestor de accesos.",
  ],
  AccessManagerAlreadyScheduledError: [
    "Esto ya está programado.",
    "Espere a su momento o cancélelo primero.",
  ],
  AccessManagerBadConfirmationError: [
    "La confirmación no nombra la cuenta que llama.",
    "Indique la cuenta que renuncia al rol.",
  ],
  AccessManagerExpiredError: ["Esto estaba programado y su semana ya pasó.", "Prográmelo de nuevo."],
  AccessManagerInvalidInitialAdminError: [
    "El primer administrador no puede ser la dirección cero.",
    "Indique otra dirección.",
  ],
  AccessManagerLockedFunctionError: ["El rol de esta función no se puede cambiar.", "Elija otra función."],
  AccessManagerLockedRoleError: ["El rol {roleId} no se puede cambiar.", "Elija otro rol."],
  AccessManagerNotReadyError: [
    "Esto está programado y su espera aún no ha pasado.",
    "Espere a su momento y ejecútelo entonces.",
  ],
  AccessManagerNotScheduledError: [
    "Esto debe programarse primero y su espera debe pasar.",
    "Prográmelo y ejecútelo cuando pase la espera.",
  ],
  AccessManagerUnauthorizedAccountError: [
    "Esta cuenta no tiene el rol {roleId}, que esto requiere.",
    "Use una cuenta que lo tenga o pídaselo a un administrador.",
  ],
  AccessManagerUnauthorizedCallError: [
    "Esta cuenta no puede llamar a {selector} de {target}.",
    "Use una cuenta que tenga el rol para ello.",
  ],
  AccessManagerUnauthorizedCancelError: [
    "Esta cuenta no puede cancelar lo que programó {caller}.",
    "Use la cuenta que lo programó o la de un guardián.",
  ],
  AccessManagerUnauthorizedConsumeError: [
    "Solo {target} puede consumir lo que tiene programado.",
    "Llame en su lugar al destino.",
  ],
  OperationWaitsError: [
    "Esto ya está programado y se puede ejecutar desde el {readyAt, time}.",
    "Espere a su momento o cancélelo en la página de roles.",
  ],

  // Assets
  AssetUnknownError: ["No hay ningún activo en {asset}.", "Compruebe la dirección."],
  AssetNotIssuerError: ["Solo el emisor de este activo puede hacer esto.", issuersAccount],
  AssetWrongStateError: ["Este activo está en el estado {state}, que no permite esto.", stateAllows],
  "AssetWrongStateError.0": ["Este activo no se conoce, lo que no permite esto.", stateAllows],
  "AssetWrongStateError.1": ["Este activo es un borrador, lo que no permite esto.", stateAllows],
  "AssetWrongStateError.2": ["Este activo está en circulación, lo que no permite esto.", stateAllows],
  "AssetWrongStateError.3": ["Este activo está vencido, lo que no permite esto.", stateAllows],
  "AssetWrongStateError.4": ["Este activo está terminado, lo que no permite esto.", stateAllows],
  AssetInvalidTermsError: ["Las condiciones no encajan: «{field, word}» no es válido.", correct],
  "AssetInvalidTermsError.name": ["Las condiciones no encajan: el nombre tiene de 1 a 64 bytes.", correct],
  "AssetInvalidTermsError.symbol": ["Las condiciones no encajan: el símbolo tiene de 1 a 12 bytes.", correct],
  "AssetInvalidTermsError.jurisdiction": [
    "Las condiciones no encajan: el país es un número de ISO 3166-1 del 1 al 999.",
    correct,
  ],
  "AssetInvalidTermsError.shares": [
    "Las condiciones no encajan: hay al menos 1 participación, y menos de 2^128 unidades con 18 decimales.",
    correct,
  ],
  "AssetInvalidTermsError.valuation": [
    "Las condiciones no encajan: la valoración es mayor que cero.",
    correct,
  ],
  "AssetInvalidTermsError.metadataURI": [
    "Las condiciones no encajan: la descripción empieza por data:application/json y tiene como máximo 8192 bytes.",
    correct,
  ],
  "AssetInvalidTermsError.documentsRoot": [
    "Las condiciones no encajan: la huella de los documentos no es cero.",
    correct,
  ],
  "AssetInvalidTermsError.rules": [
    "Las condiciones no encajan: el módulo nuevo tiene reglas para este activo.",
    correct,
  ],
  "AssetInvalidTermsError.salt": [
    "Las condiciones no encajan: el número aleatorio es uno que este emisor no ha usado.",
    correct,
  ],
  AssetIssuerNotVerifiedError: ["La cuenta del emisor no está verificada.", "Verifíquela primero."],
  AssetModuleNotAllowedError: [
    "El módulo de cumplimiento {module} no está admitido.",
    "Use el módulo de esta instalación.",
  ],
  AssetSupplyNotZeroError: [
    "Aún hay {supply, shares} participaciones de este activo; solo se puede terminar cuando no quede ninguna.",
    "Reembólselas o destrúyalas primero.",
  ],
  AssetTokenOnlyRegistryError: [
    "Solo el registro de activos puede hacer esto con un token de participaciones.",
    "Llame en su lugar al registro.",
  ],
  AssetTokenPausedError: [
    "Las transferencias de este activo están en pausa hasta el {until, time}.",
    tryAfter,
  ],
  AssetTokenNotActiveError: [
    "Este activo no está en circulación.",
    "Espere a que lo esté; las participaciones vencidas solo se pueden reembolsar.",
  ],
  AssetTokenInvalidForcedTransferError: [
    "Una transferencia forzosa necesita dos cuentas distintas.",
    "Indique otro destinatario.",
  ],
  AssetTokenFrozenChangedError: [
    "Ahora hay {actual, shares} participaciones congeladas, no {expected, shares}.",
    "Mírelo de nuevo y decida después.",
  ],
  AssetTokenNotRecoveredError: [
    "La cuenta {account} no se recuperó, así que sus participaciones se quedan donde están.",
    completeRecovery,
  ],
  AssetIssuerNotRecoveredError: [
    "El emisor {issuer} no se recuperó, así que el activo no tiene otro.",
    completeRecovery,
  ],
  AssetOnlyRedemptionError: [
    "Solo el contrato de reembolsos puede destruir participaciones de quienes las reembolsan.",
    "Reembólselas allí.",
  ],
  MetadataInvalidError: [
    [
      "La descripción del activo no se puede usar: ocupa {size, count} bytes y caben {limit, count}.",
      "Acórtela o corríjala y vuelva a intentarlo.",
    ],
    [
      "La descripción del activo no se puede usar: el campo «{field}» no encaja.",
      "Acórtela o corríjala y vuelva a intentarlo.",
    ],
  ],
  IssuerRoleRequiredError: [
    "Esta cuenta no puede emitir activos.",
    "Pida a la mesa de cumplimiento de esta red el rol de emisor.",
  ],
  DemoDeskNotVerifiedError: [
    "Solo las cuentas verificadas con el nivel 2 o superior pueden ser emisores.",
    "Verifique primero esta cuenta con un nivel superior.",
  ],

  // Rules of assets
  ComplianceOnlyRegistryError: [
    "Solo el registro de activos puede fijar las primeras reglas de un activo.",
    "Tokenice el activo a través del registro.",
  ],
  ComplianceNotTighterError: [
    "La regla «{field, word}» se suavizaría, y la mesa de cumplimiento solo puede endurecer.",
    askForce,
  ],
  "ComplianceNotTighterError.minTier": [
    "El nivel mínimo se suavizaría, y la mesa de cumplimiento solo puede endurecer.",
    askForce,
  ],
  "ComplianceNotTighterError.lockedUntil": [
    "El bloqueo se suavizaría, y la mesa de cumplimiento solo puede endurecer.",
    askForce,
  ],
  "ComplianceNotTighterError.maxHolders": [
    "El número máximo de titulares se suavizaría, y la mesa de cumplimiento solo puede endurecer.",
    askForce,
  ],
  "ComplianceNotTighterError.capPerIdentity": [
    "El límite por persona se suavizaría, y la mesa de cumplimiento solo puede endurecer.",
    askForce,
  ],
  ComplianceInvalidRulesError: ["Las reglas no encajan: «{field, word}» no es válido.", correct],
  "ComplianceInvalidRulesError.asset": [
    "Las reglas no encajan: el activo es uno que el registro conoce.",
    correct,
  ],
  "ComplianceInvalidRulesError.minTier": ["Las reglas no encajan: el nivel mínimo va de 1 a 3.", correct],
  "ComplianceInvalidRulesError.lockedUntil": [
    "Las reglas no encajan: el bloqueo termina dentro del más largo permitido.",
    correct,
  ],
  "ComplianceInvalidRulesError.country": [
    "Las reglas no encajan: un país es un número de ISO 3166-1 del 1 al 999.",
    correct,
  ],
  ERC7943CannotSendError: [
    "La cuenta {account} no puede enviar participaciones: no está verificada, o está congelada, revocada o reemplazada.",
    "Verifique la cuenta o póngase en contacto con la mesa de cumplimiento.",
  ],
  ERC7943CannotReceiveError: [
    "La cuenta {account} no puede recibir participaciones de este activo: no está verificada, o está caducada, congelada, en un nivel inferior o en un país excluido.",
    "Pida al destinatario que verifique la cuenta o elija otro.",
  ],
  ERC7943CannotTransferError: [
    "Una regla de este activo no permite mover {amount, shares} participaciones: el bloqueo, el número de titulares o el límite por persona.",
    "Mire las reglas del activo o mueva menos participaciones.",
  ],
  ERC7943InsufficientUnfrozenBalanceError: [
    "Hay {unfrozen, shares} participaciones libres y hacen falta {amount, shares}.",
    "Envíe menos participaciones.",
  ],
  TransferRefusedError: [
    "Una regla de este activo no permite esta transferencia.",
    "Mire las reglas del activo.",
  ],
  "TransferRefusedError.senderUnknown": [
    "La cuenta del remitente no está verificada.",
    "Verifique primero la cuenta.",
  ],
  "TransferRefusedError.senderFrozen": ["La identidad del remitente está congelada.", askDesk],
  "TransferRefusedError.senderRevoked": ["La identidad del remitente se revocó.", askDesk],
  "TransferRefusedError.senderRetired": [
    "La cuenta del remitente fue reemplazada por otra tras una recuperación.",
    "Envíe desde la cuenta que la sucedió.",
  ],
  "TransferRefusedError.receiverUnknown": [
    "La cuenta del destinatario no está verificada.",
    "Pida al destinatario que verifique primero la cuenta.",
  ],
  "TransferRefusedError.receiverFrozen": ["La identidad del destinatario está congelada.", otherReceiver],
  "TransferRefusedError.receiverRevoked": ["La identidad del destinatario se revocó.", otherReceiver],
  "TransferRefusedError.receiverRetired": [
    "La cuenta del destinatario fue reemplazada por otra tras una recuperación.",
    "Envíe a la cuenta que la sucedió.",
  ],
  "TransferRefusedError.receiverExpired": ["La verificación del destinatario ha caducado.", askReceiver],
  "TransferRefusedError.receiverTier": [
    "El destinatario está verificado con un nivel inferior al que pide este activo.",
    askReceiver,
  ],
  "TransferRefusedError.receiverCountry": [
    "Este activo no se puede tener en el país del destinatario.",
    otherReceiver,
  ],
  "TransferRefusedError.insufficientUnfrozen": [
    "Una parte de las participaciones del remitente está congelada y el resto no alcanza.",
    "Envíe menos participaciones.",
  ],
  "TransferRefusedError.locked": [
    "El bloqueo de este activo no ha terminado; hasta entonces las participaciones solo salen del emisor o vuelven a él.",
    "Vuelva a intentarlo después de la fecha del bloqueo.",
  ],
  "TransferRefusedError.holderLimit": [
    "Este activo ya tiene tantos titulares como puede tener.",
    "Elija un destinatario que ya lo tenga.",
  ],
  "TransferRefusedError.identityCap": [
    "El destinatario tendría más de lo que una persona puede tener de este activo.",
    "Envíe menos participaciones.",
  ],
  "TransferRefusedError.paused": [
    "Las transferencias de este activo están en pausa.",
    "Vuelva a intentarlo cuando la pausa termine, en 14 días como máximo.",
  ],
  "TransferRefusedError.notActive": [
    "Este activo no está en circulación.",
    "Espere a que lo esté; las participaciones vencidas solo se pueden reembolsar.",
  ],
  "TransferRefusedError.moduleFailed": [
    "No se pudieron leer las reglas de este activo.",
    "Póngase en contacto con el emisor.",
  ],
  "TransferRefusedError.pledgeOnly": [
    "El destinatario es un contrato que guarda prendas, y lo que solo se le enviara no sería de nadie.",
    "En su lugar, dé las participaciones en prenda como garantía de un mercado de préstamos.",
  ],

  // Identity
  VerificationRequiredError: [
    "Esta cuenta no está verificada.",
    "Verifíquela en la página de identidad y vuelva después.",
  ],
  PriceMovedError: [
    "El precio ya no es el que se le mostró.",
    "Cierre esto, mire el precio actual y revíselo de nuevo.",
  ],
  OtherTapContractError: [
    "El servicio cuenta los toques para otra red u otro contrato que esta aplicación. No se ha firmado nada.",
    "Recargue la página. Si continúa, avise a quien opera esta aplicación.",
  ],
  OtherAccountError: ["Este enlace es para otra cuenta.", "Conecte la cuenta para la que se preparó."],
  IdentityInvalidSignerError: [
    "La firma no es de un verificador, o no es de la cuenta que debe firmar.",
    "Pida una atestación nueva y preséntela sin cambios.",
  ],
  IdentitySignatureExpiredError: [
    "Esta atestación se podía presentar hasta el {deadline, time}.",
    "Pida una nueva.",
  ],
  IdentityInvalidNonceError: [
    "Esta atestación se hizo para el paso {given} de la cuenta, que está en el {expected}.",
    "Pida una nueva.",
  ],
  IdentityAccountTakenError: [
    "Esta cuenta ya pertenece a una identidad, y una cuenta pertenece a una para siempre.",
    "Use una cuenta que nunca se haya verificado.",
  ],
  IdentityAlreadyKnownError: [
    "Esta persona ya tiene una cuenta verificada, y una persona tiene una identidad.",
    "Enlace en su lugar esta cuenta con aquella.",
  ],
  IdentityUnknownAccountError: ["Esta cuenta nunca se verificó.", "Verifíquela primero."],
  IdentityNotInGoodStandingError: [
    "La identidad de esta cuenta está congelada, revocada o caducada.",
    "Renueve la verificación o póngase en contacto con la mesa de cumplimiento.",
  ],
  IdentityTooManyAccountsError: [
    "Esta identidad ya tiene {limit} cuentas, que es el límite.",
    "Use una de ellas.",
  ],
  IdentityInvalidAttestationError: [
    "La atestación indica el país {country}, el nivel {tier} y un final el {validUntil, time}; necesita un país del 1 al 999, un nivel del 1 al 3 y un final en el futuro.",
    "Pida al verificador una corregida.",
  ],
  IdentitySystemConflictError: [
    "La cuenta de una persona no puede ser un contrato del sistema, ni un contrato del sistema una persona.",
    "Use otra cuenta.",
  ],
  IdentityRecoveryPendingError: [
    "Ya espera una recuperación de {lost}, que se puede completar desde el {readyAt, time}.",
    "Deje que se complete o pida a un guardián que la cancele.",
  ],
  IdentityRecoveryNotPendingError: ["No espera ninguna recuperación de {lost}.", nothingToDo],
  IdentityRecoveryTooEarlyError: [
    "La recuperación de {lost} se puede completar desde el {readyAt, time}; hasta entonces su propietario puede oponerse.",
    tryThen,
  ],
  IdentityAccountRetiredError: [
    "La cuenta {account} se recuperó: otra ocupó su lugar para siempre.",
    "Use su sucesora.",
  ],
  IdentityNotSystemError: [
    "Solo un contrato del sistema puede anotar una pignoración, no {caller}.",
    "Pignore en un mercado de préstamos.",
  ],

  // Income and lists of payments
  RootInvalidError: [
    "No se puede proponer una lista de pagos sin raíz o sin total.",
    "Haga la lista de nuevo y propóngala después.",
  ],
  RootPendingError: [
    "Ya espera una lista de pagos, que puede entrar en vigor desde el {readyAt, time}.",
    "Deje que entre en vigor o pida a un guardián que la vete.",
  ],
  RootNotPendingError: ["Aquí no espera ninguna lista de pagos.", "Proponga una primero."],
  RootTooEarlyError: ["Esta lista de pagos puede entrar en vigor desde el {readyAt, time}.", tryThen],
  RootNotFundedError: [
    "La lista paga {total, count} unidades en total y hay {funded, count}.",
    "Proponga una lista que el dinero cubra.",
  ],
  IncomeNotIssuerError: ["Solo el emisor del activo puede hacer esto.", issuersAccount],
  IncomeInvalidAmountError: [
    "No se puede distribuir nada, ni una lista mayor que el pago.",
    "Pague más que cero y al menos lo que suma la lista.",
  ],
  IncomeInvalidRecordBlockError: [
    "El bloque {recordBlock} no puede ser el de referencia: la cadena está en el {current}.",
    "Elija un bloque que ya exista.",
  ],
  IncomeInvalidExpiryError: [
    "El plazo para cobrar terminaría el {expiry, time}; puede durar de 30 a 3650 días.",
    "Elija una fecha intermedia.",
  ],
  IncomeUnknownPaymentError: ["No existe esa distribución.", "Compruebe su número."],
  IncomeNotActiveError: [
    "Esta distribución no se puede cobrar: su lista aún espera, o se vetó.",
    "Vuelva a intentarlo cuando la lista entre en vigor.",
  ],
  IncomeExpiredError: [
    "Esta distribución se podía cobrar hasta el {expiry, time}.",
    "Pregunte al emisor, a quien volvió el resto.",
  ],
  IncomeNotExpiredError: [
    "Esta distribución se puede cobrar hasta el {expiry, time}; antes no puede volver lo que queda.",
    tryAfter,
  ],
  IncomeAlreadyClaimedError: ["Esta distribución ya se cobró.", nothingToDo],
  IncomeInvalidProofError: [
    "La prueba no muestra que a esta cuenta le corresponda este importe.",
    "Hágala de nuevo a partir de las tenencias en el bloque de referencia.",
  ],
  IncomeClosedError: ["Esta distribución está cerrada: el resto volvió al emisor.", nothingToDo],
  IncomeActiveError: ["La lista de esta distribución está en vigor y es definitiva.", nothingToDo],
  IncomeExhaustedError: [
    "Este cobro es de {amount, count} unidades y quedan {left, count} de lo ingresado: la lista prometió demasiado.",
    "Pida el resto al emisor.",
  ],
  IncomeTreeError: [
    "No se puede hacer la lista de la distribución.",
    "Compruebe el importe y el bloque y vuelva a intentarlo.",
  ],
  "IncomeTreeError.twice": [
    "La cuenta {holder} está dos veces entre los titulares.",
    "Indique cada cuenta una sola vez.",
  ],
  "IncomeTreeError.nobody": [
    "En este bloque nadie más que el emisor tiene participaciones, así que no hay a quién pagar.",
    "Elija un bloque posterior, después de que se vendan participaciones.",
  ],
  "IncomeTreeError.tooLittle": ["El importe es demasiado pequeño para repartirlo.", "Pague más."],

  // Campaigns
  CampaignCsvError: ["La línea {line} de la lista no se puede leer.", correct],
  "CampaignCsvError.empty": [
    "El archivo no nombra ninguna cuenta.",
    "Indique una cuenta por línea: dirección, coma, QTI.",
  ],
  "CampaignCsvError.columns": [
    "La línea {line} no tiene dos columnas.",
    "Escriba una dirección, una coma y una cantidad de QTI.",
  ],
  "CampaignCsvError.account": [
    "La línea {line} no empieza por una dirección.",
    "Corrija la dirección; sus mayúsculas y minúsculas son la suma de control.",
  ],
  "CampaignCsvError.amount": [
    "La línea {line} no tiene una cantidad de QTI mayor que cero con 18 decimales como máximo.",
    "Escriba cifras y un punto decimal, sin separadores de miles.",
  ],
  "CampaignCsvError.twice": [
    "La línea {line} nombra una cuenta que ya está más arriba.",
    "Indique cada cuenta una vez, con todo lo que recibe.",
  ],
  CampaignQueryError: ["Con la consulta no se puede hacer una lista.", correct],
  "CampaignQueryError.block": ["La consulta no dice de qué bloque.", "Escriba block: $block en su lista."],
  "CampaignQueryError.long": [
    "La consulta es demasiado larga para el enlace que debe contenerla.",
    "Acórtela: con su regla tiene que caber en 2048 caracteres.",
  ],
  "CampaignQueryError.rows": [
    "La respuesta no tiene ninguna lista con el nombre rows.",
    "Dé nombre a la lista: rows: poolPositions(...).",
  ],
  "CampaignQueryError.id": ["La fila {row} no tiene id.", "Pida el id de cada fila."],
  "CampaignQueryError.account": [
    "La fila {row} no nombra ninguna cuenta.",
    "Pida su dirección con el nombre account.",
  ],
  "CampaignQueryError.amount": [
    "La fila {row} no tiene un número entero desde cero como cantidad.",
    "Pida un número entero como amount, o reparta un total por igual.",
  ],
  "CampaignQueryError.order": [
    "La fila {row} no va después de la fila anterior.",
    "Escriba orderBy: id en la lista e id_gt: $after en su filtro.",
  ],
  "CampaignQueryError.cut": [
    "El índice da como máximo 1000 filas de una vez, y podría haber más.",
    "Escriba orderBy: id en la lista e id_gt: $after en su filtro: así se leen todas las páginas.",
  ],
  "CampaignQueryError.many": ["Hay más de 100000 filas.", "Acote la consulta."],
  "CampaignQueryError.nobody": [
    "Con esta consulta nadie recibe nada en ese bloque.",
    "Revise su filtro y el bloque.",
  ],
  CampaignTreeError: [
    "No se puede hacer el árbol de la campaña.",
    "Compruebe la lista de cuentas e importes.",
  ],
  "CampaignTreeError.nobody": [
    "Nadie recibiría nada, y un árbol necesita a alguien.",
    "Indique al menos una cuenta.",
  ],
  "CampaignTreeError.twice": [
    "La cuenta {account} está dos veces en la lista.",
    "Indique cada cuenta una sola vez.",
  ],
  "CampaignTreeError.nothing": ["La cuenta {account} no recibiría nada.", "Omita a quien no reciba nada."],

  // Redemption
  RedemptionNotIssuerError: ["Solo el emisor del activo puede abrir su reembolso.", issuersAccount],
  RedemptionNotMaturedError: [
    "Solo se puede reembolsar un activo vencido con participaciones.",
    "Deje que el activo venza primero.",
  ],
  RedemptionInvalidAmountError: [
    "Un importe de {amount, count} unidades no sirve para un reembolso.",
    "Elija un importe mayor.",
  ],
  RedemptionAlreadyOpenError: [
    "El reembolso de este activo ya está abierto y su precio es fijo.",
    "Deje que los titulares reembolsen sus participaciones.",
  ],
  RedemptionNotOpenError: [
    "El reembolso de este activo no está abierto.",
    "Espere a que el emisor ingrese el dinero.",
  ],
  RedemptionSharesRemainError: [
    "Aún no se han reembolsado {supply, shares} participaciones; el reembolso se cierra cuando no quede ninguna.",
    "Espere a sus titulares.",
  ],
  RedemptionBelowMinimumError: [
    "Las participaciones dan {amount, count} unidades de dinero, menos de las {minAmount, count} pedidas.",
    "Acepte menos o reembolse más participaciones.",
  ],

  // Money and tokens
  MoneyNotListedError: ["El token {money} no se acepta aquí como dinero.", "Elija un token admitido."],
  MoneyTransferInexactError: [
    "Una transferencia de {expected, count} unidades de {token} movió {received, count}: el token cobra una comisión o cambia los saldos por sí solo.",
    "Use otro token.",
  ],
  MoneyProbeZeroError: [
    "No enviar nada de ida y vuelta no probaría nada sobre {money}.",
    "Indique para la prueba al menos una unidad.",
  ],
  ERC20InsufficientBalanceError: [
    "La cuenta tiene muy pocos de estos tokens.",
    "Elija un importe menor o consiga más primero.",
  ],
  ERC20InsufficientAllowanceError: [
    "El contrato aún no puede tomar tantos tokens de esta cuenta.",
    "Autorice primero el importe o firme un permiso.",
  ],
  ERC20InvalidApproverError: ["La dirección cero no puede autorizar nada.", "Indique otro propietario."],
  ERC20InvalidReceiverError: ["No se pueden enviar tokens a {receiver}.", otherReceiver],
  ERC20InvalidSenderError: ["No se pueden enviar tokens desde {sender}.", "Elija otro remitente."],
  ERC20InvalidSpenderError: [
    "No se puede autorizar a la dirección cero a gastar.",
    "Elija a otro que pueda gastar.",
  ],
  ERC2612ExpiredSignatureError: ["El permiso se podía usar hasta el {deadline, time}.", "Firme uno nuevo."],
  ERC2612InvalidSignerError: [
    "El permiso lo firmó {signer} y no su propietario {owner}.",
    "Fírmelo con la cuenta del propietario.",
  ],
  InvalidAccountNonceError: [
    "Esta firma se hizo para otro paso de la cuenta, que está en el {currentNonce}.",
    signAgain,
  ],
  SafeERC20FailedOperationError: [
    "El token {token} rechazó la transferencia.",
    "Compruebe el saldo y la autorización y vuelva a intentarlo.",
  ],
  FaucetTooSoonError: [
    "El grifo da una vez al día; a esta cuenta, de nuevo el {availableAt, time}.",
    "Vuelva entonces.",
  ],

  // Staking
  StakingOnlyTreasuryError: [
    "Solo la tesorería de recompensas puede anunciar recompensas.",
    "Financie las recompensas a través de la tesorería.",
  ],
  StakingPausedError: ["El staking está en pausa hasta el {until, time}; retirar, no.", tryAfter],
  StakingRewardNotReceivedError: [
    "Se anunciaron {expected, shares} QTI de recompensas y llegaron {received, shares}.",
    "Transfiera primero las recompensas.",
  ],
  StakingSharesBelowMinimumError: [
    "El depósito daría {shares, stake} sQTI, menos de los {minShares, stake} pedidos.",
    "Acepte menos o deposite más.",
  ],
  TreasuryInsufficientFundsError: [
    "La tesorería tiene {available, shares} QTI y se pidieron {requested, shares}.",
    "Pida menos.",
  ],
  TreasuryStreamNotListedError: [
    "No se pueden enviar recompensas a {target}: la dirección no está admitida.",
    "Admítala primero o elija la bóveda.",
  ],
  StakingZeroAmountError: [
    "No se pondría ni retiraría nada: la cantidad es cero.",
    "Elija una cantidad mayor que cero.",
  ],
  StakingUnknownLockError: [
    "No hay un bloqueo con el número {lock}; hay {count, count}, contados desde 0.",
    "Elija uno de ellos.",
  ],
  StakingUnknownPositionError: ["La posición {positionId} no existe.", "Compruebe su número."],
  StakingNotOwnerError: ["La posición {positionId} es de otra cuenta.", "Use la cuenta que la abrió."],
  StakingExceedsPositionError: [
    "La posición {positionId} tiene {amount, shares} QTI, menos de los {requested, shares} pedidos.",
    "Retire menos.",
  ],
  StakingNothingToPokeError: [
    "La posición {positionId} no tiene un multiplicador que pueda terminar ahora: su bloqueo sigue, o ya terminó.",
    "Espere a que acabe el bloqueo; si no, no hay que hacer nada.",
  ],
  PauseActiveError: [
    "Esto está en pausa hasta el {until, time}; lo que es suyo puede salir igualmente.",
    tryAfter,
  ],
  TreasuryUnknownSpenderError: [
    "La cuenta {caller} no tiene presupuesto en la tesorería de recompensas.",
    "Pida uno a quien lleva la tesorería.",
  ],
  TreasuryBudgetExceededError: [
    "Esto pagaría {amount, shares} QTI, y al presupuesto de este período le quedan {left, shares}; otro empieza el {resetsAt, time}.",
    "Tome menos o vuelva a intentarlo entonces.",
  ],
  TreasuryInvalidBudgetError: [
    "Un presupuesto dura al menos una hora y tiene menos de 2^96 unidades; este duraría {period, count} segundos.",
    "Elija otro límite u otro período.",
  ],
  QtiInvalidHolderError: ["La emisión de QTI no se puede entregar a {holder}.", "Indique otro titular."],
  ERC4626ExceededMaxDepositError: [
    "La bóveda o el fondo admite ahora menos de lo que se ofrece.",
    "Deposite menos o espere a que los depósitos vuelvan a abrirse.",
  ],
  ERC4626ExceededMaxMintError: [
    "La bóveda o el fondo da ahora menos participaciones de las pedidas.",
    "Pida menos o espere a que los depósitos vuelvan a abrirse.",
  ],
  ERC4626ExceededMaxWithdrawError: [
    "De esta cuenta se puede retirar ahora menos de lo pedido.",
    "Retire menos: el límite es lo que tiene y lo que está libre.",
  ],
  ERC4626ExceededMaxRedeemError: [
    "De esta cuenta se pueden reembolsar ahora menos participaciones de las pedidas.",
    "Reembolse menos: el límite es lo que tiene y lo que está libre.",
  ],

  // Points and taps
  PointsNotTransferableError: [
    "Los puntos no se pueden enviar a otros: se ganan y se canjean.",
    "Canjéelos en la tienda.",
  ],
  PointsUnknownChannelError: [
    "La cuenta {caller} no es un canal por el que se ganen puntos.",
    "Pida una cuota para él a quien lleva la tesorería.",
  ],
  PointsNotRedeemerError: ["La cuenta {caller} no puede canjear puntos.", "Canjéelos en la tienda."],
  PointsQuotaExceededError: [
    "Esto daría {amount, points} puntos, y de lo que todos juntos pueden ganar así quedan {left, points}; habrá más desde el {resetsAt, time}.",
    "No se pierde nada: cóbrelos de nuevo entonces.",
  ],
  PointsInvalidQuotaError: [
    "Una cuota dura al menos una hora y tiene menos de 2^96 unidades; esta duraría {period, count} segundos.",
    "Elija otro límite u otro período.",
  ],
  TapInvalidSignerError: [
    "Este vale no lo firmó {signer}, cuyos vales son ahora los únicos válidos.",
    "Pida un vale nuevo.",
  ],
  TapVoucherExpiredError: [
    "Este vale se podía usar hasta el {deadline, time}; sus puntos no se pierden.",
    "Pida un vale nuevo.",
  ],
  TapSequenceUsedError: [
    "El vale {sequence} ya no cuenta: {last} se usó o se revocó.",
    "Pida un vale nuevo.",
  ],
  TapSequenceTooHighError: [
    "El número {sequence} está demasiado lejos del último, {last}: suben de una vez menos de 1 048 576.",
    "Pida un vale nuevo.",
  ],
  TapNoIdentityError: [
    "La cuenta {account} no está verificada o no está al día; sus toques esperan, como máximo lo de un día.",
    "Verifique la cuenta y cobre después.",
  ],
  TapNothingToClaimError: [
    "Los {earned, points} puntos de este vale ya se cobraron.",
    "Siga tocando y cobre cuando haya algo nuevo.",
  ],
  TapDailyCapReachedError: [
    "Ya se cobraron los {cap, points} puntos que una persona puede cobrar al día.",
    "No se pierde nada: cobre el resto desde el {resetsAt, time}.",
  ],
  TapInvalidTermsError: [
    "La dirección cero no puede firmar vales, y el límite diario no es mayor de lo que cabe en la cuenta.",
    "Elija otro valor.",
  ],

  // Referrals
  ReferralInvalidSignerError: [
    "La firma no es la de la persona nueva, {signer}.",
    "Haga que firme la persona nueva.",
  ],
  ReferralSignatureExpiredError: ["Esta firma se podía usar hasta el {deadline, time}.", signAgain],
  ReferralInvalidNonceError: [
    "Esta firma tiene el número {given}, y a la persona nueva le toca el {expected}.",
    signAgain,
  ],
  ReferralSelfError: [
    "Una cuenta no puede nombrarse a sí misma como quien la invitó.",
    "Nombre otra cuenta.",
  ],
  ReferralNotNewcomerError: [
    "La cuenta {newcomer} ya está verificada, y solo antes se puede decir quién la invitó.",
    nothingToDo,
  ],
  ReferralReferrerNotVerifiedError: [
    "La cuenta {referrer} no está verificada o no está al día y ahora no puede invitar a nadie.",
    "Pídale que se verifique primero o nombre a otra persona.",
  ],
  ReferralNotFinalError: [
    "Esta invitación no se puede consolidar.",
    "Se consolida cuando la persona nueva está verificada y ha mantenido su staking el tiempo necesario.",
  ],
  "ReferralNotFinalError.0": [
    "Esta cuenta no nombró a nadie que la invitara.",
    "Se consolida cuando la persona nueva está verificada y ha mantenido su staking el tiempo necesario.",
  ],
  "ReferralNotFinalError.1": [
    "Esta invitación no es definitiva: la persona nueva aún no está verificada.",
    "Se consolida cuando la persona nueva está verificada y ha mantenido su staking el tiempo necesario.",
  ],
  "ReferralNotFinalError.3": [
    "Esta invitación ya se consolidó.",
    "Se consolida cuando la persona nueva está verificada y ha mantenido su staking el tiempo necesario.",
  ],
  "ReferralNotFinalError.4": [
    "Esta invitación es nula: la persona ya tenía otra cuenta o se invitó a sí misma.",
    "Se consolida cuando la persona nueva está verificada y ha mantenido su staking el tiempo necesario.",
  ],
  ReferralNotVestedError: [
    "La invitación de {newcomer} no se ha consolidado, y solo entonces paga.",
    "Consolídela primero.",
  ],
  ReferralAlreadyVestedError: ["La invitación de {newcomer} ya se consolidó.", nothingToDo],
  ReferralNewcomerNotVerifiedError: [
    "La cuenta {newcomer} no está verificada o su verificación caducó.",
    "Pida a la persona nueva que la complete o la renueve.",
  ],
  ReferralNotItsPositionError: [
    "La posición {positionId} no es de la persona que está detrás de {newcomer}.",
    "Elija una posición de la persona nueva.",
  ],
  ReferralStakeTooSmallError: [
    "La posición {positionId} tiene {amount, shares} QTI, y una invitación se consolida desde {minStake, shares}.",
    "Elija una posición mayor o espere a que la haya.",
  ],
  ReferralLockTooShortError: [
    "La posición {positionId} no se bloqueó al menos 30 días.",
    "Elija una que sí.",
  ],
  ReferralHeldTooShortError: [
    "La posición {positionId} cuenta desde el {readyAt, time}: antes se mantiene 30 días.",
    "Consolide la invitación entonces.",
  ],
  ReferralNothingToClaimError: [
    "No hay bono nuevo por {newcomer}: no se ganó nada desde entonces, o se pagó el máximo.",
    "Cóbrelo cuando la persona nueva haya cobrado más puntos.",
  ],
  ReferralInvalidTermsError: [
    "Un bono es como máximo todo lo que gana la persona nueva; una persona nueva aporta como máximo lo que recibe quien invita; y se exige un staking.",
    "Elija otro valor.",
  ],

  // Store
  StoreNotVerifiedError: [
    "La cuenta {account} no está verificada o no está al día, y solo así se canjean puntos.",
    "Verifique primero la cuenta; los puntos se conservan.",
  ],
  StoreZeroAmountError: ["No se canjearía nada.", "Elija más que cero."],
  StoreRateTooLowError: [
    "Los puntos dan ahora {qti, shares} QTI, menos de los {minQti, shares} pedidos.",
    "Mire de nuevo el tipo de cambio y decida.",
  ],
  StoreUnknownItemError: ["El artículo {itemId} no existe en la tienda.", "Elija otro."],
  StoreOutOfStockError: [
    "De este artículo quedan {stock, count}, y se pidieron {quantity, count}.",
    "Tome menos o vuelva cuando haya más.",
  ],
  StoreLimitExceededError: [
    "Un pedido puede ser por ahora de {left, count} de este artículo, y se pidieron {quantity, count}.",
    "Tome menos.",
  ],
  StorePriceTooHighError: [
    "Esto cuesta ahora {points, points} puntos, más de los {maxPoints, points} permitidos.",
    "Mire de nuevo el precio y decida.",
  ],
  StoreInvalidItemError: [
    "El artículo {itemId} necesita un precio mayor que cero y una descripción.",
    correct,
  ],
  StoreExchangeClosedError: [
    "Por ahora los puntos no se cambian por QTI.",
    "Elija un artículo o conserve los puntos.",
  ],

  // Campaigns
  CampaignUnknownError: ["La campaña {campaignId} no existe.", "Compruebe su número."],
  CampaignInvalidEndError: [
    "La campaña terminaría el {endsAt, time}; termina entre 30 y 3650 días desde ahora y nunca antes de lo dicho.",
    "Elija una fecha intermedia.",
  ],
  CampaignOverError: [
    "Esta campaña terminó el {endsAt, time}.",
    "No hay que hacer nada; lo que nadie cobró vuelve a la tesorería.",
  ],
  CampaignNotOverError: [
    "Esta campaña se puede cobrar hasta el {endsAt, time}; lo que quede no puede volver antes.",
    tryAfter,
  ],
  CampaignClosedError: ["Esta campaña está cerrada: el resto volvió a la tesorería.", nothingToDo],
  CampaignNotActiveError: ["Todavía no hay ninguna lista vigente de esta campaña.", "Cobre cuando la haya."],
  CampaignInvalidProofError: [
    "La prueba no muestra que a {account} le corresponda esta cantidad.",
    "Obténgala de nuevo de la lista vigente.",
  ],
  CampaignNothingToClaimError: [
    "Esta cuenta ya cobró todo lo que la lista le da: {claimed, shares} QTI.",
    nothingToDo,
  ],
  CampaignExhaustedError: [
    "Este cobro es de {amount, shares} QTI, y de lo aportado quedan {left, shares}: la lista prometió demasiado.",
    "Dígaselo a quien lleva la campaña, que puede aportar más.",
  ],
  CampaignZeroAmountError: [
    "No se aportaría nada a la campaña: la cantidad es cero.",
    "Elija una cantidad mayor que cero.",
  ],

  // Exchange
  ExchangePausedError: [
    "La negociación está en pausa hasta el {until, time}; cancelar órdenes, no.",
    tryAfter,
  ],
  ExchangeInvalidOrderError: ["La orden no encaja: «{field, word}» no es válido.", correctAndSign],
  "ExchangeInvalidOrderError.sellAmount": [
    "La orden no encaja: la cantidad en venta es mayor que cero.",
    correctAndSign,
  ],
  "ExchangeInvalidOrderError.buyEnd": [
    "La orden no encaja: el precio final es mayor que cero y como máximo el inicial.",
    correctAndSign,
  ],
  "ExchangeInvalidOrderError.duration": [
    "La orden no encaja: la duración es mayor que cero y como máximo el intervalo.",
    correctAndSign,
  ],
  "ExchangeInvalidOrderError.count": [
    "La orden no encaja: el número de ventanas va de 1 a 65\u202f535, y es 1 si no hay intervalo.",
    correctAndSign,
  ],
  "ExchangeInvalidOrderError.flags": ["La orden no encaja: las marcas tienen dos bits.", correctAndSign],
  "ExchangeInvalidOrderError.asset": [
    "La orden no encaja: el activo es uno de esta plataforma.",
    correctAndSign,
  ],
  ExchangeInvalidSignatureError: [
    "La firma de esta orden no es de su creador {maker}.",
    "Pida al creador que la firme de nuevo.",
  ],
  ExchangeOrderCancelledError: ["El creador canceló esta orden.", otherOrder],
  ExchangeWrongEpochError: [
    "Esta orden se firmó para la época {epoch} de su creador, que está en la {current}: se cancelaron todas las órdenes anteriores.",
    "Elija otra orden o firme para la época actual.",
  ],
  ExchangeNotMakerError: ["Solo el creador de una orden puede cancelarla.", "Use la cuenta {maker}."],
  ExchangeNotTakerError: ["Esta orden es solo para {taker}.", "Use esa cuenta o elija otra orden."],
  ExchangeSelfTradeError: [
    "Nadie puede negociar con una orden propia.",
    "Cancele la orden en su lugar o elija otra.",
  ],
  ExchangeOrderNotOpenError: ["Esta orden se abre el {opensAt, time}.", tryThen],
  "ExchangeOrderNotOpenError.0": ["La última ventana de esta orden ha terminado.", otherOrder],
  ExchangeInvalidAmountError: [
    "Aquí no se puede negociar una cantidad de {amount, count} unidades: es cero o vale menos que una unidad del otro lado.",
    "Elija una cantidad mayor.",
  ],
  ExchangeAmountTooLargeError: [
    "De esta orden quedan {remaining, count} unidades en su ventana y se pidieron {amount, count}.",
    "Pida lo que queda o elija otra orden.",
  ],
  ExchangeNotPartialError: [
    "Esta orden se ejecuta entera: {remaining, count} unidades, no {amount, count}.",
    "Tómela entera o elija otra orden.",
  ],
  ExchangeLimitExceededError: [
    "La operación movería {amount, count} unidades de dinero, más allá de su límite de {limit, count}.",
    "Mire el precio de nuevo y decida después.",
  ],
  ExchangeMismatchError: [
    "Estas dos órdenes no se pueden combinar: difieren en «{field, word}».",
    sameMarket,
  ],
  "ExchangeMismatchError.side": [
    "Estas dos órdenes no se pueden combinar: no son una oferta y una demanda.",
    sameMarket,
  ],
  "ExchangeMismatchError.asset": [
    "Estas dos órdenes no se pueden combinar: difieren en el activo.",
    sameMarket,
  ],
  "ExchangeMismatchError.money": [
    "Estas dos órdenes no se pueden combinar: difieren en el dinero.",
    sameMarket,
  ],
  ExchangeNotCrossedError: [
    "El comprador ofrece {offered, count} unidades de dinero y el vendedor pide {asked, count}.",
    "Espere a que los precios se encuentren.",
  ],
  ExchangeFeeTooHighError: [
    "Una comisión del {feeBps, percent} % supera el límite del {limit, percent} %.",
    "Fije una comisión menor.",
  ],
  ExchangeInvalidRecipientError: [
    "Las comisiones enviadas a {recipient} se perderían.",
    "Indique una cuenta que pueda gastarlas.",
  ],
  ExchangeTooManyMoneysError: [
    "El mercado negocia en {limit} clases de dinero, y en ninguna más.",
    "Quite primero una que nadie use.",
  ],
  ExchangeOnlySelfError: [
    "Solo el propio contrato del mercado puede llamar a esta función.",
    "Ejecute las órdenes con fill o fillBatch.",
  ],
  ExchangeBatchGasError: [
    "Al lote le quedaban {available, count} de gas para una orden que puede usar {needed, count}.",
    "Envíe menos órdenes a la vez o más gas.",
  ],
  OrderTermsError: ["Con estos datos no se forma una orden: «{field}» no encaja.", correct],
  "OrderTermsError.price": ["Un precio es mayor que cero.", "Indique un precio mayor."],
  "OrderTermsError.tooFewShares": [
    "A este precio las participaciones valen menos que la unidad más pequeña de dinero.",
    "Negocie más participaciones o indique un precio mayor.",
  ],
  "OrderTermsError.endPrice": [
    "El precio de una oferta baja mientras espera; el de una demanda sube.",
    "Intercambie los dos precios.",
  ],
  "OrderTermsError.tooManyShares": [
    "Una orden tiene como máximo 2^128 unidades por lado.",
    "Negocie menos participaciones.",
  ],
  "OrderTermsError.start": ["El inicio no es un momento en segundos Unix.", "Elija otro inicio."],
  "OrderTermsError.duration": ["Una orden está abierta de 1 a 2^32 - 1 segundos.", "Elija otro final."],
  "OrderTermsError.interval": [
    "Las ventanas de una orden permanente no se solapan.",
    "Haga que se abran con menos frecuencia o que duren menos.",
  ],
  "OrderTermsError.count": [
    "Una orden permanente tiene de 1 a 65\u202f535 ventanas.",
    "Elija un número intermedio.",
  ],

  // Lending markets
  MarketExistsError: [
    "Ya hay un mercado con exactamente estos parámetros: {id}.",
    "Úselo o elija otros parámetros.",
  ],
  MarketUnknownError: ["No hay ningún mercado {id}.", "Elija uno de la lista de mercados."],
  MarketInvalidParamsError: [
    "El mercado no encaja: «{field, word}» no es válido.",
    "Corríjalo: la relación préstamo-valor está entre 0 y 100 %, la garantía mínima es mayor que cero, y la garantía y el token prestado son dos.",
  ],
  MarketInvalidAmountsError: [
    "Se indicaron {assets} unidades y {shares} participaciones: exactamente una de las dos cifras debe ser cero.",
    "Indique o la cantidad o las participaciones.",
  ],
  MarketZeroAmountError: ["No se movería nada: el importe es cero.", "Elija un importe mayor que cero."],
  MarketInvalidReceiverError: ["La cuenta {receiver} no puede recibir esto.", otherReceiver],
  MarketUnauthorizedError: [
    "La cuenta {caller} no puede actuar por {account} en los mercados.",
    "Use la propia cuenta o haga que autorice a la otra.",
  ],
  MarketCapExceededError: [
    "Con esto el mercado llegaría a {total, count} unidades, por encima de su tope de {cap, count}.",
    "Elija un importe menor u otro mercado.",
  ],
  MarketNotEnoughLiquidityError: [
    "El mercado tiene {available, count} unidades sin prestar, y se pidieron {requested, count}.",
    "Retire menos o espere a que otros devuelvan o presten.",
  ],
  MarketNoBorrowPriceError: [
    "No hay precio actual de esta garantía: ahora nadie toma prestado ni retira garantía de una deuda. Devolver sigue siendo posible.",
    "Espere una nueva valoración o un nuevo precio, o devuelva primero.",
  ],
  MarketNoLiquidationPriceError: [
    "Ahora no hay ningún precio por el que alguien pueda perder esta garantía.",
    "Espere a que el oráculo tenga uno.",
  ],
  MarketUnhealthyError: [
    "La deuda sería de {debt, count} unidades, y la garantía permite {limit, count}.",
    "Tome menos prestado, añada garantía o devuelva primero.",
  ],
  MarketHealthyError: [
    "Esta posición está sana: debe {debt, count} unidades y puede deber {limit, count}.",
    "No hay nada que liquidar; mire otra.",
  ],
  MarketDustError: [
    "La garantía junto a la deuda valdría {worth, count} unidades, menos que las {dust, count} de este mercado.",
    "Devuelva todo y retire todo, o deje más.",
  ],
  MarketExceedsPositionError: [
    "La posición tiene {most, count}, menos que lo pedido: {requested, count}.",
    "Pida menos, o todo.",
  ],
  MarketSeizesAllError: [
    "Con esta relación préstamo-valor toda la garantía, {collateral, count} unidades, se va de una vez: no se puede liquidar solo una parte.",
    "Liquide todo: se paga menos que la deuda.",
  ],
  MarketOnlyOwnerError: [
    "Las participaciones de activos tokenizados solo las pignora su propietario, {owner}, no {caller}.",
    "Use la cuenta del propietario.",
  ],
  MarketOnlyToOwnerError: [
    "Las participaciones de activos tokenizados vuelven a su propietario {owner} o a la cuenta que ocupó su lugar, no a {receiver}.",
    "Retírelas hacia el propietario.",
  ],
  MarketNotPermittedError: [
    "Las reglas del activo {asset} no permiten a {account} tener o mover sus participaciones.",
    "Renueve o complete la verificación, o use una cuenta que pueda tenerlas.",
  ],
  MarketNotRecoveredError: [
    "Ninguna otra cuenta ocupó el lugar de {account}, o la garantía del mercado no es una participación de un activo.",
    completeRecovery,
  ],
  MarketSignatureExpiredError: [
    "Esta autorización se podía presentar hasta {deadline, time}.",
    "Firme una nueva.",
  ],
  MarketInvalidNonceError: [
    "Esta autorización de {authorizer} se hizo para el paso {given}, y va por el {expected}.",
    "Firme una nueva.",
  ],
  MarketInvalidSignerError: [
    "La cuenta {signer} no firmó esta autorización.",
    "Haga que vuelva a firmar y preséntela sin cambios.",
  ],
  MarketNotListedError: [
    "El contrato {part} no está en la lista de oráculos y modelos de interés.",
    "Pida primero al rol RISK que lo incluya.",
  ],
  RateInvalidTermsError: [
    "El modelo de interés no encaja: «{field, word}» está fuera de sus límites.",
    "Corríjalo y despliéguelo de nuevo.",
  ],
  OraclePairUnknownError: [
    "El oráculo no tiene precio de {collateral} en {loanToken}.",
    "Indique el oráculo de este par; un activo debe haberse valorado antes una vez.",
  ],
  AppraisalUnknownAssetError: [
    "El contrato {asset} no es un activo de QTI, o el rol RISK no ha fijado condiciones para sus valoraciones.",
    "Pida primero a RISK que las fije.",
  ],
  AppraisalInvalidTermsError: [
    "Las condiciones no encajan: «{field, word}»; un precio se mueve entre el 0,01 y el 20 % al día, y una valoración vale 730 días como mucho.",
    correct,
  ],
  AppraisalInvalidValueError: [
    "Un valor de {value, count} millonésimas de dólar no se puede registrar: es mayor que cero y menor que 2^96.",
    correct,
  ],
  FeedInvalidTermsError: [
    "El oráculo no encaja: «{field, word}» no es válido.",
    "Corríjalo y despliéguelo de nuevo.",
  ],
  TestFeedOnlySetterError: [
    "La cuenta {caller} no puede fijar el precio de prueba.",
    "Use la cuenta que el despliegue nombró como tasador.",
  ],
  LiquidatorOnlyMarketsError: [
    "Solo los mercados de préstamos pueden llamar de vuelta a un liquidador, no {caller}.",
    "Liquide a través del propio liquidador.",
  ],
  LiquidatorSeizedTooLittleError: [
    "La liquidación daría {seized, count} unidades de garantía, menos que las {minSeized, count} pedidas: el precio se movió o alguien fue más rápido.",
    "Vuelva a mirar la posición.",
  ],

  // Credit lines
  CreditZeroAmountError: [
    "No se dispondría ni se pagaría nada: el importe es cero.",
    "Elija un importe mayor que cero.",
  ],
  CreditInvalidReceiverError: [
    "La cuenta {receiver} no puede recibir el dinero de una disposición.",
    otherReceiver,
  ],
  CreditUnknownIdentityError: [
    "La cuenta {account} no pertenece a ninguna persona verificada: una línea de crédito es de una persona.",
    "Verifique primero la cuenta.",
  ],
  CreditNotInGoodStandingError: [
    "La cuenta {account} no puede disponer: no está verificada, su verificación caducó, o está congelada, revocada o reemplazada. Pagar sigue siendo posible.",
    "Renueve la verificación o póngase en contacto con la mesa de cumplimiento.",
  ],
  CreditStatementOpenError: [
    "Un extracto está cerrado y vencen {due, dollars} dólares: hasta entonces no se dispone ni se concede nada nuevo.",
    "Pague primero lo que vence.",
  ],
  CreditLimitExceededError: [
    "Usted debería {debt, dollars} dólares, más que su límite de {limit, dollars}.",
    "Disponga de menos; el límite crece con cada extracto pagado a tiempo.",
  ],
  CreditNothingOwedError: ["No se debe nada en esta línea de crédito.", nothingToDo],
  CreditInvalidSignerError: [
    "La cuenta {signer} no concede créditos o no firmó esto.",
    "Pida una nueva certificación y preséntela sin cambios.",
  ],
  CreditSignatureExpiredError: [
    "Esta certificación se podía presentar hasta {deadline, time}.",
    "Vuelva a solicitarlo.",
  ],
  CreditInvalidNonceError: [
    "Esta certificación se hizo para el paso {given} de la línea de crédito, que va por el {expected}.",
    "Vuelva a solicitarlo.",
  ],
  CreditBarredError: [
    "Tras un impago no se concede límite hasta el ciclo {untilCycle} del calendario.",
    "Vuelva a intentarlo cuando haya empezado.",
  ],
  CreditAboveTierCapError: [
    "Un límite de {limit, dollars} dólares supera los {cap, dollars} que permite este nivel de verificación.",
    "Elija un límite menor o verifíquese en un nivel superior.",
  ],
  CreditQuotaExceededError: [
    "Hasta {resetsAt, time} los límites pueden subir {left, dollars} dólares más, y esto pide {requested, dollars}.",
    "Vuelva a intentarlo entonces o pida menos.",
  ],
  CreditInvalidQuotaError: [
    "Un cupo de {limit, count} unidades en {period, count} segundos no encaja: un período dura una hora o más, y el límite es menor que 2^96.",
    correct,
  ],
  CreditInvalidCapError: [
    "Un tope de {cap, count} unidades para el nivel {tier} no encaja: los niveles son del 1 al 3, y un tope es menor que 2^64.",
    correct,
  ],
  CreditNotWritableError: [
    "Esta deuda se puede dar por perdida una vez, a partir de {readyAt, time}.",
    "Vuelva a intentarlo entonces; si ya se dio por perdida, no hay que hacer nada.",
  ],
  CreditOnlyVouchingError: [
    "Solo el contrato de avales puede cambiar así un límite, no {caller}.",
    "Avale, o haga que un analista lo certifique.",
  ],
  CreditVouchingBoundError: [
    "Las líneas de crédito están ligadas para siempre a su contrato de avales.",
    nothingToDo,
  ],
  CreditAlreadyBoundError: [
    "El libro está ligado para siempre a sus líneas de crédito y fondos.",
    nothingToDo,
  ],
  CreditInvalidPartsError: [
    "El libro necesita líneas de crédito y dos fondos, y falta alguno.",
    "Indique los tres.",
  ],
  CreditInvalidMoneyError: [
    "Un dinero con {decimals} decimales no cabe en el libro, que admite 8 como mucho.",
    "Use otro dinero.",
  ],
  CreditOnlyPartError: [
    "Solo las líneas de crédito y los fondos pueden cambiar el libro, no {caller}.",
    "Use las líneas de crédito o un fondo.",
  ],
  CreditInvalidTermsError: [
    "Las condiciones no encajan: «{field, word}». El interés va del 1 al 40 %, el recargo por demora hasta el 20 %, la cuota mínima del 5 al 50 %, el crecimiento hasta el 50 %, la parte de los prioritarios hasta el 90 %, el apalancamiento de 1 a 10.",
    correct,
  ],
  CreditMoneyNotReceivedError: [
    "Se iban a anotar {expected, dollars} dólares y llegaron {received, dollars}.",
    "Use las líneas de crédito o un fondo, que envían y anotan a la vez.",
  ],
  CreditNotEnoughCashError: [
    "El libro tiene {available, dollars} dólares en efectivo que nadie espera, y se pidieron {requested, dollars}.",
    "Pida menos o espere a que se devuelvan préstamos; quien prestó puede ponerse en la cola.",
  ],
  CreditLeverageExceededError: [
    "Todas las líneas juntas deberían {debt, dollars} dólares, y el fondo de primeras pérdidas puede soportar {limit, dollars}.",
    "Elija un importe menor o espere a que otros paguen o crezca el fondo.",
  ],
  CreditPoolsClosedError: [
    "Los fondos no aceptan depósitos: lo que hay cuenta {assets, dollars} dólares, menos que los {claim, dollars} a los que tienen derecho los prioritarios. Un precio solo podría adivinar lo que vuelve.",
    "Espere a que las deudas vencidas se paguen o se den por perdidas.",
  ],
  CreditSharesBelowMinimumError: [
    "El depósito daría {shares, poolShares} participaciones, menos que las {minShares, poolShares} pedidas.",
    "Acepte menos o deposite más.",
  ],

  // Pools of the credit lines
  SeniorSharesTooFewError: [
    "Un puesto en la cola es para {least, poolShares} participaciones como mínimo, y se dieron {shares, poolShares}.",
    "Ponga más en la cola o consérvelas.",
  ],
  SeniorNotTicketOwnerError: [
    "El puesto {ticket} de la cola no es de {caller} o ya terminó.",
    "Use la cuenta que se puso en la cola.",
  ],
  SeniorNothingToServeError: [
    "Nadie espera en la cola, o no hay efectivo para pagar a nadie.",
    "Vuelva a intentarlo cuando alguien haya devuelto.",
  ],
  SeniorNothingToClaimError: [
    "No hay nada esperando a {owner}: aún no llegó su turno o ya lo retiró todo.",
    "Espere a la cola.",
  ],
  FirstLossZeroSharesError: [
    "No pasaría nada: no se indicaron participaciones.",
    "Elija más de cero participaciones.",
  ],
  FirstLossNoNoticeError: [
    "La cuenta {owner} no tiene participaciones con preaviso.",
    "Dé primero el preaviso; son 60 días.",
  ],

  // Vouching
  VouchingUnknownIdentityError: [
    "La cuenta {account} no pertenece a ninguna persona verificada.",
    "Verifique primero la cuenta.",
  ],
  VouchingNotInGoodStandingError: [
    "La cuenta {account} no puede avalar: no está verificada, su verificación caducó, o está congelada, revocada o reemplazada.",
    "Renueve la verificación o póngase en contacto con la mesa de cumplimiento.",
  ],
  VouchingNotInvitedError: [
    "La persona {identity} no invitó a la persona {voucher} a avalar.",
    "Pida primero que le inviten.",
  ],
  VouchingOwnLineError: ["Nadie puede avalar su propia línea de crédito.", "Pida a otra persona que avale."],
  VouchingZeroSharesError: [
    "No se indicaron participaciones del fondo de primeras pérdidas con las que avalar.",
    "Elija más de cero participaciones.",
  ],
  VouchingAboveWorthError: [
    "Un límite de {limit, dollars} dólares es más que los {most, dollars} que pueden avalar estas participaciones: el 80 % de su valor.",
    "Bloquee más participaciones o sume menos al límite.",
  ],
  VouchingTooManyVouchersError: [
    "Como mucho {limit} personas avalan una línea de crédito.",
    "Espere a que alguna termine.",
  ],
  VouchingTooManyLinesError: [
    "Una persona avala como mucho {limit} líneas de crédito.",
    "Termine primero otro aval.",
  ],
  VouchingVouchedForError: [
    "Alguien avala a la persona {voucher}, que por eso no puede avalar a otras.",
    "Haga que terminen primero esos avales.",
  ],
  VouchingBorrowerVouchesError: [
    "La persona {identity} avala a alguien y por eso no puede ser avalada.",
    "Pídale que termine primero sus propios avales.",
  ],
  VouchingOwesError: [
    "La persona {voucher} debe {debt, dollars} dólares en su propia línea de crédito y mientras tanto no puede avalar.",
    "Pague primero esa deuda.",
  ],
  VouchingNotOwnerError: [
    "Aquí avaló {owner}, y solo esa cuenta puede ampliarlo o terminarlo, no {caller}.",
    "Use esa cuenta.",
  ],
  VouchingNoneError: ["La persona {voucher} no avala a la persona {identity}.", "Elija un aval de la lista."],
  VouchingStillNeededError: [
    "La línea de la persona {identity} aún necesita estas participaciones: debe {debt, dollars} dólares, su límite es {limit, dollars}, y puede haber un extracto abierto.",
    "Termine primero el aval y espere a que la línea haya pagado.",
  ],
  VouchingOnlyLinesError: [
    "Solo las líneas de crédito pueden quemar participaciones de avalistas, no {caller}.",
    "Dé la línea por perdida.",
  ],
  VouchingPausedError: ["Los avales nuevos están en pausa hasta {until, time}; terminar uno no.", tryAfter],

  // Libraries of the contracts
  AddressEmptyCodeError: ["No hay ningún contrato en {target}.", "Compruebe la dirección y la red."],
  FailedCallError: [
    "Una llamada dentro de la transacción falló y no dio ningún motivo.",
    "Compruebe los valores y vuelva a intentarlo.",
  ],
  FailedDeploymentError: [
    "No se pudo instalar un contrato en su dirección.",
    "Vuelva a intentarlo con otro número aleatorio.",
  ],
  InsufficientBalanceError: [
    "El contrato tiene {balance, shares} de la moneda de la red y necesita {needed, shares}.",
    reportSafe,
  ],
  InvalidInitializationError: ["Este contrato ya está inicializado.", nothingToDo],
  NotInitializingError: ["Esto solo es posible mientras se inicializa el contrato.", reportSafe],
  ReentrancyGuardReentrantCallError: [
    "Un contrato llamó de vuelta en mitad de esta acción, lo que no se permite.",
    "Use una cuenta o un contrato que no llame de vuelta.",
  ],
  SafeCastOverflowedUintDowncastError: [
    "El número {value, count} no cabe en {bits} bits.",
    "Elija un importe menor.",
  ],
  ECDSAInvalidSignatureError: ["La firma no es válida.", signAgain],
  ECDSAInvalidSignatureLengthError: ["La firma tiene {length} bytes y hacen falta 65.", signAgain],
  ECDSAInvalidSignatureSError: [
    "La firma no tiene la forma que se acepta.",
    "Firme de nuevo con una billetera actual.",
  ],
  InvalidShortStringError: ["No se puede leer un texto del contrato.", reportSafe],
  StringTooLongError: ["El texto tiene más de 31 bytes.", "Elija uno más corto."],
  CheckpointUnorderedInsertionError: [
    "Un cambio quedaría antes de otro ya registrado.",
    "Vuelva a intentarlo con el siguiente bloque.",
  ],
  OwnableInvalidOwnerError: [
    "La cuenta {owner} no puede ser propietaria del contrato.",
    "Indique otro propietario.",
  ],
  OwnableUnauthorizedAccountError: [
    "La cuenta {account} no es propietaria del contrato.",
    "Use la cuenta del propietario.",
  ],

  // Index
  SubgraphUnreachableError: [
    "No se puede llegar al índice de la cadena.",
    "Faltan las listas y el historial hasta que vuelva; los saldos y las acciones siguen funcionando.",
  ],
  SubgraphResponseError: [
    "El índice de la cadena dio una respuesta que no se puede leer.",
    "Compruebe que la dirección es la de un índice de QTI.",
  ],
  SubgraphQueryError: [
    "El índice de la cadena no pudo responder a esta pregunta.",
    "Compruebe que usa el esquema de esta versión y si su registro muestra un error.",
  ],
  SubgraphBehindError: [
    ["El índice de la cadena está en el bloque {indexed} y aún no en el {block}.", standsOnChain],
    ["El índice de la cadena aún no está en el bloque {block}.", standsOnChain],
  ],

  // Proofs
  TransactionNotMinedError: [
    "La transacción aún no está en ningún bloque, así que no hay nada que probar.",
    "Espere a que se confirme y vuelva a preguntar.",
  ],
  BlockNotReproducibleError: ["Lo que el nodo dice del bloque no lleva al hash que le da.", otherNode],
  "BlockNotReproducibleError.header": [
    "La cabecera del bloque no lleva al hash que el nodo le da.",
    otherNode,
  ],
  "BlockNotReproducibleError.transactions": [
    "Las transacciones del bloque no llevan al hash que el nodo le da.",
    otherNode,
  ],
  "BlockNotReproducibleError.receipts": [
    "Los recibos del bloque no llevan al hash que el nodo le da.",
    otherNode,
  ],
  TransactionTypeUnknownError: [
    "El bloque contiene una transacción del tipo {type}, que aquí no se conoce.",
    "Actualice la aplicación o compruebe la transacción en un explorador de su cadena.",
  ],
  LogNotFoundError: [
    "La transacción no tiene ningún evento en el lugar {logIndex} de su bloque.",
    "Vuelva a preguntar: otro bloque puede haber ocupado el lugar de ese mientras tanto.",
  ],
  ProofMalformedError: ["Esto no es una prueba, o está dañada.", chooseFile],
  "ProofMalformedError.receipt": ["Esto no es la prueba de un recibo, o está dañada.", chooseFile],
  "ProofMalformedError.document": ["Esto no es la prueba de un documento, o está dañada.", chooseFile],
  "ProofMalformedError.record": ["Esto no es la prueba de un documento cifrado, o está dañada.", chooseFile],
  WitnessMissingError: [
    "Nadie más que el propio nodo dice que este bloque pertenece a la cadena.",
    "Indique el hash del bloque según el índice o pregunte a un segundo nodo al que se pueda llegar.",
  ],

  // Keys and records on the chain
  KeysInvalidError: [
    "Las claves no encajan: «{field, word}» falta, está repetido o queda en el pasado.",
    correct,
  ],
  KeysUnknownError: ["Esta cuenta no tiene claves con el número {index}.", "Mire qué claves tiene."],
  KeysAlreadyRevokedError: ["Las claves con el número {index} ya están revocadas.", nothingToDo],
  KeyHistoryTooLongError: [
    "La cuenta {account} nombró en la cadena {count, count} claves, más de las que se leen.",
    "Nadie necesita tantas: no selle nada para esta cuenta.",
  ],
  KeysFingerprintRevokedError: [
    "Esta cuenta revocó la huella {fingerprint}, y las claves revocadas no vuelven nunca.",
    "Cree claves nuevas.",
  ],
  AnchorSizeNotRisingError: [
    "El registro tiene {size, count} hojas y ya hay {last, count} ancladas.",
    "Ancle de nuevo cuando el registro haya crecido.",
  ],
  AnchorTimeNotRisingError: ["Se ancló otra raíz el {last, time}.", "Ancle de nuevo en el bloque siguiente."],
  AnchorUnknownError: [
    "En la cadena no hay ninguna raíz con el número {index}.",
    "Pida la más reciente, que abarca todas las hojas, o mire en el índice.",
  ],

  // Records
  ClassicalRecipientError: [
    "Un destinatario del tipo «{kind}» no está protegido frente a ordenadores cuánticos.",
    "Use un destinatario que empiece por age1pq1.",
  ],
  "ClassicalRecipientError.header": [
    "La cabecera de este documento tiene un destinatario del tipo «{kind}», que no está protegido frente a ordenadores cuánticos.",
    "No use esta copia; pida a su autor que selle el documento de nuevo.",
  ],
  RecipientInvalidError: [
    "Estas claves públicas no sirven para compartir un documento.",
    "Busque de nuevo a la persona por su huella.",
  ],
  NotARecipientError: [
    "Este documento no se comparte con sus claves.",
    "Pida a su propietario que lo comparta con su huella.",
  ],
  HeaderMalformedError: [
    "La cabecera de este documento está dañada.",
    "Vuelva a descargar el documento; si sigue dañado, restáurelo desde otra región o pregunte a su autor.",
  ],
  RecordTamperedError: ["Algo de este documento no es lo que se selló.", doNotTrust],
  "RecordTamperedError.header": ["La cabecera de este documento no es lo que se selló.", doNotTrust],
  "RecordTamperedError.payload": ["La parte cifrada de este documento no es lo que se selló.", doNotTrust],
  "RecordTamperedError.contents": ["El contenido de este documento no es lo que se selló.", doNotTrust],
  "RecordTamperedError.attachment": ["El adjunto de este documento no es lo que se selló.", doNotTrust],
  "RecordTamperedError.blob": [
    "El texto cifrado guardado de este documento no es lo que se selló.",
    doNotTrust,
  ],
  CheckpointInvalidError: [
    "Lo que el servicio dio como palabra de su registro no lo es: el registro no lo firmó.",
    "Cargue la página de nuevo; si sigue así, no se fíe de lo que muestra el servicio.",
  ],
  RecordSwappedError: [
    "El servicio cambió este documento por otro: lo que dio no es lo que consta en su registro.",
    keepWhatYouHave,
  ],
  VersionRolledBackError: [
    "El servicio hizo retroceder este documento: dio una versión más antigua que antes.",
    keepWhatYouHave,
  ],
  LogTruncatedError: ["El servicio recortó su registro: faltan entradas que estaban en él.", keepWhatYouHave],
  LogForkedError: ["El servicio bifurcó su registro: muestra otro pasado que antes.", keepWhatYouHave],
  RecordWithheldError: [
    "El servicio retiene algo de este documento: estaba, y su registro no dice que se borrara.",
    "Si el documento es de otra persona, pregunte si aún puede leerlo. Si no, avise a quien lleva el servicio.",
  ],
  RecordDeletedError: [
    "Este documento se borró; el registro del servicio lo demuestra.",
    "Pregunte a su propietario si aún lo necesita.",
  ],
  MixedRecipientsError: [
    "El servicio dio una cabecera con destinatarios mezclados: uno de ellos no está protegido contra ordenadores cuánticos.",
    keepWhatYouHave,
  ],
  HeaderReplayedError: [
    "El servicio repitió una cabecera antigua: no es la que este documento tiene ahora.",
    keepWhatYouHave,
  ],
  SuiteUnknownError: [
    "Este documento está cifrado de una forma que aquí no se conoce: {suite}.",
    "Recargue la página o actualice la aplicación y ábralo de nuevo.",
  ],
  RecordMismatchError: [
    "Este es otro documento que el pedido: «{field}» es {actual}, no {expected}.",
    "No lo use en su lugar; el servicio dio el documento equivocado.",
  ],
  SignatureInvalidError: [
    "La firma de este documento no es la de su autor.",
    "No confíe en su contenido; cualquiera que conozca su clave pública puede haberlo escrito.",
  ],
  CopiesMissingError: [
    "Los documentos están sellados, y algunos titulares todavía no pueden abrirlos.",
    "No los envíe de nuevo: actualice los lectores.",
  ],
  ReadersMissingError: [
    "Nadie más que usted podría abrir estos papeles: quien se ocupa de ellos no tiene claves para hacerlo.",
    "Vuelva a intentarlo más tarde. No se envió nada.",
  ],
  SpaceUnreadableError: [
    "Lo que se guarda en «{space}» tiene una forma que esta versión no conoce.",
    "Cargue la versión más reciente de la aplicación. No se cambió nada.",
  ],
  RecordInputError: [
    "El documento no se puede sellar: «{field}» no es válido.",
    "Corrija «{field}» y vuelva a intentarlo.",
  ],
  RecordTooLargeError: [
    "Este documento es demasiado grande: {size, count}, y caben como máximo {limit, count}.",
    divide,
  ],
  "RecordTooLargeError.body": [
    "El texto de un documento tiene como máximo {limit, count} bytes; este tiene {size, count}.",
    "Adjunte el resto como archivo.",
  ],
  "RecordTooLargeError.readers": [
    "Un documento tiene como máximo {limit, count} lectores; este tiene {size, count}.",
    divide,
  ],
  "RecordTooLargeError.attachments": [
    "Un documento tiene como máximo {limit, count} adjuntos; este tiene {size, count}.",
    divide,
  ],
  AttachmentTooLargeError: [
    "Un archivo tiene como máximo {limit, count} bytes; este tiene al menos {size, count}.",
    "Elija un archivo más pequeño o divídalo.",
  ],
  KeySlotError: ["Las claves no se pueden abrir.", "Restaure las suyas con el código de recuperación."],
  "KeySlotError.exists": [
    "Este navegador ya tiene claves para esta cuenta.",
    "Desbloquéelas; u olvídelas primero, si tiene una copia de seguridad.",
  ],
  "KeySlotError.missing": [
    "Aquí no hay claves para esta cuenta.",
    "Cree claves o restaure las suyas con el código de recuperación.",
  ],
  "KeySlotError.wrong-secret": [
    "Las claves no se abren con este secreto.",
    "Compruebe lo que escribió o desbloquee de otro modo.",
  ],
  "KeySlotError.malformed": [
    "Las claves guardadas están dañadas.",
    "Restaure sus claves con el código de recuperación y una copia de seguridad.",
  ],
  "KeySlotError.other-keys": [
    "Esta copia de seguridad es de otras claves.",
    "Elija la copia de seguridad que se hizo para esta cuenta.",
  ],
  "KeySlotError.storage": [
    "Las claves no se pueden guardar en este navegador.",
    "Salga del modo privado o libere espacio y vuelva a intentarlo.",
  ],
  "KeySlotError.too-few": [
    "Las claves necesitan dos formas de abrirse, una de ellas fuera de este navegador y sin el servicio.",
    "Añada primero un código de recuperación, una frase de contraseña o una llave de acceso.",
  ],
  "KeySlotError.wallet-varies": [
    "Esta billetera firma lo mismo de otra manera cada vez y por eso no puede abrir claves.",
    "Use una llave de acceso, una frase de contraseña o el código de recuperación.",
  ],
  "KeySlotError.wallet-foreign": [
    "Esta firma no es de la propia clave de la cuenta.",
    "Elija la cuenta en la billetera; una cuenta inteligente no puede abrir claves, una llave de acceso sí.",
  ],
  "KeySlotError.passkey-unable": [
    "Este navegador o esta llave de acceso no puede guardar un secreto para claves.",
    "Use otro navegador u otra llave de acceso, una frase de contraseña o el código de recuperación.",
  ],
  "KeySlotError.passkey-refused": [
    "No se usó la llave de acceso.",
    "Vuelva a intentarlo o desbloquee de otro modo.",
  ],
  RecoveryCodeError: [
    "Este código de recuperación no puede ser correcto.",
    "Compárelo con el impreso, grupo por grupo.",
  ],
  "RecoveryCodeError.length": [
    "Un código de recuperación tiene 45 letras y cifras.",
    "Compruebe que no falta ningún grupo.",
  ],
  "RecoveryCodeError.character": [
    "Un código de recuperación solo tiene letras y cifras, y ninguna U.",
    "Escriba el código tal como está impreso.",
  ],
  "RecoveryCodeError.checksum": [
    "Hay un error de escritura en el código de recuperación.",
    "Compárelo con el impreso, grupo por grupo.",
  ],
  "RecoveryCodeError.other-keys": [
    "Este es el código de recuperación de otras claves.",
    "Use el código que se imprimió para estas claves.",
  ],
  KeysLockedError: [
    "Sus claves de documentos están bloqueadas.",
    "Desbloquéelas en este dispositivo o restáurelas con el código de recuperación.",
  ],
  FingerprintInvalidError: [
    "Esto no es la huella de unas claves.",
    "Pegue la huella entera: 13 grupos de 4, o 0x y 64 cifras.",
  ],
  KeysNotAuthenticError: [
    "El servicio dio claves que no pertenecen a esta persona.",
    "No comparta nada con estas claves; compare la huella directamente con la persona.",
  ],
  RecordsAbortedError: ["Esto se canceló.", "Empiece de nuevo cuando quiera; no cambió nada."],
  RecordsWorkerError: [
    "La parte de la aplicación que cifra se ha detenido.",
    "Vuelva a cargar la página; lo guardado está a salvo.",
  ],
  ExportIncompleteError: [
    "La exportación se cortó antes de terminar.",
    "Exporte de nuevo; no guarde lo que llegó, porque no es todo.",
  ],
  NotFromStoreError: [
    "Esto no es lo que la tienda entregó por este pedido.",
    "No use lo que dice. Vuelva a cargar la página; si sigue así, dé el número del pedido a quien lleva la tienda.",
  ],
  CodeForOtherKeysError: [
    "Este código se selló para otras claves suyas, no para las de este navegador.",
    "Ábralo donde estén esas claves. Si se perdieron, nadie puede abrirlo: dé el número del pedido a quien lleva la tienda.",
  ],
  CodeNotFoundError: [
    "Con este enlace no se entregó nada a esta cuenta.",
    "Conecte la cuenta que pagó. Lo que una cuenta ha tenido está en la tienda.",
  ],
  ForeignAuthorError: [
    "El servicio dio como suyo un documento que sus claves no firmaron.",
    "No confíe en lo que dice. Si lo escribió con otras claves suyas, ábralo donde estén esas claves.",
  ],
  RecordRolledBackError: [
    "El servicio devolvió otra versión {version} de este documento que la que este navegador ha visto.",
    doNotRely,
  ],
  "RecordRolledBackError.older": [
    "El servicio devolvió una versión anterior de este documento: la {version}, y este navegador ha visto la {seen}.",
    doNotRely,
  ],
  ReaderUnconfirmedError: [
    "El servicio indica lectores de este documento que usted no eligió en este dispositivo.",
    "Mire en «Lectores»: compare sus huellas con las personas y confírmelos o quítelos.",
  ],

  // The service
  ApiUnreachableError: [
    "No se puede llegar al servicio.",
    "Compruebe la conexión y vuelva a intentarlo; repetirlo no hace daño.",
  ],
  ApiResponseError: [
    "El servicio dio una respuesta que no tiene sentido.",
    "Vuelva a cargar la página; si sigue así, la aplicación y el servicio son de versiones distintas.",
  ],
  ServiceUnreachableError: [
    "El servicio de inicio de sesión y documentos no responde.",
    "Todo lo de la cadena sigue mientras tanto. Vuelva a intentarlo en un momento.",
  ],
  ApiProblemError: ["El servicio rechazó la solicitud.", "Corrija la solicitud y vuelva a intentarlo."],
  StepUpNeededError: [
    "Esto requiere una segunda confirmación de los últimos minutos.",
    "Confirme con una llave de acceso, un código de la aplicación de autenticación o un código de recuperación y vuelva a intentarlo.",
  ],
  FactorRefusedError: [
    "La segunda confirmación no fue aceptada.",
    "Pruebe con un código nuevo o con una llave de acceso de esta cuenta; cada código sirve una vez.",
  ],
  FactorDelayedError: [
    "Hubo demasiados códigos incorrectos; durante un rato no se mira ninguno.",
    "Espere o confirme de otra manera.",
  ],
  ReaderKeysChangedError: [
    "Estas son otras claves de esta persona que las que conoce este navegador.",
    "Compare con ella la huella nueva por otro medio que no sea esta página antes de compartir.",
  ],
  WalletShareGoneError: [
    "El servicio no tiene ninguna parte de estas claves para esta cuenta, así que la billetera no las abre.",
    "Ábralas de otra forma. La billetera se quitó como forma de abrirlas, o son las claves de otra cuenta.",
  ],
  ReaderKeysRevokedError: [
    "Esta persona revocó estas claves.",
    "Pregúntele por la huella de sus claves de ahora.",
  ],
  StepUpDeclinedError: [
    "No se dio ninguna segunda confirmación.",
    "No se cambió nada. Vuelva a intentarlo cuando la tenga a mano.",
  ],
  PasskeyDeclinedError: [
    "No se usó ninguna llave de acceso.",
    "No se cambió nada. Vuelva a intentarlo o use otra vía.",
  ],
  PasskeyExistsError: [
    "Este dispositivo ya tiene una llave de acceso para esta cuenta.",
    "Use esa, o añada una en otro dispositivo.",
  ],
  PasskeyUnableError: [
    "Este navegador o dispositivo no puede crear llaves de acceso que pregunten quién es usted.",
    "Configure un bloqueo de pantalla o un PIN, use otro dispositivo o una aplicación de autenticación.",
  ],
  RecordConflictError: ["El documento cambió mientras tanto; no se sobrescribió nada.", repeatChange],
  ServiceRefusedError: ["El servicio rechazó la solicitud.", tryInAMoment],
  "ServiceRefusedError.not-verified": [
    "La cuenta con la sesión iniciada no tiene una identidad en regla.",
    "Inicie sesión con una cuenta verificada.",
  ],
  "ServiceRefusedError.too-many-accounts": [
    "La identidad tiene tantas cuentas como puede tener una.",
    "Use una de ellas.",
  ],
  "ServiceRefusedError.account-taken": [
    "La cuenta nueva ya se verificó; una cuenta pertenece a una identidad para siempre.",
    "Enlace una cuenta que nunca se haya verificado.",
  ],
  "ApiProblemError.malformed-request": ["La solicitud no se pudo leer.", reload],
  "ApiProblemError.invalid-input": ["Un campo tiene un valor que no se acepta.", correct],
  "ApiProblemError.sign-in-required": [
    "Para esto hace falta una cuenta con la sesión iniciada.",
    "Inicie sesión y vuelva a intentarlo.",
  ],
  "ApiProblemError.sign-in-refused": [
    "No se aceptó el mensaje de inicio de sesión.",
    "Inicie sesión de nuevo con un mensaje nuevo.",
  ],
  "ApiProblemError.origin-refused": [
    "Los cambios solo se aceptan desde la aplicación.",
    "Abra la aplicación en su propia dirección e inténtelo allí.",
  ],
  "ApiProblemError.not-found": [
    "Aquí no hay nada para usted.",
    "Compruebe que todavía existe y que puede verlo.",
  ],
  "ApiProblemError.attester-disabled": [
    "Este servicio no tiene verificador.",
    "Pida la atestación a un verificador de la red; el de demostración solo existe en demostraciones.",
  ],
  "ApiProblemError.exchange-disabled": [
    "Este servicio no lleva ningún libro de órdenes.",
    "Use un servicio que lo lleve; quien tenga órdenes también puede ejecutarlas en la cadena.",
  ],
  "ApiProblemError.log-disabled": [
    "Este servicio no firma ningún registro de documentos.",
    "Pregunte a un servicio que lo haga; lo que se escribe consta en el registro de todos modos.",
  ],
  "ApiProblemError.method-not-allowed": [
    "Esta dirección no conoce esa clase de solicitud.",
    "Vuelva a cargar la página; si sigue así, la aplicación y el servicio son de versiones distintas.",
  ],
  "ApiProblemError.request-timeout": [
    "La solicitud no llegó a tiempo.",
    "Envíela de nuevo con una conexión más rápida.",
  ],
  "ApiProblemError.record-conflict": [
    "El documento cambió mientras tanto; no se sobrescribió nada.",
    repeatChange,
  ],
  "ApiProblemError.record-deleted": [
    "Se borró un documento con este número.",
    "Cree uno nuevo; un número no se usa nunca dos veces.",
  ],
  "ApiProblemError.key-conflict": [
    "Estas claves pertenecen a otra cuenta.",
    "Cree claves propias; un par de claves representa a una cuenta.",
  ],
  "ApiProblemError.identity-conflict": [
    "Esta persona ya tiene otra identidad u otra cuenta.",
    "Inicie sesión con la cuenta que se verificó primero y enlace con ella la billetera nueva.",
  ],
  "ApiProblemError.wallet-link-refused": [
    "Esta billetera no se puede enlazar.",
    "Inicie sesión con una cuenta verificada y enlace una cuenta que nunca se haya verificado.",
  ],
  "ApiProblemError.order-epoch": [
    "La orden se firmó para otra época de su creador.",
    "Fírmela para la época actual; todas las órdenes anteriores han terminado.",
  ],
  "ApiProblemError.order-cancelled": ["La orden se canceló en la cadena.", signNewOrder],
  "ApiProblemError.order-filled": ["La orden ya se ejecutó.", signNewOrder],
  "ApiProblemError.order-quota": [
    "El creador tiene en el libro tantas órdenes como puede tener.",
    "Cancele órdenes o espere a que terminen algunas.",
  ],
  "ApiProblemError.too-large": ["El contenido es mayor de lo que acepta el servicio.", "Envíe menos."],
  "ApiProblemError.quota-exceeded": [
    "El almacenamiento de la cuenta está lleno; no se guardó nada.",
    "Borre documentos que ya no hagan falta y vuelva a intentarlo.",
  ],
  "ApiProblemError.unsupported-media-type": ["El contenido es de una clase que el servicio no lee.", reload],
  "ApiProblemError.range-not-satisfiable": [
    "La parte pedida queda fuera del archivo.",
    "Descargue el archivo de nuevo desde el principio.",
  ],
  "ApiProblemError.header-refused": [
    "La cabecera del documento no está del todo protegida frente a ordenadores cuánticos.",
    "Selle el documento solo para destinatarios que empiecen por age1pq.",
  ],
  "ApiProblemError.hash-mismatch": [
    "Los bytes no tienen el hash anunciado; no se guardó nada.",
    "Envíe el archivo de nuevo; se dañó por el camino o el hash no es correcto.",
  ],
  "ApiProblemError.step-up-needed": [
    "Esto requiere una segunda confirmación de los últimos minutos.",
    "Confirme con una llave de acceso, un código de la aplicación de autenticación o un código de recuperación y vuelva a intentarlo.",
  ],
  "ApiProblemError.factor-refused": [
    "La segunda confirmación no fue aceptada.",
    "Pruebe con un código nuevo o con una llave de acceso de esta cuenta; cada código sirve una vez.",
  ],
  "ApiProblemError.factor-delayed": [
    "Hubo demasiados códigos incorrectos; durante un rato no se mira ninguno.",
    "Espere o confirme de otra manera.",
  ],
  "ApiProblemError.factors-disabled": [
    "Este servicio no conoce la segunda confirmación.",
    "Continúe solo con la billetera.",
  ],
  "ApiProblemError.factor-exists": [
    "La cuenta ya tiene una aplicación de autenticación.",
    "Quite primero esa y empiece de nuevo.",
  ],
  "ApiProblemError.role-required": [
    "Esta cuenta no tiene el rol que hace falta.",
    "Use una cuenta que lo tenga, o pida que se lo concedan.",
  ],
  "ApiProblemError.campaigns-disabled": [
    "Este servicio no publica campañas.",
    "Pregunte a un servicio que lo haga.",
  ],
  "ApiProblemError.tree-refused": [
    "La lista no da esta raíz.",
    "Haga el árbol de nuevo, para esta cadena y esta campaña.",
  ],
  "ApiProblemError.upload-quota": [
    "La cuenta ya subió todo lo que puede en un día; no se guardó nada.",
    "Siga mañana.",
  ],
  "ApiProblemError.taps-disabled": [
    "Este servicio no cuenta toques.",
    "Pregunte a un servicio que lo haga; los vales firmados valen en la cadena también sin él.",
  ],
  "ApiProblemError.tap-session-replayed": [
    "Esta autorización no es más nueva que la última.",
    "Firme una nueva; una sesión terminada no vuelve.",
  ],
  "ApiProblemError.tap-session-ended": [
    "La sesión ya no acepta toques; estos aún no se contaron.",
    "Firme una sesión nueva; los toques esperan hasta entonces.",
  ],
  "ApiProblemError.tap-sequence": [
    "Estos toques no son los siguientes de su sesión; no se contaron.",
    "Envíelos otra vez; quizá haya otra ventana abierta.",
  ],
  "ApiProblemError.tap-no-identity": [
    "La cuenta no tiene una identidad en regla.",
    "Haga que la acrediten; lo que ganó espera hasta entonces.",
  ],
  "ApiProblemError.tap-nothing-to-claim": ["Todo lo ganado ya se cobró.", "Siga tocando y vuelva."],
  "ApiProblemError.tap-other-account": [
    "Sus puntos van a la cuenta con la que empezó a tocar por última vez.",
    "Empiece a tocar con esta cuenta y vendrán aquí.",
  ],
  "ApiProblemError.name-taken": ["Alguien tiene ya este nombre, o uno que se le parece.", "Elija otro."],
  "ApiProblemError.tap-session-clock": [
    "Las horas de la sesión no concuerdan con el reloj del servicio.",
    "Recargue la página y firme otra vez.",
  ],
  "ApiProblemError.tap-session-key": [
    "La clave de la sesión no es válida.",
    "Recargue la página y firme otra vez.",
  ],
  "ApiProblemError.tap-session-signature": [
    "La firma no es de la cuenta de la sesión.",
    "Firme con esa cuenta, en esta cadena.",
  ],
  "ApiProblemError.tap-batch-forgotten": [
    "Estos toques se contaron hace mucho; su respuesta ya no se conserva.",
    "No los envíe otra vez. Su cuenta ya los incluye.",
  ],
  "ApiProblemError.tap-batch-signature": [
    "Los toques no llevan la firma de la clave de la sesión; no se contaron.",
    "Empiece una sesión nueva.",
  ],
  "ApiProblemError.relay-refused": [
    "La cadena lo rechazaría; no se envió nada.",
    "Recargue la página y mire qué cambió.",
  ],
  "ApiProblemError.relay-quota": [
    "Por ahora no se envía nada más sin gas.",
    "Envíelo usted, o inténtelo mañana.",
  ],
  "ApiProblemError.relayer-disabled": [
    "Este servicio no envía transacciones por otros.",
    "Envíela desde su propia cuenta; lo firmado sigue valiendo.",
  ],
  "ApiProblemError.store-disabled": [
    "Este servicio no entrega nada de la tienda.",
    "Pregunte a un servicio que lo haga; lo comprado está en la cadena.",
  ],
  "ApiProblemError.credit-disabled": [
    "Este servicio no recibe solicitudes de líneas de crédito.",
    "Pregunte a un servicio que lo haga, o pida a alguien con participaciones de primera pérdida que le avale.",
  ],
  "ApiProblemError.credit-unknown-person": [
    "Esta cuenta no es de nadie que se haya atestiguado.",
    "Haga que atestigüen primero la cuenta, o indique otra cuenta de esa persona.",
  ],
  "ApiProblemError.application-quota": [
    "Ya hizo todas las solicitudes que una persona puede hacer en un día.",
    "Solicite de nuevo mañana. Una oferta ya firmada sigue valiendo.",
  ],
  "ApiProblemError.order-invalid": [
    "La cadena rechazaría esta orden en cualquier caso.",
    "Hágala de nuevo: cantidades mayores que cero, una duración, un intervalo no más corto que la duración y un número que encaje.",
  ],
  "ApiProblemError.order-signature": [
    "La firma no es la del creador de la orden.",
    "Firme la orden con la cuenta del creador para esta red; una cuenta que es un contrato debe estar instalada y aceptarla.",
  ],
  "ApiProblemError.order-expired": [
    "La última ventana de la orden ha terminado.",
    "Firme una orden nueva con un final posterior.",
  ],
  "ApiProblemError.order-asset": [
    "El registro de activos no conoce este activo.",
    "Use la dirección de un activo tal como la indica el registro.",
  ],
  "ApiProblemError.order-money": ["El mercado no acepta este token como dinero.", "Use un token admitido."],
  "ApiProblemError.order-balance": [
    "El creador no tiene lo que la orden vende.",
    "Ofrezca como máximo lo que tiene la cuenta; las participaciones congeladas no cuentan.",
  ],
  "ApiProblemError.order-allowance": [
    "El contrato del mercado no puede mover lo que la orden vende.",
    "Autorice el importe al contrato del mercado y envíe la orden de nuevo.",
  ],
  "ApiProblemError.order-compliance": [
    "Las reglas del activo no dejan ahora que este creador lo negocie.",
    "Verifique la cuenta o espere a que las reglas lo permitan.",
  ],
  "ApiProblemError.precondition-required": ["El servicio no supo qué versión debía cambiar.", reload],
  "ApiProblemError.rate-limited": [
    "Fueron demasiadas solicitudes.",
    "Espere un momento y vuelva a intentarlo.",
  ],
  "ApiProblemError.header-fields-too-large": [
    "Las cabeceras de la solicitud son demasiado grandes.",
    "Borre las cookies de este sitio y vuelva a intentarlo.",
  ],
  "ApiProblemError.internal": [
    "Algo salió mal en el servicio.",
    "Vuelva a intentarlo; si sigue así, comuníquelo. Lo guardado antes está a salvo.",
  ],
  "ApiProblemError.chain-unreachable": ["La cadena no responde; no cambió nada.", tryInAMoment],
  "ApiProblemError.index-unreachable": [
    "El índice de la cadena no responde o va con retraso; no cambió nada.",
    tryInAMoment,
  ],
  "ApiProblemError.database-unavailable": [
    "La base de datos no responde; no quedó nada a medias.",
    tryInAMoment,
  ],
  "ApiProblemError.blob-unavailable": [
    "Ninguna región puede entregar intacto este texto cifrado por el momento.",
    "Vuelva a intentarlo más tarde. Nunca se entrega una copia dañada.",
  ],
  "ApiProblemError.storage-unavailable": [
    "Responden muy pocas regiones para conservar esto con seguridad; no se guardó nada.",
    "Vuelva a intentarlo más tarde. Lo que tienen las otras regiones se puede seguir leyendo.",
  ],
  "ApiProblemError.too-many-streams": [
    "Hay demasiadas conexiones abiertas para cambios en directo.",
    "Cierre páginas que nadie lea o vuelva a intentarlo en un momento; las listas se pueden seguir leyendo.",
  ],
  "ApiProblemError.storage-full": [
    "El servicio no tiene más espacio; no se guardó nada.",
    "Vuelva a intentarlo más tarde. Todo lo anterior se puede seguir leyendo.",
  ],
  "ApiProblemError.401": ["El servicio rechazó la solicitud.", "Inicie sesión de nuevo."],
  "ApiProblemError.403": [
    "El servicio rechazó la solicitud.",
    "Pídalo a alguien que pueda hacerlo o cambie de cuenta.",
  ],
  "ApiProblemError.404": ["El servicio no encontró nada.", "Compruebe que todavía existe y que puede verlo."],
  "ApiProblemError.409": ["Algo cambió mientras tanto.", repeatChange],
  "ApiProblemError.413": ["El contenido es mayor de lo que acepta el servicio.", "Elija algo más pequeño."],
  "ApiProblemError.429": ["Fueron demasiadas solicitudes.", "Espere un momento y vuelva a intentarlo."],
  "ApiProblemError.507": ["El servicio no tiene más espacio; no se perdió nada.", tryLater],
};
