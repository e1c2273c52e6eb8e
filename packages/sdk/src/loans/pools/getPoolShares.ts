import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import {
  balanceOfFunction,
  convertToAssetsFunction,
  maxRedeemFunction,
  previewRedeemFunction,
} from "../../generated/abi/seniorPool.ts";
import type { CreditPool } from "./previewPools.ts";
import { poolContracts, poolTables } from "./venues.ts";

/** Parameters of {@link getPoolShares}. */
export type GetPoolSharesParameters = ContractsOption &
  ReadOptions & {
    /** Which of the two. */
    pool: CreditPool;
    /** Whose. */
    owner: Address;
  };

/** What an account has in a pool. Shares that are queued, under notice or locked in a vouch are not in it. */
export type GetPoolSharesReturnType = {
  /** Units (12 decimals). */
  shares: bigint;
  /** Money units that they are worth. */
  worth: bigint;
  /** Money units that they would leave with now, if all could. */
  exitWorth: bigint;
  /** Units of shares that can leave now: of the first loss those whose notice is over. */
  redeemable: bigint;
};

/**
 * Reads what an account has in a pool of the credit lines.
 *
 * @param client - Any viem client; one with `batch.multicall` reads everything at one block.
 * @param parameters - {@link GetPoolSharesParameters}
 * @returns {@link GetPoolSharesReturnType}
 * @throws {@link AddressUnknownError} when an address is not known on the chain.
 *
 * @example
 * ```ts
 * const { worth, exitWorth } = await getPoolShares(client, { pool: "senior", owner });
 * ```
 */
export async function getPoolShares(
  client: QtiClient,
  parameters: GetPoolSharesParameters,
): Promise<GetPoolSharesReturnType> {
  const found = await resolveContracts(client, poolTables, parameters.contracts);
  const address = found[poolContracts[parameters.pool]];
  const args = [parameters.owner] as const;
  const [shares, redeemable] = await Promise.all([
    read(client, contractCall(address, balanceOfFunction, args), parameters),
    read(client, contractCall(address, maxRedeemFunction, args), parameters),
  ]);
  const [worth, exitWorth] = await Promise.all([
    read(client, contractCall(address, convertToAssetsFunction, [shares]), parameters),
    read(client, contractCall(address, previewRedeemFunction, [shares]), parameters),
  ]);
  return { shares, worth, exitWorth, redeemable };
}
