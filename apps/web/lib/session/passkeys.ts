import { QtiError } from "@qti/sdk/errors";
import {
  type Api,
  addPasskey,
  type Factors,
  getPasskeyChallenge,
  getPasskeyRegistration,
  type Session,
  stepUpByPasskey,
} from "@qti/sdk/identity/sign-in";
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from "@simplewebauthn/browser";

/** The person closed the browser's question, or did not answer in time: browsers tell nobody which. */
export class PasskeyDeclinedError extends QtiError {
  constructor(cause: unknown) {
    super("No passkey was used.", {
      code: "passkey-declined",
      next: "Nothing was changed. Try again, or take another way.",
      cause,
      name: "PasskeyDeclinedError",
    });
  }
}

/** The device or the provider has a passkey for this account already. */
export class PasskeyExistsError extends QtiError {
  constructor(cause: unknown) {
    super("This device has a passkey for this account already.", {
      code: "passkey-exists",
      next: "Use that one, or add one on another device.",
      cause,
      name: "PasskeyExistsError",
    });
  }
}

/** The browser has no passkeys, or none that verifies its person. */
export class PasskeyUnableError extends QtiError {
  constructor(cause?: unknown) {
    super("This browser or device cannot make passkeys that ask who you are.", {
      code: "passkey-unable",
      next: "Set up a screen lock or a PIN for it, use another device, or take an authenticator app.",
      cause,
      name: "PasskeyUnableError",
    });
  }
}

/** What the browser said, as an error with a next step. */
function passkeyError(error: unknown): QtiError {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return new PasskeyDeclinedError(error);
  if (name === "InvalidStateError") return new PasskeyExistsError(error);
  return new PasskeyUnableError(error);
}

async function ask<answer>(question: () => Promise<answer>): Promise<answer> {
  if (!browserSupportsWebAuthn()) throw new PasskeyUnableError();
  try {
    return await question();
  } catch (error) {
    throw passkeyError(error);
  }
}

/** Has the browser make a passkey for signing in, and the service keep its public key. */
export async function makePasskey(api: Api, name: string): Promise<Factors> {
  const optionsJSON = await getPasskeyRegistration(api);
  const credential = await ask(() => startRegistration({ optionsJSON }));
  return addPasskey(api, { name, credential });
}

/** Has one of the account's passkeys answer, as the second factor of this session. */
export async function givePasskey(api: Api): Promise<Session> {
  const optionsJSON = await getPasskeyChallenge(api);
  const credential = await ask(() => startAuthentication({ optionsJSON }));
  return stepUpByPasskey(api, { credential });
}
