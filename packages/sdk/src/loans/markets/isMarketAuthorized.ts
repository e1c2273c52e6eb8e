import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { isAuthorizedFunction } from "../../generated/abi/lendingMarkets.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link isMarketAuthorized}. */
export type IsMarketAuthorizedParameters = ContractsOption &
  ReadOptions & {
    /** Whose positions. */
    authorizer: Address;
    /** Who would act. */
    authorized: Address;
  };

/**
 * Whether an account lets another act for it in the markets.
 *
 * @param client - Any viem client.
 * @param parameters - {@link IsMarketAuthorizedParameters}
 * @returns `true` when it does.
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const may = await isMarketAuthorized(client, { authorizer: owner, authorized: spender });
 * ```
 */
export async function isMarketAuthorized(
  client: QtiClient,
  parameters: IsMarketAuthorizedParameters,
): Promise<boolean> {
  const { lendingMarkets } = await resolveContracts(
    client,
    { lendingMarkets: addresses.lendingMarkets },
    parameters.contracts,
  );
  return read(
    client,
    contractCall(lendingMarkets, isAuthorizedFunction, [parameters.authorizer, parameters.authorized]),
    parameters,
  );
}
