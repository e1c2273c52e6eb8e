import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { underwritingQuotaFunction } from "../../generated/abi/creditLines.ts";
import * as addresses from "../../generated/addressTables.ts";
import { type Quota, toQuota } from "../../rewards/quota.ts";

/** Parameters of {@link getUnderwritingQuota}. */
export type GetUnderwritingQuotaParameters = ContractsOption & ReadOptions;

/**
 * Reads how much underwriters may still raise limits by in the window that runs.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetUnderwritingQuotaParameters}
 * @returns {@link Quota} in money units; `undefined` when none was ever set.
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const quota = await getUnderwritingQuota(client);
 * show(quota?.left, quota?.resetsAt);
 * ```
 */
export async function getUnderwritingQuota(
  client: QtiClient,
  parameters: GetUnderwritingQuotaParameters = {},
): Promise<Quota | undefined> {
  const { creditLines } = await resolveContracts(
    client,
    { creditLines: addresses.creditLines },
    parameters.contracts,
  );
  return toQuota(await read(client, contractCall(creditLines, underwritingQuotaFunction, []), parameters));
}
