import { createHmac, hkdfSync } from "node:crypto";
import { wrapFileKey } from "../../src/records/age/fileKey.ts";
import { sealPayload } from "../../src/records/age/payload.ts";
import { type Bytes, concat } from "../../src/records/bytes.ts";
import { nobleAead } from "../../src/records/crypto/noble.ts";
import { encodeHeader, encodeHeaderWithoutMac, type Stanza } from "../../src/records/header.ts";
import { fixed, fixedRecipient } from "./fixed.ts";

/** A header for a file key. `change` may add to the stanzas what no writer of records would; the MAC is right all the same. */
export async function ageHeader(
  name: string,
  recipients: readonly string[],
  change: (stanzas: Stanza[]) => Stanza[] = (stanzas) => stanzas,
  file = name,
): Promise<Bytes> {
  const fileKey = fileKeyOf(file);
  const keys = recipients.map((recipient, index) => fixedRecipient(recipient, `${name}/${index}`));
  const withoutMac = encodeHeaderWithoutMac(change(await wrapFileKey(fileKey, keys)));
  const macKey = new Uint8Array(hkdfSync("sha256", fileKey, "", "header", 32));
  return encodeHeader(withoutMac, createHmac("sha256", macKey).update(withoutMac).digest());
}

export const fileKeyOf = (name: string) => fixed(`${name}/file key`, 16);

/** Nonce and sealed chunks. */
export async function agePayload(name: string, plaintext: Bytes, file = name): Promise<Bytes> {
  const nonce = fixed(`${name}/nonce`, 16);
  const parts: Bytes[] = [nonce];
  async function* whole() {
    yield plaintext;
  }
  for await (const part of sealPayload(whole(), { fileKey: fileKeyOf(file), nonce, aead: nobleAead }))
    parts.push(part);
  return concat(...parts);
}
