import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { previewRedeemFunction } from "../../generated/abi/seniorPool.ts";
import type { CreditPool } from "./previewPools.ts";
import { poolContracts, poolTables } from "./venues.ts";

/** Parameters of {@link previewPoolRedeem}. */
export type PreviewPoolRedeemParameters = ContractsOption &
  ReadOptions & {
    /** Which of the two. */
    pool: CreditPool;
    /** Units of shares (12 decimals). */
    shares: bigint;
  };

/**
 * Money that shares of a pool would leave with now, were there cash and, of the first loss, notice: less than they are worth while debt is late, of the senior pool.
 *
 * @param client - Any viem client.
 * @param parameters - {@link PreviewPoolRedeemParameters}
 * @returns Money units, rounded down.
 * @throws {@link AddressUnknownError} when an address is not known on the chain.
 *
 * @example
 * ```ts
 * const paid = await previewPoolRedeem(client, { pool: "senior", shares });
 * ```
 */
export async function previewPoolRedeem(
  client: QtiClient,
  parameters: PreviewPoolRedeemParameters,
): Promise<bigint> {
  const found = await resolveContracts(client, poolTables, parameters.contracts);
  const address = found[poolContracts[parameters.pool]];
  return read(client, contractCall(address, previewRedeemFunction, [parameters.shares]), parameters);
}
