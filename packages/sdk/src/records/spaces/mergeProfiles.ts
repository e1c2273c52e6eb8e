import type { Credential, Profile } from "./profile.ts";

type TextField =
  | `preferences.${keyof Profile["preferences"]}`
  | `contact.${Exclude<keyof Profile["contact"], number>}`;
/** What can be changed on its own: one line, or one credential by its id. */
export type ProfileField = TextField | `credentials.${string}`;
/** What a field holds; an empty text or undefined for nothing. */
export type ProfileValue = string | Credential | undefined;

/** A field that two sides changed in different ways since they last agreed. */
export type ProfileConflict = {
  readonly field: ProfileField;
  readonly base: ProfileValue;
  readonly mine: ProfileValue;
  readonly theirs: ProfileValue;
};

/** A profile made of two, and where they say different things; there the profile has `mine`. */
export type MergedProfile = { readonly profile: Profile; readonly conflicts: readonly ProfileConflict[] };

const textFields = [
  "preferences.theme",
  "preferences.language",
  "contact.name",
  "contact.email",
  "contact.phone",
  "contact.address",
] as const satisfies readonly TextField[];

/**
 * Brings together what two sides made of the same profile: a field that only one of them changed is as that one says, one that both
 * changed in different ways is a conflict for a person to decide. Nothing that anybody wrote is lost: it is in the profile or in
 * a conflict.
 *
 * @param parameters.base what both began with
 *
 * @example
 * ```ts
 * import { mergeProfiles, withField } from "@qti/sdk/records/spaces";
 *
 * const { profile, conflicts } = mergeProfiles({ base, mine, theirs });
 * const decided = conflicts.reduce((made, { field, theirs }) => withField(made, field, theirs), profile);
 * ```
 */
export function mergeProfiles({
  base,
  mine,
  theirs,
}: Record<"base" | "mine" | "theirs", Profile>): MergedProfile {
  const conflicts: ProfileConflict[] = [];
  let profile = theirs;
  const ids = [base, theirs, mine].flatMap(({ credentials }) => credentials.map(({ id }) => id));
  const fields: ProfileField[] = [...textFields, ...new Set(ids.map((id) => `credentials.${id}` as const))];
  for (const field of fields) {
    const values = { base: fieldOf(base, field), mine: fieldOf(mine, field), theirs: fieldOf(theirs, field) };
    if (same(values.mine, values.base) || same(values.mine, values.theirs)) continue;
    profile = withField(profile, field, values.mine);
    if (!same(values.theirs, values.base)) conflicts.push({ field, ...values });
  }
  return { profile, conflicts };
}

/** What a profile says in one field. */
export function fieldOf(profile: Profile, field: ProfileField): ProfileValue {
  const [part, name = ""] = parted(field);
  if (part === "credentials") return profile.credentials.find(({ id }) => id === name);
  return Object.entries(profile[part]).find(([key]) => key === name)?.[1];
}

/** The profile with one field changed; a credential of which nothing is left goes. */
export function withField(profile: Profile, field: ProfileField, value: ProfileValue): Profile {
  const [part, name] = parted(field);
  if (part !== "credentials") return { ...profile, [part]: { ...profile[part], [name]: value ?? "" } };
  if (typeof value !== "object")
    return { ...profile, credentials: profile.credentials.filter(({ id }) => id !== name) };
  const isThere = profile.credentials.some(({ id }) => id === name);
  const credentials = isThere
    ? profile.credentials.map((each) => (each.id === name ? value : each))
    : [...profile.credentials, value];
  return { ...profile, credentials };
}

function parted(field: ProfileField): ["preferences" | "contact" | "credentials", string] {
  const dot = field.indexOf(".");
  const part = field.slice(0, dot);
  const name = field.slice(dot + 1);
  if (part === "preferences" || part === "contact") return [part, name];
  return ["credentials", name];
}

function same(one: ProfileValue, other: ProfileValue): boolean {
  if (typeof one !== "object" || typeof other !== "object") return (one ?? "") === (other ?? "");
  return (
    one.title === other.title &&
    one.issuer === other.issuer &&
    one.number === other.number &&
    one.validUntil === other.validUntil
  );
}
