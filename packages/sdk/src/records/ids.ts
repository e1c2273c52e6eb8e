import type { RecordId } from "./wire.ts";

/** A fresh random id for a record; nothing can be learned from it. */
export function newRecordId(): RecordId {
  return crypto.randomUUID();
}
