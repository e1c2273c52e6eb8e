import type { Hash } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { isClaimedFunction } from "../generated/abi/incomeDistributor.ts";
import { incomeDistributor } from "../generated/addressTables.ts";

/** Parameters of {@link isIncomeClaimed}. */
export type IsIncomeClaimedParameters = ContractsOption &
  ReadOptions & {
    /** From `payIncome`, or the index. */
    paymentId: Hash;
    /** Place in the list, from the claim. */
    index: bigint;
  };

/**
 * Whether a claim of an income was paid out.
 *
 * @param client - Any viem client.
 * @param parameters - {@link IsIncomeClaimedParameters}
 * @returns `true` once it was.
 * @throws {@link AddressUnknownError} when the distributor's address is not known on the chain.
 *
 * @example
 * ```ts
 * if (!(await isIncomeClaimed(client, { paymentId, index }))) await claimIncome(client, { paymentId, index, holder, amount, proof });
 * ```
 */
export async function isIncomeClaimed(
  client: QtiClient,
  parameters: IsIncomeClaimedParameters,
): Promise<boolean> {
  const { paymentId, index, contracts } = parameters;
  const found = await resolveContracts(client, { incomeDistributor }, contracts);
  return read(
    client,
    contractCall(found.incomeDistributor, isClaimedFunction, [paymentId, index]),
    parameters,
  );
}
