import type { Address } from "viem";
import type { TransferParameters } from "../assets/transfer.ts";
import { contractCall, read } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { transferEvent, transferFromFunction, transferRefusalFunction } from "../generated/abi/assetToken.ts";

/** Parameters of {@link transferFrom}. */
export type TransferFromParameters = TransferParameters & {
  /** The holder, who approved the account. */
  from: Address;
};

/**
 * Sends shares of a holder who approved the account to do so.
 *
 * @param client - A viem client with the account that was approved.
 * @param parameters - {@link TransferFromParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InsufficientAllowanceError} when the holder approved less.
 * @throws {@link TransferRefusedError} when a rule refuses: its sentence says which, its `cause` is the contract's error.
 * @throws {@link ERC20InsufficientBalanceError} when the holder has too few shares.
 *
 * @example
 * ```ts
 * const hash = await transferFrom(client, { asset, from: holder, to, amount: 10n * 10n ** 18n });
 * ```
 */
export const transferFrom = /* @__PURE__ */ defineWrite({
  contracts: {},
  call: ({ asset, from, to, amount }: CallParameters<TransferFromParameters, never>) =>
    contractCall(asset, transferFromFunction, [from, to, amount]),
  event: transferEvent,
  explain: async (client, { asset, from, to, amount }, error) => {
    const { explainTransfer } = await import("../errors/decode.ts");
    return explainTransfer(error, () =>
      read(client, contractCall(asset, transferRefusalFunction, [from, to, amount])),
    );
  },
});

/** {@link transferFrom}, then waits: answers with the receipt and the `Transfer` event. */
export const transferFromSync = /* @__PURE__ */ defineSync(transferFrom);
