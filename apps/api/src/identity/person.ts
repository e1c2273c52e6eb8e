import { createHmac, hkdfSync } from "node:crypto";

/** Salts the derivation, so that the same key used elsewhere gives another pepper. */
const pepperInfo = "qti/identity-pepper/v1";

/**
 * The pepper of all identity hashes. The demo has one attester, so it is derived from that attester's key; attesters that
 * share a pepper would be given it.
 */
export function identityPepper(attesterKey: `0x${string}`): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", Buffer.from(attesterKey.slice(2), "hex"), "", pepperInfo, 32));
}

/**
 * What makes two statements the same person: letters and digits in one case and one Unicode form, so that neither spaces nor
 * dashes make a second person.
 */
export function normalisePerson(stated: string): string {
  return stated
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * The keyed hash of a person. Nobody without the pepper can compute it from a name or number, and the same person always
 * gets the same one.
 */
export function identityOf(
  pepper: Uint8Array,
  who: { person: string } | { account: `0x${string}` },
): `0x${string}` {
  const text =
    "person" in who ? `person:${normalisePerson(who.person)}` : `account:${who.account.toLowerCase()}`;
  return `0x${createHmac("sha256", pepper).update(text).digest("hex")}`;
}
