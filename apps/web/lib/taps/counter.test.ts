import { ApiProblemError, ApiUnreachableError } from "@qti/sdk/errors";
import type { TapQueue, TapReceipt } from "@qti/sdk/rewards/taps";
import { beforeEach, describe, expect, it } from "vitest";
import { createTapCounter } from "./counter";
import type { KeyStore, StoredSession } from "./key-store";
import { account, progress, rules, state } from "./testing";

const id = `0x${"1".repeat(64)}` as const;
const other = `0x${"2".repeat(64)}` as const;
const hour = 3_600_000;

/** A person, a browser and a service that answers what it is told to. */
async function world() {
  let now = rules.now;
  let tick: () => void = () => undefined;
  let waiting = 0;
  const answers: (Partial<TapReceipt> | Error)[] = [];
  const counted: TapReceipt[] = [];
  const { privateKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
  ]);
  const session: StoredSession = { id, account, expiresAt: now / 1_000 + 86_400, privateKey };
  let kept: StoredSession | undefined;
  const keys: KeyStore = {
    read: async () => kept,
    write: async (given) => {
      kept = given;
    },
    remove: async () => {
      kept = undefined;
    },
  };
  const queue: TapQueue = {
    get waiting() {
      return waiting;
    },
    add() {
      waiting += 1;
      return true;
    },
    start: () => undefined,
    async flush() {
      if (waiting === 0) return undefined;
      const answer = answers.shift() ?? {};
      if (answer instanceof Error) throw answer;
      const taps = waiting;
      waiting = 0;
      const standing = { session: id, sequence: 1, taps, counted: taps, points: 0n, issue: "none" } as const;
      return { ...standing, progress: { ...progress, energy: rules.energy.most - taps }, ...answer };
    },
  };
  const make = (of = state) =>
    createTapCounter({
      api: { url: "http://127.0.0.1:1" },
      account,
      rules,
      state: of,
      queue,
      keys,
      now: () => now,
      every: (_, work) => {
        tick = work;
        return () => {
          tick = () => undefined;
        };
      },
      onCounted: (receipt) => void counted.push(receipt),
    });
  return {
    make,
    session,
    answers,
    counted,
    kept: () => kept,
    keep: (given: StoredSession) => {
      kept = given;
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    left: (taps: number) => {
      waiting = taps;
    },
    tick: () => tick(),
  };
}

const problem = (code: string, reason?: string) =>
  new ApiProblemError({ problem: { type: "about:blank", title: "No.", status: 409, code, reason } });

describe("a counter", () => {
  let here: Awaited<ReturnType<typeof world>>;

  beforeEach(async () => {
    here = await world();
  });

  async function started() {
    const counter = here.make();
    await counter.start(here.session, { sequence: 0, progress });
    return counter;
  }

  it("takes no tap before the wallet has allowed it", async () => {
    const counter = here.make();
    await counter.resume();
    expect(counter.tap()).toBe(false);
    expect(counter.snapshot().permission).toEqual({ status: "none" });
  });

  it("shows a tap at once, and the service's word when it comes", async () => {
    const counter = await started();
    expect(counter.tap()).toBe(true);
    expect(counter.snapshot()).toMatchObject({ waiting: 1, ahead: { run: 1, worths: [1_000_000n] } });
    await counter.send();
    expect(counter.snapshot()).toMatchObject({
      waiting: 0,
      ahead: { worths: [] },
      heard: { progress: { energy: 999 } },
    });
    expect(here.counted).toHaveLength(1);
  });

  it("tells who looks of each change, until it is disposed of", async () => {
    const counter = await started();
    let changes = 0;
    const stop = counter.subscribe(() => {
      changes += 1;
    });
    counter.tap();
    expect(changes).toBe(1);
    stop();
    counter.tap();
    expect(changes).toBe(1);
    counter.dispose();
  });

  it("sends by itself, again and again", async () => {
    const counter = await started();
    counter.tap();
    here.tick();
    await expect.poll(() => counter.snapshot().waiting).toBe(0);
  });

  it("says how many taps of a batch did not count, and stops saying it after the next", async () => {
    const counter = await started();
    counter.tap();
    counter.tap();
    here.answers.push({ issue: "even", counted: 0 });
    await counter.send();
    expect(counter.snapshot().trouble).toEqual({ kind: "issue", issue: "even", lost: 2 });
    counter.tap();
    await counter.send();
    expect(counter.snapshot().trouble).toBeUndefined();
  });

  it("keeps taps while nobody answers", async () => {
    const counter = await started();
    counter.tap();
    here.answers.push(new ApiUnreachableError({ url: "http://127.0.0.1:1" }));
    await counter.send();
    expect(counter.snapshot()).toMatchObject({ waiting: 1, trouble: { kind: "offline" } });
    await counter.send();
    expect(counter.snapshot()).toMatchObject({ waiting: 0, trouble: undefined });
  });

  it("repeats what the service says where it is no matter of taps", async () => {
    const counter = await started();
    counter.tap();
    const error = problem("database-unavailable");
    here.answers.push(error);
    await counter.send();
    expect(counter.snapshot()).toMatchObject({ waiting: 1, trouble: { kind: "refused", error } });
  });

  it("stops when another browser of the person goes on, and forgets its key", async () => {
    const counter = await started();
    counter.tap();
    here.answers.push(problem("tap-session-ended", "replaced"));
    await counter.send();
    expect(counter.snapshot()).toMatchObject({ permission: { status: "elsewhere" }, waiting: 1 });
    expect(here.kept()).toBeUndefined();
    expect(counter.tap()).toBe(false);
  });

  it("hears of the other browser before it sends anything", async () => {
    const counter = await started();
    const session = { id: other, account, expiresAt: here.session.expiresAt };
    const before = { ...progress, at: progress.at - 1 };
    counter.refresh({ ...state, session, progress: before });
    expect(counter.snapshot().permission.status).toBe("live");
    counter.refresh({ ...state, session });
    expect(counter.snapshot().permission.status).toBe("elsewhere");
  });

  it("asks for a new permission where the service knows this one no more", async () => {
    const counter = await started();
    counter.tap();
    here.answers.push(problem("tap-session-ended", "unknown"));
    await counter.send();
    expect(counter.snapshot().permission.status).toBe("expired");
  });

  it("ends at the wish of the person, after sending what was tapped", async () => {
    const counter = await started();
    counter.tap();
    await counter.end();
    expect(here.counted).toHaveLength(1);
    expect(here.kept()).toBeUndefined();
    expect(counter.snapshot().permission).toEqual({ status: "none" });
  });

  it("ends by itself when the time is over", async () => {
    const counter = await started();
    here.pass(25 * hour);
    expect(counter.tap()).toBe(false);
    expect(counter.snapshot().permission).toEqual({ status: "expired" });
  });

  it("takes no tap for which there is no energy", async () => {
    const counter = here.make();
    await counter.start(here.session, { sequence: 0, progress: { ...progress, energy: 1 } });
    expect([counter.tap(), counter.tap()]).toEqual([true, false]);
    here.pass(rules.energy.regenerationMs);
    expect(counter.tap()).toBe(true);
  });

  it("goes on after a reload with the same permission, and sends what was left", async () => {
    here.keep(here.session);
    here.left(3);
    const counter = here.make({ ...state, session: { id, account, expiresAt: here.session.expiresAt } });
    expect(counter.snapshot()).toMatchObject({
      waiting: 3,
      ahead: { worths: [1_000_000n, 1_000_000n, 1_000_000n] },
    });
    await counter.resume();
    expect(counter.snapshot()).toMatchObject({ permission: { status: "live" }, waiting: 0 });
  });

  it("does not go on after a reload where another browser took over, or the time is over", async () => {
    here.keep(here.session);
    const taken = here.make({ ...state, session: { id: other, account, expiresAt: here.session.expiresAt } });
    await taken.resume();
    expect(taken.snapshot().permission).toEqual({ status: "elsewhere" });
    here.keep({ ...here.session, expiresAt: rules.now / 1_000 });
    const old = here.make();
    await old.resume();
    expect(old.snapshot().permission).toEqual({ status: "expired" });
    expect(here.kept()).toBeUndefined();
  });

  it("takes news of the service, but none that is older than what it knows or that taps would overtake", async () => {
    const counter = await started();
    const newer = { ...progress, at: progress.at + 1, energy: 500 };
    counter.refresh({ ...state, identity: null, progress: newer });
    expect(counter.snapshot()).toMatchObject({ hasIdentity: false, heard: { progress: { energy: 500 } } });
    counter.refresh({ ...state, progress });
    expect(counter.snapshot()).toMatchObject({ hasIdentity: true, heard: { progress: { energy: 500 } } });
    counter.tap();
    counter.refresh({ ...state, progress: { ...newer, at: newer.at + 1, energy: 400 } });
    expect(counter.snapshot().heard.progress.energy).toBe(500);
  });
});
