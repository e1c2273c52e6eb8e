import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { marketsFunction, ownerFunction, pendingOwnerFunction } from "../../generated/abi/liquidator.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getLiquidator}. */
export type GetLiquidatorParameters = ContractsOption & ReadOptions;

/** Whose a liquidator is. */
export type GetLiquidatorReturnType = {
  /** Who calls it and pays. */
  owner: Address;
  /** Who was offered it and has not taken it yet; the zero address when nobody was. */
  pendingOwner: Address;
  /** The markets in which it liquidates. */
  markets: Address;
};

/**
 * Reads whose a liquidator is: one of one's own by `contracts`, the one of a development chain without.
 *
 * @param client - Any viem client; one with `batch.multicall` reads everything at one block.
 * @param parameters - {@link GetLiquidatorParameters}
 * @returns {@link GetLiquidatorReturnType}
 * @throws {@link AddressUnknownError} when none is given and none is known on the chain.
 *
 * @example
 * ```ts
 * const { owner: whose } = await getLiquidator(client, { contracts: { liquidator: address } });
 * ```
 */
export async function getLiquidator(
  client: QtiClient,
  parameters: GetLiquidatorParameters = {},
): Promise<GetLiquidatorReturnType> {
  const { liquidator } = await resolveContracts(
    client,
    { liquidator: addresses.liquidator },
    parameters.contracts,
  );
  const [owner, pendingOwner, markets] = await Promise.all([
    read(client, contractCall(liquidator, ownerFunction, []), parameters),
    read(client, contractCall(liquidator, pendingOwnerFunction, []), parameters),
    read(client, contractCall(liquidator, marketsFunction, []), parameters),
  ]);
  return { owner, pendingOwner, markets };
}
