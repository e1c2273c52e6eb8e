import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { approvalEvent, approveFunction } from "../generated/abi/assetToken.ts";

/** Parameters of {@link approve}. */
export type ApproveParameters = {
  /** Any ERC-20 of QTI. */
  token: Address;
  /** Who may move them. */
  spender: Address;
  /** Smallest units of the token. */
  amount: bigint;
};

/**
 * Lets another account or contract move tokens of the caller up to an amount.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link ApproveParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InvalidSpenderError} when the spender is the zero address.
 *
 * @example
 * ```ts
 * const hash = await approve(client, { token: qtiToken, spender: stakingVault, amount });
 * ```
 */
export const approve = /* @__PURE__ */ defineWrite({
  contracts: {},
  call: ({ token, spender, amount }: CallParameters<ApproveParameters, never>) =>
    contractCall(token, approveFunction, [spender, amount]),
  event: approvalEvent,
});

/** {@link approve}, then waits: answers with the receipt and the `Approval` event. */
export const approveSync = /* @__PURE__ */ defineSync(approve);
