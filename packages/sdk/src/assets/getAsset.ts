import type { Address, Hex } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import {
  classOfFunction,
  documentsRootsFunction,
  jurisdictionOfFunction,
  metadataURIOfFunction,
  sharesOfFunction,
  stateOfFunction,
  valuationOfFunction,
} from "../generated/abi/assetRegistry.ts";
import {
  holdersFunction,
  issuerFunction,
  moduleFunction,
  nameFunction,
  pausedUntilFunction,
  symbolFunction,
  totalSupplyFunction,
} from "../generated/abi/assetToken.ts";
import { rulesOfFunction } from "../generated/abi/complianceModule.ts";
import * as addresses from "../generated/addressTables.ts";
import { type AssetClass, type AssetRules, type AssetState, assetClasses, assetStates } from "./terms.ts";

/** Parameters of {@link getAsset}. */
export type GetAssetParameters = ContractsOption & ReadOptions & { asset: Address };

/** An asset as the chain knows it now. */
export type GetAssetReturnType = {
  asset: Address;
  name: string;
  symbol: string;
  issuer: Address;
  state: AssetState;
  class: AssetClass;
  /** ISO 3166-1 numeric country whose law governs it. */
  jurisdiction: number;
  /** Whole shares. */
  shares: bigint;
  /** Share units (18 decimals) in existence. */
  totalSupply: bigint;
  /** Accounts with a balance. */
  holders: number;
  /** Stated value of the whole asset, US dollars with 6 decimals. */
  valuation: bigint;
  metadataURI: string;
  documentsRoots: readonly Hex[];
  module: Address;
  rules: AssetRules;
  /** Unix seconds until which transfers are paused; 0 when they are not. */
  pausedUntil: number;
};

/**
 * Reads one asset from the chain, exactly. For lists and history use the subgraph.
 *
 * @param client - Any viem client; one with `batch.multicall` reads everything in one request.
 * @param parameters - {@link GetAssetParameters}
 * @returns {@link GetAssetReturnType}; `undefined` when the address is no asset.
 * @throws {@link AddressUnknownError} when the registry's address is not known on the chain.
 *
 * @example
 * ```ts
 * const asset = await getAsset(client, { asset: address });
 * ```
 */
export async function getAsset(
  client: QtiClient,
  parameters: GetAssetParameters,
): Promise<GetAssetReturnType | undefined> {
  const { asset, contracts } = parameters;
  const { assetRegistry } = await resolveContracts(
    client,
    { assetRegistry: addresses.assetRegistry },
    contracts,
  );
  const state =
    assetStates[await read(client, contractCall(assetRegistry, stateOfFunction, [asset]), parameters)];
  // Other addresses would answer the questions below with nothing, or with anything.
  if (state === undefined || state === "none") return undefined;
  const module = read(client, contractCall(asset, moduleFunction, []), parameters);
  const [
    name,
    symbol,
    issuer,
    totalSupply,
    holders,
    pausedUntil,
    shares,
    valuation,
    metadataURI,
    documentsRoots,
    rules,
    classIndex,
    jurisdiction,
  ] = await Promise.all([
    read(client, contractCall(asset, nameFunction, []), parameters),
    read(client, contractCall(asset, symbolFunction, []), parameters),
    read(client, contractCall(asset, issuerFunction, []), parameters),
    read(client, contractCall(asset, totalSupplyFunction, []), parameters),
    read(client, contractCall(asset, holdersFunction, []), parameters),
    read(client, contractCall(asset, pausedUntilFunction, []), parameters),
    read(client, contractCall(assetRegistry, sharesOfFunction, [asset]), parameters),
    read(client, contractCall(assetRegistry, valuationOfFunction, [asset]), parameters),
    read(client, contractCall(assetRegistry, metadataURIOfFunction, [asset]), parameters),
    read(client, contractCall(assetRegistry, documentsRootsFunction, [asset]), parameters),
    module.then((address) => read(client, contractCall(address, rulesOfFunction, [asset]), parameters)),
    read(client, contractCall(assetRegistry, classOfFunction, [asset]), parameters),
    read(client, contractCall(assetRegistry, jurisdictionOfFunction, [asset]), parameters),
  ]);
  return {
    asset,
    name,
    symbol,
    issuer,
    state,
    // A class that this version does not know yet is something else to it.
    class: assetClasses[classIndex] ?? "other",
    jurisdiction,
    shares,
    totalSupply,
    holders,
    valuation,
    metadataURI,
    documentsRoots,
    module: await module,
    rules,
    pausedUntil,
  };
}
