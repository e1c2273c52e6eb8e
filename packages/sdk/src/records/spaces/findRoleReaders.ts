import type { QtiClient } from "../../core/client.ts";
import { chainDirectory } from "./chainDirectory.ts";
import { type FoundReaders, findReaders } from "./findReaders.ts";
import { type GetRoleHoldersParameters, getRoleHolders } from "./getRoleHolders.ts";
import type { Vault } from "./vault.ts";

/** Parameters of {@link findRoleReaders}. */
export type FindRoleReadersParameters = GetRoleHoldersParameters & {
  /** Any viem client: says who holds the role, and whose keys are whose. */
  client: QtiClient;
};

/**
 * Finds who holds a role and with what keys they read: for identity papers KYC_OFFICER, for papers of a loan UNDERWRITER. Only keys that stand
 * in `KeyDirectory` count.
 *
 * @param parameters - {@link FindRoleReadersParameters}
 * @returns Readers, and every holder of the role who cannot be one, with the reason.
 * @throws {@link SubgraphUnreachableError} {@link KeysLockedError} {@link KeysNotAuthenticError} {@link ApiProblemError}
 * {@link ApiUnreachableError}
 *
 * @example
 * ```ts
 * import { serviceRoles } from "@qti/sdk/identity/sign-in/wire";
 * import { findRoleReaders } from "@qti/sdk/records/spaces";
 *
 * const { readers } = await findRoleReaders(vault, { client, subgraph, role: serviceRoles.KYC_OFFICER });
 * ```
 */
export async function findRoleReaders(
  vault: Vault,
  { client, ...parameters }: FindRoleReadersParameters,
): Promise<FoundReaders> {
  const [accounts, directory] = await Promise.all([
    getRoleHolders(client, parameters),
    chainDirectory(client, parameters),
  ]);
  const { signal } = parameters;
  return findReaders(vault, { accounts, directory: "required", ...directory, signal });
}
