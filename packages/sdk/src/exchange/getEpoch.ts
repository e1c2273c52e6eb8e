import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { epochOfFunction } from "../generated/abi/exchange.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getEpoch}. */
export type GetEpochParameters = ContractsOption & ReadOptions & { account: Address };

/**
 * Reads the epoch for which a maker signs orders now. `cancelAllOrders` raises it.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetEpochParameters}
 * @returns The epoch, from 0n.
 * @throws {@link AddressUnknownError} when the exchange's address is not known on the chain.
 *
 * @example
 * ```ts
 * const epoch = await getEpoch(client, { account: maker });
 * ```
 */
export async function getEpoch(client: QtiClient, parameters: GetEpochParameters): Promise<bigint> {
  const { account, contracts } = parameters;
  const { exchange } = await resolveContracts(client, { exchange: addresses.exchange }, contracts);
  return read(client, contractCall(exchange, epochOfFunction, [account]), parameters);
}
