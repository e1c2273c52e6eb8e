import { eachRecord } from "../api/eachRecord.ts";
import type { Abortable } from "../api/request.ts";
import type { Account, Fingerprint, RecordRow } from "../wire.ts";
import { type AssetDocuments, assetDocumentsKind } from "./assets.ts";
import { groupCopies, newerEdition, newestOf, readersOfRecord } from "./copies.ts";
import type { Reader } from "./findReaders.ts";
import { keepVersion } from "./keepRecord.ts";
import { encodeContents, type SpaceRecord } from "./kind.ts";
import { planReaders, type ReadersPlan } from "./planReaders.ts";
import {
  knownReaders,
  lookUp,
  rewrapFor,
  type SyncedRecord,
  type SyncOutcome,
  type SyncReadersParameters,
  sealFilesAnew,
  syncOutcome,
} from "./syncReaders.ts";
import type { Vault } from "./vault.ts";

type Documents = SpaceRecord<AssetDocuments>;

/** Parameters of {@link syncDocumentReaders}. */
export type SyncDocumentReadersParameters = Omit<SyncReadersParameters, "files"> & {
  /** Own documents of one asset, every copy of them: from {@link documentsOf}. */
  files: readonly Documents[];
};

type Readers = Awaited<ReturnType<typeof knownReaders>> & {
  wanted: readonly Reader[];
  leaving: "rewrap" | "revoke";
};

/**
 * As {@link syncReaders}, for documents that more people are to read than one record has room for: who reads a copy stays with it, who is
 * new gets into one that has room, or into a new one. When somebody is shut out by a new version, every copy of the documents gets it.
 *
 * @param parameters - {@link SyncDocumentReadersParameters}
 * @returns {@link SyncOutcome}
 * @throws {@link KeysLockedError} {@link RecordsAbortedError} {@link RecordsWorkerError}
 *
 * @example
 * ```ts
 * import { documentsOf, findAssetReaders, listAssetDocuments, syncDocumentReaders } from "@qti/sdk/records/spaces";
 *
 * const wanted = await findAssetReaders(vault, { client, subgraph, asset });
 * const { files } = await listAssetDocuments(vault);
 * const own = documentsOf(files, { asset, chainId, issuer });
 * const { synced } = await syncDocumentReaders(vault, { files: own, wanted, leaving: "rewrap" });
 * ```
 */
export async function syncDocumentReaders(
  vault: Vault,
  { files, wanted, leaving, onProgress, signal }: SyncDocumentReadersParameters,
): Promise<SyncOutcome> {
  const readers = { ...(await knownReaders(vault, wanted)), wanted: wanted.readers, leaving };
  const synced: SyncedRecord[] = [];
  const groups = groupCopies(files).flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ record: first.record, copies: [first, ...others] as const }],
  );
  const failures = await eachRecord(
    groups,
    async ({ copies }) => {
      for await (const each of syncCopies(vault, copies, readers, { signal })) synced.push(each);
    },
    { onProgress, signal },
  );
  return syncOutcome({ synced, failures, unreachable: wanted.unreachable });
}

/** Brings the copies of one thing in line, one after the other; a copy that was left behind the last time is brought up. */
async function* syncCopies(
  vault: Vault,
  copies: readonly [Documents, ...Documents[]],
  { own, accountOf, wanted, leaving }: Readers,
  { signal }: Abortable,
): AsyncGenerator<SyncedRecord> {
  for (const { record } of copies) await lookUp(vault, record.readers, accountOf, { signal });
  const shares = spread(
    copies.map(({ record }) => record.readers),
    wanted,
    accountOf,
  );
  const staying = new Set(shares.flat().map(({ account }) => account));
  const planned = copies.map((copy, index) => {
    const { readers } = copy.record;
    const plan = planReaders({ readers, own, wanted: shares[index] ?? [], accountOf, leaving });
    // Who reads another copy as well has not left.
    const removed = plan.removed.filter(({ account }) => account === null || !staying.has(account));
    const change = plan.change === "revoke" && removed.length === 0 ? "rewrap" : plan.change;
    return { copy, plan: { ...plan, change, removed } };
  });
  const newest = newestOf(copies);
  const isShut = planned.some(({ plan }) => plan.change === "revoke");
  const files = isShut
    ? await sealFilesAnew(vault, newest.manifest, { signal })
    : { attachments: newest.manifest.attachments, ciphertexts: [] };
  const edition = isShut ? newerEdition(copies) : newest.contents.edition;
  let { ciphertexts } = files;
  const keep = async (
    copyOf: string | undefined,
    before: RecordRow | undefined,
    readers: ReadersPlan["recipients"],
  ) => {
    const { space, type } = assetDocumentsKind;
    const body = encodeContents(assetDocumentsKind, { ...newest.contents, copyOf, edition });
    const { attachments } = files;
    // Files are stored with the first record that has them.
    const kept = await keepVersion(vault, {
      body,
      space,
      type,
      before,
      attachments,
      ciphertexts: attachments.map((_, index) => ciphertexts[index]),
      readers,
      signal,
    });
    ciphertexts = [];
    return kept.record;
  };

  for (const { copy, plan } of planned) {
    const { recipients, added, removed, rekeyed } = plan;
    const isCurrent = !isShut && holdsTheSame(copy, newest);
    const change = isCurrent ? plan.change : "revoke";
    const record =
      change === "none"
        ? copy.record
        : change === "rewrap"
          ? await rewrapFor(vault, copy, recipients, { signal })
          : await keep(copy.contents.copyOf, copy.record, recipients);
    yield { record, change, added, removed, rekeyed };
  }
  const [first] = copies;
  for (const share of shares.slice(copies.length)) {
    const record = await keep(
      first.contents.copyOf ?? first.record.id,
      undefined,
      share.map(({ keys }) => keys),
    );
    const added = share.map(({ account, keys }) => ({ account, fingerprint: keys.fingerprint }));
    yield { record, change: "copy", added, removed: [], rekeyed: [] };
  }
}

/** For whom each copy is. Beyond the copies that there are, for whom new ones are. */
function spread(
  copies: readonly (readonly Fingerprint[])[],
  wanted: readonly Reader[],
  accountOf: ReadonlyMap<Fingerprint, Account>,
): Reader[][] {
  const shares: Reader[][] = copies.map(() => []);
  const newcomers: Reader[] = [];
  for (const reader of wanted) {
    const home = copies.findIndex((readers) =>
      readers.some((fingerprint) => accountOf.get(fingerprint) === reader.account),
    );
    (shares[home] ?? newcomers).push(reader);
  }
  for (const reader of newcomers) {
    const share = shares.find(({ length }) => length < readersOfRecord);
    if (share === undefined) shares.push([reader]);
    else share.push(reader);
  }
  return shares;
}

function holdsTheSame(one: Documents, other: Documents): boolean {
  const said = ({ contents, manifest }: Documents) =>
    JSON.stringify([{ ...contents, copyOf: undefined }, manifest.attachments.map(({ hash }) => hash)]);
  return said(one) === said(other);
}
