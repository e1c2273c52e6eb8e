import { createHmac } from "node:crypto";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function fromBase32(text: string): Buffer {
  let bits = 0n;
  for (const letter of text) bits = (bits << 5n) | BigInt(letters.indexOf(letter));
  const bytes = Math.floor((text.length * 5) / 8);
  bits >>= BigInt(text.length * 5 - bytes * 8);
  return Buffer.from(bits.toString(16).padStart(bytes * 2, "0"), "hex");
}

/** The step of half a minute that it is now. */
export const totpStep = () => Math.floor(Date.now() / 30_000);

/** What an authenticator app shows at a step (RFC 6238: SHA-1, six digits). */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000;
  return `${number}`.padStart(6, "0");
}
