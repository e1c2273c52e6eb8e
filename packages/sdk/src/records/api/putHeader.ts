import { type Bytes, toBase64 } from "../bytes.ts";
import { type Fingerprint, type RecordRow, recordSchema } from "../wire.ts";
import { condition } from "./conditions.ts";
import { type Abortable, type RecordsApi, sendJson } from "./request.ts";

export type PutHeaderParameters = {
  /** The record as it was when its header was rewrapped. */
  record: RecordRow;
  /** From {@link rewrap}. */
  header: Bytes;
  readers: readonly Fingerprint[];
} & Abortable;

export function putHeader(
  api: RecordsApi,
  { record, header, readers, signal }: PutHeaderParameters,
): Promise<RecordRow> {
  const json = { version: record.version, header: toBase64(header), readers };
  const path = `/v1/records/${record.id}/header`;
  return sendJson(api, { method: "PUT", path, headers: condition(record), json, signal }, recordSchema);
}
