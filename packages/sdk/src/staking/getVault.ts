import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import {
  pausedUntilFunction,
  streamFunction,
  totalAssetsFunction,
  totalSupplyFunction,
} from "../generated/abi/stakingVault.ts";
import * as addresses from "../generated/addressTables.ts";
import { sharePriceDown } from "./shareMath.ts";

/** Parameters of {@link getVault}. */
export type GetVaultParameters = ContractsOption & ReadOptions;

/** The staking vault as of one block. */
export type GetVaultReturnType = {
  /** QTI units that belong to the shares. */
  totalAssets: bigint;
  /** sQTI units in existence. */
  totalShares: bigint;
  /** QTI units (18 decimals) that one whole sQTI is worth, rounded down. */
  sharePrice: bigint;
  /** Rewards on their way: QTI units left at `updated`, and the Unix seconds at which the stream runs dry. */
  stream: { left: bigint; end: number; updated: number };
  /** Unix seconds until which deposits are paused; 0 when they are not. */
  pausedUntil: number;
};

/**
 * Reads the staking vault.
 *
 * @param client - Any viem client; one with `batch.multicall` reads everything at one block.
 * @param parameters - {@link GetVaultParameters}
 * @returns {@link GetVaultReturnType}
 * @throws {@link AddressUnknownError} when the vault's address is not known on the chain.
 *
 * @example
 * ```ts
 * const { sharePrice } = await getVault(client);
 * ```
 */
export async function getVault(
  client: QtiClient,
  parameters: GetVaultParameters = {},
): Promise<GetVaultReturnType> {
  const { stakingVault } = await resolveContracts(
    client,
    { stakingVault: addresses.stakingVault },
    parameters.contracts,
  );
  const [totalAssets, totalShares, [left, end, updated], pausedUntil] = await Promise.all([
    read(client, contractCall(stakingVault, totalAssetsFunction, []), parameters),
    read(client, contractCall(stakingVault, totalSupplyFunction, []), parameters),
    read(client, contractCall(stakingVault, streamFunction, []), parameters),
    read(client, contractCall(stakingVault, pausedUntilFunction, []), parameters),
  ]);
  const sharePrice = sharePriceDown(totalAssets, totalShares);
  return { totalAssets, totalShares, sharePrice, stream: { left, end, updated }, pausedUntil };
}
