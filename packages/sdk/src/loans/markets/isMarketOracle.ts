import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { isOracleFunction } from "../../generated/abi/lendingMarkets.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link isMarketOracle}. */
export type IsMarketOracleParameters = ContractsOption &
  ReadOptions & {
    /** Where prices come from. */
    oracle: Address;
  };

/**
 * Whether markets can be created with an oracle.
 *
 * @param client - Any viem client.
 * @param parameters - {@link IsMarketOracleParameters}
 * @returns `true` while it is listed.
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const listed = await isMarketOracle(client, { oracle: address });
 * ```
 */
export async function isMarketOracle(
  client: QtiClient,
  parameters: IsMarketOracleParameters,
): Promise<boolean> {
  const { lendingMarkets } = await resolveContracts(
    client,
    { lendingMarkets: addresses.lendingMarkets },
    parameters.contracts,
  );
  return read(client, contractCall(lendingMarkets, isOracleFunction, [parameters.oracle]), parameters);
}
