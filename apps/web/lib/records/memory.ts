import "@/lib/no-eval";
import type { PinnedKeys, RecordRow, SealedRecord } from "@qti/sdk/records/client";
import * as z from "zod/mini";
import { ReaderUnconfirmedError, RecordRolledBackError } from "./errors";

/**
 * What this browser knows of an account's records and need not take from the service: the newest version that it has
 * seen, and the readers whom the person chose. Pure but for reading and writing the storage that is given.
 */

const hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const fingerprint = z.templateLiteral(["0x", hex]);

const knownSchema = z.object({
  version: z.number(),
  manifestHash: z.string(),
  /** Whom the person chose for this version. */
  readers: z.array(fingerprint),
});

const pinSchema = z.object({
  fingerprint,
  seenAt: z.string(),
  by: z.enum(["first-use", "comparison"]),
});

const memorySchema = z.object({
  format: z.literal(1),
  /** Keys that were the account's own in this browser. */
  keys: z.array(fingerprint),
  /** By owner and id: nobody else's record stands in the place of one's own. */
  records: z.record(z.string(), knownSchema),
  /** Keys of others, by account. */
  pins: z.optional(z.record(z.string(), pinSchema)),
});

/** What is known of one record. */
export type KnownRecord = z.infer<typeof knownSchema>;
/** What is known of an account's records. */
export type RecordsMemory = z.infer<typeof memorySchema>;
/** Where it is kept. */
export type MemoryStorage = Pick<Storage, "getItem" | "setItem">;
/** Whose memory, on which chain. */
export type Rememberer = { storage: MemoryStorage; account: string; chainId: number };

type Fingerprint = z.infer<typeof fingerprint>;
type Named = Pick<RecordRow, "owner" | "id">;
type Version = Named & Pick<RecordRow, "version" | "manifestHash" | "revision" | "readers">;

const recordKey = ({ owner, id }: Named) => `${owner}/${id}`;

function storageKey({ account, chainId }: Rememberer): string {
  return `qti.records.${chainId}.${account.toLowerCase()}`;
}

/** Reads the memory of an account; anything unreadable counts as a browser that saw nothing yet. */
export function readMemory(of: Rememberer): RecordsMemory {
  try {
    const parsed = memorySchema.safeParse(JSON.parse(of.storage.getItem(storageKey(of)) ?? "null"));
    if (parsed.success) return parsed.data;
  } catch {
    // Treated below as nothing: then readers are asked about again.
  }
  return { format: 1, keys: [], records: {} };
}

function change(of: Rememberer, next: (memory: RecordsMemory) => RecordsMemory): void {
  try {
    of.storage.setItem(storageKey(of), JSON.stringify(next(readMemory(of))));
  } catch {
    // A full storage forgets: then readers are asked about again, and nothing is refused that is right.
  }
}

/** Remembers keys as the account's own. */
export function rememberKeys(of: Rememberer, key: Fingerprint): void {
  if (readMemory(of).keys.includes(key)) return;
  change(of, (memory) => ({ ...memory, keys: [...memory.keys, key] }));
}

/** What this browser knows of a record. */
export function knownRecord(of: Rememberer, record: Named): KnownRecord | undefined {
  return readMemory(of).records[recordKey(record)];
}

/**
 * Refuses a version from before the newest seen, and another in its place. Answers with the hash that the version must
 * name as the one before it, where that was seen.
 *
 * @throws {@link RecordRolledBackError}
 */
export function checkVersion(of: Rememberer, row: Version): string | undefined {
  const known = knownRecord(of, row);
  if (!known || row.version > known.version + 1) return undefined;
  if (row.version === known.version + 1) return known.manifestHash;
  if (row.version < known.version || row.manifestHash !== known.manifestHash)
    throw new RecordRolledBackError({ version: row.version, seen: known.version });
  return undefined;
}

function put(of: Rememberer, record: Named, known: KnownRecord): void {
  change(of, (memory) => ({ ...memory, records: { ...memory.records, [recordKey(record)]: known } }));
}

/**
 * Remembers a version that was opened and proven. Readers are taken over only where the author signed them, which is so
 * until the record is shared anew; what is known of a version stays.
 */
export function rememberOpened(of: Rememberer, row: Version): void {
  const known = knownRecord(of, row);
  if (known && known.version >= row.version) return;
  const { version, manifestHash, revision, readers } = row;
  put(of, row, { version, manifestHash, readers: revision === 0 && row.owner === of.account ? readers : [] });
}

/** Remembers the readers whom the person chose: when sealing, sharing and unsharing. */
export function rememberChosen(of: Rememberer, row: Version): void {
  const { version, manifestHash, readers } = row;
  put(of, row, { version, manifestHash, readers });
}

/** Remembers a version that was sealed here, for whom it was sealed. */
export function rememberSealed(of: Rememberer, { manifest, manifestHash, readers }: SealedRecord): void {
  const { owner, recordId: id, version } = manifest;
  rememberKeys(of, manifest.author);
  put(of, { owner, id }, { version, manifestHash, readers });
}

/** The person compared a reader's fingerprint and wants them to read this version. */
export function confirmReader(of: Rememberer, row: Version, reader: Fingerprint): void {
  const known = knownRecord(of, row);
  if (known?.version !== row.version) return;
  put(of, row, { ...known, readers: [...known.readers.filter((other) => other !== reader), reader] });
}

/** The listed readers whom nobody chose on this device. The keys that are open, `own`, need no choice. */
export function unconfirmedReaders(of: Rememberer, row: Version, own: Fingerprint): Fingerprint[] {
  const known = knownRecord(of, row);
  const chosen = new Set([own, ...(known?.version === row.version ? known.readers : [])]);
  return row.readers.filter((reader) => !chosen.has(reader));
}

/** @throws {@link ReaderUnconfirmedError} the service lists somebody whom nobody chose on this device */
export function checkReaders(of: Rememberer, row: Version, own: Fingerprint): void {
  const readers = unconfirmedReaders(of, row, own);
  if (readers.length > 0) throw new ReaderUnconfirmedError({ readers });
}

/** The keys of somebody that this browser takes for theirs. */
export function pinnedKeys(of: Rememberer, account: string): PinnedKeys | undefined {
  return readMemory(of).pins?.[account.toLowerCase()];
}

/** Takes keys for somebody's from now on. */
export function pinKeys(
  of: Rememberer,
  account: string,
  { fingerprint, by }: Pick<PinnedKeys, "fingerprint" | "by">,
): void {
  const pin = { fingerprint, by, seenAt: new Date().toISOString() };
  change(of, (memory) => ({ ...memory, pins: { ...memory.pins, [account.toLowerCase()]: pin } }));
}
