import { fromBase64, toBase64, utf8 } from "../bytes.ts";
import { cryptography } from "../crypto/cryptography.ts";
import { KeysNotAuthenticError } from "../errors.ts";
import { canonicalJson } from "../record/canonical.ts";
import type { Account, PutKeysBody } from "../wire.ts";
import { checkKeyPublic, decodeVerifier } from "./fingerprint.ts";
import type { KeyPublic, Keys } from "./types.ts";

const context = utf8("qti/keys/v1");

/** Signs one's public keys together with the account they belong to, ready to be published. */
export async function signKeys(
  keys: Keys,
  binding: { account: Account; chainId: number },
): Promise<PutKeysBody> {
  const facts = { ...keys.public, account: lowerCase(binding.account), chainId: binding.chainId };
  return { ...facts, signature: toBase64(await keys.signature.sign(canonicalJson(facts), context)) };
}

/**
 * Proves that published keys belong to their fingerprint and were bound to their account by whoever holds them.
 *
 * @throws {@link KeysNotAuthenticError}
 */
export async function verifyPublishedKeys(published: PutKeysBody): Promise<KeyPublic> {
  const { account, chainId, recipient, verifier, fingerprint } = published;
  const facts = { account, chainId, recipient, verifier, fingerprint };
  try {
    const keys = await checkKeyPublic(facts);
    const { signatures } = await cryptography();
    const key = await signatures.importPublic(decodeVerifier(verifier));
    if (await key.verify(fromBase64(published.signature), canonicalJson(facts), context)) return keys;
  } catch (cause) {
    throw new KeysNotAuthenticError({ reason: "The keys are not those of the fingerprint.", cause });
  }
  throw new KeysNotAuthenticError({ reason: "The keys did not sign that they belong to this account." });
}

function lowerCase(account: Account): Account {
  return `0x${account.slice(2).toLowerCase()}`;
}
