import { hardhat } from "viem/chains";
import { describe, expect, test } from "vitest";
import {
  accountOf,
  assetOfAda,
  contracts,
  fund,
  node,
  pass,
  SHARE,
  verify,
  walletOf,
} from "../../test/support/chain.ts";
import { AccessManagedUnauthorizedError } from "../errors/access.ts";
import {
  IncomeAlreadyClaimedError,
  IncomeInvalidProofError,
  IncomeNotActiveError,
  IncomeNotExpiredError,
  IncomeNotIssuerError,
  RootPendingError,
  RootTooEarlyError,
} from "../errors/income.ts";
import { approveSync } from "../tokens/approve.ts";
import { getBalances } from "../tokens/getBalances.ts";
import { activateIncome, activateIncomeSync } from "./activateIncome.ts";
import { claimIncome, claimIncomeSync } from "./claimIncome.ts";
import { getPayment } from "./getPayment.ts";
import { buildIncomeTree, type IncomeTree, incomeClaimOf, incomeRule } from "./incomeTree.ts";
import { isIncomeClaimed } from "./isIncomeClaimed.ts";
import { nextPaymentId } from "./nextPaymentId.ts";
import { payIncome, payIncomeSync } from "./payIncome.ts";
import { proposeIncomeRoot, proposeIncomeRootSync } from "./proposeIncomeRoot.ts";
import { returnIncome, returnIncomeSync } from "./returnIncome.ts";
import { transferSync } from "./transfer.ts";
import { vetoIncome, vetoIncomeSync } from "./vetoIncome.ts";

const { incomeDistributor: distributor, testDollar: money } = contracts;
const DAY = 86_400;
const amount = 999_000_000n;
const [ada, ben, cleo] = [accountOf("ada").address, accountOf("ben").address, accountOf("cleo").address];

/** Ada's asset is held by Ben (100 shares) and Cleo (200), and Ada pays an income to them. */
async function paid() {
  const asset = await assetOfAda();
  await verify("ben", "cleo");
  await fund("ada");
  await transferSync(walletOf("ada"), { asset, to: ben, amount: 100n * SHARE });
  await transferSync(walletOf("ada"), { asset, to: cleo, amount: 200n * SHARE });
  await node.mine({ blocks: 1 });
  const recordBlock = (await node.getBlockNumber()) - 1n;
  const paymentId = await nextPaymentId(node, { asset });
  const holdings = [
    { account: ada, balance: 700n * SHARE },
    { account: ben, balance: 100n * SHARE },
    { account: cleo, balance: 200n * SHARE },
  ];
  const tree = buildIncomeTree({
    chainId: hardhat.id,
    distributor,
    paymentId,
    amount,
    holdings,
    excluded: [ada],
  });
  const expiry = Number((await node.getBlock()).timestamp) + 90 * DAY;
  const list = { root: tree.root, total: tree.total, uri: incomeRule };
  await approveSync(walletOf("ada"), { token: money, spender: distributor, amount });
  const parameters = { asset, money, amount, recordBlock, expiry, ...list };
  const { event } = await payIncomeSync(walletOf("ada"), parameters);
  expect(event.args.paymentId).toBe(paymentId);
  return { asset, paymentId, tree, list, parameters };
}

async function active() {
  const payment = await paid();
  await pass(DAY);
  await activateIncomeSync(walletOf("deployer"), payment);
  return payment;
}

function claimOf(tree: IncomeTree, holder: typeof ben) {
  const claim = incomeClaimOf(tree, holder);
  if (claim === undefined) throw new RangeError("no claim");
  return claim;
}

describe("payIncome", () => {
  test("default", async () => {
    const { asset, paymentId, tree } = await paid();
    expect(await getPayment(node, { paymentId })).toMatchObject({
      asset,
      issuer: ada,
      amount,
      claimed: 0n,
      root: undefined,
      pending: { root: tree.root, total: tree.total, uri: incomeRule },
      closed: false,
    });
    expect(await nextPaymentId(node, { asset })).not.toBe(paymentId);
  });

  test("error: IncomeNotIssuerError", async () => {
    const { parameters } = await paid();
    await expect(payIncome(walletOf("ben"), parameters)).rejects.toThrow(IncomeNotIssuerError);
  });
});

describe("activateIncome", () => {
  test("default", async () => {
    const { paymentId, tree } = await active();
    expect(await getPayment(node, { paymentId })).toMatchObject({ root: tree.root, pending: undefined });
  });

  test("error: RootTooEarlyError", async () => {
    const { paymentId } = await paid();
    await expect(activateIncome(walletOf("deployer"), { paymentId })).rejects.toThrow(RootTooEarlyError);
  });
});

describe("claimIncome", () => {
  test("default", async () => {
    const { paymentId, tree } = await active();
    const { event } = await claimIncomeSync(walletOf("ben"), { paymentId, ...claimOf(tree, ben) });
    expect(event.args).toMatchObject({ account: ben, recipient: ben, amount: 333_000_000n });
    expect(await getBalances(node, { account: ben })).toMatchObject({ dollar: 333_000_000n });
  });

  test("behavior: anyone claims for anyone, and the holder is paid", async () => {
    const { paymentId, tree } = await active();
    const { event } = await claimIncomeSync(walletOf("deployer"), { paymentId, ...claimOf(tree, cleo) });
    expect(event.args).toMatchObject({ recipient: cleo, amount: 666_000_000n });
    expect((await getPayment(node, { paymentId })).claimed).toBe(666_000_000n);
  });

  test("error: IncomeAlreadyClaimedError", async () => {
    const { paymentId, tree } = await active();
    const claim = { paymentId, ...claimOf(tree, ben) };
    expect(await isIncomeClaimed(node, claim)).toBe(false);
    await claimIncomeSync(walletOf("ben"), claim);
    expect(await isIncomeClaimed(node, claim)).toBe(true);
    expect(await isIncomeClaimed(node, { paymentId, index: claimOf(tree, cleo).index })).toBe(false);
    await expect(claimIncome(walletOf("ben"), claim)).rejects.toThrow(IncomeAlreadyClaimedError);
  });

  test("error: IncomeInvalidProofError", async () => {
    const { paymentId, tree } = await active();
    const claim = { ...claimOf(tree, ben), amount: 334_000_000n };
    await expect(claimIncome(walletOf("ben"), { paymentId, ...claim })).rejects.toThrow(
      IncomeInvalidProofError,
    );
  });

  test("error: IncomeNotActiveError", async () => {
    const { paymentId, tree } = await paid();
    await expect(claimIncome(walletOf("ben"), { paymentId, ...claimOf(tree, ben) })).rejects.toThrow(
      IncomeNotActiveError,
    );
  });
});

describe("vetoIncome", () => {
  test("default", async () => {
    const { paymentId, list } = await paid();
    await vetoIncomeSync(walletOf("guardian"), { paymentId });
    expect((await getPayment(node, { paymentId })).pending).toBeUndefined();
    const { event } = await proposeIncomeRootSync(walletOf("ada"), { paymentId, ...list });
    expect(event.args.root).toBe(list.root);
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    const { paymentId } = await paid();
    await expect(vetoIncome(walletOf("ben"), { paymentId })).rejects.toThrow(AccessManagedUnauthorizedError);
  });
});

describe("proposeIncomeRoot", () => {
  test("error: RootPendingError", async () => {
    const { paymentId, list } = await paid();
    await expect(proposeIncomeRoot(walletOf("ada"), { paymentId, ...list })).rejects.toThrow(
      RootPendingError,
    );
  });
});

describe("returnIncome", () => {
  test("default", async () => {
    const { paymentId, tree } = await active();
    await claimIncomeSync(walletOf("ben"), { paymentId, ...claimOf(tree, ben) });
    await pass(90 * DAY);
    const { event } = await returnIncomeSync(walletOf("deployer"), { paymentId });
    expect(event.args).toMatchObject({ issuer: ada, amount: amount - 333_000_000n });
  });

  test("error: IncomeNotExpiredError", async () => {
    const { paymentId } = await active();
    await expect(returnIncome(walletOf("deployer"), { paymentId })).rejects.toThrow(IncomeNotExpiredError);
  });
});
