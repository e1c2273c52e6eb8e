import type { ServerResponse } from "node:http";
import { getAddress, hashTypedData } from "viem";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { serve } from "../../../test/support/rpc.ts";
import { ApiResponseError } from "../../core/api/errors.ts";
import { createTapQueue } from "./createTapQueue.ts";
import { getReferrer } from "./referralCodes.ts";
import { sendTaps } from "./sendTaps.ts";
import { createTapKey, tapBatchMessage } from "./signTapBatch.ts";
import { tapSessionTypedData } from "./tapSessionTypedData.ts";
import { leaderboardNameSchema, type TapBatch, tapBatchSchema, tapReceiptSchema } from "./wire.ts";

const account = getAddress(`0x${"a".repeat(40)}`);
const session = `0x${"1".repeat(64)}` as const;
const other = `0x${"2".repeat(64)}` as const;
const rules = {
  speed: { fastestMs: 60, perSecond: 12 },
  clock: { toleranceMs: 2_000, reserveMs: 3_600_000, pauseMs: 10_000 },
};

const receiptOf = ({ session, sequence, taps }: TapBatch) =>
  z.encode(tapReceiptSchema, {
    session,
    sequence,
    taps: taps.length,
    counted: taps.length,
    points: 1n,
    issue: "none",
    progress: {
      energy: 1,
      run: 1,
      multiplierBps: 10_000,
      streak: 1,
      today: 1n,
      cap: 2n,
      earned: 1n,
      waiting: 0n,
      at: 1_800_000_000_000,
    },
  });

type Answer = (batch: TapBatch, response: ServerResponse) => void;
const json = (response: ServerResponse, status: number, body: object) => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
};
const acknowledge: Answer = (batch, response) => json(response, 200, receiptOf(batch));
const refuse =
  (code: string, more: object = {}): Answer =>
  (_, response) =>
    json(response, 409, { type: "about:blank", title: "No.", status: 409, code, ...more });
/** The answer is lost on its way. */
const lose: Answer = (_, response) => void response.destroy();

/** A service that answers each batch with the next answer, the last one again and again. */
async function answering(
  answers: readonly Answer[],
  use: (api: { url: string }, got: TapBatch[]) => Promise<void>,
): Promise<void> {
  const got: TapBatch[] = [];
  await serve(
    (request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        const batch = tapBatchSchema.parse(JSON.parse(body));
        got.push(batch);
        (answers[Math.min(got.length, answers.length) - 1] ?? acknowledge)(batch, response);
      });
    },
    (url) => use({ url }, got),
  );
}

/** A queue with a clock and a storage that the test holds. */
async function queueFor(id: `0x${string}` = session) {
  const { privateKey, publicKey } = await createTapKey();
  const kept = { text: null as string | null, at: 1_000 };
  const storage = {
    read: () => kept.text,
    write: (text: string) => {
      kept.text = text;
    },
  };
  const open = () => createTapQueue({ rules, storage, now: () => kept.at });
  const queue = open();
  queue.start({ id, sequence: 0, privateKey });
  const tap = (after: number, on = queue) => {
    kept.at += after;
    return on.add();
  };
  return { queue, kept, open, tap, privateKey, publicKey };
}

describe("tapSessionTypedData", () => {
  test("behavior: its hash is another for another contract", () => {
    const message = { account, key: "0x04" as const, issuedAt: 1n, expiresAt: 2n };
    const hash = (tapRewards: typeof account) =>
      hashTypedData(tapSessionTypedData({ chainId: 1, tapRewards, session: message }));
    expect(hash(account)).not.toBe(hash(getAddress(`0x${"b".repeat(40)}`)));
  });
});

describe("signTapBatch", () => {
  test("default", async () =>
    answering([acknowledge], async (api, got) => {
      const { queue, tap, publicKey } = await queueFor();
      tap(0);
      tap(200);
      await queue.flush(api);
      const [batch] = got;
      if (batch === undefined) expect.fail("a batch came");
      const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.slice(2), "hex"));
      const key = await crypto.subtle.importKey(
        "raw",
        bytes(publicKey),
        { name: "ECDSA", namedCurve: "P-256" },
        false,
        ["verify"],
      );
      const algorithm = { name: "ECDSA", hash: "SHA-256" };
      const message = tapBatchMessage(batch);
      expect(await crypto.subtle.verify(algorithm, key, bytes(batch.signature), message)).toBe(true);
    }));
});

describe("createTapQueue", () => {
  test("behavior: the first tap of a session comes after nothing, later ones after those before", () =>
    answering([acknowledge], async (api, got) => {
      const { queue, tap } = await queueFor();
      for (const after of [500, 200, 300]) tap(after);
      expect(await queue.flush(api)).toMatchObject({ sequence: 1, counted: 3 });
      tap(30_000);
      tap(150);
      await queue.flush(api);
      expect(await queue.flush(api)).toBeUndefined();
      expect(got.map(({ sequence, taps }) => [sequence, taps])).toEqual([
        [1, [0, 200, 500]],
        // A pause is a pause, however long.
        [2, [10_000, 10_150]],
      ]);
      expect(queue.waiting).toBe(0);
    }));

  test("behavior: what comes faster than a hand is no tap", async () => {
    const { tap, queue } = await queueFor();
    expect([tap(500), tap(59), tap(1)]).toEqual([true, false, true]);
    for (let count = 0; count < 10; count++) tap(61);
    expect(tap(61)).toBe(false);
    expect(queue.waiting).toBe(12);
  });

  test("behavior: a batch is repeated word for word until an answer comes", () =>
    answering([lose, lose, acknowledge], async (api, got) => {
      const { queue, tap } = await queueFor();
      tap(500);
      await expect(queue.flush(api)).rejects.toThrow("cannot be reached");
      tap(200);
      await expect(queue.flush(api)).rejects.toThrow("cannot be reached");
      expect(await queue.flush(api)).toMatchObject({ sequence: 1, taps: 1 });
      expect(await queue.flush(api)).toMatchObject({ sequence: 2, taps: 1 });
      expect(got[1]).toEqual(got[0]);
      expect(got[2]).toEqual(got[0]);
    }));

  test("behavior: a reload loses nothing, neither what was sent nor what waits", () =>
    answering([lose, acknowledge], async (api, got) => {
      const { queue, tap, open, privateKey } = await queueFor();
      tap(500);
      await expect(queue.flush(api)).rejects.toThrow();
      tap(200);
      const reloaded = open();
      expect(reloaded.waiting).toBe(2);
      // What was signed needs no key.
      await reloaded.flush(api);
      expect(await reloaded.flush(api)).toBeUndefined();
      reloaded.start({ id: session, sequence: 1, privateKey });
      await reloaded.flush(api);
      expect(got[1]).toEqual(got[0]);
      expect(got[2]).toMatchObject({ sequence: 2, taps: [200] });
    }));

  test("behavior: taps that an ended session left behind go with the next one", () =>
    answering([refuse("tap-session-ended"), acknowledge], async (api, got) => {
      const { queue, tap, privateKey } = await queueFor();
      tap(500);
      tap(200);
      await expect(queue.flush(api)).rejects.toMatchObject({ code: "api-tap-session-ended" });
      expect(queue.waiting).toBe(2);
      queue.start({ id: other, sequence: 0, privateKey });
      await queue.flush(api);
      expect(got[1]).toMatchObject({ session: other, sequence: 1, taps: [0, 200] });
    }));

  test("behavior: a number that is taken is replaced by the one that is expected", () =>
    answering([refuse("tap-sequence", { expected: 7 }), acknowledge], async (api, got) => {
      const { queue, tap } = await queueFor();
      tap(500);
      await expect(queue.flush(api)).rejects.toMatchObject({ code: "api-tap-sequence" });
      await queue.flush(api);
      expect(got.map(({ sequence }) => sequence)).toEqual([1, 7]);
    }));

  test("behavior: what was counted so long ago that nobody knows its answer is not sent anew", () =>
    answering([refuse("tap-batch-forgotten"), acknowledge], async (api, got) => {
      const { queue, tap } = await queueFor();
      tap(500);
      expect(await queue.flush(api)).toBeUndefined();
      expect(queue.waiting).toBe(0);
      expect(got).toHaveLength(1);
    }));

  test("behavior: what is no word of the service about taps proves nothing", () =>
    answering([refuse("not-found"), acknowledge], async (api, got) => {
      const { queue, tap } = await queueFor();
      tap(500);
      await expect(queue.flush(api)).rejects.toThrow();
      await queue.flush(api);
      expect(got[1]).toEqual(got[0]);
    }));

  test("behavior: two flushes at once are one", () =>
    answering([acknowledge], async (api, got) => {
      const { queue, tap } = await queueFor();
      tap(500);
      await Promise.all([queue.flush(api), queue.flush(api)]);
      expect(got).toHaveLength(1);
    }));

  test("behavior: what another version kept is not taken for taps", async () => {
    const storage = { read: () => '{"pending":["x"]}', write: () => undefined };
    expect(createTapQueue({ rules, storage }).waiting).toBe(0);
  });
});

describe("sendTaps", () => {
  test("error: ApiResponseError when the answer is about another batch", () =>
    answering(
      [(batch, response) => json(response, 200, receiptOf({ ...batch, sequence: 9 }))],
      async (api) => {
        const batch = { session, sequence: 1, taps: [0], signature: `0x${"0".repeat(128)}` } as const;
        await expect(sendTaps(api, { batch: { ...batch, taps: [0] } })).rejects.toThrow(ApiResponseError);
      },
    ));
});

describe("getReferrer", () => {
  test("behavior: undefined for a code that nobody has", () =>
    serve(
      (_, response) => json(response, 404, { type: "about:blank", title: "No.", status: 404 }),
      async (url) => expect(await getReferrer({ url }, { code: "ABCDEFGH" })).toBeUndefined(),
    ));
});

describe("leaderboardNameSchema", () => {
  test.each(["Ada", "Zoë 2", "Jean-Pierre_R", "ñandú"])("behavior: takes %s", (name) => {
    expect(leaderboardNameSchema.parse(name.normalize("NFD"))).toBe(name);
  });

  test.each(["ab", "J.-P", " Ada", "Ada ", "0xAda", "123", "Ада"])("behavior: does not take %s", (name) => {
    expect(leaderboardNameSchema.safeParse(name).success).toBe(false);
  });
});
