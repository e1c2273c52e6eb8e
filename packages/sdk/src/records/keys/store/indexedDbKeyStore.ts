/// <reference lib="dom" />
import { KeySlotError } from "../../errors.ts";
import { type KeyStore, keyringSchema } from "./keyStore.ts";

const keyrings = "keyrings";
const deviceKeys = "device-keys";

/**
 * Keeps keyrings in IndexedDB. Device keys are stored as non-extractable CryptoKeys: scripts of this origin can use them, and
 * nothing can read them.
 *
 * @param name of the database; another one is another device, as tests want it
 */
export function indexedDbKeyStore({
  name = "qti-records",
  factory = globalThis.indexedDB,
}: {
  name?: string | undefined;
  factory?: IDBFactory | undefined;
} = {}): KeyStore {
  async function transact<result>(
    mode: IDBTransactionMode,
    work: (stores: { keyrings: IDBObjectStore; deviceKeys: IDBObjectStore }) => () => result,
  ): Promise<result> {
    try {
      const database = await openDatabase(factory, name);
      try {
        const transaction = database.transaction([keyrings, deviceKeys], mode, { durability: "strict" });
        const result = work({
          keyrings: transaction.objectStore(keyrings),
          deviceKeys: transaction.objectStore(deviceKeys),
        });
        await completed(transaction);
        return result();
      } finally {
        database.close();
      }
    } catch (cause) {
      throw cause instanceof KeySlotError ? cause : new KeySlotError({ reason: "storage", cause });
    }
  }

  return {
    async getKeyring(account) {
      const found = await transact("readonly", (stores) => {
        const request: IDBRequest<unknown> = stores.keyrings.get(account);
        return () => request.result;
      });
      if (found === undefined) return undefined;
      const parsed = keyringSchema.safeParse(found);
      if (!parsed.success) throw new KeySlotError({ reason: "malformed", cause: parsed.error });
      return parsed.data;
    },
    async putKeyring(keyring) {
      await transact("readwrite", (stores) => {
        stores.keyrings.put(keyring, keyring.account);
        return () => undefined;
      });
    },
    async deleteKeyring(account) {
      const slots = (await this.getKeyring(account).catch(() => undefined))?.slots ?? [];
      await transact("readwrite", (stores) => {
        for (const slot of slots) stores.deviceKeys.delete(slot.id);
        stores.keyrings.delete(account);
        return () => undefined;
      });
    },
    async getDeviceKey(slotId) {
      const found = await transact("readonly", (stores) => {
        const request: IDBRequest<unknown> = stores.deviceKeys.get(slotId);
        return () => request.result;
      });
      return found instanceof CryptoKey ? found : undefined;
    },
    async putDeviceKey(slotId, key) {
      await transact("readwrite", (stores) => {
        stores.deviceKeys.put(key, slotId);
        return () => undefined;
      });
    },
    async deleteDeviceKey(slotId) {
      await transact("readwrite", (stores) => {
        stores.deviceKeys.delete(slotId);
        return () => undefined;
      });
    },
  };
}

function openDatabase(factory: IDBFactory | undefined, name: string): Promise<IDBDatabase> {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
  if (factory === undefined) throw new KeySlotError({ reason: "storage" });
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(keyrings);
    request.result.createObjectStore(deviceKeys);
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
  return promise;
}

/** A write counts only when its transaction is complete. */
function completed(transaction: IDBTransaction): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(transaction.error);
  transaction.onerror = () => reject(transaction.error);
  return promise;
}
