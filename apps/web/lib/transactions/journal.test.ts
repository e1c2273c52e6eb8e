import { describe, expect, it } from "vitest";
import {
  type JournalEntry,
  journalLimit,
  readJournal,
  unsettled,
  withChange,
  withEntry,
  writeJournal,
} from "./journal";

const account = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const hashOf = (digit: number): `0x${string}` => `0x${digit.toString(16).padStart(64, "0")}`;
const entry = (digit: number, status: JournalEntry["status"] = "pending"): JournalEntry => ({
  hash: hashOf(digit),
  title: "Stake 100 QTI",
  sentAt: 1_800_000_000 + digit,
  status,
});

function memory(): Pick<Storage, "getItem" | "setItem"> {
  const map = new Map<string, string>();
  return { getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value) };
}

describe("journal", () => {
  it("keeps the newest first and forgets beyond its limit", () => {
    let journal: readonly JournalEntry[] = [];
    for (let digit = 0; digit < journalLimit + 5; digit++) journal = withEntry(journal, entry(digit));
    expect(journal).toHaveLength(journalLimit);
    expect(journal[0]?.hash).toBe(hashOf(journalLimit + 4));
  });

  it("holds a transaction once", () => {
    expect(withEntry([entry(1)], entry(1, "confirmed"))).toEqual([entry(1, "confirmed")]);
  });

  it("does not change what is final", () => {
    const journal = [entry(1, "reverted")];
    expect(withChange(journal, hashOf(1), { status: "confirmed" })).toEqual(journal);
  });

  it("names what is still to be waited for", () => {
    const journal = [entry(3, "indexed"), entry(2, "confirmed"), entry(1)];
    expect(unsettled(journal).map(({ hash }) => hash)).toEqual([hashOf(2), hashOf(1)]);
  });

  it("survives a reload, for each chain and account by itself", () => {
    const storage = memory();
    writeJournal(storage, 31337, account, [entry(1)]);
    expect(readJournal(storage, 31337, account)).toEqual([entry(1)]);
    expect(readJournal(storage, 1, account)).toEqual([]);
  });

  it.each(["{", '[{"hash":"0x12"}]', "null", '"text"'])(
    "takes %s in the storage for an empty journal",
    (text) => {
      expect(readJournal({ getItem: () => text }, 31337, account)).toEqual([]);
    },
  );

  it("goes on when the storage is full", () => {
    const full = {
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    expect(() => writeJournal(full, 31337, account, [entry(1)])).not.toThrow();
  });
});
