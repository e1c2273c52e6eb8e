import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { balanceFunction, queuedSharesFunction } from "../../generated/abi/creditBook.ts";
import { queueFunction } from "../../generated/abi/seniorPool.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getExitQueue}. */
export type GetExitQueueParameters = ContractsOption & ReadOptions;

/** The queue of the senior pool. */
export type GetExitQueueReturnType = {
  /** First ticket that may still wait. */
  head: bigint;
  /** Number that the next ticket gets. */
  tail: bigint;
  /** Units of senior shares (12 decimals) that wait. */
  shares: bigint;
  /** Money units that they may claim at most. */
  claim: bigint;
  /** Money units in cash: what `serveQueue` could pay now. */
  cash: bigint;
};

/**
 * Reads the queue of the senior pool: who is first, how much waits, and what cash there is for it.
 *
 * @param client - Any viem client; one with `batch.multicall` reads everything at one block.
 * @param parameters - {@link GetExitQueueParameters}
 * @returns {@link GetExitQueueReturnType}
 * @throws {@link AddressUnknownError} when an address is not known on the chain.
 *
 * @example
 * ```ts
 * const { head, tail, shares: waiting } = await getExitQueue(client);
 * ```
 */
export async function getExitQueue(
  client: QtiClient,
  parameters: GetExitQueueParameters = {},
): Promise<GetExitQueueReturnType> {
  const tables = { creditBook: addresses.creditBook, seniorPool: addresses.seniorPool };
  const { creditBook, seniorPool } = await resolveContracts(client, tables, parameters.contracts);
  const [[head, tail], shares, { queued: claim, cash }] = await Promise.all([
    read(client, contractCall(seniorPool, queueFunction, []), parameters),
    read(client, contractCall(creditBook, queuedSharesFunction, []), parameters),
    read(client, contractCall(creditBook, balanceFunction, []), parameters),
  ]);
  return { head, tail, shares, claim, cash };
}
