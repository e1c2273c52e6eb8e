import { AbilityBuilder, createMongoAbility, type MongoAbility } from "@casl/ability";
import { type StaffRole, staffRoles } from "@qti/sdk/identity/sign-in/wire";

/** What somebody can do to something that is not their own. */
export type Action = "create" | "read" | "fetch" | "erase";
/** What is nobody's own: it takes a role to touch it. */
export type Subject =
  | "CampaignTree"
  | "StoreCodes"
  | "CreditIncome"
  | "Person"
  | "KycRecord"
  | "LoanRecord"
  | "AssetRecord"
  | "Proof"
  | "AccessReport"
  | "Operations";
export type Abilities = MongoAbility<[Action, Subject]>;

type Allow = AbilityBuilder<Abilities>["can"];

/**
 * Who may do what on which subject: the one table of it. What is somebody's own, every route asks for by the account; a role opens
 * nothing of that, but the ciphertext of records that are for the role: only a reader can open those.
 */
const table: { readonly [role in StaffRole]: (allow: Allow) => void } = {
  REWARDS_OPERATOR: (allow) => {
    allow("create", "CampaignTree");
    allow(["create", "read"], "StoreCodes");
  },
  UNDERWRITER: (allow) => {
    allow(["create", "read"], "CreditIncome");
    allow("fetch", "LoanRecord");
  },
  APPRAISER: (allow) => {
    allow("fetch", "AssetRecord");
  },
  KYC_OFFICER: (allow) => {
    allow("fetch", "KycRecord");
  },
  AUDITOR: (allow) => {
    allow("read", ["Proof", "AccessReport"]);
  },
  OPERATOR: (allow) => {
    allow("read", "Operations");
  },
  DATA_PROTECTION_OFFICER: (allow) => {
    allow("erase", "Person");
    allow("read", "AccessReport");
  },
};

/** What somebody who holds these roles may do. */
export function abilitiesOf(roles: Iterable<StaffRole>): Abilities {
  const { can, build } = new AbilityBuilder<Abilities>(createMongoAbility);
  for (const role of roles) table[role](can);
  return build();
}

/** Roles of which each is enough. */
export function rolesThatMay(action: Action, subject: Subject): StaffRole[] {
  return staffRoles.filter((role) => abilitiesOf([role]).can(action, subject));
}
