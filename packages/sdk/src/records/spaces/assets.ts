import * as z from "zod";
import type { Abortable } from "../api/request.ts";
import { type DocumentBundle, parseDocumentBundle } from "../documents/documentBundle.ts";
import { type CommittedRoot, type DocumentVerdict, proveDocument } from "../documents/proveDocument.ts";
import { accountSchema, recordIdSchema } from "../wire.ts";
import { newerEdition, readersOfRecord } from "./copies.ts";
import { CopiesMissingError } from "./errors.ts";
import { type Keeping, keepRecord, type Paper } from "./keepRecord.ts";
import { type Kind, line, type SpaceRecord } from "./kind.ts";
import { type ListSpaceParameters, listSpace, openOf, type SpacePage } from "./listSpace.ts";
import type { Vault } from "./vault.ts";

/** The drawer of an asset's documents. */
export const assetsSpace = "assets";
/** What a record in it is. */
export const assetDocumentsType = "asset-documents";

/** What a document of an asset is. */
export const assetPaperKinds = [
  "prospectus",
  "title",
  "valuation",
  "insurance",
  "contract",
  "report",
  "other",
] as const;
/** One of {@link assetPaperKinds}. */
export type AssetPaperKind = (typeof assetPaperKinds)[number];

const bundleSchema = z.unknown().transform((value, context): DocumentBundle => {
  try {
    return parseDocumentBundle(value);
  } catch {
    context.addIssue("expected a bundle of documents");
    return z.NEVER;
  }
});

/** The body of a record in {@link assetsSpace}. */
export const assetDocumentsSchema = z.strictObject({
  format: z.literal(1),
  /** The asset: address of its share token in small letters, and the chain. */
  asset: accountSchema,
  chainId: z.int().min(1),
  title: line(200).min(1),
  /** For the holders. */
  text: line(5_000),
  /** What the attachments are, in their order. */
  papers: z
    .array(z.strictObject({ kind: z.enum(assetPaperKinds) }))
    .min(1)
    .max(32),
  /** Proof that they are those to which the issuer committed on the chain, `qti/documents/v1`; null where they never did. */
  bundle: bundleSchema.nullable(),
  /** The record of which this one is a copy, for readers for whom that has no room; missing in that record itself. */
  copyOf: recordIdSchema.optional(),
  /** Of two copies the one with the greater edition is the one of now; 1 where it is missing. */
  edition: z.int().min(2).optional(),
});
/** See {@link assetDocumentsSchema}. */
export type AssetDocuments = z.infer<typeof assetDocumentsSchema>;

/** How they are read and written. */
export const assetDocumentsKind: Kind<AssetDocuments> = {
  space: assetsSpace,
  type: assetDocumentsType,
  schema: assetDocumentsSchema,
};

/** What the documents of an asset are made of. */
export type AssetDocumentsParameters = Keeping & {
  /** Address of the share token. */
  asset: string;
  title: string;
  text?: string | undefined;
  papers: readonly Paper<AssetPaperKind>[];
  /** Of `createDocumentBundle`, where the issuer committed to them on the chain. */
  bundle?: DocumentBundle | undefined;
};

/**
 * Seals documents of an asset for its issuer and those who hold it, and stores them. Who holds it changes: {@link syncAssetReaders}
 * follows. Where more people hold it than one record has room for, the same documents lie in as many records as it takes; their files are
 * stored once.
 *
 * @param parameters - {@link AssetDocumentsParameters}
 * @returns The first of the records.
 * @throws {@link CopiesMissingError} it failed after the first of the records: {@link syncAssetReaders} makes the others
 * @throws {@link KeySlotError} {@link RecordInputError} {@link RecordTooLargeError} {@link AttachmentTooLargeError} {@link KeysLockedError}
 * {@link ApiProblemError} {@link ApiUnreachableError} {@link RecordsAbortedError}
 *
 * @example
 * ```ts
 * import { createAssetDocuments, findAssetReaders } from "@qti/sdk/records/spaces";
 *
 * const { readers } = await findAssetReaders(vault, { client, subgraph, asset });
 * await createAssetDocuments(vault, {
 *   asset,
 *   title: "Valuation 2026",
 *   papers: [{ kind: "valuation", file: report, name: "valuation.pdf" }],
 *   readers: readers.map(({ keys }) => keys),
 * });
 * ```
 */
export function createAssetDocuments(
  vault: Vault,
  parameters: AssetDocumentsParameters,
): Promise<SpaceRecord<AssetDocuments>> {
  return keepAssetDocuments(vault, parameters);
}

/**
 * Seals the next version of documents of an asset.
 *
 * @param parameters.before As it was opened last; whoever was faster is not written over.
 * @param parameters.copies The other records of the same documents, from {@link groupCopies}, where there are any.
 * @returns The first of the records.
 * @throws {@link CopiesMissingError} it failed after the first of the records: {@link syncAssetReaders} brings the others up
 * @throws {@link RecordConflictError} it changed in between
 * @throws {@link KeySlotError} {@link RecordInputError} {@link RecordTooLargeError} {@link AttachmentTooLargeError} {@link KeysLockedError}
 * {@link ApiProblemError} {@link ApiUnreachableError} {@link RecordsAbortedError}
 *
 * @example
 * ```ts
 * const papers = [{ kind: "valuation" as const, file: corrected, name: "valuation.pdf" }];
 * await updateAssetDocuments(vault, { before, asset, title: before.contents.title, papers, readers });
 * ```
 */
export function updateAssetDocuments(
  vault: Vault,
  parameters: AssetDocumentsParameters & {
    before: SpaceRecord<AssetDocuments>;
    copies?: readonly SpaceRecord<AssetDocuments>[] | undefined;
  },
): Promise<SpaceRecord<AssetDocuments>> {
  return keepAssetDocuments(vault, parameters);
}

async function keepAssetDocuments(
  vault: Vault,
  {
    asset,
    title,
    text = "",
    papers,
    bundle = undefined,
    before,
    copies = [],
    readers,
    ...keeping
  }: AssetDocumentsParameters & {
    before?: SpaceRecord<AssetDocuments>;
    copies?: readonly SpaceRecord<AssetDocuments>[] | undefined;
  },
): Promise<SpaceRecord<AssetDocuments>> {
  const contents = {
    format: 1 as const,
    asset: accountSchema.parse(asset),
    chainId: vault.chainId,
    title,
    text,
    papers: papers.map((paper) => ({ kind: paper.kind })),
    bundle: bundle ?? null,
    copyOf: before?.contents.copyOf,
    edition: before && newerEdition([before, ...copies]),
  };
  const share = (index: number) => readers.slice(index * readersOfRecord, (index + 1) * readersOfRecord);
  const first = await keepRecord(vault, assetDocumentsKind, {
    contents,
    files: papers,
    before,
    readers: share(0),
    ...keeping,
  });
  const files = first.manifest.attachments.map((kept) => ({ kept }));
  const copyOf = contents.copyOf ?? first.record.id;
  try {
    for (let index = 1; index * readersOfRecord < readers.length || index <= copies.length; index++) {
      await keepRecord(vault, assetDocumentsKind, {
        contents: { ...contents, copyOf },
        files,
        before: copies[index - 1],
        readers: share(index),
        ...keeping,
      });
    }
  } catch (cause) {
    throw new CopiesMissingError({ record: first.record, cause });
  }
  return first;
}

/**
 * Opens documents of an asset, one's own or shared: the log proves that they are the latest version, their signature that they are by
 * their owner. That the owner is the issuer of the asset the chain says.
 *
 * @throws {@link SpaceUnreadableError} {@link KeysNotAuthenticError} {@link SignatureInvalidError} and what `verifyRecord` finds
 *
 * @example
 * ```ts
 * const documents = await openAssetDocuments(vault, { id });
 * const file = await openPaper(vault, documents.manifest.attachments[0]);
 * ```
 */
export function openAssetDocuments(
  vault: Vault,
  parameters: { id: string } & Abortable,
): Promise<SpaceRecord<AssetDocuments>> {
  return openOf(vault, assetDocumentsKind, parameters);
}

/**
 * Lists documents of assets: one's own, and those that were shared with one.
 *
 * @param parameters - {@link ListSpaceParameters}
 * @throws {@link KeysLockedError} {@link ApiProblemError} {@link ApiUnreachableError} {@link RecordsAbortedError}
 *
 * @example
 * ```ts
 * const { files } = await listAssetDocuments(vault);
 * const ofThis = documentsOf(files, { asset, issuer });
 * ```
 */
export function listAssetDocuments(
  vault: Vault,
  parameters: ListSpaceParameters = {},
): Promise<SpacePage<AssetDocuments>> {
  return listSpace(vault, assetDocumentsKind, parameters);
}

/**
 * Those documents that are of an asset and by its issuer. Anybody can seal something that calls itself a document of an asset. The issuer has
 * those of which there are copies more than once: {@link groupCopies}.
 *
 * @example
 * ```ts
 * const ofThis = documentsOf(files, { asset, chainId, issuer });
 * ```
 */
export function documentsOf(
  files: readonly SpaceRecord<AssetDocuments>[],
  { asset, chainId, issuer }: { asset: string; chainId: number; issuer: string },
): SpaceRecord<AssetDocuments>[] {
  const [token, owner] = [asset.toLowerCase(), issuer.toLowerCase()];
  return files.filter(
    ({ contents, record }) =>
      contents.asset === token && contents.chainId === chainId && record.owner.toLowerCase() === owner,
  );
}

/**
 * Checks that an opened file is one to which the issuer committed on the chain, and since when.
 *
 * @param document From {@link openPaper}.
 * @param parameters.roots What stands on the chain for the asset.
 * @returns The verdict of `proveDocument`; undefined where the documents came without a proof.
 *
 * @example
 * ```ts
 * const { documents: roots } = await getAsset(subgraph, { asset });
 * const verdict = await proveAssetDocument(file, { of: documents, roots });
 * ```
 */
export async function proveAssetDocument(
  document: Blob,
  {
    of: { contents },
    roots,
    signal,
  }: { of: SpaceRecord<AssetDocuments>; roots: readonly CommittedRoot[] } & Abortable,
): Promise<DocumentVerdict | undefined> {
  const { asset, chainId, bundle } = contents;
  if (bundle === null) return undefined;
  return proveDocument(document, bundle, { asset, chainId, roots, signal });
}
