import { base32crockford } from "@scure/base";
import { type Bytes, concat, own, randomBytes, utf8 } from "../../bytes.ts";
import { RecoveryCodeError } from "../../errors.ts";

// 200 bits: no weaker than the keys it protects (category 3, i.e. AES-192), and a round 40 letters.
const secretBytes = 25;
const secretLetters = 40;
const checkLetters = 5;
const groupLetters = 5;

/**
 * Makes a recovery code: nine groups of five letters and digits to print, the last five letters being a checksum.
 *
 * @example
 * ```ts
 * await createRecoveryCode(); // "7KQ2M-9M4C1-..."
 * ```
 */
export async function createRecoveryCode(): Promise<string> {
  const secret = randomBytes(secretBytes);
  return group(base32crockford.encode(secret) + (await checksum(secret)));
}

/**
 * Reads a recovery code as a person types it: in any case, with or without spaces and hyphens, O for 0, I or L for 1.
 *
 * @throws {@link RecoveryCodeError} which names the kind of slip, before any key is tried
 */
export async function parseRecoveryCode(text: string): Promise<Bytes> {
  const letters = compact(text);
  if (/[^0-9A-TV-Z]/.test(letters)) throw new RecoveryCodeError({ reason: "character" });
  if (letters.length !== secretLetters + checkLetters) throw new RecoveryCodeError({ reason: "length" });
  const secret = own(base32crockford.decode(letters.slice(0, secretLetters)));
  if ((await checksum(secret)) !== letters.slice(secretLetters))
    throw new RecoveryCodeError({ reason: "checksum" });
  return secret;
}

/** The printed form of a code, however it was typed. @throws {@link RecoveryCodeError} */
export async function formatRecoveryCode(text: string): Promise<string> {
  await parseRecoveryCode(text);
  return group(compact(text));
}

function compact(text: string): string {
  return text.replace(/[\s-]/g, "").toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
}

function group(letters: string): string {
  return (letters.match(new RegExp(`.{${groupLetters}}`, "g")) ?? []).join("-");
}

async function checksum(secret: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", concat(utf8("qti/recovery/v1\0"), secret));
  return base32crockford.encode(new Uint8Array(digest, 0, 5)).slice(0, checkLetters);
}
