import { type Address, zeroAddress } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type FunctionResult, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { redemptionOfFunction } from "../generated/abi/assetRedemption.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getRedemption}. */
export type GetRedemptionParameters = ContractsOption & ReadOptions & { asset: Address };

/**
 * Money that waits for the holders of a matured asset: `amount` money units for all of `supply` share units, of which
 * `redeemed` were burned for `paid`. `undefined` when nothing was paid in.
 */
export type GetRedemptionReturnType = FunctionResult<typeof redemptionOfFunction> | undefined;

/**
 * Reads the redemption of an asset.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetRedemptionParameters}
 * @returns {@link GetRedemptionReturnType}
 * @throws {@link WalletError} when the node cannot be reached or refuses.
 *
 * @example
 * ```ts
 * const redemption = await getRedemption(client, { asset });
 * ```
 */
export async function getRedemption(
  client: QtiClient,
  parameters: GetRedemptionParameters,
): Promise<GetRedemptionReturnType> {
  const { asset, contracts } = parameters;
  const { assetRedemption } = await resolveContracts(
    client,
    { assetRedemption: addresses.assetRedemption },
    contracts,
  );
  const found = await read(client, contractCall(assetRedemption, redemptionOfFunction, [asset]), parameters);
  return found.issuer === zeroAddress ? undefined : found;
}
