/**
 * Records for pages: the Worker that seals and opens, the API that stores, and small helpers. Nothing here loads cryptography into
 * the page; the Worker loads it when it is first made.
 *
 * @module
 */
export type { RecordState } from "./api/conditions.ts";
export { deleteRecord } from "./api/deleteRecord.ts";
export type { RecordFailure, RecordsProgress } from "./api/eachRecord.ts";
export * from "./api/errors.ts";
export { getBlob } from "./api/getBlob.ts";
export { getKeys } from "./api/getKeys.ts";
export { getRecord } from "./api/getRecord.ts";
export { listKeys } from "./api/listKeys.ts";
export { listRecords } from "./api/listRecords.ts";
export { publishKeys } from "./api/publishKeys.ts";
export { putBlob } from "./api/putBlob.ts";
export type { PutHeaderParameters } from "./api/putHeader.ts";
export { putRecord } from "./api/putRecord.ts";
export type { OwnKeys } from "./api/readersNow.ts";
export type { RecordsApi } from "./api/request.ts";
export { revokePublishedKeys } from "./api/revokePublishedKeys.ts";
export { type RotationOutcome, rotateRecords } from "./api/rotateRecords.ts";
export { type ShareRecordParameters, shareRecord } from "./api/shareRecord.ts";
export { storeRecord } from "./api/storeRecord.ts";
export { unshareRecord } from "./api/unshareRecord.ts";
export { fromBase64, toBase64 } from "./bytes.ts";
export { documentsRoot } from "./documents/documentsRoot.ts";
export * from "./errors.ts";
export { newRecordId } from "./ids.ts";
export {
  directoryFingerprint,
  formatFingerprint,
  type KeyFingerprints,
  keyFingerprints,
  parseFingerprint,
} from "./keys/fingerprint.ts";
export { createPasskey, readPasskey } from "./keys/passkey.ts";
export { checkSlots } from "./keys/slots/checkSlots.ts";
export type { PasskeySecret } from "./keys/slots/passkeySlot.ts";
export { formatRecoveryCode } from "./keys/slots/recoveryCode.ts";
export type { KeyBackup } from "./keys/store/keyStore.ts";
export {
  type DirectoryEntry,
  type DirectoryOpinion,
  judgeKeys,
  type KeyTrust,
  type PinnedKeys,
} from "./keys/trust.ts";
export type { KeyPublic, KeyPublicClaim } from "./keys/types.ts";
export type { RecordManifest, SealedAttachment } from "./record/manifestSchema.ts";
export type { OpenedRecord, RecordExpectation } from "./record/open.ts";
export type { SealedRecord } from "./record/seal.ts";
export * from "./wire.ts";
export {
  createRecordsWorker,
  type LongCall,
  type RecordsConnection,
  type RecordsWorker,
} from "./worker/createRecordsWorker.ts";
export type { FoundKeys, RecordsStatus } from "./worker/protocol.ts";
