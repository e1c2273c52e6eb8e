import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import {
  balanceOfFunction,
  totalAssetsFunction,
  totalSupplyFunction,
} from "../generated/abi/stakingVault.ts";
import * as addresses from "../generated/addressTables.ts";
import { sharePriceDown, toAssetsDown } from "./shareMath.ts";

/** Parameters of {@link getPosition}. */
export type GetPositionParameters = ContractsOption & ReadOptions & { account: Address };

/** What an account stakes and could stake. */
export type GetPositionReturnType = {
  /** sQTI units (24 decimals). */
  shares: bigint;
  /** QTI units (18 decimals) that the shares are worth now, rounded down. */
  assets: bigint;
  /** QTI units (18 decimals) that one whole sQTI is worth, rounded down. */
  sharePrice: bigint;
  /** QTI units that the account holds and has not staked. */
  unstakedBalance: bigint;
};

/**
 * Reads the stake of an account.
 *
 * @param client - Any viem client; one with `batch.multicall` reads everything at one block.
 * @param parameters - {@link GetPositionParameters}
 * @returns {@link GetPositionReturnType}
 * @throws {@link AddressUnknownError} when an address is not known on the chain.
 *
 * @example
 * ```ts
 * const { assets } = await getPosition(client, { account });
 * ```
 */
export async function getPosition(
  client: QtiClient,
  parameters: GetPositionParameters,
): Promise<GetPositionReturnType> {
  const { account, contracts } = parameters;
  const { stakingVault, qtiToken } = await resolveContracts(
    client,
    { stakingVault: addresses.stakingVault, qtiToken: addresses.qtiToken },
    contracts,
  );
  const [shares, totalAssets, totalShares, unstakedBalance] = await Promise.all([
    read(client, contractCall(stakingVault, balanceOfFunction, [account]), parameters),
    read(client, contractCall(stakingVault, totalAssetsFunction, []), parameters),
    read(client, contractCall(stakingVault, totalSupplyFunction, []), parameters),
    read(client, contractCall(qtiToken, balanceOfFunction, [account]), parameters),
  ]);
  return {
    shares,
    assets: toAssetsDown(shares, totalAssets, totalShares),
    sharePrice: sharePriceDown(totalAssets, totalShares),
    unstakedBalance,
  };
}
