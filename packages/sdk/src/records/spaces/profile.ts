import * as z from "zod";
import { utf8 } from "../bytes.ts";
import { SpaceUnreadableError } from "../errors.ts";

/** The drawer of a person's profile. */
export const profileSpace = "profile";
/** What its record is. */
export const profileType = "profile";

const line = (most: number) => z.string().max(most);

/** A paper that says what somebody is or may do, as its holder noted it down. The paper itself is a file of the record, or a note. */
export const credentialSchema = z.strictObject({
  id: z.uuid(),
  title: line(120).min(1),
  issuer: line(120),
  number: line(120),
  /** Day, such as 2031-05-30; null where it does not end. */
  validUntil: z.iso.date().nullable(),
});
/** One entry of a profile's credentials. */
export type Credential = z.infer<typeof credentialSchema>;

/** What only its owner, and whom they share it with, know of a person. What is empty was never stated. */
export const profileSchema = z.strictObject({
  format: z.literal(1),
  preferences: z.strictObject({
    theme: z.enum(["", "system", "light", "dark"]),
    /** BCP 47, such as "de". */
    language: line(35),
  }),
  contact: z.strictObject({
    name: line(200),
    email: line(320),
    phone: line(40),
    address: line(500),
  }),
  credentials: z.array(credentialSchema).max(100),
});
/** See {@link profileSchema}. */
export type Profile = z.infer<typeof profileSchema>;

/** Of somebody who stated nothing yet. */
export const emptyProfile: Profile = {
  format: 1,
  preferences: { theme: "", language: "" },
  contact: { name: "", email: "", phone: "", address: "" },
  credentials: [],
};

/** The body of a profile's record. */
export function encodeProfile(profile: Profile): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify(profileSchema.parse(profile)));
}

/**
 * Reads the body of a profile's record.
 *
 * @throws {@link SpaceUnreadableError} it is not in a form that this version knows: then nothing may be written over it
 */
export function decodeProfile(body: Uint8Array): Profile {
  try {
    return profileSchema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)));
  } catch (cause) {
    throw new SpaceUnreadableError({ space: profileSpace, cause });
  }
}
