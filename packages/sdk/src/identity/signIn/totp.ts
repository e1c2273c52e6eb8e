import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import {
  type Factors,
  factorsSchema,
  type Session,
  steppedUpSchema,
  type TotpEnrolment,
  totpEnrolmentSchema,
} from "./wire.ts";

/**
 * Begins with an authenticator app: makes a secret, which is shown this once. It does nothing until {@link confirmTotp}.
 *
 * @param api - Where the API is.
 * @returns {@link TotpEnrolment}
 * @throws {@link StepUpNeededError} when the account has a second factor that was not given lately.
 * @throws {@link ApiProblemError} when nobody is signed in, or there is an authenticator app already.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { uri } = await enrolTotp({ url });
 * ```
 */
export async function enrolTotp(api: Api, { signal }: Abortable = {}): Promise<TotpEnrolment> {
  return readJson(await send(api, { method: "POST", path: "/v1/factors/totp", signal }), totpEnrolmentSchema);
}

/** A code, as the person typed it. */
export type CodeParameters = Abortable & { code: string };

/**
 * Confirms an authenticator app by its first code. It counts as given: the session is at level 2 from now on, under a new cookie.
 *
 * @param api - Where the API is.
 * @param parameters - {@link CodeParameters}
 * @returns {@link Factors}
 * @throws {@link FactorRefusedError} when the code is wrong, or nothing waits to be confirmed.
 * @throws {@link FactorDelayedError} when too many codes were wrong.
 * @throws {@link StepUpNeededError} when the account has a second factor that was not given lately.
 * @throws {@link ApiProblemError} when nobody is signed in.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * await confirmTotp({ url }, { code: "123456" });
 * ```
 */
export async function confirmTotp(api: Api, { code, signal }: CodeParameters): Promise<Factors> {
  const path = "/v1/factors/totp/confirmation";
  return readJson(await send(api, { method: "POST", path, json: { code }, signal }), factorsSchema);
}

/**
 * Removes the authenticator app. With the last second factor go the recovery codes and the shares of keys that a wallet opens.
 *
 * @param api - Where the API is.
 * @returns {@link Factors}
 * @throws {@link StepUpNeededError} when no second factor was given lately.
 * @throws {@link ApiProblemError} when nobody is signed in, or there is none.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * await removeTotp({ url });
 * ```
 */
export async function removeTotp(api: Api, { signal }: Abortable = {}): Promise<Factors> {
  return readJson(await send(api, { method: "DELETE", path: "/v1/factors/totp", signal }), factorsSchema);
}

/**
 * Raises the session to level 2 by a code of the authenticator app, under a new cookie. Each code works once.
 *
 * @param api - Where the API is.
 * @param parameters - {@link CodeParameters}
 * @returns {@link Session}
 * @throws {@link FactorRefusedError} when the code is wrong, old or was used before.
 * @throws {@link FactorDelayedError} when too many codes were wrong; it says when to try again.
 * @throws {@link ApiProblemError} when nobody is signed in, or the service keeps no second factors.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { level } = await stepUpByTotp({ url }, { code: "123456" });
 * ```
 */
export async function stepUpByTotp(api: Api, { code, signal }: CodeParameters): Promise<Session> {
  const response = await send(api, { method: "POST", path: "/v1/session/totp", json: { code }, signal });
  return (await readJson(response, steppedUpSchema)).session;
}
