import "@/lib/no-eval";
import { QtiError } from "@qti/sdk/errors";
import type { RecordRow, SealedAttachment } from "@qti/sdk/records/client";
import type { Address, Hex } from "viem";
import * as z from "zod/mini";
import type { Records } from "./context";
import { rememberSealed } from "./memory";
import { openRecord } from "./open-record";

/** The drawer of documents of assets. */
export const documentsSpace = "documents";
const documentType = "asset-document";

const bytes32 = z.templateLiteral(["0x", z.string().check(z.regex(/^[0-9a-f]{64}$/))]);
const bodySchema = z.object({ asset: z.string(), salt: bytes32, hash: bytes32 });

/** A document of an asset that this browser may open. */
export type SealedDocument = { row: RecordRow; asset: string; salt: Hex; hash: Hex; file: SealedAttachment };

/**
 * Commits to a document by a salted hash, seals it in the Worker and stores the ciphertext. Answers with the root that
 * goes on the chain; the salt stays inside the sealed record.
 */
export async function sealDocument(
  { client, worker, api, storage }: Records,
  file: File,
  who: { account: Address; chainId: number; asset: Address },
): Promise<Hex> {
  const { salt, hash } = await worker.commitDocument({ document: file });
  const { attachment, ciphertext } = await worker.sealAttachment({
    blob: file,
    name: file.name,
    ...(file.type ? { mediaType: file.type } : {}),
    maxBytes: client.recordLimits.attachmentBytes,
  });
  const sealed = await worker.seal({
    body: new TextEncoder().encode(JSON.stringify({ asset: who.asset.toLowerCase(), salt, hash })),
    type: documentType,
    space: documentsSpace,
    recordId: client.newRecordId(),
    version: 1,
    previous: null,
    owner: who.account,
    chainId: who.chainId,
    recipients: [],
    attachments: [attachment],
  });
  await client.storeRecord(api, { sealed, ciphertexts: [ciphertext], current: null });
  rememberSealed({ storage, ...who }, sealed);
  return client.documentsRoot([hash]);
}

/** The document that one record holds; `undefined` where it holds something else. Throws where it does not open. */
async function readDocument(
  records: Records,
  row: RecordRow,
  chainId: number,
): Promise<SealedDocument | undefined> {
  const opened = await openRecord(records, row, { type: documentType, chainId });
  const body = decodeBody(opened.body);
  const file = opened.manifest.attachments[0];
  return body && file && { row, file, ...body };
}

function decodeBody(bytes: Uint8Array): z.infer<typeof bodySchema> | undefined {
  try {
    return bodySchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    // No JSON: written by another app.
    return undefined;
  }
}

/** What a service does to its log it does to every record. */
const ofWholeLog: ReadonlySet<string> = new Set(["log-checkpoint-invalid", "log-truncated", "log-forked"]);

/**
 * Anyone may place a record among those of anyone, so what is wrong with one must not hide the others. Not so when the
 * service cannot be reached, or the session or the keys are closed: then an empty list would say what is not true.
 */
function concernsOneRecord({ client }: Records, error: unknown): boolean {
  if (!(error instanceof QtiError) || ofWholeLog.has(error.code)) return false;
  if (error instanceof client.ApiProblemError) return [400, 403, 404, 410, 422].includes(error.status);
  return !(error instanceof client.ApiUnreachableError || error instanceof client.KeysLockedError);
}

/**
 * Opens the document records of the signed-in account and answers with those of one asset. A record that does not open
 * is left out.
 */
export async function findDocuments(
  records: Records,
  asset: Address,
  chainId: number,
): Promise<SealedDocument[]> {
  const { client, api } = records;
  const found: SealedDocument[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listRecords(api, { space: documentsSpace, ...(cursor ? { cursor } : {}) });
    for (const row of page.items) {
      try {
        const document = await readDocument(records, row, chainId);
        if (document?.asset === asset.toLowerCase()) found.push(document);
      } catch (error) {
        if (!concernsOneRecord(records, error)) throw error;
      }
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

/** Fetches a document, opens it, and checks it against the salted hash and the root that stands on the chain. */
export async function openDocument(
  { client, worker, api }: Records,
  document: SealedDocument,
  roots: readonly Hex[],
): Promise<{ blob: Blob; onChain: boolean }> {
  const ciphertext = await client.getBlob(api, { hash: document.file.hash, verify: false });
  const blob = await worker.openAttachment({ ciphertext, attachment: document.file });
  const genuine = await worker.verifyDocument({ document: blob, salt: document.salt, hash: document.hash });
  const root = await client.documentsRoot([document.hash]);
  return { blob, onChain: genuine && roots.some((known) => known.toLowerCase() === root) };
}
