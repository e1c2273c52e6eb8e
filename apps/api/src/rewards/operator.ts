import { hasRole } from "@qti/sdk";
import type { Address } from "viem";
import { assertChain, type ChainClient } from "../core/chain.ts";
import { ProblemError } from "../core/problem.ts";

/**
 * Lets through who holds REWARDS_OPERATOR on the chain at this moment: the service keeps no list of its own.
 *
 * @throws {@link ProblemError} `role-required`, and `chain-unreachable` when nobody can tell
 */
export async function requireRewardsOperator(
  chain: ChainClient,
  accessManager: Address,
  account: Address,
): Promise<void> {
  let holds: boolean;
  try {
    holds = await hasRole(chain, { account, role: "rewardsOperator", contracts: { accessManager } });
  } catch (cause) {
    await assertChain(chain);
    throw new ProblemError("chain-unreachable", {
      detail: "The chain answers, but the access manager is not where it should be.",
      cause,
    });
  }
  if (!holds) throw new ProblemError("role-required", { extensions: { role: "REWARDS_OPERATOR" } });
}
