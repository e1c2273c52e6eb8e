/** Somebody of the demo. Accounts are those of Hardhat's well-known mnemonic, so their keys are public. */
export interface Person {
  readonly name: string;
  /** Number of the account. */
  readonly account: number;
  /** ISO 3166-1 numeric. */
  readonly country: number;
  /** 1 basic, 2 full, 3 accredited. */
  readonly tier: 1 | 2 | 3;
}

export const people = {
  ada: { name: "Ada", account: 10, country: 528, tier: 3 },
  ben: { name: "Ben", account: 11, country: 276, tier: 2 },
  cleo: { name: "Cleo", account: 12, country: 250, tier: 2 },
  dana: { name: "Dana", account: 13, country: 840, tier: 3 },
  elif: { name: "Elif", account: 14, country: 792, tier: 1 },
  farid: { name: "Farid", account: 15, country: 784, tier: 2 },
  grace: { name: "Grace", account: 16, country: 826, tier: 3 },
  hugo: { name: "Hugo", account: 17, country: 620, tier: 2 },
  ines: { name: "Ines", account: 18, country: 724, tier: 1 },
  jonas: { name: "Jonas", account: 20, country: 56, tier: 2 },
  kaya: { name: "Kaya", account: 21, country: 578, tier: 2 },
  mila: { name: "Mila", account: 28, country: 40, tier: 3 },
  noor: { name: "Noor", account: 29, country: 528, tier: 2 },
  oskar: { name: "Oskar", account: 30, country: 752, tier: 1 },
  petra: { name: "Petra", account: 31, country: 203, tier: 1 },
  quentin: { name: "Quentin", account: 32, country: 250, tier: 1 },
} as const satisfies Record<string, Person>;

/** Who was invited and is not verified yet. */
export const newcomers = {
  lena: { name: "Lena", account: 26 },
} as const;

export type PersonName = keyof typeof people;

/** Accounts of people who lost their first one. */
export const successors = { jonas: 22, kaya: 23 } as const;

/** Somebody whose account is recovered in the course of the demo. */
export type LoserName = keyof typeof successors;

/** Accounts that hold a role on the development chain; see contracts/ignition/parameters/devnet.json. */
export const desks = {
  admin: 1,
  attester: 2,
  complianceDesk: 3,
  complianceForce: 4,
  treasurer: 5,
  rewardsOperator: 8,
  qtiHolder: 9,
  tapOracle: 24,
  underwriter: 27,
} as const;
