import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { revokeVouchersFunction, vouchersRevokedEvent } from "../generated/abi/tapRewards.ts";
import { tapRewards } from "../generated/addressTables.ts";

/** Parameters of {@link revokeVouchers}. */
export type RevokeVouchersParameters = {
  /** Any account of the person. */
  holder: Address;
  /** Highest number that pays no more. */
  sequence: bigint;
};

/**
 * Takes the vouchers of a person up to a number out of force, such as those that a stolen key signed.
 *
 * @param client - A viem client whose account holds REWARDS_OPERATOR.
 * @param parameters - {@link RevokeVouchersParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link TapNoIdentityError} when the account has no identity.
 * @throws {@link TapSequenceUsedError} when this number or a later one is used or revoked.
 * @throws {@link TapSequenceTooHighError} when the number leaps too far.
 *
 * @example
 * ```ts
 * const { sequence } = await getTapTally(client, { account: holder });
 * const hash = await revokeVouchers(operatorClient, { holder, sequence: BigInt(sequence) + 10n });
 * ```
 */
export const revokeVouchers = /* @__PURE__ */ defineWrite({
  contracts: { tapRewards },
  call: ({ tapRewards, holder, sequence }: CallParameters<RevokeVouchersParameters, "tapRewards">) =>
    contractCall(tapRewards, revokeVouchersFunction, [holder, sequence]),
  event: vouchersRevokedEvent,
});

/** {@link revokeVouchers}, then waits: answers with the receipt and the `VouchersRevoked` event. */
export const revokeVouchersSync = /* @__PURE__ */ defineSync(revokeVouchers);
