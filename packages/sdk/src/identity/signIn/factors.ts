import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type Factors, factorsSchema } from "./wire.ts";

/**
 * Reads the second factors of the signed-in account.
 *
 * @param api - Where the API is.
 * @returns {@link Factors}
 * @throws {@link ApiProblemError} when nobody is signed in, or the service keeps no second factors.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { passkeys, totp, recoveryCodes } = await getFactors({ url });
 * ```
 */
export async function getFactors(api: Api, { signal }: Abortable = {}): Promise<Factors> {
  return readJson(await send(api, { method: "GET", path: "/v1/factors", signal }), factorsSchema);
}
