import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { tierCapOfFunction } from "../../generated/abi/creditLines.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getCreditTierCap}. */
export type GetCreditTierCapParameters = ContractsOption &
  ReadOptions & {
    /** 1 to 3. */
    tier: number;
  };

/**
 * Reads the most that a limit may be for a tier of verification.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetCreditTierCapParameters}
 * @returns Money units.
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const cap = await getCreditTierCap(client, { tier: 1 });
 * ```
 */
export async function getCreditTierCap(
  client: QtiClient,
  parameters: GetCreditTierCapParameters,
): Promise<bigint> {
  const { creditLines } = await resolveContracts(
    client,
    { creditLines: addresses.creditLines },
    parameters.contracts,
  );
  return read(client, contractCall(creditLines, tierCapOfFunction, [parameters.tier]), parameters);
}
