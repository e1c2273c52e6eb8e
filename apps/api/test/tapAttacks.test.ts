import { referralTypedData } from "@qti/sdk";
import { qtiPointsAbi } from "@qti/sdk/abis";
import {
  getLeaderboard,
  relayClaim,
  relayReferral,
  requestVoucher,
  type SignedReferral,
} from "@qti/sdk/rewards/taps";
import type { Address, Hex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { expect, inject, it, vi } from "vitest";
import { type Trader, World } from "./support/market.ts";
import { serviceForTest } from "./support/service.ts";
import { Tapper } from "./support/tapper.ts";

vi.setConfig({ testTimeout: 120_000 });

const world = new World(inject("rpcUrl"), inject("contracts"));

const serviceHere = async (environment: Record<string, string> = {}) =>
  serviceForTest({ environment: { QTI_RELAYER_KEY: (await world.relayer()).key, ...environment } });

/** A wallet that says yes to everything, and one that says no. On a live chain one contract is both: `tx.gasprice` is 0 in a call. */
const yes: Hex = "0x631626ba7e60e01b5f5260205ff3";
const no: Hex = "0x5f5ffd";

/** Somebody new, who costs nothing, and their signature that this referrer brought them. */
async function signedReferral(referrer: Trader): Promise<SignedReferral> {
  const nobody = privateKeyToAccount(generatePrivateKey());
  const deadline = BigInt((await world.now()) + 3_600);
  const referral = { newcomer: nobody.address, referrer: referrer.address, nonce: 0n, deadline };
  const referralRegistry = world.address("referralRegistry");
  const typedData = referralTypedData({ chainId: hardhat.id, referralRegistry, referral });
  return { referral, signature: await nobody.signTypedData(typedData) };
}

it("a relayed call that fails on the chain takes from the quota of who had it sent", async () => {
  const service = await serviceHere({ QTI_RELAYS_PER_DAY: "2", QTI_RELAYS_PER_DAY_IN_ALL: "3" });
  const referrer = await world.stranger();
  await world.attest(referrer.address);
  const newcomer = privateKeyToAccount(generatePrivateKey()).address;
  const referral = {
    newcomer,
    referrer: referrer.address,
    nonce: 0n,
    deadline: BigInt((await world.now()) + 3_600),
  };
  const sent: string[] = [];
  try {
    await world.node.setAutomine(false);
    for (let turn = 0; turn < 6; turn++) {
      await world.node.setCode({ address: newcomer, bytecode: yes });
      const answer = await relayReferral({ url: service.url }, { referral, signature: "0x00" }).catch(
        () => undefined,
      );
      if (answer === undefined) break;
      await world.node.setCode({ address: newcomer, bytecode: no });
      await world.node.mine({ blocks: 1 });
      const { status } = await world.node.getTransactionReceipt(answer);
      sent.push(`${status} ${answer.hash}`);
    }
  } finally {
    await world.node.setAutomine(true);
  }
  // It is sent once: whoever said yes and then no is not asked again.
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatch(/^reverted /);
});

it("newcomers that cost nothing do not use up what the service relays for everybody", async () => {
  const service = await serviceHere({ QTI_RELAYS_PER_DAY_IN_ALL: "4" });
  const referrer = await world.stranger();
  await world.attest(referrer.address);
  const tapper = new Tapper(service);
  await world.attest(tapper.account);
  await tapper.start();
  await tapper.tap(20, (time) => service.clock.advance(time));
  for (let count = 0; count < 4; count++) {
    const { hash } = await relayReferral({ url: service.url }, await signedReferral(referrer));
    await world.node.waitForTransactionReceipt({ hash });
  }
  const voucher = await requestVoucher(tapper.api, { account: tapper.account });
  await expect(relayClaim(tapper.api, voucher)).resolves.toBeDefined();
});

it("a stranger does not decide to which account of a person points are paid", async () => {
  const service = await serviceHere();
  const [holder, forgotten] = [await world.stranger(), await world.stranger()];
  await world.attest(holder.address);
  await world.link(holder, forgotten);
  const tapper = await new Tapper(service, holder.account).start();
  const { points } = await tapper.tap(40, (time) => service.clock.advance(time));
  expect(points).toBeGreaterThan(0n);
  // Nobody signed anything, and nobody paid anything.
  const stranger = { url: service.url };
  await requestVoucher(stranger, { account: forgotten.address })
    .then((voucher) => relayClaim(stranger, voucher))
    .then(({ hash }) => world.node.waitForTransactionReceipt({ hash }))
    .catch(() => undefined);
  const balance = (account: Address) =>
    world.node.readContract({
      address: world.address("qtiPoints"),
      abi: qtiPointsAbi,
      functionName: "balanceOf",
      args: [account],
    });
  expect(await balance(forgotten.address)).toBe(0n);
});

it("a wallet's waiting taps are paid once, also after the database was set back", async () => {
  const service = await serviceHere();
  const holder = await world.stranger();
  const tapper = await new Tapper(service, holder.account).start();
  const { points } = await tapper.tap(40, (time) => service.clock.advance(time));
  // What a copy of the database from this moment has of the person.
  const { rows } = await service.pool.query("select * from tap_people where wallet = $1", [holder.address]);
  const [copy] = rows;
  await world.attest(holder.address);
  const voucher = await requestVoucher(tapper.api, { account: holder.address });
  const { hash } = await relayClaim(tapper.api, voucher);
  await world.node.waitForTransactionReceipt({ hash });
  // Set back to it.
  await service.pool.query("update tap_people set merged_into = null, session = $2 where id = $1", [
    copy.id,
    copy.session,
  ]);
  await service.pool.query("update tap_sessions set person = $1 where account = $2", [
    copy.id,
    holder.address,
  ]);
  await service.pool.query("delete from tap_days where person <> $1", [copy.id]);
  await service.pool.query("delete from tap_people where identity is not null");
  const { progress } = await tapper.state();
  expect(progress.earned).toBe(points);
});

it("relays that wait for one another leave connections of the database to everybody else", async () => {
  const service = await serviceHere();
  const referrer = await world.stranger();
  await world.attest(referrer.address);
  // A slow node: somebody has the relayer's lock for a while.
  const holder = await service.pool.connect();
  await holder.query("select pg_advisory_lock($1)", [0x71746936]);
  const relaying: Promise<unknown>[] = [];
  for (let count = 0; count < 12; count++) {
    const signed = await signedReferral(referrer);
    relaying.push(relayReferral({ url: service.url }, signed).catch((error) => error));
  }
  const waiting = async () => {
    const { rows } = await holder.query<{ waiting: number }>(
      "select count(*)::int as waiting from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
    );
    return rows[0]?.waiting;
  };
  await vi.waitFor(async () => expect(await waiting()).toBeGreaterThan(0), { timeout: 30_000 });
  expect((await getLeaderboard({ url: service.url }, { period: "day" })).places).toEqual([]);
  // The others wait in the service, and hold nothing.
  expect(await waiting()).toBe(1);
  await holder.query("select pg_advisory_unlock($1)", [0x71746936]);
  holder.release();
  await Promise.all(relaying);
});
