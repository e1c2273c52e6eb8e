import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { boughtByFunction } from "../generated/abi/rewardStore.ts";
import * as addresses from "../generated/addressTables.ts";
import { identityNumber } from "./identityNumber.ts";

/** Parameters of {@link getItemsBought}. */
export type GetItemsBoughtParameters = ContractsOption &
  ReadOptions & {
    /** Any account of the person. */
    account: Address;
    /** Number of the item, from 0. */
    itemId: bigint;
  };

/**
 * Reads how many of an item a person has had; an item's `limit` counts them.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetItemsBoughtParameters}
 * @returns How many.
 * @throws {@link AddressUnknownError} when an address is not known on the chain.
 *
 * @example
 * ```ts
 * const bought = await getItemsBought(client, { account, itemId });
 * ```
 */
export async function getItemsBought(
  client: QtiClient,
  parameters: GetItemsBoughtParameters,
): Promise<bigint> {
  const { rewardStore } = await resolveContracts(
    client,
    { rewardStore: addresses.rewardStore },
    parameters.contracts,
  );
  const identity = await identityNumber(client, parameters);
  return read(client, contractCall(rewardStore, boughtByFunction, [identity, parameters.itemId]), parameters);
}
