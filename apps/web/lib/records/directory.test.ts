import { afterEach, beforeEach, expect, test } from "vitest";
import { directoryState, listDirectoryKeys, mergeKeys } from "./directory";
import { adaAccount, browser, chainWith, entryOf, type Service, service, stranger } from "./testing";

let at: Service;
let ada: Awaited<ReturnType<typeof browser>>;

beforeEach(async () => {
  at = service();
  ada = await browser(at);
});
afterEach(() => ada.records.worker.close());

test("the directory's keys are listed once each, the newest first, with the number by which they are revoked", async () => {
  const other = await stranger(at);
  const chain = chainWith([
    await entryOf(ada.ada.keys, { validUntil: 5 }),
    await entryOf(other.keys, { validFrom: 5, revokedAt: 7 }),
    await entryOf(ada.ada.keys, { validFrom: 6 }),
  ]);
  expect(await listDirectoryKeys(ada.records, chain, adaAccount)).toEqual([
    { fingerprint: ada.ada.fingerprint, index: 2n, since: 6, revokedAt: 0 },
    { fingerprint: other.fingerprint, index: 1n, since: 5, revokedAt: 7 },
  ]);
});

test("keys are revoked by any entry that shares one of theirs", async () => {
  const other = await stranger(at);
  const [own, shared] = [await entryOf(ada.ada.keys), await entryOf(other.keys, { revokedAt: 9 })];
  expect(directoryState(own, [own, shared])).toEqual({ index: 0n, since: 1, revokedAt: 0 });
  const mixed = { ...shared, verifier: own.verifier };
  expect(directoryState(own, [own, mixed])).toEqual({ index: 0n, since: 1, revokedAt: 9 });
  expect(directoryState(own, [mixed])).toBeUndefined();
});

test("what the service and the chain have is one list, also where one has what the other has not", async () => {
  const [both, published] = [...at.keys.values(), ...at.keys.values()];
  if (!both || !published) throw new Error("The service names no keys.");
  const elsewhere = { ...published, fingerprint: `0x${"1".repeat(64)}` as const };
  const state = { index: 3n, since: 4, revokedAt: 0 };
  const lost = { ...state, fingerprint: `0x${"2".repeat(64)}` as const };
  const here = { ...state, fingerprint: both.fingerprint };
  expect(mergeKeys([both, elsewhere], [here, lost])).toEqual([
    { fingerprint: both.fingerprint, published: both, registered: here },
    { fingerprint: elsewhere.fingerprint, published: elsewhere, registered: undefined },
    { fingerprint: lost.fingerprint, published: undefined, registered: lost },
  ]);
});
