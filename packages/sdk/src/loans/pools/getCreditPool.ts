import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import {
  convertToAssetsFunction,
  maxDepositFunction,
  previewRedeemFunction,
  totalAssetsFunction,
  totalSupplyFunction,
} from "../../generated/abi/seniorPool.ts";
import type { CreditPool } from "./previewPools.ts";
import { poolContracts, poolTables } from "./venues.ts";

/** One whole share. */
const SHARE = 10n ** 12n;

/** Parameters of {@link getCreditPool}. */
export type GetCreditPoolParameters = ContractsOption &
  ReadOptions & {
    /** Which of the two. */
    pool: CreditPool;
  };

/** A pool of the credit lines as of a block. */
export type GetCreditPoolReturnType = {
  address: Address;
  /** Money units that all shares are worth. */
  totalAssets: bigint;
  /** Units of shares (12 decimals). */
  totalShares: bigint;
  /** Money units that a whole share is worth. */
  sharePrice: bigint;
  /** Money units that a whole share leaves with now: less while debt is late, of the senior pool. */
  exitPrice: bigint;
  /** Whether it takes deposits: it is not paused, and no loss waits to be recorded or made good. */
  isOpen: boolean;
};

/**
 * Reads a pool of the credit lines.
 *
 * @param client - Any viem client; one with `batch.multicall` reads everything at one block.
 * @param parameters - {@link GetCreditPoolParameters}
 * @returns {@link GetCreditPoolReturnType}
 * @throws {@link AddressUnknownError} when an address is not known on the chain.
 *
 * @example
 * ```ts
 * const { totalAssets, sharePrice } = await getCreditPool(client, { pool: "senior" });
 * ```
 */
export async function getCreditPool(
  client: QtiClient,
  parameters: GetCreditPoolParameters,
): Promise<GetCreditPoolReturnType> {
  const found = await resolveContracts(client, poolTables, parameters.contracts);
  const address = found[poolContracts[parameters.pool]];
  const [totalAssets, totalShares, sharePrice, exitPrice, most] = await Promise.all([
    read(client, contractCall(address, totalAssetsFunction, []), parameters),
    read(client, contractCall(address, totalSupplyFunction, []), parameters),
    read(client, contractCall(address, convertToAssetsFunction, [SHARE]), parameters),
    read(client, contractCall(address, previewRedeemFunction, [SHARE]), parameters),
    read(client, contractCall(address, maxDepositFunction, [address]), parameters),
  ]);
  return { address, totalAssets, totalShares, sharePrice, exitPrice, isOpen: most > 0n };
}
