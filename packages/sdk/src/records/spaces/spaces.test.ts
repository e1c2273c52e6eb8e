import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SpaceUnreadableError } from "../errors.ts";
import { fieldOf, mergeProfiles, type ProfileField, type ProfileValue, withField } from "./mergeProfiles.ts";
import { decodeProfile, emptyProfile, encodeProfile, type Profile } from "./profile.ts";

const ids = ["6e1f0a52-7a57-4d0e-9c5e-0d7b3b6f1a01", "6e1f0a52-7a57-4d0e-9c5e-0d7b3b6f1a02"];
const word = fc.constantFrom("", "a", "b", "c");
const profile: fc.Arbitrary<Profile> = fc.record({
  format: fc.constant(1),
  preferences: fc.record({
    theme: fc.constantFrom("", "system", "light", "dark"),
    language: fc.constantFrom("", "de", "en", "es"),
  }),
  contact: fc.record({ name: word, email: word, phone: word, address: word }),
  credentials: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...ids),
      title: fc.constantFrom("x", "y"),
      issuer: word,
      number: word,
      validUntil: fc.constantFrom(null, "2031-05-30"),
    }),
    { selector: ({ id }) => id },
  ),
});

const fields: ProfileField[] = [
  "preferences.theme",
  "preferences.language",
  "contact.name",
  "contact.email",
  "contact.phone",
  "contact.address",
  ...ids.map((id) => `credentials.${id}` as const),
];
/** All that a profile says, in whatever order it lists its credentials. */
const said = (of: Profile) => fields.map((field) => [field, fieldOf(of, field)]);
const changed = (base: Profile, next: Profile, field: ProfileField) =>
  JSON.stringify(fieldOf(base, field)) !== JSON.stringify(fieldOf(next, field));

describe("a profile", () => {
  test("comes back from its bytes as it was", () => {
    fc.assert(
      fc.property(profile, (one) => {
        expect(decodeProfile(encodeProfile(one))).toEqual(one);
      }),
    );
  });

  test.each([
    ["no JSON", "{"],
    ["of a later format", JSON.stringify({ ...emptyProfile, format: 2 })],
    ["with something unknown in it", JSON.stringify({ ...emptyProfile, pets: ["cat"] })],
    ["without a part", JSON.stringify({ format: 1 })],
  ])("that is %s is refused and not taken for an empty one; error: SpaceUnreadableError", (_, text) => {
    expect(() => decodeProfile(new TextEncoder().encode(text))).toThrow(SpaceUnreadableError);
  });

  test("that no version would read is not written", () => {
    const long = { ...emptyProfile, contact: { ...emptyProfile.contact, name: "n".repeat(201) } };
    expect(() => encodeProfile(long)).toThrow();
  });
});

describe("two versions of a profile", () => {
  test("of which one changed nothing become the other", () => {
    fc.assert(
      fc.property(profile, profile, (base, next) => {
        for (const [mine, theirs] of [
          [base, next],
          [next, base],
          [next, next],
        ] as const) {
          const merged = mergeProfiles({ base, mine, theirs });
          expect(merged.conflicts).toEqual([]);
          expect(said(merged.profile)).toEqual(said(next));
        }
      }),
    );
  });

  test("lose nothing that either changed: it is in the profile, or in a conflict", () => {
    fc.assert(
      fc.property(profile, profile, profile, (base, mine, theirs) => {
        const { profile: made, conflicts } = mergeProfiles({ base, mine, theirs });
        for (const field of fields) {
          const conflict = conflicts.find((each) => each.field === field);
          const values: ProfileValue[] = conflict ? [conflict.mine, conflict.theirs] : [fieldOf(made, field)];
          if (changed(base, mine, field)) expect(values).toContainEqual(fieldOf(mine, field));
          if (changed(base, theirs, field)) expect(values).toContainEqual(fieldOf(theirs, field));
          if (!changed(base, mine, field) && !changed(base, theirs, field))
            expect(values).toEqual([fieldOf(base, field)]);
        }
      }),
    );
  });

  test("give both sides the same once each conflict is decided the same way", () => {
    fc.assert(
      fc.property(profile, profile, profile, (base, mine, theirs) => {
        const here = mergeProfiles({ base, mine, theirs });
        const there = mergeProfiles({ base, mine: theirs, theirs: mine });
        const decidedHere = here.conflicts.reduce(
          (made, { field, theirs: value }) => withField(made, field, value),
          here.profile,
        );
        const decidedThere = there.conflicts.reduce(
          (made, { field, mine: value }) => withField(made, field, value),
          there.profile,
        );
        expect(said(decidedHere)).toEqual(said(decidedThere));
      }),
    );
  });
});
