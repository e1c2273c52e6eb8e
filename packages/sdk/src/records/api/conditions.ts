import { recordEtag } from "../wire.ts";

/** The state of a record that a change starts from; null for a record that is not there yet. */
export type RecordState = { version: number; revision: number };

/** The header that lets the service refuse a change which starts from an old state. */
export function condition(current: RecordState | null): Record<string, string> {
  return current === null ? { "if-none-match": "*" } : { "if-match": recordEtag(current) };
}
