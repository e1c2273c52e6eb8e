import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { noncesFunction } from "../generated/abi/identityRegistry.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getIdentityNonce}. */
export type GetIdentityNonceParameters = ContractsOption & ReadOptions & { account: Address };

/**
 * Nonce that the next attestation or wallet link of an account must carry.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetIdentityNonceParameters}
 * @returns The nonce.
 * @throws {@link AddressUnknownError} when the registry's address is not known on the chain.
 *
 * @example
 * ```ts
 * const nonce = await getIdentityNonce(client, { account });
 * ```
 */
export async function getIdentityNonce(
  client: QtiClient,
  parameters: GetIdentityNonceParameters,
): Promise<bigint> {
  const { identityRegistry } = await resolveContracts(
    client,
    { identityRegistry: addresses.identityRegistry },
    parameters.contracts,
  );
  return read(client, contractCall(identityRegistry, noncesFunction, [parameters.account]), parameters);
}
