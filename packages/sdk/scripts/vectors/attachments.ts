import { createHash } from "node:crypto";
import { concat, toBase64 } from "../../src/records/bytes.ts";
import { nobleKem } from "../../src/records/crypto/noble.ts";
import { encodeIdentity, encodeRecipient } from "../../src/records/keys/recipient.ts";
import { padme } from "../../src/records/padding.ts";
import { ageHeader, agePayload } from "./age.ts";
import { type Change, changed } from "./change.ts";
import { fixed, fixedId } from "./fixed.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A file of `size` bytes, sealed under a key of its own, with what its record says of it. */
export async function sealedFile(name: string, size: number, padded = padme(size)) {
  const seed = fixed(`${name}/seed`);
  const recipient = encodeRecipient((await nobleKem.importSeed(seed)).publicKey);
  const content = fixed(`${name}/content`, size);
  const plaintext = concat(content, new Uint8Array(padded - size));
  const ciphertext = concat(await ageHeader(name, [recipient]), await agePayload(name, plaintext));
  const attachment = {
    id: fixedId(name),
    name: `${name}.pdf`,
    mediaType: "application/pdf",
    size,
    hash: sha256(ciphertext),
    sealedSize: ciphertext.length,
    key: encodeIdentity(seed),
  };
  return { attachment, ciphertext: toBase64(ciphertext), contentHash: sha256(content) };
}

/** attachments.json: whole ones, and broken ones with the error that a reader must give. */
export async function attachmentVectors() {
  const opened = await Promise.all([0, 1, 700].map((size) => sealedFile(`file-${size}`, size)));
  const unpadded = await sealedFile("unpadded", 700, 700);
  const whole = await sealedFile("file-700", 700);
  const error = (part: string) => ({ name: "RecordTamperedError", part });
  /** As the author would describe a file that was broken before it was hashed. */
  const described = (change: Change) => {
    const ciphertext = changed(Buffer.from(whole.ciphertext, "base64"), change);
    return { ...whole.attachment, hash: sha256(ciphertext), sealedSize: ciphertext.length };
  };
  const payload = { xor: { at: -1, mask: 1 } };
  const mac = { xor: { at: 1600, mask: 2 } };
  const cases = [
    { name: "a byte of the payload is another", change: payload, attachment: whole.attachment },
    { name: "the end is missing", change: { cut: 1 }, attachment: whole.attachment },
    { name: "something is behind the end", change: { append: "00" }, attachment: whole.attachment },
    { name: "the payload is not authentic", change: payload, attachment: described(payload) },
    {
      name: "the key opens another file",
      change: {},
      attachment: { ...whole.attachment, key: unpadded.attachment.key },
    },
    { name: "its size is another", change: {}, attachment: { ...whole.attachment, size: 690 } },
  ];
  return {
    format: "qti/vectors/attachments/v1",
    opened,
    refused: [
      ...cases.map((each) => ({ ...each, ciphertext: whole.ciphertext, error: error("attachment") })),
      {
        name: "the header is not authentic",
        change: mac,
        attachment: described(mac),
        ciphertext: whole.ciphertext,
        error: error("header"),
      },
      {
        name: "it is not padded",
        change: {},
        attachment: unpadded.attachment,
        ciphertext: unpadded.ciphertext,
        error: error("attachment"),
      },
    ],
  };
}
