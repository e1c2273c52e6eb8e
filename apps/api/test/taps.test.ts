import { qtiPointsAbi } from "@qti/sdk/abis";
import { getTapRules, relayClaim, requestVoucher, sendTaps, startTapSession } from "@qti/sdk/rewards/taps";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World } from "./support/market.ts";
import { type Service, startService } from "./support/service.ts";
import { Tapper } from "./support/tapper.ts";

const POINT = 1_000_000n;
const world = new World(inject("rpcUrl"), inject("contracts"));
let service: Service;

beforeAll(async () => {
  service = await startService({ environment: { QTI_RELAYER_KEY: (await world.relayer()).key } });
  // What is earned depends on the second in which it is asked for.
  service.clock.stand();
});
afterAll(() => service.stop());

const seconds = () => Math.floor(service.clock.now().getTime() / 1000);
const pass = (milliseconds: number) => service.clock.advance(milliseconds);
/** What refuses with this code. */
const problem = (code: string) => expect.objectContaining({ code: `api-${code}` });

async function started(): Promise<Tapper> {
  return new Tapper(service).start();
}
async function verified(): Promise<Tapper> {
  const tapper = new Tapper(service);
  await world.attest(tapper.account);
  return tapper.start();
}

describe("taps", () => {
  it("have rules that are all numbers", async () => {
    const rules = await getTapRules({ url: service.url });
    expect(rules).toMatchObject({
      tapRewards: world.address("tapRewards"),
      dailyCap: 1_000n * POINT,
      energy: { most: 1_000 },
      relay: true,
    });
  });

  it("of somebody verified are earned, and counted once however often they are sent", async () => {
    const tapper = await verified();
    pass(5_000);
    const batch = await tapper.sign([0, 180, 395, 560]);
    const receipt = await sendTaps(tapper.api, { batch });
    expect(receipt).toMatchObject({ taps: 4, counted: 4, issue: "none" });
    // One tap after the other in a combo: 1, 1.01, 1.02 and 1.03 points.
    expect(receipt.points).toBe(4_060_000n);
    const again = await Promise.all([1, 2, 3].map(() => sendTaps(tapper.api, { batch })));
    for (const one of again) expect(one).toEqual(receipt);
    const { progress } = await tapper.state();
    expect(progress).toMatchObject({ earned: 4_060_000n, waiting: 0n, energy: 996, streak: 1 });
  });

  it("become points on the chain, by a voucher that is relayed", async () => {
    const tapper = await verified();
    const { points } = await tapper.tap(40, pass);
    const signed = await requestVoucher(tapper.api, { account: tapper.account });
    expect(signed.voucher).toMatchObject({ earned: points, sequence: 1n });
    // Asked again before it is claimed, it does not use another number up.
    expect((await requestVoucher(tapper.api, { account: tapper.account })).voucher.sequence).toBe(1n);
    const { hash } = await relayClaim(tapper.api, signed);
    await world.node.waitForTransactionReceipt({ hash });
    expect(await relayClaim(tapper.api, signed)).toEqual({ hash });
    const balance = await world.node.readContract({
      address: world.address("qtiPoints"),
      abi: qtiPointsAbi,
      functionName: "balanceOf",
      args: [tapper.account],
    });
    expect(balance).toBe(points);
    expect(await tapper.state()).toMatchObject({ claimed: points, claimable: 0n });
    await expect(requestVoucher(tapper.api, { account: tapper.account })).rejects.toEqual(
      problem("tap-nothing-to-claim"),
    );
  });

  it("are taken for the key that the wallet authorised, and for no other", async () => {
    const tapper = await started();
    const batch = await tapper.sign([0, 200]);
    const changed = { ...batch, taps: [0, 200, 390] };
    await expect(sendTaps(tapper.api, { batch: changed })).rejects.toEqual(problem("tap-batch-signature"));
    const other = await started();
    const foreign = { ...(await other.sign([0, 200])), session: batch.session };
    await expect(sendTaps(tapper.api, { batch: foreign })).rejects.toEqual(problem("tap-batch-signature"));
  });

  it("of a session come in its order, and are refused before what is missing", async () => {
    const tapper = await started();
    const early = await tapper.sign([0, 200], 2);
    await expect(sendTaps(tapper.api, { batch: early })).rejects.toMatchObject({
      code: "api-tap-sequence",
      problem: { expected: 1 },
    });
  });
});

describe("taps of many at once", () => {
  it("are counted for each, also for who sends a batch again in the same moment or out of its order", async () => {
    const people = await Promise.all([1, 2, 3, 4, 5, 6].map(() => started()));
    pass(2_000);
    const answers = await Promise.all(
      people.map(async (tapper, index) => {
        const batch = await tapper.sign([0, 190, 400 + index]);
        const early = await tapper.sign([0, 150], 9);
        return Promise.allSettled([
          sendTaps(tapper.api, { batch }),
          sendTaps(tapper.api, { batch }),
          sendTaps(tapper.api, { batch: early }),
        ]);
      }),
    );
    for (const [index, [one, again, early]] of answers.entries()) {
      expect(one).toMatchObject({ status: "fulfilled", value: { counted: 3, sequence: 1 } });
      expect(again).toEqual(one);
      expect(early).toMatchObject({ status: "rejected", reason: problem("tap-sequence") });
      expect((await people[index]?.state())?.progress.waiting).toBe(3_030_000n);
    }
  });

  it("wait for nobody whose row somebody else holds", async () => {
    const [held, free] = [await started(), await started()];
    const holder = await service.pool.connect();
    try {
      await holder.query("begin");
      await holder.query("select from tap_people where session = $1 for update", [held.session]);
      const waiting = held.send([0, 200]);
      await expect(free.send([0, 200])).resolves.toMatchObject({ counted: 2 });
      await holder.query("commit");
      await expect(waiting).resolves.toMatchObject({ counted: 2 });
    } finally {
      holder.release();
    }
  });
});

describe("a session", () => {
  it("begins with the wallet's signature over what is sent", async () => {
    const tapper = new Tapper(service);
    const { session } = await tapper.authorise({ issuedAt: seconds() });
    const { signature } = await new Tapper(service).authorise({ issuedAt: seconds() });
    await expect(startTapSession(tapper.api, { session, signature })).rejects.toEqual(
      problem("tap-session-signature"),
    );
  });

  it.each([
    ["issued long ago", -3_600, 7_200],
    ["issued in the future", 3_600, 60],
    ["that lives longer than a day", 0, 25 * 3_600],
    ["that is over when it begins", -300, 100],
  ])("%s is not taken", async (_, ahead, life) => {
    const tapper = new Tapper(service);
    const signed = await tapper.authorise({ issuedAt: seconds() + ahead, life });
    await expect(startTapSession(tapper.api, signed)).rejects.toEqual(problem("tap-session-clock"));
  });

  it("started again answers the same while it lives, and is ended by a newer one for ever", async () => {
    const tapper = new Tapper(service);
    const first = await tapper.authorise({ issuedAt: seconds() });
    const live = await startTapSession(tapper.api, first);
    expect((await startTapSession(tapper.api, first)).id).toBe(live.id);
    tapper.key = first.key;
    tapper.session = live.id;
    const counted = await tapper.sign([0, 200]);
    const receipt = await sendTaps(tapper.api, { batch: counted });
    pass(2_000);
    const old = await tapper.sign([1_500, 1_700], 2);
    await tapper.start();
    await expect(sendTaps(tapper.api, { batch: old })).rejects.toMatchObject({
      code: "api-tap-session-ended",
      problem: { reason: "replaced" },
    });
    // What it had counted before is still answered.
    expect(await sendTaps(tapper.api, { batch: counted })).toEqual(receipt);
    await expect(startTapSession(tapper.api, first)).rejects.toEqual(problem("tap-session-replayed"));
  });

  it("takes nothing once it has expired", async () => {
    const tapper = await started();
    pass(3_601_000);
    await expect(tapper.send([0, 200])).rejects.toMatchObject({ problem: { reason: "expired" } });
  });
});

describe("a wallet without an identity", () => {
  it("waits, for one day's cap at most, and brings it to the identity whose first account it becomes", async () => {
    const tapper = await started();
    const { points, progress } = await tapper.tap(60, pass);
    expect(progress).toMatchObject({ waiting: points, earned: 0n });
    await expect(requestVoucher(tapper.api, { account: tapper.account })).rejects.toEqual(
      problem("tap-no-identity"),
    );
    await world.attest(tapper.account);
    const state = await tapper.state();
    expect(state.progress).toMatchObject({ waiting: 0n, earned: points, energy: 940 });
    expect(state.claimable).toBe(points);
    // The session goes on where it was.
    const more = await tapper.tap(10, pass);
    expect(more.progress.earned).toBe(points + more.points);
  });

  it("that waits earns no more than one day's cap, however many days it waits", async () => {
    const tapper = await started();
    let last = await tapper.tap(200, pass);
    for (let day = 0; day < 3; day++) {
      pass(86_400_000);
      await tapper.start();
      for (let batch = 0; batch < 4; batch++) last = await tapper.tap(200, pass);
    }
    expect(last).toMatchObject({ issue: "waiting" });
    expect(last.progress.waiting).toBe(1_000n * POINT);
  });
});

describe("the chain", () => {
  it("that has paid more than an older database knows is where the account goes on", async () => {
    const tapper = await verified();
    await tapper.tap(100, pass);
    const { hash } = await relayClaim(
      tapper.api,
      await requestVoucher(tapper.api, { account: tapper.account }),
    );
    await world.node.waitForTransactionReceipt({ hash });
    const restored = await startService();
    try {
      const again = await new Tapper(restored, tapper.wallet).start();
      const { points } = await again.tap(50, (milliseconds) => restored.clock.advance(milliseconds));
      const { voucher } = await requestVoucher(again.api, { account: tapper.account });
      const state = await again.state();
      expect(state.claimable).toBe(points);
      expect(voucher.earned).toBe(state.claimed + points);
      expect(voucher.sequence).toBe(2n);
    } finally {
      await restored.stop();
    }
  });

  it("is told nothing that the ledger does not say", async () => {
    const { rows } = await service.pool.query<{ id: string }>(`
      select p.id from tap_people p
      left join tap_people w on w.merged_into = p.id
      left join tap_batches b on b.person in (p.id, w.id)
      where p.merged_into is null
      group by p.id having p.earned <> coalesce(sum(b.points), 0) + p.settled + coalesce(max(w.settled), 0) + p.restored`);
    expect(rows).toEqual([]);
  });
});
