/** What worker.ts does in a browser, for a thread of Node: serves records over the port that it is given. */
import { MessagePort, parentPort } from "node:worker_threads";
import { IDBFactory } from "fake-indexeddb";
import { indexedDbKeyStore } from "../keys/store/indexedDbKeyStore.ts";
import { serveRecords } from "../worker/serveRecords.ts";

parentPort?.once("message", (port: unknown) => {
  if (port instanceof MessagePort) serveRecords(port, indexedDbKeyStore({ factory: new IDBFactory() }));
});
