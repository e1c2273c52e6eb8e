import { zeroHash } from "viem";
import { expect } from "vitest";
import { z } from "zod";
import { buildIncomeTree, incomeRule } from "../../../../packages/sdk/src/assets/incomeTree.ts";
import type { Graph } from "../graphql.ts";
import { assetsIn, assetsOf } from "../traffic/action.ts";
import { distributorOf, dollarsOf, redemptionOf } from "../traffic/money.ts";
import type { World } from "../world.ts";
import { big, countRows, hex, optional, reference, sum } from "./columns.ts";
import { reconcileMoney } from "./money.ts";
import type { Reconciliation } from "./reconciliation.ts";

const proposal = z.object({
  id: hex,
  root: hex,
  total: big,
  uri: z.string(),
  state: z.enum(["PENDING", "ACTIVE", "VETOED"]),
  readyAt: big,
});
const paymentRow = z.object({
  id: hex,
  asset: reference,
  index: big,
  issuer: reference,
  money: hex,
  amount: big,
  claimed: big,
  claimCount: z.number(),
  returned: big,
  recordBlock: big,
  expiry: big,
  state: z.string(),
  root: hex.nullable(),
  total: big,
  proposal,
  proposals: z.array(proposal),
  claims: z.array(z.object({ index: big, amount: big })),
});
const redemptionRow = z.object({
  id: hex,
  issuer: reference,
  money: hex,
  amount: big,
  supply: big,
  redeemed: big,
  paid: big,
  leftover: big,
  closed: z.boolean(),
  redemptionCount: z.number(),
  redemptions: z.array(z.object({ shares: big, amount: big })),
});
const redeemedRow = z.object({
  id: hex,
  account: reference,
  asset: reference,
  amount: big,
  moneyAmount: big,
  transfer: z.object({ kind: z.string(), amount: big, from: reference, to: optional }),
});
const holdingRow = z.object({
  id: hex,
  account: z.object({ id: hex, isSystem: z.boolean() }),
  balance: big,
});
const flows = z.object({
  incomeStats_collection: z.array(
    z.object({ asset: reference, paid: big, claimed: big, returned: big, redeemed: big }),
  ),
});
type PaymentRow = z.output<typeof paymentRow>;
type RedemptionRow = z.output<typeof redemptionRow>;

/** Income and redemption: what the index says equals what the contracts say, and the money is there. */
async function reconcileIncome(world: World, graph: Graph, block: number): Promise<void> {
  const fields = `asset { id } index issuer { id } money amount claimed claimCount returned recordBlock expiry state root total
    proposal { id root total uri state readyAt } proposals(first: 1000, orderBy: createdAt) { id root total uri state readyAt }
    claims(first: 1000) { index amount }`;
  const payments = await graph.all("incomePayments", fields, paymentRow, block);
  for (const payment of payments) {
    await reconcilePayment(world, payment, block);
    await reconcileTree(world, graph, payment);
  }
  const { read } = distributorOf(world);
  const at = { blockNumber: BigInt(block) };
  const counts = await Promise.all((await assetsOf(world)).map((asset) => read.paymentCount([asset], at)));
  expect(BigInt(payments.length)).toBe(sum(counts));

  const redemptions = await reconcileRedemptions(world, graph, block);
  await reconcileFunds(world, payments, redemptions, block);
  await reconcileFlows(graph, payments, redemptions);
  await reconcileMoney(world, graph, "incomeDistributor", "INCOME", block);
  await reconcileMoney(world, graph, "assetRedemption", "REDEMPTION", block);
}

async function reconcilePayment(world: World, payment: PaymentRow, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read } = distributorOf(world);
  const [told, pending, id] = await Promise.all([
    read.paymentOf([payment.id], at),
    read.pendingRootOf([payment.id], at),
    read.paymentIdOf([payment.asset, payment.index], at),
  ]);
  expect(id).toBe(payment.id);
  expect({
    asset: payment.asset,
    issuer: payment.issuer,
    money: payment.money,
    amount: payment.amount,
    claimed: payment.claimed,
    recordBlock: payment.recordBlock,
    expiry: Number(payment.expiry),
    root: payment.root ?? zeroHash,
    closed: payment.state === "CLOSED",
  }).toEqual({
    ...told,
    asset: told.asset.toLowerCase(),
    issuer: told.issuer.toLowerCase(),
    money: told.money.toLowerCase(),
  });
  const waiting = payment.proposals.filter(({ state }) => state === "PENDING");
  expect(waiting.map(({ root, total, readyAt }) => ({ root, total, readyAt: Number(readyAt) }))).toEqual(
    pending.readyAt === 0 ? [] : [{ root: pending.root, total: pending.total, readyAt: pending.readyAt }],
  );
  expect(waiting.map(({ uri }) => uri)).toEqual(
    pending.readyAt === 0 ? [] : [pending.uri.replaceAll("\0", "")],
  );
  expect(payment.proposals.at(-1)).toEqual(payment.proposal);
  if (payment.state !== "CLOSED") {
    const states = { PENDING: "PROPOSED", ACTIVE: "ACTIVE", VETOED: "VETOED" } as const;
    expect(payment.state).toBe(states[payment.proposal.state]);
  }
  for (const { index } of payment.claims) expect(await read.isClaimed([payment.id, index], at)).toBe(true);
  expect(sum(payment.claims.map(({ amount }) => amount))).toBe(payment.claimed);
  expect(payment.claims).toHaveLength(payment.claimCount);
  expect(payment.returned).toBe(payment.state === "CLOSED" ? payment.amount - payment.claimed : 0n);
}

/** Whoever asks the index for the holdings at the record block comes to the root that the issuer proposed. */
async function reconcileTree(world: World, graph: Graph, payment: PaymentRow): Promise<void> {
  const holdings = await graph.all(
    "holdings",
    "account { id isSystem } balance",
    holdingRow,
    Number(payment.recordBlock),
    `asset: "${payment.asset}", balance_gt: 0`,
  );
  const { root, total } = buildIncomeTree({
    chainId: world.reader.chain.id,
    distributor: distributorOf(world).address,
    paymentId: payment.id,
    amount: payment.amount,
    holdings: holdings.map(({ account, balance }) => ({ account: account.id, balance })),
    excluded: [
      payment.issuer,
      ...holdings.filter(({ account }) => account.isSystem).map(({ account }) => account.id),
    ],
  });
  const byRule = payment.proposals.filter(({ uri }) => uri === incomeRule);
  expect(byRule.length).toBeGreaterThan(0);
  for (const proposed of byRule) expect([proposed.root, proposed.total]).toEqual([root, total]);
}

async function reconcileRedemptions(
  world: World,
  graph: Graph,
  block: number,
): Promise<readonly RedemptionRow[]> {
  const at = { blockNumber: BigInt(block) };
  const { read } = redemptionOf(world);
  const fields = `issuer { id } money amount supply redeemed paid leftover closed redemptionCount
    redemptions(first: 1000) { shares amount }`;
  const redemptions = await graph.all("redemptions", fields, redemptionRow, block);
  for (const { id, leftover, redemptionCount, redemptions: parts, ...redemption } of redemptions) {
    const told = await read.redemptionOf([id], at);
    expect(redemption).toEqual({
      ...told,
      issuer: told.issuer.toLowerCase(),
      money: told.money.toLowerCase(),
    });
    expect(parts).toHaveLength(redemptionCount);
    expect(sum(parts.map(({ shares }) => shares))).toBe(redemption.redeemed);
    expect(sum(parts.map(({ amount }) => amount))).toBe(redemption.paid);
    expect(leftover).toBe(redemption.closed ? redemption.amount - redemption.paid : 0n);
  }
  // Redeemed or not, an asset without a row has no redemption.
  const known = new Set(redemptions.map(({ id }) => id));
  for (const asset of await assetsIn(world, 3)) {
    const { supply } = await read.redemptionOf([asset], at);
    expect(supply > 0n).toBe(known.has(z.parse(hex, asset.toLowerCase())));
  }

  const where = "kind: SHARES_REDEEMED";
  const row = "account { id } asset { id } amount moneyAmount transfer { kind amount from { id } to { id } }";
  const rows = await graph.all("transactions", row, redeemedRow, block, where);
  expect(rows).toHaveLength(redemptions.reduce((total, each) => total + each.redemptionCount, 0));
  for (const { account, amount, transfer } of rows)
    expect(transfer).toEqual({ kind: "REDEMPTION", amount, from: account, to: null });
  return redemptions;
}

/** What was paid in and not paid out lies in the contracts, to the last unit. */
async function reconcileFunds(
  world: World,
  payments: readonly PaymentRow[],
  redemptions: readonly RedemptionRow[],
  block: number,
): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read } = dollarsOf(world);
  const owed = [
    {
      contract: "incomeDistributor",
      amounts: payments.map((each) => each.amount - each.claimed - each.returned),
    },
    {
      contract: "assetRedemption",
      amounts: redemptions.map((each) => each.amount - each.paid - each.leftover),
    },
  ];
  for (const { contract, amounts } of owed) {
    expect([contract, await read.balanceOf([world.at(contract)], at)]).toEqual([contract, sum(amounts)]);
  }
}

/** Days add up to the payments and redemptions, the open day included. */
async function reconcileFlows(
  graph: Graph,
  payments: readonly PaymentRow[],
  redemptions: readonly RedemptionRow[],
): Promise<void> {
  const { incomeStats_collection: days } = await graph.query(
    "{ incomeStats_collection(first: 1000, interval: day, current: include) { asset { id } paid claimed returned redeemed } }",
    flows,
  );
  const told = (asset: string) => days.filter((day) => day.asset === asset);
  for (const asset of new Set([...payments.map((each) => each.asset), ...redemptions.map(({ id }) => id)])) {
    const own = payments.filter((payment) => payment.asset === asset);
    expect([
      sum(told(asset).map(({ paid }) => paid)),
      sum(told(asset).map(({ claimed }) => claimed)),
      sum(told(asset).map(({ returned }) => returned)),
      sum(told(asset).map(({ redeemed }) => redeemed)),
    ]).toEqual([
      sum(own.map(({ amount }) => amount)),
      sum(own.map(({ claimed }) => claimed)),
      sum(own.map(({ returned }) => returned)),
      redemptions.find(({ id }) => id === asset)?.paid ?? 0n,
    ]);
  }
}

export const incomeReconciliation: Reconciliation = {
  contracts: ["incomeDistributor", "assetRedemption"],
  reconcile: reconcileIncome,
  protocol: async (graph, block) => ({
    incomePaymentCount: await countRows(graph, "incomePayments", block),
    redemptionContract: await redemptionContract(graph, block),
  }),
};

/** As the newest row of history about it says. */
async function redemptionContract(graph: Graph, block: number): Promise<string | null> {
  const row = z.object({ id: hex, account: reference, sequence: big });
  const where = "kind: REDEMPTION_CONTRACT_SET";
  const rows = await graph.all("transactions", "account { id } sequence", row, block, where);
  return rows.sort((a, b) => (a.sequence < b.sequence ? -1 : 1)).at(-1)?.account ?? null;
}
