/// <reference lib="dom" />
import { indexedDbKeyStore } from "../keys/store/indexedDbKeyStore.ts";
import { serveRecords } from "./serveRecords.ts";

serveRecords(
  {
    postMessage: (message, transfer) => self.postMessage(message, { transfer }),
    addEventListener: (type, listener) => self.addEventListener(type, listener),
  },
  indexedDbKeyStore(),
);
