import { makeZip } from "client-zip";
import type { QtiClient } from "../../core/client.ts";
import { QtiError } from "../../errors/base.ts";
import { ApiUnreachableError } from "../api/errors.ts";
import { getBlob } from "../api/getBlob.ts";
import { type Abortable, type RecordsApi, send } from "../api/request.ts";
import { type Bytes, fromBase64 } from "../bytes.ts";
import { RecordsAbortedError } from "../errors.ts";
import type { KeyPublic } from "../keys/types.ts";
import { createRecordProof } from "../log/createRecordProof.ts";
import type { RecordsLog } from "../log/openLog.ts";
import type { RecordManifest, SealedAttachment } from "../record/manifestSchema.ts";
import type { OpenedRecord, OpenParameters } from "../record/open.ts";
import type { RecordRow } from "../wire.ts";
import type { ExportIncompleteError } from "./errors.ts";
import { readExport } from "./readExport.ts";
import type { ExportLine } from "./wire.ts";

/** What opens records: a {@link RecordsWorker} with its keys unlocked, or {@link openerOf} keys. */
export type PersonOpener = {
  open(
    parameters: Pick<OpenParameters, "author"> & {
      header: Bytes;
      payload: Bytes;
      expected: Omit<OpenParameters["expected"], "readers">;
    },
  ): Promise<OpenedRecord>;
  openAttachment(parameters: { ciphertext: Blob; attachment: SealedAttachment } & Abortable): Promise<Blob>;
};

/** How far an export is. */
export type ExportProgress = { records: number; files: number };

/** Parameters of {@link exportPerson}. */
export type ExportPersonParameters = Abortable & {
  /** Opens the person's records. */
  opener: PersonOpener;
  /** The person's own public keys, of now and of before: only what these signed is shown as theirs. */
  authors: readonly KeyPublic[];
  /** The log, where proofs are wanted that others can check. */
  log?: RecordsLog | undefined;
  /** A viem client, to lead the proofs as far as the chain. */
  client?: QtiClient | undefined;
  /** Told after each record. */
  onProgress?: ((progress: ExportProgress) => void) | undefined;
};

type File = { name: string; input: string | Uint8Array<ArrayBuffer> | Blob };

const readme = `This archive holds everything that the service has of this account.

data/<table>.json       what lies in its tables, readable as it is
records/<space>/<id>/   one folder a record:
  body.json or body.bin   what is in it
  manifest.json           what its author signed about it
  record.json             the row of the service: header, hashes, readers
  files/                  attachments
  proof.json              that this version is in the log of records; verifyRecordProof of @qti/sdk/records/log checks it offline
  log.json                what the log said of it on the day of the export
  problem.txt             instead of the contents: why it could not be opened
index.json              what is in here
`;

/**
 * Takes along everything that the service has of the signed-in person, as a ZIP archive: rows of its tables, and each record opened by
 * the person's own keys, with attachments and a proof that others can check. The archive is made while it is read. It is not encrypted: it
 * belongs in a place that only its person reaches.
 *
 * A record that does not open is in it with the reason, and nothing else of the archive suffers.
 *
 * @param api - Where the API is.
 * @param parameters - {@link ExportPersonParameters}
 * @returns The archive, as a stream of bytes.
 * @throws {@link StepUpNeededError} when the account has a second factor and did not give it lately.
 * @throws {@link ExportIncompleteError} in the stream, when the service's answer was cut off.
 * @throws {@link ApiProblemError} {@link ApiUnreachableError} {@link RecordsAbortedError}
 *
 * @example
 * ```ts
 * const { keys, retired } = await records.status();
 * const log = await openLog({ url });
 * const archive = await exportPerson({ url }, { opener: records, authors: [keys, ...retired], log });
 * const blob = await new Response(archive).blob();
 * ```
 */
export async function exportPerson(
  api: RecordsApi,
  parameters: ExportPersonParameters,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { signal } = parameters;
  const headers = { accept: "application/x-ndjson" };
  // Asked before the archive begins: who has to step up first is told so, and not in the middle of a download.
  const answer = await send(api, { method: "GET", path: "/v1/people/me/export", headers, signal });
  const files = filesOf(api, readExport(answer), parameters);
  return makeZip(files, { buffersAreUTF8: true }) as ReadableStream<Uint8Array<ArrayBuffer>>;
}

async function* filesOf(
  api: RecordsApi,
  lines: AsyncIterable<ExportLine>,
  parameters: ExportPersonParameters,
): AsyncGenerator<File> {
  const tables = new Map<string, unknown[]>();
  const index: unknown[] = [];
  const progress = { records: 0, files: 0 };
  let begin: Extract<ExportLine, { kind: "begin" }> | undefined;
  yield { name: "README.txt", input: readme };
  for await (const line of lines) {
    if (line.kind === "begin") begin = line;
    if (line.kind === "row") tables.set(line.table, [...(tables.get(line.table) ?? []), line.row]);
    if (line.kind !== "record") continue;
    const { record, proof } = line;
    const folder = `records/${record.space}/${record.id}`;
    yield { name: `${folder}/record.json`, input: json(record) };
    if (proof !== null) yield { name: `${folder}/log.json`, input: json(proof) };
    const { files, problem } = await openRecord(api, record, parameters);
    if (problem !== undefined) yield { name: `${folder}/problem.txt`, input: problem };
    for await (const { name, input } of files) {
      progress.files += 1;
      yield { name: `${folder}/${name}`, input };
    }
    progress.records += 1;
    index.push({
      id: record.id,
      space: record.space,
      version: record.version,
      folder,
      opened: problem === undefined,
    });
    parameters.onProgress?.({ ...progress });
  }
  for (const [table, rows] of tables) yield { name: `data/${table}.json`, input: json(rows) };
  yield { name: "index.json", input: json({ ...begin, records: index, tables: [...tables.keys()] }) };
}

async function openRecord(
  api: RecordsApi,
  record: RecordRow,
  parameters: ExportPersonParameters,
): Promise<{ files: AsyncIterable<File>; problem?: string }> {
  const { opener, authors, signal } = parameters;
  try {
    const author = authors.find(({ fingerprint }) => fingerprint === record.author);
    if (author === undefined)
      return { files: none(), problem: `It was signed by keys that are not here: ${record.author}.` };
    const payload = await getBlob(api, { hash: record.payloadHash, signal });
    const { id: recordId, version, space, owner, payloadHash, manifestHash } = record;
    const opened = await opener.open({
      header: fromBase64(record.header),
      payload: new Uint8Array(await payload.arrayBuffer()),
      author,
      expected: { recordId, version, space, owner, payloadHash, manifestHash },
    });
    return { files: contentsOf(api, record, opened, parameters) };
  } catch (error) {
    // The caller gave up, or the service cannot be reached: that is no matter of this record.
    const isElsewhere = error instanceof RecordsAbortedError || error instanceof ApiUnreachableError;
    if (isElsewhere || !(error instanceof QtiError)) throw error;
    return { files: none(), problem: error.message };
  }
}

async function* none(): AsyncGenerator<File> {}

async function* contentsOf(
  api: RecordsApi,
  record: RecordRow,
  { body, manifest }: OpenedRecord,
  { opener, log, client, signal }: ExportPersonParameters,
): AsyncGenerator<File> {
  yield { name: isJson(body) ? "body.json" : "body.bin", input: body };
  yield { name: "manifest.json", input: json(manifest) };
  for (const [place, attachment] of manifest.attachments.entries()) {
    const ciphertext = await getBlob(api, { hash: attachment.hash, signal });
    yield {
      name: `files/${fileName(manifest, place)}`,
      input: await opener.openAttachment({ ciphertext, attachment, signal }),
    };
  }
  if (log === undefined) return;
  yield { name: "proof.json", input: json(await createRecordProof(log, { leaf: record, client, signal })) };
}

/** As its author called it, as far as every file system takes that, and never twice the same. */
function fileName({ attachments }: RecordManifest, place: number): string {
  const safe = (attachments[place]?.name ?? "").replace(/[^\p{L}\p{N} ._()-]/gu, "_").replace(/^\.+/, "_");
  return `${String(place + 1).padStart(2, "0")}-${safe}`;
}

function isJson(body: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    return true;
  } catch {
    return false;
  }
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
