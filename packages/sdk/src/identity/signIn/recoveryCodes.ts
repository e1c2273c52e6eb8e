import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import type { CodeParameters } from "./totp.ts";
import { recoveryCodesSchema, type Session, steppedUpSchema } from "./wire.ts";

/**
 * Makes ten recovery codes, which are shown this once; those of before work no more.
 *
 * @param api - Where the API is.
 * @returns The codes, to be printed.
 * @throws {@link StepUpNeededError} when no second factor was given lately.
 * @throws {@link ApiProblemError} when nobody is signed in, or the service keeps no second factors.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const codes = await makeRecoveryCodes({ url });
 * ```
 */
export async function makeRecoveryCodes(api: Api, { signal }: Abortable = {}): Promise<string[]> {
  const path = "/v1/factors/recovery-codes";
  return (await readJson(await send(api, { method: "POST", path, signal }), recoveryCodesSchema)).codes;
}

/**
 * Raises the session to level 2 by a recovery code, under a new cookie. Each code works once.
 *
 * @param api - Where the API is.
 * @param parameters - {@link CodeParameters}
 * @returns {@link Session}
 * @throws {@link FactorRefusedError} when the code is wrong or was used before.
 * @throws {@link FactorDelayedError} when too many codes were wrong; it says when to try again.
 * @throws {@link ApiProblemError} when nobody is signed in, or the service keeps no second factors.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * await stepUpByRecoveryCode({ url }, { code: "7H2K-M9QX-4T0B-ZC6E" });
 * ```
 */
export async function stepUpByRecoveryCode(api: Api, { code, signal }: CodeParameters): Promise<Session> {
  const path = "/v1/session/recovery-code";
  const response = await send(api, { method: "POST", path, json: { code }, signal });
  return (await readJson(response, steppedUpSchema)).session;
}
