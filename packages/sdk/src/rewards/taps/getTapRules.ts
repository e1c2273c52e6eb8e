import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type TapRules, tapRulesSchema } from "./wire.ts";

/**
 * Reads every rule of taps as a number, and what time it is for the service.
 *
 * @param api - Where the API is.
 * @returns {@link TapRules}
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { energy, combo, dailyCap } = await getTapRules({ url });
 * ```
 */
export async function getTapRules(api: Api, { signal }: Abortable = {}): Promise<TapRules> {
  return readJson(await send(api, { method: "GET", path: "/v1/taps", signal }), tapRulesSchema);
}
