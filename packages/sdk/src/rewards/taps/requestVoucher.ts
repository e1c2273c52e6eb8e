import type { Address } from "viem";
import { ApiResponseError } from "../../core/api/errors.ts";
import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type SignedTapVoucher, signedTapVoucherSchema } from "./wire.ts";

/** Parameters of {@link requestVoucher}. */
export type RequestVoucherParameters = Abortable & {
  /** Who is to be paid: the account for which the person last started a session. */
  account: Address;
};

/**
 * Asks for a voucher that states what the account's identity has earned by taps in all. It pays on the chain what was not
 * claimed before, by the `claimTaps` action or by {@link relayClaim}. One that is never used costs nothing.
 *
 * @param api - Where the API is.
 * @param parameters - {@link RequestVoucherParameters}
 * @returns {@link SignedTapVoucher}
 * @throws {@link ApiProblemError} when the account has no identity, nothing to claim, or is not the one of the newest session.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { voucher, signature } = await requestVoucher({ url }, { account });
 * ```
 */
export async function requestVoucher(
  api: Api,
  parameters: RequestVoucherParameters,
): Promise<SignedTapVoucher> {
  const { account, signal } = parameters;
  const response = await send(api, { method: "POST", path: "/v1/taps/vouchers", json: { account }, signal });
  const signed = await readJson(response, signedTapVoucherSchema);
  if (signed.voucher.account.toLowerCase() === account.toLowerCase()) return signed;
  throw new ApiResponseError({ status: response.status, reason: "It pays another account." });
}
