import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { previewDepositFunction } from "../generated/abi/stakingVault.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link previewDeposit}. */
export type PreviewDepositParameters = ContractsOption &
  ReadOptions & {
    /** QTI units (18 decimals). */
    assets: bigint;
  };

/**
 * sQTI that a deposit would give now.
 *
 * @param client - Any viem client.
 * @param parameters - {@link PreviewDepositParameters}
 * @returns sQTI units (24 decimals), rounded down.
 * @throws {@link AddressUnknownError} when the vault's address is not known on the chain.
 *
 * @example
 * ```ts
 * const shares = await previewDeposit(client, { assets: 100n * 10n ** 18n });
 * ```
 */
export async function previewDeposit(
  client: QtiClient,
  parameters: PreviewDepositParameters,
): Promise<bigint> {
  const { stakingVault } = await resolveContracts(
    client,
    { stakingVault: addresses.stakingVault },
    parameters.contracts,
  );
  return read(client, contractCall(stakingVault, previewDepositFunction, [parameters.assets]), parameters);
}
