import { describe, expect, it } from "vitest";
import type { JournalEntry } from "./journal";
import { type ChainOutcome, createTracker, type TrackerDependencies } from "./tracker";

const account = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const hash = `0x${"a".repeat(64)}` as const;
const other = `0x${"b".repeat(64)}` as const;
const entry: JournalEntry = { hash, title: "Stake 100 QTI", sentAt: 1_800_000_000, status: "pending" };

class IndexSilent extends Error {}

function memory(): Pick<Storage, "getItem" | "setItem"> {
  const map = new Map<string, string>();
  return { getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value) };
}

function setUp(overrides: Partial<TrackerDependencies> = {}) {
  const outcome: ChainOutcome = { status: "confirmed", hash, block: 7n };
  const storage = overrides.storage ?? memory();
  const tracker = createTracker({
    chainId: 31337,
    storage,
    readSent: async () => undefined,
    waitForOutcome: async () => outcome,
    waitForIndex: async () => {},
    pause: async () => {},
    onChange: () => {},
    ...overrides,
  });
  const seen: string[] = [];
  const ended = (status: string) =>
    new Promise<void>((resolve) => {
      tracker.add(account, entry, (news, late) => {
        seen.push(late ? `${news.status}, late` : news.status);
        if (news.status === status) resolve();
      });
    });
  return { tracker, storage, seen, ended };
}

describe("createTracker", () => {
  it("follows a transaction from pending to indexed", async () => {
    const { tracker, seen, ended } = setUp();
    await ended("indexed");
    expect(seen).toEqual(["confirmed", "indexed"]);
    expect(tracker.journalOf(account)).toEqual([{ ...entry, status: "indexed", block: "7" }]);
  });

  it("says when the index is late and keeps asking", async () => {
    let asked = 0;
    const { seen, ended } = setUp({
      waitForIndex: async () => {
        asked += 1;
        if (asked < 3) throw new IndexSilent();
      },
    });
    await ended("indexed");
    expect(seen).toEqual(["confirmed", "confirmed, late", "confirmed, late", "indexed"]);
  });

  it("keeps why a transaction was refused", async () => {
    const reason = { sentence: "The receiver is not verified.", next: "Ask them to verify." };
    const { tracker, ended } = setUp({
      waitForOutcome: async () => ({ status: "reverted", hash, block: 7n, reason }),
    });
    await ended("reverted");
    expect(tracker.journalOf(account)[0]).toMatchObject({ status: "reverted", reason });
  });

  it.each(["replaced", "cancelled", "dropped"] as const)("ends when a transaction is %s", async (status) => {
    const outcome: ChainOutcome = status === "dropped" ? { status } : { status, by: other };
    const { tracker, seen, ended } = setUp({ waitForOutcome: async () => outcome });
    await ended(status);
    expect(seen).toEqual([status]);
    expect(tracker.journalOf(account)[0]?.status).toBe(status);
  });

  it("follows a transaction whose fee was raised under its new hash", async () => {
    const { tracker, ended } = setUp({
      waitForOutcome: async () => ({ status: "confirmed", hash: other, block: 7n }),
    });
    await ended("indexed");
    expect(tracker.journalOf(account)).toEqual([{ ...entry, hash: other, status: "indexed", block: "7" }]);
  });

  it("takes up after a reload what an earlier visit left pending", async () => {
    const storage = memory();
    const first = setUp({ storage, waitForOutcome: () => new Promise(() => {}) });
    first.tracker.add(account, entry);
    first.tracker.dispose();

    const changes: string[] = [];
    await new Promise<void>((resolve) => {
      const second = setUp({
        storage,
        onChange: ({ status }) => {
          changes.push(status);
          if (status === "indexed") resolve();
        },
      });
      second.tracker.resume(account);
    });
    expect(changes).toEqual(["confirmed", "indexed"]);
  });

  it("learns what was sent before it waits, and keeps it for a later visit", async () => {
    const sent = { nonce: 3, to: account, value: "0", input: "0x" };
    let known: JournalEntry["sent"];
    const { tracker, ended } = setUp({
      readSent: async () => sent,
      waitForOutcome: async (_account, { sent: given }) => {
        known = given;
        return { status: "confirmed", hash, block: 7n };
      },
    });
    await ended("indexed");
    expect(known).toEqual(sent);
    expect(tracker.journalOf(account)[0]?.sent).toEqual(sent);
  });

  it("waits once for a transaction however often it is taken up", async () => {
    let waits = 0;
    const { tracker, ended } = setUp({
      waitForOutcome: async () => {
        waits += 1;
        return { status: "confirmed", hash, block: 7n };
      },
    });
    const end = ended("indexed");
    tracker.resume(account);
    tracker.resume(account);
    await end;
    expect(waits).toBe(1);
  });

  it("shows nothing and keeps nothing for nobody", () => {
    expect(setUp().tracker.journalOf(undefined)).toEqual([]);
  });
});
