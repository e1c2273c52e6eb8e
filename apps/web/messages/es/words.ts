import type { Translated } from "../shape";

export const words: Translated<"words"> = {
  language: "es",
  justNow: "ahora mismo",
  million: "{amount} millones",
  billion: "{amount} mil millones",
  trillion: "{amount} billones",
  tiers: {
    none: "Sin verificar",
    basic: "Básico",
    full: "Completo",
    accredited: "Acreditado",
    other: "Nivel {tier}",
  },
  country: "País {number}",
  contracts: {
    accessManager: "Gestor de accesos",
    identityRegistry: "Registro de identidades",
    assetRegistry: "Registro de activos",
    complianceModule: "Módulo de cumplimiento",
    qtiToken: "Token QTI",
    stakingVault: "Bóveda de staking",
    stakingPool: "Fondo de staking",
    rewardsTreasury: "Tesorería de recompensas",
    creditBook: "Libro de crédito",
    creditLines: "Líneas de crédito",
    seniorPool: "Fondo preferente",
    firstLossPool: "Fondo de primera pérdida",
    vouching: "Avales",
    lendingMarkets: "Mercados de préstamos",
    appraisalOracle: "Precios por tasación",
    feedOracle: "Precios por cotización",
    interestRateModel: "Modelo de interés",
    liquidator: "Liquidador",
    keyDirectory: "Directorio de claves",
    recordAnchor: "Ancla de documentos",
    testDollar: "Dólar de prueba",
    demoFaucet: "Grifo de la demostración",
    demoDesk: "Mesa de la demostración",
  },
  demo: {
    deployer: "Instalador",
    administrator: "Administrador",
    attester: "Verificador",
    complianceDesk: "Mesa de cumplimiento",
    complianceForce: "Medidas forzosas de cumplimiento",
    treasurer: "Tesorero",
    pauser: "Responsable de pausas",
    guardian: "Guardián",
    operator: "Operador",
    underwriter: "Evaluador de crédito",
    reserve: "Reserva de QTI",
  },
  all: "Todo",
  points: "puntos",
  showMore: "Mostrar más",
  amount: {
    empty: "Introduzca un importe.",
    negative: "Un importe no puede ser negativo.",
    point: "Escriba los decimales con un punto, como en 1.5.",
    number: "Introduzca un número, como 12.5.",
    whole: "Introduzca un número entero.",
    digits: "Como máximo {count} cifras después del punto.",
    large: "Este número es demasiado grande.",
    zero: "Introduzca más de cero.",
    tooMuch: "Usted tiene {amount}. Introduzca como máximo eso.",
    have: "Tiene {amount}",
    usDollars: "dólares",
  },
  shares: "{amount} participaciones",
  units: "{amount} unidades",
  otherCountries: "{count, plural, one {# más} other {# más}}",
  assetClasses: {
    realEstate: "Inmuebles",
    privateCredit: "Crédito privado",
    commodity: "Materia prima",
    equity: "Capital",
    fund: "Fondo",
    art: "Arte y coleccionables",
    carbon: "Créditos de carbono",
    other: "Otro",
  },
  assetStates: {
    draft: "Borrador",
    active: "En circulación",
    matured: "Vencido",
    retired: "Terminado",
    none: "Desconocido",
  },
  eligibility: {
    senderUnknown: {
      because: "El emisor no está verificado.",
      next: "Las participaciones solo pueden venir de otros titulares.",
    },
    senderFrozen: {
      because: "La identidad del emisor está congelada.",
      next: "Las participaciones solo pueden venir de otros titulares.",
    },
    senderRevoked: {
      because: "La verificación del emisor fue revocada.",
      next: "Las participaciones solo pueden venir de otros titulares.",
    },
    senderRetired: {
      because: "La cuenta del emisor fue reemplazada por otra.",
      next: "Las participaciones solo pueden venir de otros titulares.",
    },
    receiverUnknown: {
      because: "Su cuenta no está verificada.",
      next: "Verifíquela en la página de identidad: aquí tarda un minuto.",
    },
    receiverFrozen: {
      because: "Su identidad está congelada.",
      next: "Pregunte el motivo a la mesa de cumplimiento.",
    },
    receiverRevoked: {
      because: "Su verificación fue revocada.",
      next: "Pregunte el motivo a la mesa de cumplimiento.",
    },
    receiverRetired: {
      because: "Esta cuenta fue reemplazada por otra.",
      next: "Conecte la cuenta que ocupó su lugar.",
    },
    receiverExpired: {
      because: "Su verificación ha caducado.",
      next: "Renueve la verificación en la página de identidad.",
    },
    receiverTier: {
      because: "Usted está verificado a un nivel inferior al que pide este activo.",
      next: "Verifíquese al nivel que figura en las reglas.",
    },
    receiverCountry: {
      because: "Este activo no puede recibirse en su país.",
      next: "Lo que ya tiene sigue siendo suyo.",
    },
    locked: {
      because: "El periodo de bloqueo no ha terminado.",
      next: "Hasta entonces las participaciones solo se mueven desde el emisor o hacia él.",
    },
    holderLimit: {
      because: "Ya tiene tantos titulares como puede tener.",
      next: "Podrá recibir participaciones cuando uno de ellos haya vendido todas.",
    },
    identityCap: {
      because: "Usted tiene tanto como puede tener una persona.",
      next: "Podrá recibir más cuando tenga menos.",
    },
    paused: {
      because: "Sus transferencias están pausadas.",
      next: "Una pausa termina por sí sola tras 14 días como máximo.",
    },
    notActive: {
      because: "No está en circulación.",
      next: "Las participaciones de un borrador aún no existen; las de un activo vencido solo pueden reembolsarse.",
    },
    moduleFailed: { because: "No se pudieron leer sus reglas.", next: "Pregunte al emisor." },
    pledgeOnly: {
      because: "Es un contrato que guarda prendas.",
      next: "Las participaciones llegan a él como garantía de un mercado de préstamos.",
    },
  },
  standing: {
    system: {
      word: "Contrato del sistema",
      meaning: "Guarda participaciones en prenda; no es una persona.",
    },
    retired: {
      word: "Reemplazada",
      meaning: "Se perdió, y otra cuenta ocupó su lugar para siempre.",
    },
    notVerified: { word: "Sin verificar", meaning: "No puede tener participaciones." },
    revoked: {
      word: "Revocada",
      meaning: "No puede enviar ni recibir participaciones hasta que se verifique de nuevo.",
    },
    frozen: {
      word: "Congelada",
      meaning: "No puede enviar ni recibir participaciones hasta que se libere.",
    },
    expired: {
      word: "Caducada",
      meaning: "Puede enviar participaciones, pero no recibir ninguna hasta que se verifique de nuevo.",
    },
    verified: { word: "Verificada", meaning: "Puede enviar y recibir participaciones." },
  },
  rules: {
    tier: "quienes reciben están verificados, nivel {tier} o superior",
    verified: "quienes reciben están verificados",
    holders: "{count, plural, one {como máximo {n} titular} other {como máximo {n} titulares}}",
    anyHolders: "cualquier número de titulares",
    cap: "como máximo {shares} por persona",
    noCap: "sin límite por persona",
    locked: "bloqueadas hasta el {day}",
    notLocked: "sin bloqueo",
  },
  access: {
    needsRole: "Requiere el rol «{role}».",
    waits: "Espera {time} después de programarse.",
  },
  roles: {
    admin: {
      name: "Administrador",
      may: "Otorga y retira roles, admite contratos y módulos, termina una pausa antes de tiempo.",
      worst: "Cambiar quién puede hacer qué, tras tres días públicos.",
    },
    guardian: {
      name: "Guardián",
      may: "Cancela cualquier operación que espera su plazo, veta el reparto de una distribución, detiene una recuperación.",
      worst: "Frenar cambios; nunca hacer uno.",
    },
    pauser: {
      name: "Responsable de pausas",
      may: "Detiene transferencias entre cuentas y nuevos depósitos, durante 14 días como máximo cada vez.",
      worst: "Detener operaciones nuevas. Las salidas continúan, y no se mueve ningún valor.",
    },
    complianceDesk: {
      name: "Mesa de cumplimiento",
      may: "Revoca y congela identidades, congela participaciones, hace las reglas más estrictas.",
      worst: "Impedir que las personas envíen y reciban participaciones. No mueve ninguna.",
    },
    complianceForce: {
      name: "Medidas forzosas de cumplimiento",
      may: "Mueve o anula participaciones por orden, libera identidades, recupera cuentas perdidas, admite verificadores, suaviza reglas.",
      worst: "Mover participaciones a otra cuenta verificada, tras dos días públicos.",
    },
    issuer: {
      name: "Emisor",
      may: "Tokeniza activos y cuida de los suyos.",
      worst: "Emitir un activo que no es lo que dice.",
    },
    appraiser: {
      name: "Tasador",
      may: "Declara lo que vale un activo para los prestamistas.",
      worst:
        "Mover el precio de un activo en su tope diario, a la vista de todos: se presta demasiado contra él, o se liquida a personas.",
    },
    risk: {
      name: "Riesgo",
      may: "Abre mercados de préstamo y nombra fuentes de precios.",
      worst:
        "Tras tres días públicos, abrir un mercado cuya fuente de precios miente: quien presta allí pierde, y nadie más.",
    },
    treasurer: {
      name: "Tesorero",
      may: "Inicia flujos de recompensas, fija comisiones y las condiciones de las líneas de crédito dentro de sus límites.",
      worst:
        "Tras dos días públicos, enviar todo lo que tiene la tesorería a quienes hagan staking entonces, o hacer las líneas de crédito tan caras como permiten sus límites.",
    },
    rewardsOperator: {
      name: "Operador de recompensas",
      may: "Lleva las campañas y sus listas, y pone cosas en la tienda.",
      worst:
        "Darse cada día el presupuesto diario de las campañas, tras 24 horas públicas en las que un guardián puede vetar, y vender lo que no entrega.",
    },
    underwriter: {
      name: "Evaluador de crédito",
      may: "Firma límites de líneas de crédito, dentro de una cuota diaria.",
      worst:
        "Dar cada día la cuota de un día a personas que no pagan, hasta que se le quite el rol. La primera pérdida paga primero.",
    },
    bridgeOperator: {
      name: "Operador del puente",
      may: "Enlaza esta cadena con otras.",
      worst: "Nada todavía: aquí no hay puente.",
    },
    anchorer: {
      name: "Responsable de anclajes",
      may: "Ancla la raíz del registro de documentos.",
      worst: "Anclar una raíz falsa, lo que nota todo lector que recuerde la última.",
    },
    issuerDesk: {
      name: "Mesa de emisores",
      may: "Admite y retira emisores.",
      worst: "Admitir a un mal emisor.",
    },
    unknown: {
      name: "Rol {number}",
      may: "Esta aplicación no sabe lo que puede hacer.",
      worst: "Desconocido.",
    },
  },
};
