import type { Address, Hash } from "viem";
import {
  type Journal,
  type JournalEntry,
  readJournal,
  unsettled,
  withChange,
  withEntry,
  writeJournal,
} from "./journal";

/** What became of a transaction on the chain. */
export type ChainOutcome =
  | { status: "confirmed"; hash: Hash; block: bigint }
  | { status: "reverted"; hash: Hash; block: bigint; reason: { sentence: string; next: string } }
  | { status: "replaced" | "cancelled"; by: Hash | undefined }
  | { status: "dropped" };

/** The world as the tracker needs it; in tests, a small one. */
export type TrackerDependencies = {
  chainId: number;
  storage: Pick<Storage, "getItem" | "setItem">;
  /** What was sent, as the node has it; `undefined` when it does not know the transaction. */
  readSent: (hash: Hash) => Promise<JournalEntry["sent"]>;
  /** Ends, always, with what became of the transaction. */
  waitForOutcome: (account: Address, entry: JournalEntry, signal: AbortSignal) => Promise<ChainOutcome>;
  /** Resolves when the index has reached the block; rejects when it does not answer in time. */
  waitForIndex: (block: bigint, signal: AbortSignal) => Promise<void>;
  /** Resolves after a while: the pause before the index is asked again. */
  pause: (signal: AbortSignal) => Promise<void>;
  /** Something that the pages show has changed: read it anew. */
  onChange: (entry: JournalEntry) => void;
};

/** Hears of each step of one transaction. `late`: it is in a block and the index does not say so yet. */
export type Follower = (entry: JournalEntry, late: boolean) => void;

/** Follows transactions to their end and remembers them. */
export type Tracker = ReturnType<typeof createTracker>;

const none: Journal = [];

function patchOf(outcome: ChainOutcome): Partial<JournalEntry> {
  switch (outcome.status) {
    case "confirmed":
      return { status: "confirmed", hash: outcome.hash, block: outcome.block.toString() };
    case "reverted":
      return {
        status: "reverted",
        hash: outcome.hash,
        block: outcome.block.toString(),
        reason: outcome.reason,
      };
    case "dropped":
      return { status: "dropped" };
    default:
      return { status: outcome.status, ...(outcome.by ? { by: outcome.by } : {}) };
  }
}

/** Makes a tracker for one chain. `dispose` ends all waiting. */
export function createTracker(dependencies: TrackerDependencies) {
  const { chainId, storage, onChange } = dependencies;
  const journals = new Map<Address, Journal>();
  const listeners = new Set<() => void>();
  const followed = new Map<Hash, Set<Follower>>();
  const stop = new AbortController();

  function journalOf(account: Address): Journal {
    let journal = journals.get(account);
    if (!journal) {
      journal = readJournal(storage, chainId, account);
      journals.set(account, journal);
    }
    return journal;
  }

  function keep(account: Address, journal: Journal): void {
    journals.set(account, journal);
    writeJournal(storage, chainId, account, journal);
    for (const listener of listeners) listener();
  }

  function change(account: Address, entry: JournalEntry, patch: Partial<JournalEntry>): JournalEntry {
    keep(account, withChange(journalOf(account), entry.hash, patch));
    const changed = { ...entry, ...patch };
    // A raised fee changes the hash: whoever follows the old one follows the new one.
    const followers = followed.get(entry.hash);
    if (followers && changed.hash !== entry.hash) followed.set(changed.hash, followers);
    tell(changed, false);
    onChange(changed);
    return changed;
  }

  function tell(entry: JournalEntry, late: boolean): void {
    for (const follower of followed.get(entry.hash) ?? []) follower(entry, late);
  }

  async function followToEnd(account: Address, entry: JournalEntry): Promise<void> {
    let current = entry;
    if (current.status === "pending") {
      // Learned before anything else: once another transaction has taken its number, no node knows it any more.
      const sent = current.sent ?? (await dependencies.readSent(current.hash));
      if (sent) {
        current = { ...current, sent };
        keep(account, withChange(journalOf(account), current.hash, { sent }));
      }
      const outcome = await dependencies.waitForOutcome(account, current, stop.signal);
      if (stop.signal.aborted) return;
      current = change(account, current, patchOf(outcome));
    }
    if (current.status !== "confirmed" || current.block === undefined) return;
    const block = BigInt(current.block);
    while (!stop.signal.aborted) {
      try {
        await dependencies.waitForIndex(block, stop.signal);
        change(account, current, { status: "indexed" });
        return;
      } catch {
        if (stop.signal.aborted) return;
        // The index is down or behind. The chain is what counts; say so and keep asking, slowly.
        tell(current, true);
        await dependencies.pause(stop.signal);
      }
    }
  }

  function follow(account: Address, entry: JournalEntry, follower?: Follower): void {
    const running = followed.get(entry.hash);
    if (running) {
      if (follower) running.add(follower);
      return;
    }
    followed.set(entry.hash, new Set(follower ? [follower] : []));
    // Waiting ends by itself or by dispose; what the chain cannot tell now is asked again after a reload.
    followToEnd(account, entry)
      .catch(() => undefined)
      .finally(() => followed.delete(entry.hash));
  }

  return {
    /** Remembers a transaction that was just sent and follows it. */
    add(account: Address, entry: JournalEntry, follower?: Follower): void {
      keep(account, withEntry(journalOf(account), entry));
      follow(account, entry, follower);
    },
    /** Takes up again what an earlier visit left behind. */
    resume(account: Address): void {
      for (const entry of unsettled(journalOf(account))) follow(account, entry);
    },
    journalOf(account: Address | undefined): Journal {
      return account ? journalOf(account) : none;
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose(): void {
      stop.abort();
    },
  };
}
