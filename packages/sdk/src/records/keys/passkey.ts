/// <reference lib="dom" />
import { base64urlnopad } from "@scure/base";
import { type Bytes, fromBase64, own, randomBytes, toBase64 } from "../bytes.ts";
import { KeySlotError } from "../errors.ts";
import type { PasskeySecret } from "./slots/passkeySlot.ts";

const prfInputBytes = 32;

/**
 * Makes a passkey that can open keys, and has it answer for the first time. Pages only; asks the person.
 *
 * @param parameters.rpId host that the passkey is bound to; by default the page's
 * @param parameters.name what the authenticator shows, e.g. the account
 *
 * @example
 * ```ts
 * import { createPasskey } from "@qti/sdk/records/client";
 *
 * const passkey = await createPasskey({ name: account });
 * const backup = await records.addPasskey({ passkey });
 * ```
 *
 * @throws {@link KeySlotError} `passkey-unable` where browser or authenticator lack the PRF extension, `passkey-refused` when the person
 * declined or there was no answer
 */
export async function createPasskey({
  name,
  rpId = location.hostname,
  signal,
}: {
  name: string;
  rpId?: string | undefined;
  signal?: AbortSignal | undefined;
}): Promise<PasskeySecret> {
  const prfInput = randomBytes(prfInputBytes);
  const credential = await ask(() =>
    navigator.credentials.create({
      publicKey: {
        // Nobody verifies this one: the passkey proves itself by what it answers.
        challenge: randomBytes(32),
        rp: { id: rpId, name: "QTI" },
        // Random, so that no passkey for signing in is replaced by this one.
        user: { id: randomBytes(32), name, displayName: name },
        pubKeyCredParams: [
          { type: "public-key", alg: -7 },
          { type: "public-key", alg: -257 },
        ],
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
        extensions: { prf: { eval: { first: prfInput } } },
      },
      ...(signal && { signal }),
    }),
  );
  const facts = {
    credentialId: base64urlnopad.encode(new Uint8Array(credential.rawId)),
    rpId,
    prfInput: toBase64(prfInput),
  };
  const { prf } = credential.getClientExtensionResults();
  const secret = answerOf(prf?.results?.first);
  if (secret !== undefined) return { ...facts, secret };
  if (prf?.enabled !== true) throw new KeySlotError({ reason: "passkey-unable" });
  // Some authenticators answer only to a second question.
  return readPasskey({ passkeys: [facts], signal });
}

/**
 * Has one of the passkeys answer again. Pages only; asks the person.
 *
 * @param parameters.passkeys those of the slots that could be opened, all of one host
 * @throws {@link KeySlotError} `missing` when there are none, `passkey-unable`, `passkey-refused`
 */
export async function readPasskey({
  passkeys,
  signal,
}: {
  passkeys: readonly Pick<PasskeySecret, "credentialId" | "rpId" | "prfInput">[];
  signal?: AbortSignal | undefined;
}): Promise<PasskeySecret> {
  const [first] = passkeys;
  if (first === undefined) throw new KeySlotError({ reason: "missing" });
  const here = passkeys.filter(({ rpId }) => rpId === first.rpId);
  const credential = await ask(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: randomBytes(32),
        rpId: first.rpId,
        allowCredentials: here.map(({ credentialId }) => ({ type: "public-key", id: idOf(credentialId) })),
        userVerification: "required",
        extensions: {
          prf: {
            evalByCredential: Object.fromEntries(
              here.map(({ credentialId, prfInput }) => [credentialId, { first: fromBase64(prfInput) }]),
            ),
          },
        },
      },
      ...(signal && { signal }),
    }),
  );
  const credentialId = base64urlnopad.encode(new Uint8Array(credential.rawId));
  const passkey = here.find((each) => each.credentialId === credentialId);
  const secret = answerOf(credential.getClientExtensionResults().prf?.results?.first);
  if (passkey === undefined || secret === undefined) throw new KeySlotError({ reason: "passkey-unable" });
  const { rpId, prfInput } = passkey;
  return { credentialId, rpId, prfInput, secret };
}

async function ask(question: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  if (typeof PublicKeyCredential === "undefined") throw new KeySlotError({ reason: "passkey-unable" });
  const credential = await question().catch((cause: unknown) => {
    throw new KeySlotError({ reason: "passkey-refused", cause });
  });
  if (credential instanceof PublicKeyCredential) return credential;
  throw new KeySlotError({ reason: "passkey-refused" });
}

function answerOf(answer: BufferSource | undefined): Bytes | undefined {
  if (answer === undefined) return undefined;
  const bytes = ArrayBuffer.isView(answer)
    ? new Uint8Array(answer.buffer, answer.byteOffset, answer.byteLength)
    : new Uint8Array(answer);
  return own(bytes).length === prfInputBytes ? own(new Uint8Array(bytes)) : undefined;
}

function idOf(credentialId: string): Bytes {
  try {
    return own(base64urlnopad.decode(credentialId));
  } catch (cause) {
    throw new KeySlotError({ reason: "malformed", cause });
  }
}
