import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { forgoFunction, sharesForgoneEvent } from "../../generated/abi/firstLossPool.ts";
import { firstLossPool } from "../../generated/addressTables.ts";

/** Parameters of {@link forgo}. */
export type ForgoParameters = {
  /** Units of first-loss shares (12 decimals). */
  shares: bigint;
};

/**
 * Burns first-loss shares of the signer for nothing: their part becomes the others'. How vouchers bear a loss; nobody else has a reason to.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link ForgoParameters}
 * @returns Hash of the transaction.
 * @throws {@link FirstLossZeroSharesError} when it is zero.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds fewer.
 *
 * @example
 * ```ts
 * const hash = await forgo(client, { shares });
 * ```
 */
export const forgo = /* @__PURE__ */ defineWrite({
  contracts: { firstLossPool },
  call: ({ firstLossPool, shares }: CallParameters<ForgoParameters, "firstLossPool">) =>
    contractCall(firstLossPool, forgoFunction, [shares]),
  event: sharesForgoneEvent,
});

/** {@link forgo}, then waits: answers with the receipt and the `SharesForgone` event. */
export const forgoSync = /* @__PURE__ */ defineSync(forgo);
