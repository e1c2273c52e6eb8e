import { randomUUID } from "node:crypto";
import { usePostgres } from "@qti/scripts";
import { createLogger } from "@qti/service/logger";
import { encodeFunctionData, getAddress, keccak256, parseAbi, toHex } from "viem";
import { generatePrivateKey } from "viem/accounts";
import { afterEach, expect, inject, onTestFinished, test } from "vitest";
import { genesisOf, openChain } from "../src/core/chain.ts";
import { migrateDatabase, openDatabase } from "../src/core/database.ts";
import { KeeperError } from "../src/core/errors.ts";
import { Journal } from "../src/core/journal.ts";
import { createMetrics } from "../src/core/metrics.ts";
import { FeeCeilingError, GasLimitError, type Limits, Sender, type Wish } from "../src/core/sender.ts";
import { openTestChain, until } from "./support/chain.ts";

const token = getAddress(`0x${"ab".repeat(20)}`);
const target = getAddress(`0x${"cd".repeat(20)}`);
const limits: Limits = {
  gas: 1_000_000n,
  feePerGas: 10n ** 12n,
  confirmations: 1,
  raiseAfterMs: 60_000,
  pollMs: 10,
};
const wish: Wish = {
  job: "test",
  subject: "one",
  to: target,
  data: "0x",
  earned: () => new Map([[token, 7n]]),
};

/** A keeper's key with ether on it, a journal of its own, and a sender over both. */
async function scene(changes: Partial<Limits> = {}, dryRun = false) {
  const databaseUrl = await usePostgres(inject("databaseUrl")).freshDatabase(
    `keeper_${randomUUID().replaceAll("-", "")}`,
  );
  await migrateDatabase(databaseUrl);
  const log = createLogger("keeper", "silent");
  const { db, close } = openDatabase(databaseUrl, log);
  onTestFinished(close);
  const chain = openTestChain();
  const client = openChain({
    rpcUrl: inject("rpcUrl"),
    chainId: 31337,
    contracts: inject("contracts"),
    key: generatePrivateKey(),
  });
  const { address } = client.account;
  await chain.setBalance({ address, value: 10n ** 18n });
  const journal = new Journal(db, { genesis: await genesisOf(client), account: address });
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const sender = (own: Partial<Limits> = {}) =>
    new Sender({
      client,
      journal,
      log,
      metrics: createMetrics(),
      limits: { ...limits, ...changes, ...own },
      dryRun,
      signal: abort.signal,
    });
  const count = () => client.getTransactionCount({ address, blockTag: "latest" });
  /** What a process leaves that died after it had signed and before it broadcast. */
  const leaveUnsent = async (nonce = 0) => {
    const fees = await client.estimateFeesPerGas();
    const planned = { job: "test", subject: "left", nonce, to: target, data: "0x", gas: 100_000n } as const;
    const raw = await client.account.signTransaction({
      type: "eip1559",
      chainId: 31337,
      ...planned,
      ...fees,
    });
    return journal.open(planned, { hash: keccak256(raw), raw, ...fees });
  };
  return { chain, client, journal, sender, abort, address, count, leaveUnsent };
}

afterEach(async () => {
  await openTestChain().setAutomine(true);
});

test("what is sent is in the books: its gas to the wei, and what it brought in", async () => {
  const { client, sender, journal, address } = await scene();
  expect(await sender().send(wish)).toMatchObject({ status: "confirmed" });
  const left = await client.getBalance({ address });
  const { spent, earned } = await journal.accounts();
  expect(spent).toEqual([{ job: "test", transactions: 1, reverted: 0, wei: 10n ** 18n - left }]);
  expect(earned).toEqual([{ job: "test", token, amount: 7n }]);
  expect(await journal.unfinished()).toEqual([]);
});

test("signed and written but never broadcast: the next process sends those very bytes", async () => {
  const { sender, journal, count, leaveUnsent, client } = await scene();
  const { attempts } = await leaveUnsent();
  await sender().finish(() => wish.earned);
  expect(await count()).toBe(1);
  expect(await client.getTransactionReceipt({ hash: attempts[0]?.hash ?? "0x" })).toMatchObject({
    status: "success",
  });
  expect((await journal.accounts()).earned).toEqual([{ job: "test", token, amount: 7n }]);
});

test("broadcast and mined while nobody looked: booked once, sent no second time", async () => {
  const { client, sender, journal, count, leaveUnsent } = await scene();
  const { attempts } = await leaveUnsent();
  await client.sendRawTransaction({ serializedTransaction: attempts[0]?.raw ?? "0x" });
  await sender().finish(() => wish.earned);
  await sender().finish(() => wish.earned);
  expect(await count()).toBe(1);
  expect(await journal.accounts()).toMatchObject({
    spent: [{ transactions: 1 }],
    earned: [{ amount: 7n }],
  });
});

test("a process that stops in the middle leaves it to the next one", async () => {
  const { chain, sender, journal, count, abort } = await scene();
  await chain.setAutomine(false);
  const sent = sender().send(wish);
  const left = await until(async () => (await journal.unfinished())[0]);
  abort.abort();
  await expect(sent).rejects.toThrow("aborted");
  expect(await journal.unfinished()).toEqual([left]);
  expect(await count()).toBe(0);
});

test("what a node that failed in the middle left behind is brought to its end before the next wish", async () => {
  const { chain, client, sender, journal, count } = await scene();
  const keeper = sender();
  const { getTransactionReceipt } = client;
  client.getTransactionReceipt = () => Promise.reject(new Error("the node is gone"));
  await chain.setAutomine(false);
  await expect(keeper.send(wish)).rejects.toThrow("the node is gone");
  client.getTransactionReceipt = getTransactionReceipt;
  const next = keeper.send({ ...wish, subject: "two" });
  await chain.mine({ blocks: 1 });
  await chain.setAutomine(true);
  expect(await next).toMatchObject({ status: "confirmed" });
  expect(await count()).toBe(2);
  expect(await journal.unfinished()).toEqual([]);
  expect(await journal.accounts()).toMatchObject({
    spent: [{ transactions: 2 }],
    earned: [{ amount: 14n }],
  });
});

test("not mined for long: replaced under the same nonce with higher fees, and booked by what was mined", async () => {
  const { chain, sender, journal, count } = await scene({ raiseAfterMs: 100 });
  await chain.setAutomine(false);
  const sent = sender().send(wish);
  const attempts = await until(async () => {
    const [pending] = await journal.unfinished();
    return pending !== undefined && pending.attempts.length >= 3 ? pending.attempts : undefined;
  });
  const fees = attempts.map(({ maxFeePerGas }) => maxFeePerGas);
  expect(fees).toEqual([...fees].sort((a, b) => (a > b ? -1 : 1)));
  await chain.mine({ blocks: 1 });
  expect(await sent).toMatchObject({ status: "confirmed" });
  expect(await count()).toBe(1);
  expect((await journal.accounts()).spent).toMatchObject([{ transactions: 1 }]);
});

test("at the ceiling of fees it waits as it is", async () => {
  const { chain, client, sender, journal } = await scene();
  const { maxFeePerGas } = await client.estimateFeesPerGas();
  await chain.setAutomine(false);
  const sent = sender({ raiseAfterMs: 1, feePerGas: maxFeePerGas }).send(wish);
  await until(async () => (await journal.unfinished())[0]);
  await chain.mine({ blocks: 1 });
  const outcome = await sent;
  expect(outcome.status).toBe("confirmed");
});

test("final only after as many blocks as was asked for", async () => {
  const { chain, client, sender, count } = await scene({ confirmations: 3 });
  let ended = false;
  const sent = sender()
    .send(wish)
    .finally(() => {
      ended = true;
    });
  await until(async () => ((await count()) === 1 ? true : undefined));
  await chain.mine({ blocks: 1 });
  await client.getBlockNumber();
  expect(ended).toBe(false);
  await chain.mine({ blocks: 1 });
  expect(await sent).toMatchObject({ status: "confirmed" });
});

test("a nonce that somebody else used is lost, and the next wish goes on", async () => {
  const { client, sender, journal, leaveUnsent } = await scene();
  await leaveUnsent();
  const hash = await client.sendTransaction({ to: token, value: 1n });
  await client.waitForTransactionReceipt({ hash, pollingInterval: 10 });
  await sender().finish(() => wish.earned);
  expect(await journal.unfinished()).toEqual([]);
  expect((await journal.accounts()).earned).toEqual([]);
  expect(await sender().send(wish)).toMatchObject({ status: "confirmed" });
});

test("what a reorganisation takes out of the chain it takes out of the books", async () => {
  const { chain, sender, journal, count } = await scene();
  const past = await chain.snapshot();
  await sender().send(wish);
  await sender().send({ ...wish, subject: "two" });
  await chain.revert({ id: past });
  expect(await count()).toBe(0);
  await sender().send({ ...wish, subject: "three" });
  expect(await journal.accounts()).toMatchObject({
    spent: [{ transactions: 1 }],
    earned: [{ amount: 7n }],
  });
});

test("what the contract would refuse is never sent", async () => {
  const { sender, journal, count } = await scene();
  const abi = parseAbi(["function transfer(address to, uint256 amount)"]);
  const data = encodeFunctionData({ abi, functionName: "transfer", args: [target, 1n] });
  const outcome = await sender().send({ ...wish, to: inject("contracts").qtiToken ?? token, data });
  expect(outcome.status).toBe("refused");
  expect(await count()).toBe(0);
  expect((await journal.accounts()).spent).toEqual([]);
});

test("error: GasLimitError and FeeCeilingError, and nothing is sent", async () => {
  const { sender, count } = await scene();
  expect(await sender({ gas: 21_000n }).send(wish)).toMatchObject({
    status: "refused",
    cause: expect.any(GasLimitError),
  });
  expect(await sender({ feePerGas: 1n }).send(wish)).toMatchObject({
    status: "refused",
    cause: expect.any(FeeCeilingError),
  });
  expect(await count()).toBe(0);
});

test("a dry run says what it would cost and leaves no trace", async () => {
  const { sender, journal, count } = await scene({}, true);
  expect(await sender().send(wish)).toEqual({ status: "dryRun", gas: expect.any(BigInt) });
  expect(await count()).toBe(0);
  expect(await journal.accounts()).toEqual({ spent: [], earned: [] });
});

test("error: KeeperError on another chain than was told", async () => {
  const client = openChain({
    rpcUrl: inject("rpcUrl"),
    chainId: 1,
    contracts: {},
    key: toHex(1n, { size: 32 }),
  });
  await expect(genesisOf(client)).rejects.toThrow(KeeperError);
});
