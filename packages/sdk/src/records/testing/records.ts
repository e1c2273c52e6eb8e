import { Encrypter } from "age-encryption";
import { own } from "../bytes.ts";
import { parseHeader } from "../header.ts";
import type { Keys } from "../keys/types.ts";
import { encodeContents, signatureContext, signedDigest } from "../record/contents.ts";
import { type OpenedRecord, type OpenParameters, open } from "../record/open.ts";
import type { SealedRecord } from "../record/seal.ts";

/** Opens a sealed record as someone who asked for exactly that one, by that author. */
export function openAs(
  keys: Keys,
  author: Keys,
  sealed: SealedRecord,
  more: Partial<OpenParameters> = {},
): Promise<OpenedRecord> {
  const { recordId, version, space } = sealed.manifest;
  return open({
    header: sealed.header,
    payload: sealed.payload,
    keys,
    author: author.public,
    expected: { recordId, version, space },
    ...more,
  });
}

/** An age file of any contents, made by stock typage, for any recipients. */
export async function ageFile(contents: Uint8Array, ...recipients: string[]) {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return own(await encrypter.encrypt(contents));
}

/** The same, in two parts as a record is kept. */
export async function forge(contents: Uint8Array, ...recipients: string[]) {
  const file = await ageFile(contents, ...recipients);
  const { size } = parseHeader(file);
  return { header: file.slice(0, size), payload: file.slice(size) };
}

export async function signedContents(manifest: Uint8Array, body: Uint8Array, signer: Keys) {
  const signature = await signer.signature.sign(signedDigest(manifest, body), signatureContext);
  return encodeContents({ manifest, body, signature });
}
