import { merkleDistributorAbi, qtiTokenAbi, stakingPoolAbi } from "@qti/sdk/abis";
import { getCampaignClaim, getCampaignTree, parseStakingBonusUri } from "@qti/sdk/rewards/campaigns";
import { type Address, createWalletClient, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { beforeAll, expect, inject, test } from "vitest";
import { keyOf, openTestChain, until } from "./support/chain.ts";
import { freshDatabase, startKeeper } from "./support/keeper.ts";
import {
  addressOf,
  chainNow,
  epochSeconds,
  passUntil,
  proposalsOf,
  qti,
  stake,
  startIndex,
  veto,
} from "./support/stakers.ts";

/** The account to which the deployment gives REWARDS_OPERATOR for this purpose. */
const keeperKey = keyOf(19);
const day = 86_400;
const amount = 1_000n * qti;
const chainId = 31_337;
const chain = () => openTestChain();
const distributor = () => ({ address: addressOf("merkleDistributor"), abi: merkleDistributorAbi }) as const;
const api = () => ({ url: inject("apiUrl") });

const campaignCount = () => chain().readContract({ ...distributor(), functionName: "campaignCount" });
const campaign = () => chain().readContract({ ...distributor(), functionName: "campaignOf", args: [0n] });

async function environment(): Promise<Record<string, string>> {
  return {
    QTI_GRAPHQL_URL: await startIndex(),
    QTI_KEEPER_BONUS: `${amount}`,
    QTI_KEEPER_ACTIVATE: "1",
    QTI_KEEPER_CHORES_MS: "100",
  };
}

/** Ends the epoch that runs now, and answers with its number. */
async function endEpoch(): Promise<number> {
  const epoch = Math.floor((await chainNow()) / epochSeconds);
  await passUntil((epoch + 1) * epochSeconds + 3_600);
  return epoch;
}

let ada: Address;
let ben: Address;
let loose: Address;
let epoch: number;
beforeAll(async () => {
  ({ account: ada } = await stake(100n * qti, 1));
  ({ account: ben } = await stake(300n * qti, 2));
  ({ account: loose } = await stake(900n * qti, 0));
  await endEpoch();
  epoch = await endEpoch();
});

test("killed again and again: one campaign, one root an epoch, funded to the unit, and nothing twice", {
  timeout: 600_000,
}, async () => {
  const databaseUrl = await freshDatabase();
  const settings = await environment();
  const before = await chain().getTransactionCount({ address: privateKeyToAccount(keeperKey).address });
  const isProposed = async () => (await proposalsOf()).length > 0;
  for (let life = 0; !(await isProposed()); life += 1) {
    const keeper = await startKeeper(keeperKey, databaseUrl, settings);
    // Another moment in each life: before anything, after one transaction, in the middle.
    const words = ["working", "confirmed", "bonus reckoned"][life % 3] ?? "working";
    await keeper.saidOrDone(words, isProposed);
    await keeper.kill();
  }
  const last = await startKeeper(keeperKey, databaseUrl, settings);
  await last.said("working");
  const [proposal] = await proposalsOf();
  expect(parseStakingBonusUri(proposal?.uri ?? "")).toMatchObject({ epoch, amount, previous: undefined });
  const tree = await getCampaignTree(api(), {
    root: proposal?.root ?? "0x",
    chainId,
    distributor: distributor().address,
  });
  const shares = new Map(tree.claims.map(({ account, cumulative }) => [account, cumulative]));
  expect(shares).toEqual(
    new Map([
      [ada, 250n * qti],
      [ben, 750n * qti],
    ]),
  );
  expect(shares.has(loose)).toBe(false);

  // It waits for its day, is activated, and nothing else was sent.
  await passUntil((await chainNow()) + day + 60);
  await until(async () => ((await campaign()).root === tree.root ? true : undefined));
  expect(await campaignCount()).toBe(1n);
  expect((await campaign()).funded).toBe(amount);
  expect(await proposalsOf()).toHaveLength(1);
  // Made, funded, proposed, activated. Orders that other tests left in the book are not of this test: the chain's own count
  // is that of everything which the books of all lives name.
  const sum = (rows: readonly { transactions: number }[]) =>
    rows.reduce((all, row) => all + row.transactions, 0);
  const spent = await until(async () => {
    const rows = (await last.accounts()).spent;
    const now = await chain().getTransactionCount({ address: privateKeyToAccount(keeperKey).address });
    return sum(rows) === now - before ? rows : undefined;
  });
  expect(sum(spent.filter(({ job }) => job !== "match"))).toBe(4);
  await last.kill("SIGTERM");
});

test("the next epoch adds to the first, everybody claims by what the api says, and no day is paid twice", async () => {
  const next = await endEpoch();
  const keeper = await startKeeper(keeperKey, await freshDatabase(), await environment());
  await until(async () => ((await proposalsOf()).length === 2 ? true : undefined));
  const [first, second] = await proposalsOf();
  expect(parseStakingBonusUri(second?.uri ?? "")).toMatchObject({ epoch: next, previous: first?.root });
  await passUntil((await chainNow()) + day + 60);
  await until(async () => ((await campaign()).root === second?.root ? true : undefined));
  expect((await campaign()).funded).toBe(2n * amount);
  const root = second?.root ?? "0x";
  const claim = await getCampaignClaim(api(), {
    root,
    account: ada,
    chainId,
    distributor: distributor().address,
  });
  expect(claim?.cumulative).toBe(500n * qti);
  const anyone = createWalletClient({
    account: privateKeyToAccount(keyOf(18)),
    chain: hardhat,
    transport: http(inject("rpcUrl")),
  });
  const hash = await anyone.writeContract({
    ...distributor(),
    functionName: "claim",
    args: [0n, ada, claim?.cumulative ?? 0n, [...(claim?.proof ?? [])]],
  });
  await chain().waitForTransactionReceipt({ hash });
  const balance = await chain().readContract({
    address: addressOf("qtiToken"),
    abi: qtiTokenAbi,
    functionName: "balanceOf",
    args: [ada],
  });
  expect(balance).toBe(500n * qti);
  await keeper.text("/health");
  expect(await proposalsOf()).toHaveLength(2);
});

test("a dry run says what it would propose, and publishes and sends nothing", async () => {
  await endEpoch();
  const keeper = await startKeeper(keeperKey, await freshDatabase(), {
    ...(await environment()),
    QTI_KEEPER_DRY_RUN: "1",
  });
  const { root } = await keeper.said("would propose");
  expect((await fetch(`${inject("apiUrl")}/v1/campaigns/trees/${root}`)).status).toBe(404);
  expect(await proposalsOf()).toHaveLength(2);
});

test("what a guardian vetoed is not proposed again", async () => {
  const keeper = await startKeeper(keeperKey, await freshDatabase(), await environment());
  await until(async () => ((await proposalsOf()).length === 3 ? true : undefined));
  await veto(0n);
  await keeper.said("the bonus of this epoch was vetoed; an operator has to look");
  expect((await proposalsOf()).map(({ state }) => state)).toEqual(["ACTIVE", "ACTIVE", "VETOED"]);
});

test("expired multipliers are ended while the budget of gas lasts, and not without one", async () => {
  const weightOf = async (positionId: bigint) => {
    const pool = { address: addressOf("stakingPool"), abi: stakingPoolAbi } as const;
    const position = await chain().readContract({ ...pool, functionName: "positionOf", args: [positionId] });
    return position.weight;
  };
  const { positionId } = await stake(50n * qti, 1);
  expect(await weightOf(positionId)).toBe(60n * qti);
  await passUntil((await chainNow()) + 31 * day);
  const index = await startIndex();
  const chores = { QTI_GRAPHQL_URL: index, QTI_KEEPER_CHORES_MS: "100" };
  const poor = await startKeeper(keeperKey, await freshDatabase(), {
    ...chores,
    QTI_KEEPER_ACTIVATE: "1",
  });
  await poor.said("working");
  await poor.text("/health");
  expect(await weightOf(positionId)).toBe(60n * qti);
  await poor.kill();
  await startKeeper(keeperKey, await freshDatabase(), {
    ...chores,
    QTI_KEEPER_POKE_WEI: "100000000000000000",
  });
  await until(async () => ((await weightOf(positionId)) === 50n * qti ? true : undefined));
});
