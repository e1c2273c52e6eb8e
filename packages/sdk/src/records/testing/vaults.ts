import { MessageChannel } from "node:worker_threads";
import { IDBFactory } from "fake-indexeddb";
import { publishKeys } from "../api/publishKeys.ts";
import { keyFingerprints } from "../keys/fingerprint.ts";
import { indexedDbKeyStore } from "../keys/store/indexedDbKeyStore.ts";
import type { DirectoryEntry } from "../keys/trust.ts";
import { processLogMemory } from "../log/memory.ts";
import { openLog } from "../log/openLog.ts";
import type { Vault } from "../spaces/vault.ts";
import type { Account } from "../wire.ts";
import { createRecordsWorker } from "../worker/createRecordsWorker.ts";
import { serveRecords } from "../worker/serveRecords.ts";
import type { recordsService } from "./recordsService.ts";

export const chainId = 31337;

/** Somebody with keys in a Worker of their own, published with the service. */
export async function vaultOf(service: Awaited<ReturnType<typeof recordsService>>, account: Account) {
  const { port1, port2 } = new MessageChannel();
  const store = indexedDbKeyStore({ factory: new IDBFactory() });
  serveRecords(port2, store);
  const worker = createRecordsWorker(port1);
  const { recoveryCode } = await worker.createKeys({ account });
  const { public: keys } = await worker.confirmRecovery({ recoveryCode });
  const api = service.as(account);
  await publishKeys(api, { keys: await worker.signKeys({ chainId }) });
  const log = await openLog(api, { memory: processLogMemory() });
  const vault: Vault = { log, records: worker, chainId };
  return { account, worker, store, keys, api, vault, close: () => worker.close() };
}

/** What `KeyDirectory` says of keys that are registered now. */
export async function entryOf(keys: { recipient: string; verifier: string }): Promise<DirectoryEntry> {
  const { recipient, verifier } = await keyFingerprints(keys);
  return { recipient, verifier, validFrom: 1, validUntil: 0, revokedAt: 0 };
}
