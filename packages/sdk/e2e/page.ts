/// <reference lib="dom" />
/** The page of the browser tests: the SDK as a page has it, for the tests to call. */
import * as client from "../src/records/client.ts";

const records = client.createRecordsWorker(new Worker("/worker.js", { type: "module" }));

const sdk = { client, records };
export type SdkOfPage = typeof sdk;

Object.assign(globalThis, { sdk });
