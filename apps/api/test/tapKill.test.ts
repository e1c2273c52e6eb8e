import { createTapQueue, getTapRules, type TapReceipt } from "@qti/sdk/rewards/taps";
import { Client } from "pg";
import { expect, it, onTestFinished } from "vitest";
import { oracleKey } from "./support/attester.ts";
import { type ChildService, listening, startChild } from "./support/childService.ts";
import { freshDatabase } from "./support/service.ts";
import { handIntervals, Tapper } from "./support/tapper.ts";

/** Each sends one tap a batch, as fast as it is answered. */
const tappers = 20;
const tapsEach = 10;

it("an api that is killed in the middle of batches has every tap that it acknowledged, and none twice", {
  timeout: 300_000,
}, async () => {
  const environment = {
    DATABASE_URL: await freshDatabase(),
    QTI_TAP_ORACLE_KEY: oracleKey,
    QTI_TAP_STARTS_PER_MINUTE: "100000",
    QTI_TAP_BATCHES_PER_MINUTE: "100000",
  };
  let service: Promise<ChildService> = listening(await startChild({ environment }));
  const first = await service;
  const people = await Promise.all(Array.from({ length: tappers }, () => new Tapper(first).start()));
  const rules = await getTapRules({ url: first.url });
  let acknowledged = 0;
  let kills = 0;
  const kill = async (): Promise<void> => {
    const { child } = await service;
    kills += 1;
    service = startChild({ environment }).then(listening);
    child.kill("SIGKILL");
    await service;
  };

  const receipts = await Promise.all(
    people.map(async ({ session, key }, person) => {
      if (session === undefined || key === undefined) throw new Error("start first");
      let kept: string | null = null;
      const storage = {
        read: () => kept,
        write: (text: string) => {
          kept = text;
        },
      };
      let at = 0;
      const open = () => createTapQueue({ rules, storage, now: () => at });
      let queue = open();
      queue.start({ id: session, sequence: 0, privateKey: key.privateKey });
      const got: TapReceipt[] = [];
      for (const interval of handIntervals(tapsEach, person + 1)) {
        at += interval;
        expect(queue.add()).toBe(true);
        while (queue.waiting > 0) {
          const { url } = await service;
          const receipt = await queue.flush({ url }).catch(() => undefined);
          if (receipt === undefined) {
            // The page is loaded again as well: what was not answered is in its storage.
            queue = open();
            queue.start({ id: session, sequence: 0, privateKey: key.privateKey });
            continue;
          }
          got.push(receipt);
          acknowledged += receipt.taps;
          if (acknowledged === 60 || acknowledged === 130) await kill();
        }
      }
      return got;
    }),
  );

  expect(kills).toBe(2);
  const client = new Client({ connectionString: environment.DATABASE_URL });
  await client.connect();
  onTestFinished(() => client.end());
  const { rows } = await client.query<{ session: string; taps: number; points: string; earned: string }>(
    `select s.id as session, sum(b.taps)::int as taps, sum(b.points) as points, max(p.earned) as earned
     from tap_sessions s join tap_people p on p.id = s.person join tap_batches b on b.session = s.id group by s.id`,
  );
  expect(rows).toHaveLength(tappers);
  for (const [index, { session }] of people.entries()) {
    const told = receipts[index] ?? [];
    const row = rows.find((one) => one.session === session);
    expect(row?.taps).toBe(tapsEach);
    expect(told.reduce((sum, { taps }) => sum + taps, 0)).toBe(tapsEach);
    const points = told.reduce((sum, one) => sum + one.points, 0n);
    expect([row?.points, row?.earned]).toEqual([`${points}`, `${points}`]);
    expect(told.map(({ sequence }) => sequence)).toEqual([...new Set(told.map(({ sequence }) => sequence))]);
  }
});
