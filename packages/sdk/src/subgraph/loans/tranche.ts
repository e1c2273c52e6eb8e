import { type Address, zeroAddress } from "viem";
import { type CreditTranche, creditPoolIdDocument } from "../../generated/graphql.ts";
import type { CreditPool } from "../../loans/pools/previewPools.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";

const tranches = { senior: "SENIOR", firstLoss: "FIRST_LOSS" } as const satisfies Record<
  CreditPool,
  CreditTranche
>;

/** What the index calls a pool. */
export const trancheOf = (pool: CreditPool): CreditTranche => tranches[pool];

/** The pool by its name in the index. */
export const poolOf = (tranche: CreditTranche): CreditPool => (tranche === "SENIOR" ? "senior" : "firstLoss");

/** Address of the pool, by which its history is kept; nothing is kept by the zero address, before there is a pool. */
export async function poolId(
  subgraph: SubgraphClient,
  { pool, signal }: SubgraphOptions & { pool: CreditPool },
): Promise<Address> {
  const tranche = trancheOf(pool);
  const { creditPools } = await subgraph.request(creditPoolIdDocument, { tranche }, { signal });
  return creditPools[0]?.id ?? zeroAddress;
}
