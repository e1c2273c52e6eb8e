import type { Address } from "viem";
import { contractCall, read } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { transferEvent, transferFunction, transferRefusalFunction } from "../generated/abi/assetToken.ts";

/** Parameters of {@link transfer}. */
export type TransferParameters = {
  /** Address of the asset's token. */
  asset: Address;
  to: Address;
  /** Share units (18 decimals). */
  amount: bigint;
};

/**
 * Sends shares of an asset to another verified account.
 *
 * @param client - A viem client with the account of the holder.
 * @param parameters - {@link TransferParameters}
 * @returns Hash of the transaction.
 * @throws {@link TransferRefusedError} when a rule refuses: its sentence says which, its `cause` is the contract's error.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds too few shares.
 *
 * @example
 * ```ts
 * const hash = await transfer(client, { asset, to, amount: 10n * 10n ** 18n });
 * ```
 */
export const transfer = /* @__PURE__ */ defineWrite({
  contracts: {},
  call: ({ asset, to, amount }: CallParameters<TransferParameters, never>) =>
    contractCall(asset, transferFunction, [to, amount]),
  event: transferEvent,
  explain: async (client, { asset, account, to, amount }, error) => {
    const { explainTransfer } = await import("../errors/decode.ts");
    return explainTransfer(error, () =>
      read(client, contractCall(asset, transferRefusalFunction, [account, to, amount])),
    );
  },
});

/** {@link transfer}, then waits: answers with the receipt and the `Transfer` event. */
export const transferSync = /* @__PURE__ */ defineSync(transfer);
