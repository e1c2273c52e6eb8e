import { getAnchor } from "@qti/sdk";
import { recordAnchorAbi } from "@qti/sdk/abis";
import { AnchorUnknownError } from "@qti/sdk/errors";
import {
  createRecordProof,
  openLog,
  parseRecordProof,
  processLogMemory,
  type RecordsLog,
  readCheckpoint,
  rootOf,
  verifyRecord,
  verifyRecordProof,
} from "@qti/sdk/records/log";
import { beforeAll, expect, test } from "vitest";
import { author } from "./support/author.ts";
import { keyOf, openTestChain, until } from "./support/chain.ts";
import { freshDatabase, startKeeper } from "./support/keeper.ts";
import { liar } from "./support/liar.ts";
import { addressOf } from "./support/stakers.ts";

/** The account to which the deployment gives ANCHORER for this purpose. */
const keeperKey = keyOf(19);
const chain = openTestChain;
const recordAnchor = () => addressOf("recordAnchor");
const contracts = () => ({ recordAnchor: recordAnchor() });
const newest = () => getAnchor(chain(), { contracts: contracts() });
const anchorsSoFar = async () =>
  chain().getContractEvents({
    address: recordAnchor(),
    abi: recordAnchorAbi,
    eventName: "RootAnchored",
    fromBlock: 0n,
  });

let ada: Awaited<ReturnType<typeof author>>;
let log: RecordsLog;
beforeAll(async () => {
  ada = await author();
  log = await openLog(ada.api, { memory: processLogMemory() });
});

/** At so many leaves at once, or after an hour. */
const settings = (leaves: number, more: Record<string, string> = {}) => ({
  QTI_KEEPER_ANCHOR_LEAVES: `${leaves}`,
  QTI_KEEPER_CHORES_MS: "100",
  ...more,
});

const isAnchored = async () => {
  const { size } = await readCheckpoint(log);
  return (await newest())?.size === BigInt(size);
};

test("killed again and again: each root once, and each of them a beginning of the next", {
  timeout: 600_000,
}, async () => {
  const databaseUrl = await freshDatabase();
  for (let life = 0; life < 6; life += 1) {
    for (let count = 0; count < 3; count += 1) await ada.write(`note ${count} of life ${life}`);
    const keeper = await startKeeper(keeperKey, databaseUrl, settings(3));
    // Another moment in each life: before anything, after the transaction is decided, when it is mined.
    const words = ["working", "confirmed", "listening"][life % 3] ?? "working";
    await keeper.saidOrDone(words, isAnchored);
    await keeper.kill();
  }
  const last = await startKeeper(keeperKey, databaseUrl, settings(3));
  await until(async () => ((await isAnchored()) ? true : undefined));
  const events = await anchorsSoFar();
  const sizes = events.map(({ args }) => Number(args.size));
  expect(new Set(sizes).size).toBe(sizes.length);
  expect(sizes).toEqual([...sizes].sort((one, other) => one - other));
  // The journal knows each of them, and none ended in vain.
  const { spent } = await last.accounts();
  const { transactions = 0, reverted } = spent.find(({ job }) => job === "anchor") ?? {};
  expect(reverted).toBe(0);
  const kept = await chain().getContractEvents({
    address: recordAnchor(),
    abi: recordAnchorAbi,
    eventName: "AnchorPreserved",
    fromBlock: 0n,
  });
  expect(transactions).toBe(events.length + kept.length);
});

test("a version is proven to others as far as the chain, without the service", async () => {
  await ada.write("something before it");
  const row = await ada.write("for a notary");
  const { record, head } = await verifyRecord(log, { id: row.id });
  const early = await createRecordProof(log, { leaf: record, client: chain(), contracts: contracts() });
  expect(early.anchor).toBeNull();
  expect(await verifyRecordProof(early)).toMatchObject({ proven: true, anchoredAt: undefined });
  const keepsNothing = settings(1, { QTI_KEEPER_PRESERVE_SECONDS: `${100 * 365 * 86_400}` });
  const keeper = await startKeeper(keeperKey, await freshDatabase(), keepsNothing);
  await until(async () => ((await newest())?.size ?? 0n) > BigInt(head.leafIndex) || undefined);
  await keeper.kill("SIGTERM");

  const proof = await createRecordProof(log, { leaf: record, client: chain(), contracts: contracts() });
  const handedOver = parseRecordProof(JSON.stringify(proof));
  const { identity } = log;
  const verdict = await verifyRecordProof(handedOver, { identity, client: chain() });
  const anchor = await newest();
  expect(verdict).toMatchObject({ proven: true, anchoredAt: anchor?.time });

  // Nothing else is proven by it.
  const other = { ...handedOver, leaf: { ...handedOver.leaf, version: 2 } };
  expect(await verifyRecordProof(other, { identity })).toEqual({ proven: false, reason: "notInLog" });
  const index = { ...handedOver, inclusion: { ...handedOver.inclusion, index: 0 } };
  expect(await verifyRecordProof(index)).toEqual({ proven: false, reason: "notInLog" });
  expect(await verifyRecordProof(early, { client: chain() })).toEqual({
    proven: false,
    reason: "notAnchored",
  });
  const unknown = { ...handedOver, anchor: handedOver.anchor && { ...handedOver.anchor, index: 999 } };
  expect(await verifyRecordProof(unknown, { client: chain() })).toEqual({
    proven: false,
    reason: "notAnchored",
  });

  // A later anchor takes its place in the contract; the chain remembers what it said.
  const later = await ada.write("something after it");
  const { head: laterHead } = await verifyRecord(log, { id: later.id });
  const next = await startKeeper(keeperKey, await freshDatabase(), keepsNothing);
  await until(async () => ((await newest())?.size ?? 0n) > BigInt(laterHead.leafIndex) || undefined);
  await next.kill("SIGTERM");
  const { index: replaced } = anchor ?? expect.fail("nothing was anchored");
  await expect(getAnchor(chain(), { contracts: contracts(), index: replaced })).rejects.toThrow(
    AnchorUnknownError,
  );
  expect(await verifyRecordProof(handedOver, { identity, client: chain() })).toEqual(verdict);
  const block = await chain().getBlockNumber();
  expect(await verifyRecordProof(handedOver, { client: chain(), fromBlock: block + 1n })).toEqual({
    proven: false,
    reason: "notAnchored",
  });
});

test("a few leaves wait for the hour, and are anchored when it is over", async () => {
  const databaseUrl = await freshDatabase();
  const first = await startKeeper(keeperKey, databaseUrl, settings(1));
  await until(async () => ((await isAnchored()) ? true : undefined));
  await first.kill();
  await ada.write("alone");
  const patient = await startKeeper(keeperKey, databaseUrl, settings(1_000));
  await patient.said("working");
  await patient.text("/health");
  expect(await isAnchored()).toBe(false);
  await chain().increaseTime({ seconds: 3_700 });
  await chain().mine({ blocks: 1 });
  await until(async () => ((await isAnchored()) ? true : undefined));
  await patient.kill();
});

test("an anchor that is old enough is kept for ever before the next one replaces it", async () => {
  const before = await newest();
  await ada.write("one more");
  const keeper = await startKeeper(
    keeperKey,
    await freshDatabase(),
    settings(1, { QTI_KEEPER_PRESERVE_SECONDS: "1" }),
  );
  await until(async () => ((await isAnchored()) ? true : undefined));
  await keeper.kill();
  expect(await getAnchor(chain(), { index: before?.index, contracts: contracts() })).toEqual(before);
});

test("a log that does not begin with what is anchored is not anchored, and said", async () => {
  const before = await newest();
  const size = Number(before?.size) + 5;
  const leaves = Array.from({ length: size }, (_, index) => new Uint8Array(32).fill(index));
  const api = await liar({ size, root: await rootOf(leaves) });
  const keeper = await startKeeper(keeperKey, await freshDatabase(), settings(1, { QTI_API_URL: api.url }));
  const said = await keeper.said(
    "the log has another past than the one that was seen; an operator has to look",
  );
  expect(said.level).toBe("error");
  await keeper.kill();
  expect(await newest()).toEqual(before);
});
