import { eq, inArray } from "drizzle-orm";
import { openBytes, sealBytes } from "../core/sealing.ts";
import type { Queryable } from "../database/client.ts";
import type { ShredKeys } from "../privacy/shredKeys.ts";
import { recordHeaders, records } from "./tables.ts";

/** What of a record would tell something to who has it: the wrapped file keys, and the salt without which its leaf in the log says nothing. */
export type RecordSecrets = { header: Uint8Array; leafSalt: string };

const saltBytes = 32;

/**
 * Headers and salts of records, and the only code that touches them. At rest they are sealed by the shred key of their owner, bound to
 * their record: what happens to that key happens to the record, in every copy of the database that there is.
 */
export class HeaderStore {
  readonly #keys: Pick<ShredKeys, "keyOf" | "find">;

  constructor(keys: Pick<ShredKeys, "keyOf" | "find">) {
    this.#keys = keys;
  }

  /** Call it under the account's lock, which an erasure takes too. */
  async write(
    tx: Queryable,
    owner: string,
    recordId: string,
    { header, leafSalt }: RecordSecrets,
  ): Promise<void> {
    const { id: keyId, key } = await this.#keys.keyOf(owner);
    const sealed = {
      keyId,
      header: sealBytes(key, recordId, Buffer.concat([Buffer.from(leafSalt, "hex"), header])),
    };
    await tx
      .insert(recordHeaders)
      .values({ recordId, ...sealed })
      .onConflictDoUpdate({ target: recordHeaders.recordId, set: sealed });
  }

  /** By the id of their record; without those whose key was destroyed. */
  async read(tx: Queryable, recordIds: readonly string[]): Promise<Map<string, RecordSecrets>> {
    if (recordIds.length === 0) return new Map();
    const rows = await tx
      .select()
      .from(recordHeaders)
      .where(inArray(recordHeaders.recordId, [...recordIds]));
    const bare = rows.filter(({ keyId }) => keyId === null).map(({ recordId }) => recordId);
    const salts = await leafSalts(tx, bare);
    const keys = await this.#keys.find([...new Set(rows.flatMap(({ keyId }) => keyId ?? []))]);
    return new Map(
      rows.flatMap(({ recordId, keyId, header }) => {
        if (keyId === null) {
          const leafSalt = salts.get(recordId);
          return leafSalt === undefined ? [] : [[recordId, { header, leafSalt }]];
        }
        const key = keys.get(keyId);
        return key === undefined ? [] : [[recordId, opened(key, recordId, header)]];
      }),
    );
  }

  async erase(tx: Queryable, recordId: string): Promise<void> {
    await tx.delete(recordHeaders).where(eq(recordHeaders.recordId, recordId));
  }
}

/** Of headers from before they were sealed, until the next turn of `sealHeaders`. */
async function leafSalts(tx: Queryable, recordIds: readonly string[]): Promise<Map<string, string>> {
  if (recordIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: records.id, leafSalt: records.leafSalt })
    .from(records)
    .where(inArray(records.id, [...recordIds]));
  return new Map(rows.flatMap(({ id, leafSalt }) => (leafSalt === null ? [] : [[id, leafSalt] as const])));
}

function opened(key: Uint8Array, recordId: string, sealed: Uint8Array): RecordSecrets {
  const bytes = openBytes(key, recordId, sealed);
  return {
    leafSalt: Buffer.from(bytes.subarray(0, saltBytes)).toString("hex"),
    header: bytes.subarray(saltBytes),
  };
}
