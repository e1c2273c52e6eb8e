import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { rateFunction } from "../generated/abi/rewardStore.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link previewExchange}. */
export type PreviewExchangeParameters = ContractsOption &
  ReadOptions & {
    /** Points (6 decimals) to give. */
    points: bigint;
  };

/** One whole point. */
const POINT = 10n ** 6n;

/**
 * Says what points would give in QTI now: points * rate / 10^6, rounded down. Says nothing about budget or balance.
 *
 * @param client - Any viem client.
 * @param parameters - {@link PreviewExchangeParameters}
 * @returns QTI units (18 decimals); 0 while points are not exchanged.
 * @throws {@link AddressUnknownError} when the store's address is not known on the chain.
 *
 * @example
 * ```ts
 * const minQti = await previewExchange(client, { points });
 * ```
 */
export async function previewExchange(
  client: QtiClient,
  parameters: PreviewExchangeParameters,
): Promise<bigint> {
  const { rewardStore } = await resolveContracts(
    client,
    { rewardStore: addresses.rewardStore },
    parameters.contracts,
  );
  const rate = await read(client, contractCall(rewardStore, rateFunction, []), parameters);
  return (parameters.points * rate) / POINT;
}
