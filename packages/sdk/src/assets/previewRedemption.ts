import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { previewRedeemDownFunction } from "../generated/abi/assetRedemption.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link previewRedemption}. */
export type PreviewRedemptionParameters = ContractsOption &
  ReadOptions & {
    /** Address of the asset's token. */
    asset: Address;
    /** Share units (18 decimals). */
    shares: bigint;
  };

/**
 * What `redeemShares` would pay now.
 *
 * @param client - Any viem client.
 * @param parameters - {@link PreviewRedemptionParameters}
 * @returns Money units, rounded down; 0n while nothing was paid in.
 * @throws {@link WalletError} when the node cannot be reached or refuses.
 *
 * @example
 * ```ts
 * const amount = await previewRedemption(client, { asset, shares });
 * ```
 */
export async function previewRedemption(
  client: QtiClient,
  parameters: PreviewRedemptionParameters,
): Promise<bigint> {
  const { asset, shares, contracts } = parameters;
  const { assetRedemption } = await resolveContracts(
    client,
    { assetRedemption: addresses.assetRedemption },
    contracts,
  );
  return read(client, contractCall(assetRedemption, previewRedeemDownFunction, [asset, shares]), parameters);
}
