import { roles } from "@qti/sdk";
import type { Translator } from "@/lib/i18n/translator";

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

/** Name of a role in the SDK. */
export type RoleName = keyof typeof roles;

/** Delays of the roles of docs/security.md. A test holds names, delays and numbers to the table of the contracts. */
const delays: { readonly [name in RoleName]: number } = {
  admin: 72 * hour,
  guardian: 0,
  pauser: 0,
  complianceDesk: 0,
  complianceForce: 48 * hour,
  issuer: 0,
  appraiser: 0,
  risk: 72 * hour,
  treasurer: 48 * hour,
  rewardsOperator: 0,
  underwriter: 0,
  bridgeOperator: 48 * hour,
  anchorer: 0,
  issuerDesk: 0,
};

/** All roles, in the order of their numbers. */
export const allRoles = (Object.keys(roles) as RoleName[]).map((name) => ({ name, role: roles[name] }));

/** The number of a role. */
export const roleNumber = (name: RoleName): bigint => roles[name];

/** The words for a role by its number; one that this version does not know is called by it. */
export function roleWords(role: bigint, t: Translator): RoleWords {
  const name = allRoles.find((each) => each.role === role)?.name ?? "unknown";
  return {
    name:
      name === "unknown"
        ? t("words.roles.unknown.name", { number: `${role}` })
        : t(`words.roles.${name}.name`),
    may: t(`words.roles.${name}.may`),
    delay: name === "unknown" ? 0 : delays[name],
    worst: t(`words.roles.${name}.worst`),
  };
}
