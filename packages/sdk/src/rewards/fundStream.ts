import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { fundStreamFunction, streamFundedEvent } from "../generated/abi/rewardsTreasury.ts";
import { rewardsTreasury } from "../generated/addressTables.ts";

/** Parameters of {@link fundStream}. */
export type FundStreamParameters = {
  /** The vault or the pool, or another contract that ADMIN listed. */
  target: Address;
  /** QTI units (18 decimals). */
  amount: bigint;
};

/**
 * Streams QTI of the treasury to those who stake: it flows to them over about seven days.
 *
 * @param client - A viem client whose account holds TREASURER; its 48 hours must have passed since scheduling.
 * @param parameters - {@link FundStreamParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link TreasuryStreamNotListedError} when the target is not listed.
 * @throws {@link TreasuryInsufficientFundsError} when the treasury holds less.
 *
 * @example
 * ```ts
 * const { stakingPool } = await getContracts(client, { names: ["stakingPool"] });
 * const hash = await fundStream(treasurerClient, { target: stakingPool, amount });
 * ```
 */
export const fundStream = /* @__PURE__ */ defineWrite({
  contracts: { rewardsTreasury },
  call: ({ rewardsTreasury, target, amount }: CallParameters<FundStreamParameters, "rewardsTreasury">) =>
    contractCall(rewardsTreasury, fundStreamFunction, [target, amount]),
  event: streamFundedEvent,
});

/** {@link fundStream}, then waits: answers with the receipt and the `StreamFunded` event. */
export const fundStreamSync = /* @__PURE__ */ defineSync(fundStream);
