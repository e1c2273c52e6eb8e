import "@/lib/no-eval";
import { buildIncomeTree, getContracts, type IncomeClaim, type IncomeTree, nextPaymentId } from "@qti/sdk";
import { getIncomeHoldings, type IncomeHoldings, type SubgraphClient } from "@qti/sdk/subgraph";
import type { Address, Hash } from "viem";
import type { ReadClient } from "@/lib/transactions/flow";

/** What a split of income is made of. */
export type SplitParameters = {
  asset: Address;
  /** Gets nothing: it pays. */
  issuer: Address;
  /** Block at whose end the holdings count. */
  recordBlock: bigint;
  /** Money units to share out. */
  amount: bigint;
  /** Of a payment that exists; left out for the next one. */
  paymentId?: Hash | undefined;
};

/** A split: who gets how much, and of how many shares. */
export type Split = IncomeTree & {
  paymentId: Hash;
  parts: readonly (IncomeClaim & { shares: bigint })[];
};

/** Works out who gets how much, as everybody can, from what the index says of the record block. */
export async function computeSplit(
  client: ReadClient,
  subgraph: SubgraphClient,
  { asset, issuer, recordBlock, amount, paymentId }: SplitParameters,
): Promise<Split> {
  const [{ incomeDistributor }, found, id] = await Promise.all([
    getContracts(client, { names: ["incomeDistributor"] }),
    getIncomeHoldings(subgraph, { asset, blockNumber: recordBlock }),
    paymentId ?? nextPaymentId(client, { asset }),
  ]);
  return splitOf(found, {
    chainId: client.chain.id,
    distributor: incomeDistributor,
    paymentId: id,
    amount,
    issuer,
  });
}

/** The split of known holdings. Pure. */
export function splitOf(
  { holdings, system }: IncomeHoldings,
  of: { chainId: number; distributor: Address; paymentId: Hash; amount: bigint; issuer: Address },
): Split {
  const { issuer, ...rest } = of;
  const tree = buildIncomeTree({ ...rest, holdings, excluded: [issuer, ...system] });
  const sharesOf = new Map(holdings.map(({ account, balance }) => [account, balance]));
  return {
    ...tree,
    paymentId: of.paymentId,
    parts: tree.claims.map((claim) => ({ ...claim, shares: sharesOf.get(claim.holder) ?? 0n })),
  };
}
