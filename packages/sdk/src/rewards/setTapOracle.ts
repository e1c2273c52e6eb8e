import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { setOracleFunction, tapOracleSetEvent } from "../generated/abi/tapRewards.ts";
import { tapRewards } from "../generated/addressTables.ts";

/** Parameters of {@link setTapOracle}. */
export type SetTapOracleParameters = {
  /** Who signs vouchers from now on: an account, or a contract that answers by ERC-1271. */
  oracle: Address;
};

/**
 * Changes the key that vouches for taps. Vouchers of the old one pay no more.
 *
 * @param client - A viem client whose account holds TREASURER; its 48 hours must have passed since scheduling.
 * @param parameters - {@link SetTapOracleParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link TapInvalidTermsError} for the zero address.
 *
 * @example
 * ```ts
 * const hash = await setTapOracle(treasurerClient, { oracle: address });
 * ```
 */
export const setTapOracle = /* @__PURE__ */ defineWrite({
  contracts: { tapRewards },
  call: ({ tapRewards, oracle }: CallParameters<SetTapOracleParameters, "tapRewards">) =>
    contractCall(tapRewards, setOracleFunction, [oracle]),
  event: tapOracleSetEvent,
});

/** {@link setTapOracle}, then waits: answers with the receipt and the `TapOracleSet` event. */
export const setTapOracleSync = /* @__PURE__ */ defineSync(setTapOracle);
