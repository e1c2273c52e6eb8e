import {
  getLeaderboard,
  joinLeaderboard,
  relayClaim,
  requestVoucher,
  sendTaps,
  type TapBatch,
} from "@qti/sdk/rewards/taps";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { forgetTaps } from "../src/rewards/forgetTaps.ts";
import { World } from "./support/market.ts";
import { signIn } from "./support/person.ts";
import { type Service, startService } from "./support/service.ts";
import { Tapper } from "./support/tapper.ts";

const dayMs = 86_400_000;
const world = new World(inject("rpcUrl"), inject("contracts"));
let service: Service;

beforeAll(async () => {
  service = await startService({ environment: { QTI_RELAYER_KEY: (await world.relayer()).key } });
  // What is earned depends on the second in which it is asked for.
  service.clock.stand();
});
afterAll(() => service.stop());

const pass = (milliseconds: number) => service.clock.advance(milliseconds);
const forget = () => forgetTaps({ db: service.db, clock: service.clock });
const count = async (table: string) =>
  Number((await service.pool.query(`select count(*) as rows from ${table}`)).rows[0].rows);
const refusal = (code: string) => ({ code: `api-${code}` });

async function tapped(tapper: Tapper): Promise<TapBatch> {
  pass(10_000);
  const batch = await tapper.sign([1_500, 1_690, 1_905, 2_080]);
  await sendTaps(tapper.api, { batch });
  tapper.sequence = batch.sequence;
  return batch;
}

it("what is old is forgotten, and balances, names, places and the protection from replays stay", async () => {
  const tapper = new Tapper(service);
  const waiting = await new Tapper(service).start();
  // Its first taps wait, and are another row's until it is attested.
  await tapper.start();
  const first = await tapped(tapper);
  await world.attest(tapper.account);
  await joinLeaderboard((await signIn(service, tapper.wallet)).api, { name: "Old Hand" });
  const second = await tapped(tapper);
  const waited = await tapped(waiting);
  const signed = await requestVoucher(tapper.api, { account: tapper.account });
  await world.node.waitForTransactionReceipt({ hash: (await relayClaim(tapper.api, signed)).hash });

  // Within a month everything is answered as it was.
  pass(20 * dayMs);
  expect(await forget()).toBe(1);
  expect([await count("relays"), await count("tap_batches")]).toEqual([0, 3]);
  expect((await sendTaps(tapper.api, { batch: first })).counted).toBe(4);

  pass(20 * dayMs);
  await tapper.start();
  const fresh = await tapped(tapper);
  const before = await tapper.state();
  const board = await getLeaderboard(tapper.api, { period: "all" });
  expect(await forget()).toBeGreaterThan(0);
  expect([await count("tap_batches"), await count("tap_sessions")]).toEqual([1, 3]);
  const after = await tapper.state();
  const { at: _, energy: __, ...progress } = before.progress;
  expect(after).toMatchObject({ claimed: before.claimed, claimable: before.claimable, progress });
  expect(await getLeaderboard(tapper.api, { period: "all" })).toEqual(board);
  expect(board.places).toMatchObject([{ name: "Old Hand", points: after.progress.earned }]);

  for (const batch of [first, second, waited]) {
    await expect(sendTaps(tapper.api, { batch })).rejects.toMatchObject(refusal("tap-batch-forgotten"));
  }
  // Nor another one under its number, and none that would follow.
  await expect(
    tapper.sign([0, 200], 1).then((batch) => sendTaps(tapper.api, { batch })),
  ).rejects.toMatchObject(refusal("tap-sequence"));
  await expect(waiting.send([0, 200])).rejects.toMatchObject(refusal("tap-session-ended"));
  expect((await sendTaps(tapper.api, { batch: fresh })).sequence).toBe(fresh.sequence);
  expect((await tapper.state()).progress.earned).toBe(before.progress.earned);
  expect((await waiting.state()).progress.waiting).toBeGreaterThan(0n);
  expect((await requestVoucher(tapper.api, { account: tapper.account })).voucher.earned).toBe(
    before.progress.earned,
  );

  // The account is still the sum of what is kept and what was settled.
  const { rows } = await service.pool.query(`
    select p.id from tap_people p
    left join tap_people w on w.merged_into = p.id
    left join tap_batches b on b.person in (p.id, w.id)
    where p.merged_into is null
    group by p.id
    having p.earned <> coalesce(sum(b.points), 0) + p.settled + coalesce(max(w.settled), 0) + p.restored`);
  expect(rows).toEqual([]);
  // There is nothing left to do.
  expect(await forget()).toBe(0);

  pass(431 * dayMs);
  await forget();
  expect([await count("tap_batches"), await count("tap_sessions")]).toEqual([0, 0]);
  expect((await tapper.state()).progress.earned).toBe(before.progress.earned);
});
