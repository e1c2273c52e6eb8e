import {
  activateIncomeSync,
  approveSync,
  buildIncomeTree,
  claimIncomeSync,
  getHolding,
  type IncomeTree,
  incomeClaimOf,
  incomeRule,
  nextPaymentId,
  payIncomeSync,
} from "@qti/sdk";
import type { Address, Hash } from "viem";
import { getBlock } from "viem/actions";
import { DeploymentError } from "../errors.ts";
import { addressOf, type Cast } from "./cast.ts";
import { type PersonName, people } from "./people.ts";

const quarter = 90 * 86_400;

/** An income that was paid in, and who gets how much of it. */
export interface Payment {
  readonly paymentId: Hash;
  readonly tree: IncomeTree;
}

/** Pays an income to everybody who holds shares now, by the rule that anybody can recompute. */
export async function payIncome(
  cast: Cast,
  asset: Address,
  issuer: PersonName,
  amount: bigint,
): Promise<Payment> {
  const client = cast.person(people[issuer]);
  const distributor = addressOf(cast, "incomeDistributor");
  const money = addressOf(cast, "testDollar");
  await approveSync(client, { token: money, spender: distributor, amount });
  const block = await getBlock(client);
  const recordBlock = block.number;
  const paymentId = await nextPaymentId(client, { asset });
  const tree = buildIncomeTree({
    chainId: cast.chain.id,
    distributor,
    paymentId,
    amount,
    holdings: await holdingsAt(cast, asset, recordBlock),
    excluded: [client.account.address],
  });
  const expiry = Number(block.timestamp) + quarter;
  const list = { root: tree.root, total: tree.total, uri: incomeRule };
  await payIncomeSync(client, { asset, money, amount, recordBlock, expiry, ...list });
  return { paymentId, tree };
}

/** A day later claims can begin; anyone may say so. */
export async function activateIncome(cast: Cast, { paymentId }: Payment): Promise<void> {
  await activateIncomeSync(cast.desk("complianceDesk"), { paymentId });
}

export async function claimIncome(cast: Cast, { paymentId, tree }: Payment, who: PersonName): Promise<void> {
  const client = cast.person(people[who]);
  const claim = incomeClaimOf(tree, client.account.address);
  if (claim === undefined) throw new DeploymentError(`The demo's income has no part for ${who}.`);
  await claimIncomeSync(client, { paymentId, ...claim });
}

/** Everybody of the demo: nobody else can hold a share in it. */
function holdingsAt(cast: Cast, asset: Address, blockNumber: bigint) {
  return Promise.all(
    Object.values(people).map(async (person) => {
      const client = cast.person(person);
      const account = client.account.address;
      const { balance } = await getHolding(client, { asset, account, blockNumber });
      return { account, balance };
    }),
  );
}
