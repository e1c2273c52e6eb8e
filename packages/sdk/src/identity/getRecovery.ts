import { type Address, zeroAddress } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { recoveryOfFunction, successorOfFunction } from "../generated/abi/identityRegistry.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getRecovery}. */
export type GetRecoveryParameters = ContractsOption & ReadOptions & { account: Address };

/** What becomes, or became, of an account that was said to be lost. */
export type GetRecoveryReturnType =
  | { status: "none" }
  /** Completes from `readyAt` (Unix seconds) on, unless somebody objects. */
  | { status: "pending"; successor: Address; readyAt: number }
  /** The account is retired; `successor` stands for it now, also after further recoveries. */
  | { status: "recovered"; successor: Address };

/**
 * Reads whether an account is being recovered, or was.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetRecoveryParameters}
 * @returns {@link GetRecoveryReturnType}
 * @throws {@link AddressUnknownError} when the registry's address is not known on the chain.
 * @throws {@link WalletError} when the node cannot be reached or refuses.
 *
 * @example
 * ```ts
 * const recovery = await getRecovery(client, { account });
 * if (recovery.status === "pending") console.log(recovery.successor, recovery.readyAt);
 * ```
 */
export async function getRecovery(
  client: QtiClient,
  parameters: GetRecoveryParameters,
): Promise<GetRecoveryReturnType> {
  const { account, contracts } = parameters;
  const { identityRegistry } = await resolveContracts(
    client,
    { identityRegistry: addresses.identityRegistry },
    contracts,
  );
  const [pending, final] = await Promise.all([
    read(client, contractCall(identityRegistry, recoveryOfFunction, [account]), parameters),
    read(client, contractCall(identityRegistry, successorOfFunction, [account]), parameters),
  ]);
  if (final.toLowerCase() !== account.toLowerCase()) return { status: "recovered", successor: final };
  return pending.successor === zeroAddress ? { status: "none" } : { status: "pending", ...pending };
}
