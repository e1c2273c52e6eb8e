import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { pledgedOfFunction } from "../../generated/abi/lendingMarkets.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getPledged}. */
export type GetPledgedParameters = ContractsOption &
  ReadOptions & {
    /** The asset. */
    asset: Address;
    /** Whose. */
    account: Address;
  };

/**
 * Reads how many shares of an asset an account has pledged in all markets together. They count against its cap.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetPledgedParameters}
 * @returns Units of shares (18 decimals).
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const pledged = await getPledged(client, { asset, account });
 * ```
 */
export async function getPledged(client: QtiClient, parameters: GetPledgedParameters): Promise<bigint> {
  const { lendingMarkets } = await resolveContracts(
    client,
    { lendingMarkets: addresses.lendingMarkets },
    parameters.contracts,
  );
  return read(
    client,
    contractCall(lendingMarkets, pledgedOfFunction, [parameters.asset, parameters.account]),
    parameters,
  );
}
