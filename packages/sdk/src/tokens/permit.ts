import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import type { PermitWithValue } from "../core/permit.ts";
import { approvalEvent, permitFunction } from "../generated/abi/assetToken.ts";

/** Parameters of {@link permit}: who signed what, as in `permitTypedData`, and the signature, as from `toPermit`. */
export type PermitParameters = PermitWithValue & {
  /** Any token of QTI with ERC-2612. */
  token: Address;
  /** Who signed. */
  owner: Address;
  /** Who may move them. */
  spender: Address;
};

/**
 * Brings an approval that its owner signed to the token, for which the owner needs no coin. Actions that take a permit
 * themselves need none of this; makers of orders do, who send no transaction.
 *
 * @param client - A viem client with any account.
 * @param parameters - {@link PermitParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC2612ExpiredSignatureError} after its deadline.
 * @throws {@link ERC2612InvalidSignerError} when it was used already, or somebody else signed, or something else was signed.
 *
 * @example
 * ```ts
 * const signed = { token, owner, spender, value, deadline };
 * const signature = await walletClient.signTypedData(await permitTypedData(client, signed));
 * const hash = await permit(client, { ...signed, ...toPermit(signature, deadline) });
 * ```
 */
export const permit = /* @__PURE__ */ defineWrite({
  contracts: {},
  call: ({ token, owner, spender, value, deadline, v, r, s }: CallParameters<PermitParameters, never>) =>
    contractCall(token, permitFunction, [owner, spender, value, deadline, v, r, s]),
  event: approvalEvent,
});

/** {@link permit}, then waits: answers with the receipt and the `Approval` event. */
export const permitSync = /* @__PURE__ */ defineSync(permit);
