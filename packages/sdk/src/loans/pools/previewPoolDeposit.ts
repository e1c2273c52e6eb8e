import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { previewDepositFunction } from "../../generated/abi/seniorPool.ts";
import type { CreditPool } from "./previewPools.ts";
import { poolContracts, poolTables } from "./venues.ts";

/** Parameters of {@link previewPoolDeposit}. */
export type PreviewPoolDepositParameters = ContractsOption &
  ReadOptions & {
    /** Which of the two. */
    pool: CreditPool;
    /** Money units. */
    assets: bigint;
  };

/**
 * Shares that a deposit into a pool would give now.
 *
 * @param client - Any viem client.
 * @param parameters - {@link PreviewPoolDepositParameters}
 * @returns Units of shares (12 decimals), rounded down.
 * @throws {@link AddressUnknownError} when an address is not known on the chain.
 *
 * @example
 * ```ts
 * const shares = await previewPoolDeposit(client, { pool: "senior", assets: 100n * 10n ** 6n });
 * ```
 */
export async function previewPoolDeposit(
  client: QtiClient,
  parameters: PreviewPoolDepositParameters,
): Promise<bigint> {
  const found = await resolveContracts(client, poolTables, parameters.contracts);
  const address = found[poolContracts[parameters.pool]];
  return read(client, contractCall(address, previewDepositFunction, [parameters.assets]), parameters);
}
