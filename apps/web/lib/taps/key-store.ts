import type { Address, Hex } from "viem";

/** The permission of this browser to count taps for an account. The key in it cannot be read, only used. */
export type StoredSession = {
  id: Hex;
  account: Address;
  /** Unix seconds. */
  expiresAt: number;
  privateKey: CryptoKey;
};

/** Where permissions are kept, by chain and account. */
export type KeyStore = {
  read(account: Address): Promise<StoredSession | undefined>;
  write(session: StoredSession): Promise<void>;
  /** Without its key a permission is over. */
  remove(account: Address): Promise<void>;
};

const storeName = "sessions";

function done<result>(request: IDBRequest<result>): Promise<result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function isSession(value: unknown): value is StoredSession {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    "expiresAt" in value &&
    "privateKey" in value &&
    value.privateKey instanceof CryptoKey
  );
}

/** Keeps permissions in IndexedDB, which takes a key as it is: it is never written out anywhere. */
export function createKeyStore(chainId: number): KeyStore {
  const keyOf = (account: Address) => `${chainId}.${account.toLowerCase()}`;

  async function within<result>(
    mode: IDBTransactionMode,
    use: (store: IDBObjectStore) => IDBRequest<result>,
  ): Promise<result> {
    const opening = indexedDB.open("qti.taps", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
    const database = await done(opening);
    try {
      return await done(use(database.transaction(storeName, mode).objectStore(storeName)));
    } finally {
      database.close();
    }
  }

  return {
    async read(account) {
      const found: unknown = await within("readonly", (store) => store.get(keyOf(account)));
      return isSession(found) ? found : undefined;
    },
    async write(session) {
      await within("readwrite", (store) => store.put(session, keyOf(session.account)));
    },
    async remove(account) {
      await within("readwrite", (store) => store.delete(keyOf(account)));
    },
  };
}
