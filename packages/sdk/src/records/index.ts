/**
 * Records that only chosen people can open: age v1 files for post-quantum recipients, signed by their author. Pages take
 * `@qti/sdk/records/client` instead, which does the same in a Worker.
 *
 * @module
 */
export { type OpenStreamParameters, openStream } from "./attachments/openStream.ts";
export { type SealedStream, type SealStreamParameters, sealStream } from "./attachments/sealStream.ts";
export { cryptography, nobleCryptography } from "./crypto/cryptography.ts";
export type { Cryptography, CryptographyKind } from "./crypto/types.ts";
export * from "./documents/index.ts";
export * from "./errors.ts";
export { inspectHeader } from "./header.ts";
export { newRecordId } from "./ids.ts";
export { backupOf, parseBackup, unwrapAny } from "./keys/backup.ts";
export {
  checkKeyPublic,
  formatFingerprint,
  type KeyFingerprints,
  keyFingerprints,
  parseFingerprint,
} from "./keys/fingerprint.ts";
export { generateKeys } from "./keys/generateKeys.ts";
export { importKeys } from "./keys/importKeys.ts";
export { signKeys, verifyPublishedKeys } from "./keys/signKeys.ts";
export { checkSlots } from "./keys/slots/checkSlots.ts";
export { deviceSlot } from "./keys/slots/deviceSlot.ts";
export { type PasskeySecret, passkeySlot } from "./keys/slots/passkeySlot.ts";
export { type PassphraseCost, passphraseSlot } from "./keys/slots/passphraseSlot.ts";
export { createRecoveryCode, formatRecoveryCode, parseRecoveryCode } from "./keys/slots/recoveryCode.ts";
export { recoverySlot } from "./keys/slots/recoverySlot.ts";
export type { SlotWrapper } from "./keys/slots/slot.ts";
export type {
  DeviceSlot,
  KeySlot,
  PasskeySlot,
  PassphraseSlot,
  RecoverySlot,
  SuccessorSlot,
  WalletSlot,
} from "./keys/slots/slotSchema.ts";
export { successorSlot } from "./keys/slots/successorSlot.ts";
export { walletShareBytes, walletSlot } from "./keys/slots/walletSlot.ts";
export type { KeyBackup, Keyring, KeyStore, RetiredKeys } from "./keys/store/keyStore.ts";
export type { KeyPublic, KeyPublicClaim, KeySeeds, Keys } from "./keys/types.ts";
export type { RecordManifest, SealedAttachment } from "./record/manifestSchema.ts";
export { type OpenedRecord, type OpenParameters, open, type RecordExpectation } from "./record/open.ts";
export { rewrap } from "./record/rewrap.ts";
export { type SealedRecord, type SealParameters, seal } from "./record/seal.ts";
