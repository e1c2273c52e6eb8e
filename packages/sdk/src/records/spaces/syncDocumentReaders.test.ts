import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Answer, problem, type Received } from "../testing/apiServer.ts";
import { recordsService } from "../testing/recordsService.ts";
import { chainId, vaultOf } from "../testing/vaults.ts";
import type { Account } from "../wire.ts";
import { createAssetDocuments, documentsOf, listAssetDocuments, updateAssetDocuments } from "./assets.ts";
import { groupCopies, readersOfRecord } from "./copies.ts";
import { CopiesMissingError } from "./errors.ts";
import { findReaders } from "./findReaders.ts";
import { openPaper } from "./openPaper.ts";
import { syncDocumentReaders } from "./syncDocumentReaders.ts";
import { syncReaders } from "./syncReaders.ts";
import type { Vault } from "./vault.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const accountOf = (number: number): Account => `0x${number.toString(16).padStart(40, "0")}`;
const issuer = accountOf(1);
const asset = `0x${"5".repeat(40)}`;
const room = readersOfRecord;
const paper = (text: string) => ({ kind: "report" as const, file: new Blob([text]), name: "report.txt" });

/** An issuer and so many holders, everybody with keys. */
async function cast(holders: number, refuse?: (request: Received) => Answer | undefined) {
  const service = await recordsService(refuse && { refuse });
  closing.push(service.close);
  const join = async (account: Account) => {
    const person = await vaultOf(service, account);
    closing.push(person.close);
    return person.vault;
  };
  const owner = await join(issuer);
  const people: Vault[] = [];
  for (let number = 0; number < holders; number++) people.push(await join(accountOf(100 + number)));
  const wanted = (from: number, to: number) =>
    findReaders(owner, {
      accounts: people.slice(from, to).map((_, index) => accountOf(100 + from + index)),
      directoryOf: async () => [],
      directory: "accepted",
    });
  return { service, owner, people, wanted };
}

const all = async (vault: Vault) =>
  documentsOf((await listAssetDocuments(vault)).files, { asset, chainId, issuer });

/** What somebody reads of the file, in each record that they can open. */
async function textsOf(vault: Vault | undefined): Promise<string[]> {
  if (vault === undefined) throw new TypeError("somebody is missing");
  const files = await all(vault);
  return Promise.all(
    files.map(async ({ manifest: { attachments } }) => {
      const [attachment] = attachments;
      return attachment === undefined ? "" : (await openPaper(vault, attachment)).text();
    }),
  );
}

describe("documents that more people hold than one record has room for", () => {
  test("are read by each of them, once; the file is stored once", async () => {
    const { service, owner, people, wanted } = await cast(room + 2);
    const readers = (await wanted(0, room + 2)).readers.map(({ keys }) => keys);
    await createAssetDocuments(owner, { asset, title: "Deed", papers: [paper("the deed")], readers });
    for (const index of [0, room - 1, room, room + 1])
      expect(await textsOf(people[index])).toEqual(["the deed"]);

    const files = await all(owner);
    expect(files.map(({ record }) => record.readers.length).toSorted((a, b) => a - b)).toEqual([3, 64]);
    expect(new Set(files.map(({ record }) => record.attachments[0]?.hash)).size).toBe(1);
    expect(service.blobs.size).toBe(3);
    const [group, ...others] = groupCopies(files);
    expect([group?.map(({ contents }) => contents.copyOf), others]).toEqual([
      [undefined, group?.[0]?.record.id],
      [],
    ]);
  });

  test("follow who holds shares: who is new gets into a copy with room, or into a new one", async () => {
    const { owner, people, wanted } = await cast(room + 3);
    const sync = async (from: number, to: number) =>
      syncDocumentReaders(owner, {
        files: await all(owner),
        wanted: await wanted(from, to),
        leaving: "rewrap",
      });
    await createAssetDocuments(owner, { asset, title: "Deed", papers: [paper("the deed")], readers: [] });
    const grown = await sync(0, room + 2);
    expect(grown).toMatchObject({ status: "complete", unreachable: [] });
    expect(grown.synced.map(({ change, added }) => [change, added.length])).toEqual([
      ["rewrap", room],
      ["copy", 2],
    ]);
    expect((await sync(0, room + 2)).synced.map(({ change }) => change)).toEqual(["none", "none"]);

    // Of the full record one leaves, and somebody else comes.
    const moved = await sync(1, room + 3);
    expect(moved.synced.map(({ change, added, removed }) => [change, added, removed])).toMatchObject([
      ["rewrap", [{ account: accountOf(100 + room + 2) }], [{ account: accountOf(100) }]],
      ["none", [], []],
    ]);
    expect(await textsOf(people[0])).toEqual([]);
    for (const index of [1, room, room + 2]) expect(await textsOf(people[index])).toEqual(["the deed"]);
  });

  test("are closed to who was shut out in every copy, also where it was stopped between two of them", async () => {
    let failing = false;
    let puts = 0;
    const { service, owner, people, wanted } = await cast(room + 2, ({ method, path }) =>
      failing && method === "PUT" && /records\/[^/]+$/.test(path) && ++puts === 2
        ? problem(503, "Down")
        : undefined,
    );
    const readers = (await wanted(0, room + 2)).readers.map(({ keys }) => keys);
    await createAssetDocuments(owner, { asset, title: "Deed", papers: [paper("the deed")], readers });
    const old = (await all(owner))[0]?.record.attachments[0]?.hash ?? "";
    const shut = async () =>
      syncDocumentReaders(owner, {
        files: await all(owner),
        wanted: await wanted(1, room + 2),
        leaving: "revoke",
      });
    failing = true;
    expect(await shut()).toMatchObject({
      status: "incomplete",
      synced: [{ change: "revoke", removed: [{ account: accountOf(100) }] }],
      failures: [{ error: { name: "ApiProblemError" } }],
    });
    failing = false;
    const hashes = async () => (await all(owner)).map(({ record }) => record.attachments[0]?.hash);
    expect(new Set(await hashes()).size).toBe(2);
    expect((await shut()).synced.map(({ change }) => change)).toEqual(["none", "revoke"]);
    expect(new Set(await hashes()).size).toBe(1);
    expect(await hashes()).not.toContain(old);
    expect((await all(owner)).map(({ record }) => record.version)).toEqual([2, 2]);
    expect(await textsOf(people[0])).toEqual([]);
    for (const index of [1, room, room + 1]) expect(await textsOf(people[index])).toEqual(["the deed"]);
    expect((await shut()).synced.map(({ change }) => change)).toEqual(["none", "none"]);
    expect(service.rows.size).toBe(2);
  });

  test("get their next version in every copy; a copy that was left behind is brought up", async () => {
    let failing = false;
    let puts = 0;
    const { owner, people, wanted } = await cast(room + 1, ({ method, path }) =>
      failing && method === "PUT" && /records\/[^/]+$/.test(path) && ++puts === 2
        ? problem(503, "Down")
        : undefined,
    );
    const found = await wanted(0, room + 1);
    const readers = found.readers.map(({ keys }) => keys);
    await createAssetDocuments(owner, { asset, title: "Deed", papers: [paper("the deed")], readers });
    const update = async (text: string) => {
      const [group] = groupCopies(await all(owner));
      const [before, ...copies] = group ?? [];
      if (before === undefined) throw new TypeError("it is not there");
      const papers = [paper(text)];
      return updateAssetDocuments(owner, { before, copies, asset, title: "Deed", papers, readers });
    };
    await update("corrected");
    for (const index of [0, room]) expect(await textsOf(people[index])).toEqual(["corrected"]);

    // On a machine whose clock is behind.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2020, 0, 1) });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    failing = true;
    await expect(update("corrected once more")).rejects.toThrow(CopiesMissingError);
    failing = false;
    vi.useRealTimers();
    expect([await textsOf(people[0]), await textsOf(people[room])]).toEqual([
      ["corrected once more"],
      ["corrected"],
    ]);
    await syncDocumentReaders(owner, { files: await all(owner), wanted: found, leaving: "rewrap" });
    expect(await textsOf(people[room])).toEqual(["corrected once more"]);
  });

  test("that could not all be stored say so; updating the readers makes the rest, and nothing lies twice", async () => {
    let failing = true;
    let puts = 0;
    const { service, owner, people, wanted } = await cast(room + 1, ({ method, path }) =>
      failing && method === "PUT" && /records\/[^/]+$/.test(path) && ++puts === 2
        ? problem(503, "Down")
        : undefined,
    );
    const found = await wanted(0, room + 1);
    const readers = found.readers.map(({ keys }) => keys);
    const create = createAssetDocuments(owner, {
      asset,
      title: "Deed",
      papers: [paper("the deed")],
      readers,
    });
    await expect(create).rejects.toThrow(CopiesMissingError);
    failing = false;
    expect(await textsOf(people[room])).toEqual([]);
    await syncDocumentReaders(owner, { files: await all(owner), wanted: found, leaving: "revoke" });
    expect(await textsOf(people[room])).toEqual(["the deed"]);
    expect(service.rows.size).toBe(2);
  });

  test("are not sealed anew because somebody reads two copies", async () => {
    const { service, owner, people, wanted } = await cast(room + 1);
    const found = await wanted(0, room + 1);
    const readers = found.readers.map(({ keys }) => keys);
    await createAssetDocuments(owner, { asset, title: "Deed", papers: [paper("the deed")], readers });
    const [group] = groupCopies(await all(owner));
    const [, copy] = group ?? [];
    if (copy === undefined) throw new TypeError("there is no copy");
    // As two updates side by side leave it: the first of all reads the copy as well.
    const twice = await wanted(room, room + 1);
    const [first] = found.readers;
    if (first === undefined) throw new TypeError("nobody reads it");
    await syncReaders(owner, {
      files: [copy],
      wanted: { ...twice, readers: [...twice.readers, first] },
      leaving: "rewrap",
    });
    expect(await textsOf(people[0])).toHaveLength(2);
    const blobs = service.blobs.size;
    const { synced } = await syncDocumentReaders(owner, {
      files: await all(owner),
      wanted: found,
      leaving: "revoke",
    });
    expect(synced.map(({ change, removed }) => [change, removed])).toEqual([
      ["none", []],
      ["rewrap", []],
    ]);
    expect(service.blobs.size).toBe(blobs);
    expect(await textsOf(people[0])).toEqual(["the deed"]);
  });
});
