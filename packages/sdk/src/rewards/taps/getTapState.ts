import type { Address } from "viem";
import { ApiResponseError } from "../../core/api/errors.ts";
import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type TapState, tapStateSchema } from "./wire.ts";

/** Parameters of {@link getTapState}. */
export type GetTapStateParameters = Abortable & { account: Address };

/**
 * Reads where an account stands: energy, combo, streak, what it earned today and in all, what waits and what can be claimed.
 * All accounts of one identity stand at the same place.
 *
 * @param api - Where the API is.
 * @param parameters - {@link GetTapStateParameters}
 * @returns {@link TapState}
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { progress, claimable } = await getTapState({ url }, { account });
 * ```
 */
export async function getTapState(api: Api, parameters: GetTapStateParameters): Promise<TapState> {
  const { account, signal } = parameters;
  const response = await send(api, { method: "GET", path: `/v1/taps/${account}`, signal });
  const state = await readJson(response, tapStateSchema);
  if (state.account.toLowerCase() === account.toLowerCase()) return state;
  throw new ApiResponseError({ status: response.status, reason: "It is about another account." });
}
