/** Words of everyday that many pages use: figures, times, names. */
export const words = {
  /** The language itself, for what the browser knows to write: never translate it into anything else. */
  language: "en",
  justNow: "just now",
  million: "{amount} million",
  billion: "{amount} billion",
  trillion: "{amount} trillion",
  tiers: {
    none: "Not verified",
    basic: "Basic",
    full: "Full",
    accredited: "Accredited",
    other: "Tier {tier}",
  },
  country: "Country {number}",
  contracts: {
    accessManager: "Access manager",
    identityRegistry: "Identity registry",
    assetRegistry: "Asset registry",
    complianceModule: "Compliance module",
    qtiToken: "QTI token",
    stakingVault: "Staking vault",
    stakingPool: "Staking pool",
    rewardsTreasury: "Rewards treasury",
    creditBook: "Credit book",
    creditLines: "Credit lines",
    seniorPool: "Senior pool",
    firstLossPool: "First-loss pool",
    vouching: "Vouching",
    lendingMarkets: "Lending markets",
    appraisalOracle: "Prices by appraisal",
    feedOracle: "Prices by feed",
    interestRateModel: "Rate model",
    liquidator: "Liquidator",
    keyDirectory: "Key directory",
    recordAnchor: "Record anchor",
    testDollar: "Test dollar",
    demoFaucet: "Demo faucet",
    demoDesk: "Demo desk",
  },
  demo: {
    deployer: "Deployer",
    administrator: "Administrator",
    attester: "Attester",
    complianceDesk: "Compliance desk",
    complianceForce: "Compliance force",
    treasurer: "Treasurer",
    pauser: "Pauser",
    guardian: "Guardian",
    operator: "Operator",
    underwriter: "Underwriter",
    reserve: "QTI reserve",
  },
  /** The button that fills in all that there is, and the one that lists more. */
  all: "All",
  points: "points",
  showMore: "Show more",
  amount: {
    empty: "Enter an amount.",
    negative: "An amount cannot be negative.",
    point: "Write decimals with a point, as in 1.5.",
    number: "Enter a number, as in 12.5.",
    whole: "Enter a whole number.",
    digits: "At most {count} digits after the point.",
    large: "This number is too large.",
    zero: "Enter more than zero.",
    tooMuch: "You have {amount}. Enter at most that.",
    have: "You have {amount}",
    usDollars: "US dollars",
  },
  shares: "{amount} shares",
  units: "{amount} units",
  otherCountries: "{count, plural, one {# other} other {# others}}",
  assetClasses: {
    realEstate: "Real estate",
    privateCredit: "Private credit",
    commodity: "Commodity",
    equity: "Equity",
    fund: "Fund",
    art: "Art and collectibles",
    carbon: "Carbon credits",
    other: "Other",
  },
  assetStates: {
    draft: "Draft",
    active: "In circulation",
    matured: "Matured",
    retired: "Ended",
    none: "Unknown",
  },
  /** What stands between an account and shares of an asset, said to its owner. */
  eligibility: {
    senderUnknown: {
      because: "The issuer is not verified.",
      next: "Shares can only come from other holders.",
    },
    senderFrozen: {
      because: "The issuer's identity is frozen.",
      next: "Shares can only come from other holders.",
    },
    senderRevoked: {
      because: "The issuer's verification was revoked.",
      next: "Shares can only come from other holders.",
    },
    senderRetired: {
      because: "The issuer's account was replaced by another.",
      next: "Shares can only come from other holders.",
    },
    receiverUnknown: {
      because: "Your account is not verified.",
      next: "Verify it on the identity page: it takes a minute here.",
    },
    receiverFrozen: { because: "Your identity is frozen.", next: "Ask the compliance desk why." },
    receiverRevoked: { because: "Your verification was revoked.", next: "Ask the compliance desk why." },
    receiverRetired: {
      because: "This account was replaced by another.",
      next: "Connect the account that took its place.",
    },
    receiverExpired: {
      because: "Your verification has expired.",
      next: "Renew the verification on the identity page.",
    },
    receiverTier: {
      because: "You are verified at a lower tier than this asset asks for.",
      next: "Verify at the tier that stands under the rules.",
    },
    receiverCountry: {
      because: "This asset may not be received in your country.",
      next: "What you hold already stays yours.",
    },
    locked: {
      because: "The lock-up has not ended.",
      next: "Until then shares move only from or to the issuer.",
    },
    holderLimit: {
      because: "It already has as many holders as it may have.",
      next: "You can receive shares when one of them has sold all.",
    },
    identityCap: {
      because: "You hold as much as one person may hold.",
      next: "You can receive more once you hold less.",
    },
    paused: { because: "Its transfers are paused.", next: "A pause lapses after 14 days at most." },
    notActive: {
      because: "It is not in circulation.",
      next: "Shares of a draft do not exist yet; those of a matured asset can only be redeemed.",
    },
    moduleFailed: { because: "Its rules could not be read.", next: "Ask the issuer." },
    pledgeOnly: {
      because: "It is a contract that keeps pledges.",
      next: "Shares come to it as collateral of a lending market.",
    },
  },
  /** Where an account stands, in a word, and what the word means. */
  standing: {
    system: { word: "System contract", meaning: "Holds pledged shares; it is no person." },
    retired: {
      word: "Retired",
      meaning: "It was lost, and another account took its place for ever.",
    },
    notVerified: { word: "Not verified", meaning: "It can hold no shares." },
    revoked: {
      word: "Revoked",
      meaning: "It can send and receive no shares until it is verified anew.",
    },
    frozen: {
      word: "Frozen",
      meaning: "It can send and receive no shares until it is released.",
    },
    expired: {
      word: "Expired",
      meaning: "It can send shares, and receive none until it is verified anew.",
    },
    verified: { word: "Verified", meaning: "It can send and receive shares." },
  },
  /** Rules of an asset, as parts of a list. */
  rules: {
    tier: "receivers are verified, tier {tier} or above",
    verified: "receivers are verified",
    holders: "{count, plural, one {at most {n} holder} other {at most {n} holders}}",
    anyHolders: "any number of holders",
    cap: "at most {shares} a person",
    noCap: "no limit a person",
    locked: "locked until {day}",
    notLocked: "not locked",
  },
  access: {
    needsRole: 'Needs the role "{role}".',
    waits: "Waits {time} after it is scheduled.",
  },
  /** What a role is called, what whoever holds it may do, and what the worst holder could do. */
  roles: {
    admin: {
      name: "Administrator",
      may: "Gives and takes roles, admits contracts and modules, ends a pause early.",
      worst: "Change who may do what, after three public days.",
    },
    guardian: {
      name: "Guardian",
      may: "Cancels any operation that waits for its delay, vetoes a split of income, stops a recovery.",
      worst: "Hold up changes; never make one.",
    },
    pauser: {
      name: "Pauser",
      may: "Stops transfers between accounts and new deposits, for at most 14 days at a time.",
      worst: "Stop new business. Exits go on, and no value is moved.",
    },
    complianceDesk: {
      name: "Compliance desk",
      may: "Revokes and freezes identities, freezes shares, makes rules stricter.",
      worst: "Keep people from sending and receiving shares. It moves none.",
    },
    complianceForce: {
      name: "Compliance force",
      may: "Moves or cancels shares by order, releases identities, recovers lost accounts, admits attesters, loosens rules.",
      worst: "Move shares to another verified account, after two public days.",
    },
    issuer: {
      name: "Issuer",
      may: "Tokenizes assets and looks after its own.",
      worst: "Issue an asset that is not what it says.",
    },
    appraiser: {
      name: "Appraiser",
      may: "States what an asset is worth to lenders.",
      worst:
        "Move the price of an asset by its daily limit, in sight of all: too much is lent against it, or people are liquidated.",
    },
    risk: {
      name: "Risk",
      may: "Opens lending markets and names sources of prices.",
      worst:
        "After three public days, open a market with a source of prices that lies: who lends there loses, and nobody elsewhere.",
    },
    treasurer: {
      name: "Treasurer",
      may: "Starts streams of rewards, sets fees and the terms of credit lines within their bounds.",
      worst:
        "After two public days, stream all that the treasury holds to those who stake then, or make credit lines as dear as their bounds allow.",
    },
    rewardsOperator: {
      name: "Rewards operator",
      may: "Runs campaigns and their lists, and puts things into the store.",
      worst:
        "Give itself a day's budget of campaigns each day, under 24 public hours in which a guardian vetoes, and sell what it does not deliver.",
    },
    underwriter: {
      name: "Underwriter",
      may: "Signs limits of credit lines, within a quota a day.",
      worst:
        "Give people who do not pay a day's quota each day, until the role is taken. The first loss pays first.",
    },
    bridgeOperator: {
      name: "Bridge operator",
      may: "Links this chain with others.",
      worst: "Nothing yet: the bridge does not exist here.",
    },
    anchorer: {
      name: "Anchorer",
      may: "Anchors the root of the log of records.",
      worst: "Anchor a wrong root, which every reader that remembers the last one notices.",
    },
    issuerDesk: {
      name: "Issuer desk",
      may: "Admits and dismisses issuers.",
      worst: "Admit a bad issuer.",
    },
    unknown: {
      name: "Role {number}",
      may: "This app does not know what it may do.",
      worst: "Unknown.",
    },
  },
} as const;
