import { afterEach, expect, test } from "vitest";
import type { RecordsProgress } from "../api/eachRecord.ts";
import { publishKeys } from "../api/publishKeys.ts";
import { RecordsAbortedError } from "../errors.ts";
import { type Answer, problem, type Received } from "../testing/apiServer.ts";
import { recordsService } from "../testing/recordsService.ts";
import { chainId, vaultOf } from "../testing/vaults.ts";
import type { Account } from "../wire.ts";
import { createAssetDocuments, documentsOf, listAssetDocuments } from "./assets.ts";
import { findReaders } from "./findReaders.ts";
import { syncReaders } from "./syncReaders.ts";
import type { Vault } from "./vault.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const [issuer, ben, cleo] = ["a", "b", "c"].map((digit): Account => `0x${digit.repeat(40)}`) as [
  Account,
  Account,
  Account,
];
const asset = `0x${"5".repeat(40)}`;

/** An issuer with so many documents that nobody reads yet, on pages of two. */
async function issued(count: number, refuse?: (request: Received) => Answer | undefined) {
  const service = await recordsService({ pageSize: 2, ...(refuse && { refuse }) });
  const [owner, buyer, other] = await Promise.all([issuer, ben, cleo].map((each) => vaultOf(service, each)));
  if (!owner || !buyer || !other) throw new TypeError("somebody is missing");
  closing.push(service.close, owner.close, buyer.close, other.close);
  for (let index = 0; index < count; index++) {
    const papers = [{ kind: "report" as const, file: new Blob([`report ${index}`]), name: "report.txt" }];
    await createAssetDocuments(owner.vault, { asset, title: `Report ${index}`, papers, readers: [] });
  }
  return { service, owner, buyer, other };
}

async function all(vault: Vault) {
  const files = [];
  let cursor: string | undefined;
  do {
    const page = await listAssetDocuments(vault, { cursor });
    files.push(...documentsOf(page.files, { asset, chainId: 31337, issuer }));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return files;
}

const holders = (vault: Vault, ...accounts: Account[]) =>
  findReaders(vault, { accounts, directoryOf: async () => [], directory: "accepted" });

test("says how far it is; what failed keeps nothing else from it, and is done when it is done again", async () => {
  let isDown = false;
  let puts = 0;
  const { owner, buyer } = await issued(5, ({ method, path }) =>
    isDown && method === "PUT" && path.endsWith("/header") && ++puts === 2 ? problem(503, "Down") : undefined,
  );
  isDown = true;
  const seen: RecordsProgress[] = [];
  const [files, wanted] = [await all(owner.vault), await holders(owner.vault, ben)];
  const outcome = await syncReaders(owner.vault, {
    files,
    wanted,
    leaving: "revoke",
    onProgress: (progress) => seen.push(progress),
  });
  expect(outcome.status).toBe("incomplete");
  expect(outcome.failures.map(({ error }) => error.name)).toEqual(["ApiProblemError"]);
  expect(outcome.synced.map(({ change }) => change)).toEqual(Array(4).fill("rewrap"));
  expect(seen.map(({ done, failed, total }) => [done + failed, total])).toEqual(
    [0, 1, 2, 3, 4, 5].map((each) => [each, 5]),
  );
  expect(await all(buyer.vault)).toHaveLength(4);

  const again = await syncReaders(owner.vault, { files: await all(owner.vault), wanted, leaving: "revoke" });
  expect(again.status).toBe("complete");
  expect(again.synced.map(({ change }) => change).toSorted()).toEqual([...Array(4).fill("none"), "rewrap"]);
  expect(await all(buyer.vault)).toHaveLength(5);
});

test("in the middle of a rotation the own keys of now follow; nobody is taken out, whatever the service still knows", async () => {
  let isRotated = false;
  const { owner } = await issued(1, ({ method, path }) =>
    isRotated && method === "GET" && path.endsWith(`/v1/keys/${owner.keys.fingerprint}`)
      ? problem(404, "Not found")
      : undefined,
  );
  const { recoveryCode } = await owner.worker.rotateKeys();
  const { public: now } = await owner.worker.confirmRecovery({ recoveryCode });
  await publishKeys(owner.api, { keys: await owner.worker.signKeys({ chainId }) });
  isRotated = true;
  const wanted = await holders(owner.vault, ben);
  const { synced } = await syncReaders(owner.vault, {
    files: await all(owner.vault),
    wanted,
    leaving: "revoke",
  });
  expect(synced).toMatchObject([
    {
      change: "rewrap",
      added: [{ account: ben }],
      removed: [],
      rekeyed: [{ account: issuer, fingerprint: now.fingerprint }],
    },
  ]);
  expect(await all(owner.vault)).toHaveLength(1);
});

test("stopped half way it goes on where it was; error: RecordsAbortedError", async () => {
  const { owner, buyer, other } = await issued(4);
  await syncReaders(owner.vault, {
    files: await all(owner.vault),
    wanted: await holders(owner.vault, ben),
    leaving: "revoke",
  });
  const wanted = await holders(owner.vault, cleo);
  const stop = new AbortController();
  const stopped = syncReaders(owner.vault, {
    files: await all(owner.vault),
    wanted,
    leaving: "revoke",
    signal: stop.signal,
    onProgress: ({ done }) => {
      if (done === 2) stop.abort();
    },
  });
  await expect(stopped).rejects.toThrow(RecordsAbortedError);
  expect([(await all(buyer.vault)).length, (await all(other.vault)).length]).toEqual([2, 2]);
  const { synced } = await syncReaders(owner.vault, {
    files: await all(owner.vault),
    wanted,
    leaving: "revoke",
  });
  expect(synced.map(({ change }) => change).toSorted()).toEqual(["none", "none", "revoke", "revoke"]);
  expect([(await all(buyer.vault)).length, (await all(other.vault)).length]).toEqual([0, 4]);
});

test("what somebody else changed meanwhile is not written over", async () => {
  const { owner } = await issued(1);
  const files = await all(owner.vault);
  await syncReaders(owner.vault, { files, wanted: await holders(owner.vault, ben), leaving: "rewrap" });
  const late = await syncReaders(owner.vault, {
    files,
    wanted: await holders(owner.vault, cleo),
    leaving: "rewrap",
  });
  expect(late).toMatchObject({
    status: "incomplete",
    failures: [{ error: { name: "RecordConflictError" } }],
  });
});
