import { roles } from "@qti/sdk";

const hour = 3_600;

/** What a role is called, what whoever holds it may do, and how long they must wait for it. */
export type RoleWords = {
  name: string;
  may: string;
  /** Seconds between scheduling and doing that a holder is given at first. */
  delay: number;
  /** What the worst holder could do: said where the role is given. */
  worst: string;
};

/** The roles of docs/security.md in words. A test holds names, delays and numbers to the table of the contracts. */
const words: { readonly [name in keyof typeof roles]: RoleWords } = {
  admin: {
    name: "Administrator",
    may: "Gives and takes roles, admits contracts and modules, ends a pause early.",
    delay: 72 * hour,
    worst: "Change who may do what, after three public days.",
  },
  guardian: {
    name: "Guardian",
    may: "Cancels any operation that waits for its delay, vetoes a split of income, stops a recovery.",
    delay: 0,
    worst: "Hold up changes; never make one.",
  },
  pauser: {
    name: "Pauser",
    may: "Stops transfers between accounts and new deposits, for at most 14 days at a time.",
    delay: 0,
    worst: "Stop new business. Exits go on, and no value is moved.",
  },
  complianceDesk: {
    name: "Compliance desk",
    may: "Revokes and freezes identities, freezes shares, makes rules stricter.",
    delay: 0,
    worst: "Keep people from sending and receiving shares. It moves none.",
  },
  complianceForce: {
    name: "Compliance force",
    may: "Moves or cancels shares by order, releases identities, recovers lost accounts, admits attesters, loosens rules.",
    delay: 48 * hour,
    worst: "Move shares to another verified account, after two public days.",
  },
  issuer: {
    name: "Issuer",
    may: "Tokenizes assets and looks after its own.",
    delay: 0,
    worst: "Issue an asset that is not what it says.",
  },
  appraiser: {
    name: "Appraiser",
    may: "States what an asset is worth to lenders.",
    delay: 0,
    worst: "Nothing yet: lending does not exist here.",
  },
  risk: {
    name: "Risk",
    may: "Opens lending markets and names sources of prices.",
    delay: 72 * hour,
    worst: "Nothing yet: lending does not exist here.",
  },
  treasurer: {
    name: "Treasurer",
    may: "Starts streams of rewards, sets fees within their bounds.",
    delay: 48 * hour,
    worst: "After two public days, stream all that the treasury holds to those who stake then.",
  },
  rewardsOperator: {
    name: "Rewards operator",
    may: "Proposes who earned which reward.",
    delay: 0,
    worst: "Nothing yet: these rewards do not exist here.",
  },
  underwriter: {
    name: "Underwriter",
    may: "Vouches for newcomers who want to borrow.",
    delay: 0,
    worst: "Nothing yet: lending does not exist here.",
  },
  bridgeOperator: {
    name: "Bridge operator",
    may: "Links this chain with others.",
    delay: 48 * hour,
    worst: "Nothing yet: the bridge does not exist here.",
  },
  anchorer: {
    name: "Anchorer",
    may: "Anchors the root of the log of records.",
    delay: 0,
    worst: "Anchor a wrong root, which every reader that remembers the last one notices.",
  },
  issuerDesk: {
    name: "Issuer desk",
    may: "Admits and dismisses issuers.",
    delay: 0,
    worst: "Admit a bad issuer.",
  },
};

/** Name of a role in the SDK. */
export type RoleName = keyof typeof roles;

/** All roles, in the order of their numbers. */
export const allRoles = (Object.keys(roles) as RoleName[]).map((name) => ({ name, role: roles[name] }));

/** The words for a role by its number; one that this version does not know is called by it. */
export function roleWords(role: bigint): RoleWords {
  const known = allRoles.find((each) => each.role === role);
  return known
    ? words[known.name]
    : { name: `Role ${role}`, may: "This app does not know what it may do.", delay: 0, worst: "Unknown." };
}
