import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { inviteFunction, voucherInvitedEvent } from "../../generated/abi/vouching.ts";
import { vouching } from "../../generated/addressTables.ts";

/** Parameters of {@link inviteVoucher}. */
export type InviteVoucherParameters = {
  /** Any account of the person. */
  voucher: Address;
  /** `false` takes it back. */
  invited: boolean;
};

/**
 * Lets a person vouch for the line of the signer, or no longer. Vouches that stand are not touched.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link InviteVoucherParameters}
 * @returns Hash of the transaction.
 * @throws {@link VouchingUnknownIdentityError} when one of both has no identity.
 *
 * @example
 * ```ts
 * const hash = await inviteVoucher(client, { voucher: holder, invited: true });
 * ```
 */
export const inviteVoucher = /* @__PURE__ */ defineWrite({
  contracts: { vouching },
  call: ({ vouching, voucher, invited }: CallParameters<InviteVoucherParameters, "vouching">) =>
    contractCall(vouching, inviteFunction, [voucher, invited]),
  event: voucherInvitedEvent,
});

/** {@link inviteVoucher}, then waits: answers with the receipt and the `VoucherInvited` event. */
export const inviteVoucherSync = /* @__PURE__ */ defineSync(inviteVoucher);
