import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { isRateModelFunction } from "../../generated/abi/lendingMarkets.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link isRateModel}. */
export type IsRateModelParameters = ContractsOption &
  ReadOptions & {
    /** What says the interest. */
    rateModel: Address;
  };

/**
 * Whether markets can be created with a rate model.
 *
 * @param client - Any viem client.
 * @param parameters - {@link IsRateModelParameters}
 * @returns `true` while it is listed.
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const listed = await isRateModel(client, { rateModel: address });
 * ```
 */
export async function isRateModel(client: QtiClient, parameters: IsRateModelParameters): Promise<boolean> {
  const { lendingMarkets } = await resolveContracts(
    client,
    { lendingMarkets: addresses.lendingMarkets },
    parameters.contracts,
  );
  return read(client, contractCall(lendingMarkets, isRateModelFunction, [parameters.rateModel]), parameters);
}
