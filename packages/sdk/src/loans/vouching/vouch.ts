import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { vouchedEvent, vouchFunction } from "../../generated/abi/vouching.ts";
import { vouching } from "../../generated/addressTables.ts";

/** Parameters of {@link vouch}. */
export type VouchParameters = {
  /** Any account of the person. */
  borrower: Address;
  /** Units of first-loss shares (12 decimals). */
  shares: bigint;
  /** Money units to add to the limit. */
  limit: bigint;
};

/**
 * Locks first-loss shares for the line of another and adds to its limit, at most 80 % of their worth. When the line is written off these shares burn first, up to its whole loss.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link VouchParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InsufficientAllowanceError} without approval; `requirements` says what is missing.
 * @throws {@link VouchingNotInvitedError} when the borrower did not ask for it.
 * @throws {@link VouchingAboveWorthError} when the limit is more than 80 % of what the shares are worth.
 * @throws {@link VouchingVouchedForError} when someone vouches for the signer.
 * @throws {@link VouchingOwesError} when the signer owes.
 * @throws {@link VouchingNotInGoodStandingError} when the signer is not verified, or frozen.
 * @throws {@link VouchingTooManyVouchersError} when eight vouch already.
 * @throws {@link VouchingPausedError} while it is paused.
 *
 * @example
 * ```ts
 * for (const missing of await requirements(client, { action: "vouch", shares, owner }))
 *   if (missing.type === "approval") await client.writeContract(missing.call);
 * const hash = await vouch(client, { borrower, shares, limit: 100n * 10n ** 6n });
 * ```
 */
export const vouch = /* @__PURE__ */ defineWrite({
  contracts: { vouching },
  call: ({ vouching, borrower, shares, limit }: CallParameters<VouchParameters, "vouching">) =>
    contractCall(vouching, vouchFunction, [borrower, shares, limit]),
  event: vouchedEvent,
});

/** {@link vouch}, then waits: answers with the receipt and the `Vouched` event. */
export const vouchSync = /* @__PURE__ */ defineSync(vouch);
