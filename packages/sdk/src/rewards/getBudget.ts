import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { budgetOfFunction } from "../generated/abi/rewardsTreasury.ts";
import * as addresses from "../generated/addressTables.ts";
import { type Quota, toQuota } from "./quota.ts";

/** Parameters of {@link getBudget}. */
export type GetBudgetParameters = ContractsOption &
  ReadOptions & {
    /** The contract that pays, such as the store. */
    spender: Address;
  };

/**
 * Reads how much a contract may still pay out of the treasury in the window that runs.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetBudgetParameters}
 * @returns {@link Quota} in QTI units (18 decimals); `undefined` when it never had a budget.
 * @throws {@link AddressUnknownError} when the treasury's address is not known on the chain.
 *
 * @example
 * ```ts
 * const budget = await getBudget(client, { spender });
 * show(budget?.left, budget?.resetsAt);
 * ```
 */
export async function getBudget(
  client: QtiClient,
  parameters: GetBudgetParameters,
): Promise<Quota | undefined> {
  const { rewardsTreasury } = await resolveContracts(
    client,
    { rewardsTreasury: addresses.rewardsTreasury },
    parameters.contracts,
  );
  return toQuota(
    await read(client, contractCall(rewardsTreasury, budgetOfFunction, [parameters.spender]), parameters),
  );
}
