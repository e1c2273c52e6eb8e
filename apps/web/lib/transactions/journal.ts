import "@/lib/no-eval";
import type { Address, Hash } from "viem";
import * as z from "zod/mini";

/**
 * What this browser sent, for each chain and account: kept in its storage so that a reload, or another day, finds what
 * became of it. Pure but for the two functions at the end.
 */

const hash = z.templateLiteral(["0x", z.string().check(z.regex(/^[0-9a-fA-F]{64}$/))]);

const entrySchema = z.object({
  hash,
  title: z.string(),
  /** When it was sent, Unix seconds. */
  sentAt: z.number(),
  status: z.enum(["pending", "confirmed", "indexed", "reverted", "replaced", "cancelled", "dropped"]),
  /** The block that holds it, as decimal text. */
  block: z.optional(z.string()),
  /** The hash that took its place, where it is known. */
  by: z.optional(hash),
  /** Why it reverted. */
  reason: z.optional(z.object({ sentence: z.string(), next: z.string() })),
  /** What was sent, by which a replacement is recognised after a reload. `value` as decimal text. */
  sent: z.optional(
    z.object({
      /** Who sent it, where that is not the account itself: a service that sends for it. */
      from: z.optional(z.string()),
      nonce: z.number(),
      to: z.nullable(z.string()),
      value: z.string(),
      input: z.string(),
    }),
  ),
});

const journalSchema = z.array(entrySchema);

/** One transaction that was sent. */
export type JournalEntry = z.infer<typeof entrySchema>;
/** Newest first. */
export type Journal = readonly JournalEntry[];

/** How many entries are kept: what is older stands in the index anyway. */
export const journalLimit = 30;

/** Puts an entry in front; an entry with the same hash is replaced by it. */
export function withEntry(journal: Journal, entry: JournalEntry): Journal {
  return [entry, ...journal.filter(({ hash }) => hash !== entry.hash)].slice(0, journalLimit);
}

const final = new Set<JournalEntry["status"]>(["indexed", "reverted", "replaced", "cancelled", "dropped"]);

/** Changes what is known about an entry. What is final stays as it is. */
export function withChange(journal: Journal, hash: Hash, change: Partial<JournalEntry>): Journal {
  return journal.map((entry) =>
    entry.hash === hash && !final.has(entry.status) ? { ...entry, ...change } : entry,
  );
}

/** Entries that somebody still has to wait for. */
export function unsettled(journal: Journal): JournalEntry[] {
  return journal.filter(({ status }) => status === "pending" || status === "confirmed");
}

function storageKey(chainId: number, account: Address): string {
  return `qti.journal.${chainId}.${account.toLowerCase()}`;
}

/** Reads the journal of an account; anything unreadable counts as empty. */
export function readJournal(storage: Pick<Storage, "getItem">, chainId: number, account: Address): Journal {
  try {
    const parsed = journalSchema.safeParse(JSON.parse(storage.getItem(storageKey(chainId, account)) ?? "[]"));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

/** Keeps the journal of an account. A full storage loses the memory of it, never the transaction. */
export function writeJournal(
  storage: Pick<Storage, "setItem">,
  chainId: number,
  account: Address,
  journal: Journal,
): void {
  try {
    storage.setItem(storageKey(chainId, account), JSON.stringify(journal));
  } catch {
    // The chain and the index have the transaction; only the list in this browser is shorter.
  }
}
