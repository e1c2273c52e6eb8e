import { type HasRoleParameters, hasRole } from "@qti/sdk";
import type { Address } from "viem";
import { assertChain, type ChainClient } from "./chain.ts";
import { ProblemError } from "./problem.ts";

/**
 * Lets through who holds a role on the chain at this moment: the service keeps no list of its own.
 *
 * @throws {@link ProblemError} `role-required`, and `chain-unreachable` when nobody can tell
 */
export async function requireRole(
  chain: ChainClient,
  {
    accessManager,
    account,
    role,
  }: { accessManager: Address; account: Address; role: HasRoleParameters["role"] },
): Promise<void> {
  let holds: boolean;
  try {
    holds = await hasRole(chain, { account, role, contracts: { accessManager } });
  } catch (cause) {
    await assertChain(chain);
    throw new ProblemError("chain-unreachable", {
      detail: "The chain answers, but the access manager is not where it should be.",
      cause,
    });
  }
  if (holds) return;
  const name = role.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase();
  throw new ProblemError("role-required", { extensions: { role: name } });
}
