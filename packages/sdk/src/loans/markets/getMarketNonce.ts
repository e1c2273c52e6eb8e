import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { noncesFunction } from "../../generated/abi/lendingMarkets.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getMarketNonce}. */
export type GetMarketNonceParameters = ContractsOption &
  ReadOptions & {
    /** Who signs. */
    account: Address;
  };

/**
 * Nonce that the next authorization of an account must carry.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetMarketNonceParameters}
 * @returns The nonce.
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const nonce = await getMarketNonce(client, { account });
 * ```
 */
export async function getMarketNonce(
  client: QtiClient,
  parameters: GetMarketNonceParameters,
): Promise<bigint> {
  const { lendingMarkets } = await resolveContracts(
    client,
    { lendingMarkets: addresses.lendingMarkets },
    parameters.contracts,
  );
  return read(client, contractCall(lendingMarkets, noncesFunction, [parameters.account]), parameters);
}
