import * as z from "zod";
import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type Relayed, relayedSchema, type SignedTapVoucher, signedTapVoucherSchema } from "./wire.ts";

/** Parameters of {@link relayClaim}: what {@link requestVoucher} answered. */
export type RelayClaimParameters = SignedTapVoucher & Abortable;

/**
 * Has the service claim a voucher on the chain, and pay the gas.
 *
 * @param api - Where the API is.
 * @param parameters - {@link RelayClaimParameters}
 * @returns {@link Relayed}: the transaction, which may still fail.
 * @throws {@link ApiProblemError} where no relayer is set (`api-relayer-disabled`), or the chain would refuse the claim.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { hash } = await relayClaim({ url }, await requestVoucher({ url }, { account }));
 * ```
 */
export async function relayClaim(api: Api, parameters: RelayClaimParameters): Promise<Relayed> {
  const { voucher, signature, signal } = parameters;
  const json = z.encode(signedTapVoucherSchema, { voucher, signature });
  return readJson(await send(api, { method: "POST", path: "/v1/taps/claims", json, signal }), relayedSchema);
}
