import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { transferEvent, transferFunction } from "../generated/abi/qtiToken.ts";
import { qtiToken } from "../generated/addressTables.ts";

/** Parameters of {@link transferQti}. */
export type TransferQtiParameters = {
  to: Address;
  /** QTI units (18 decimals). */
  amount: bigint;
};

/**
 * Sends QTI. It is a bearer token: anyone may receive it, and nothing brings it back.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link TransferQtiParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds too little.
 * @throws {@link ERC20InvalidReceiverError} when the receiver is the zero address.
 *
 * @example
 * ```ts
 * const hash = await transferQti(client, { to, amount: 5n * 10n ** 18n });
 * ```
 */
export const transferQti = /* @__PURE__ */ defineWrite({
  contracts: { qtiToken },
  call: ({ qtiToken, to, amount }: CallParameters<TransferQtiParameters, "qtiToken">) =>
    contractCall(qtiToken, transferFunction, [to, amount]),
  event: transferEvent,
});

/** {@link transferQti}, then waits: answers with the receipt and the `Transfer` event. */
export const transferQtiSync = /* @__PURE__ */ defineSync(transferQti);
