/// <reference lib="dom" />
import { RecordInputError } from "../errors.ts";

/**
 * Where a client keeps what a log has shown it. Losing it loses no record, only the proof that a service went back behind it: keep it
 * where it stays.
 */
export type LogMemory = {
  read(key: string): Promise<string | undefined>;
  /**
   * Replaces what stands under a key by what `next` makes of it, in one step: nobody else writes in between. Undefined leaves it as it
   * is.
   */
  update(key: string, next: (before: string | undefined) => string | undefined): Promise<void>;
};

/** Remembers as long as the process lives. */
export function processLogMemory(): LogMemory {
  const kept = new Map<string, string>();
  return {
    read: async (key) => kept.get(key),
    update: async (key, next) => {
      const value = next(kept.get(key));
      if (value !== undefined) kept.set(key, value);
    },
  };
}

const store = "seen";

/**
 * Remembers in a browser's IndexedDB, for all of its tabs.
 *
 * @param name of the database; another one is another memory, as tests want it
 */
export function indexedDbLogMemory({
  name = "qti-records-log",
  factory = globalThis.indexedDB,
}: {
  name?: string | undefined;
  factory?: IDBFactory | undefined;
} = {}): LogMemory {
  async function transact(mode: IDBTransactionMode, work: (seen: IDBObjectStore) => void): Promise<void> {
    const database = await openDatabase(factory, name);
    try {
      const transaction = database.transaction([store], mode, { durability: "strict" });
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      // A write counts only when its transaction is complete.
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(store));
      await promise;
    } finally {
      database.close();
    }
  }

  return {
    async read(key) {
      let found: unknown;
      await transact("readonly", (seen) => {
        const request: IDBRequest<unknown> = seen.get(key);
        request.onsuccess = () => {
          found = request.result;
        };
      });
      return textOf(found);
    },
    update: (key, next) =>
      transact("readwrite", (seen) => {
        const request: IDBRequest<unknown> = seen.get(key);
        request.onsuccess = () => {
          const value = next(textOf(request.result));
          if (value !== undefined) seen.put(value, key);
        };
      }),
  };
}

const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);

function openDatabase(factory: IDBFactory | undefined, name: string): Promise<IDBDatabase> {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
  if (factory === undefined) {
    throw new RecordInputError({
      field: "memory",
      reason: "There is no IndexedDB here; use processLogMemory.",
    });
  }
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store);
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
  return promise;
}

/** IndexedDB where there is one, else the process. */
export function logMemory(): LogMemory {
  return globalThis.indexedDB === undefined ? processLogMemory() : indexedDbLogMemory();
}
