import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import {
  type Factors,
  factorsSchema,
  type PasskeyCreation,
  type PasskeyRequest,
  passkeyCreationSchema,
  passkeyRequestSchema,
  type Session,
  steppedUpSchema,
} from "./wire.ts";

/** What a browser's credential is as JSON: what `toJSON()` gives, or `@simplewebauthn/browser`. */
export type CredentialJson = {
  id: string;
  rawId: string;
  type: string;
  authenticatorAttachment?: string | null | undefined;
  response: object;
};

/** Results of extensions stay here: those of PRF are keys, and the service refuses to be given them. */
function withoutExtensions({ id, rawId, type, authenticatorAttachment, response }: CredentialJson) {
  return { id, rawId, type, authenticatorAttachment, response, clientExtensionResults: {} };
}

/**
 * Asks for options to register a passkey with. Without a second factor a session of the wallet is enough; each further one needs one
 * of those that are there.
 *
 * @param api - Where the API is.
 * @returns {@link PasskeyCreation} for the browser; good for five minutes.
 * @throws {@link StepUpNeededError} when the account has a second factor that was not given lately.
 * @throws {@link ApiProblemError} when nobody is signed in, or the service keeps no second factors.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const credential = await startRegistration({ optionsJSON: await getPasskeyRegistration({ url }) });
 * await addPasskey({ url }, { name: "Laptop", credential });
 * ```
 */
export async function getPasskeyRegistration(api: Api, { signal }: Abortable = {}): Promise<PasskeyCreation> {
  const path = "/v1/factors/passkeys/options";
  return readJson(await send(api, { method: "POST", path, signal }), passkeyCreationSchema);
}

/** Parameters of {@link addPasskey}. */
export type AddPasskeyParameters = Abortable & {
  /** What the person calls it, at most 60 characters. */
  name: string;
  /** What the browser made by the options. */
  credential: CredentialJson;
};

/**
 * Registers a passkey that the browser made. It counts as given: the session is at level 2 from now on, under a new cookie.
 *
 * @param api - Where the API is.
 * @param parameters - {@link AddPasskeyParameters}
 * @returns {@link Factors}
 * @throws {@link FactorRefusedError} when it does not answer the options, or did not verify its person.
 * @throws {@link StepUpNeededError} when the account has a second factor that was not given lately.
 * @throws {@link ApiProblemError} when nobody is signed in, or the account has too many passkeys.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * await addPasskey({ url }, { name: "Laptop", credential });
 * ```
 */
export async function addPasskey(
  api: Api,
  { name, credential, signal }: AddPasskeyParameters,
): Promise<Factors> {
  const json = { name, credential: withoutExtensions(credential) };
  return readJson(
    await send(api, { method: "POST", path: "/v1/factors/passkeys", json, signal }),
    factorsSchema,
  );
}

/** Parameters of {@link removePasskey}. */
export type RemovePasskeyParameters = Abortable & {
  /** From {@link getFactors}. */
  id: string;
};

/**
 * Removes a passkey. With the last second factor go the recovery codes and the shares of keys that a wallet opens.
 *
 * @param api - Where the API is.
 * @param parameters - {@link RemovePasskeyParameters}
 * @returns {@link Factors}
 * @throws {@link StepUpNeededError} when no second factor was given lately.
 * @throws {@link ApiProblemError} when nobody is signed in, or the account has no such passkey.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * await removePasskey({ url }, { id });
 * ```
 */
export async function removePasskey(api: Api, { id, signal }: RemovePasskeyParameters): Promise<Factors> {
  const path = `/v1/factors/passkeys/${encodeURIComponent(id)}`;
  return readJson(await send(api, { method: "DELETE", path, signal }), factorsSchema);
}

/**
 * Asks for options to prove a passkey of the signed-in account with.
 *
 * @param api - Where the API is.
 * @returns {@link PasskeyRequest} for the browser; good for one try within five minutes.
 * @throws {@link ApiProblemError} when nobody is signed in, or the service keeps no second factors.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const credential = await startAuthentication({ optionsJSON: await getPasskeyChallenge({ url }) });
 * await stepUpByPasskey({ url }, { credential });
 * ```
 */
export async function getPasskeyChallenge(api: Api, { signal }: Abortable = {}): Promise<PasskeyRequest> {
  const path = "/v1/session/passkey/options";
  return readJson(await send(api, { method: "POST", path, signal }), passkeyRequestSchema);
}

/** Parameters of {@link stepUpByPasskey}: what the browser made by the challenge. */
export type StepUpByPasskeyParameters = Abortable & { credential: CredentialJson };

/**
 * Raises the session to level 2 by a passkey, under a new cookie: who copied the one of before has nothing.
 *
 * @param api - Where the API is.
 * @param parameters - {@link StepUpByPasskeyParameters}
 * @returns {@link Session}
 * @throws {@link FactorRefusedError} when it is no passkey of the account, or does not answer the challenge.
 * @throws {@link ApiProblemError} when nobody is signed in, or the service keeps no second factors.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { steppedUpAt } = await stepUpByPasskey({ url }, { credential });
 * ```
 */
export async function stepUpByPasskey(
  api: Api,
  { credential, signal }: StepUpByPasskeyParameters,
): Promise<Session> {
  const json = { credential: withoutExtensions(credential) };
  const response = await send(api, { method: "POST", path: "/v1/session/passkey", json, signal });
  return (await readJson(response, steppedUpSchema)).session;
}
