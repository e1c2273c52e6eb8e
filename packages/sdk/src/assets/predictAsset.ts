import type { Address, Hex } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { predictAssetFunction } from "../generated/abi/assetRegistry.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link predictAsset}. */
export type PredictAssetParameters = ContractsOption & ReadOptions & { issuer: Address; salt: Hex };

/**
 * Address that the token of an asset has, or will have.
 *
 * @param client - Any viem client.
 * @param parameters - {@link PredictAssetParameters}
 * @returns The address.
 * @throws {@link AddressUnknownError} when the registry's address is not known on the chain.
 *
 * @example
 * ```ts
 * const asset = await predictAsset(client, { issuer, salt });
 * ```
 */
export async function predictAsset(client: QtiClient, parameters: PredictAssetParameters): Promise<Address> {
  const { assetRegistry } = await resolveContracts(
    client,
    { assetRegistry: addresses.assetRegistry },
    parameters.contracts,
  );
  return read(
    client,
    contractCall(assetRegistry, predictAssetFunction, [parameters.issuer, parameters.salt]),
    parameters,
  );
}
