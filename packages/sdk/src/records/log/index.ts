/**
 * The log of records: what a service wrote down, proven without believing the service. The tree is that of RFC 6962, checkpoints are
 * those of https://c2sp.org/tlog-checkpoint, and everything here can be computed again by others.
 *
 * @module
 */
export {
  type Checkpoint,
  formatCheckpoint,
  type LogIdentity,
  type LogKeys,
  openCheckpoint,
  readLogKeys,
} from "./checkpoint.ts";
export {
  type CreateRecordProofParameters,
  createRecordProof,
} from "./createRecordProof.ts";
export * from "./errors.ts";
export { formatHead, headerHash, openHead, type RecordHead } from "./head.ts";
export { type RecordLeaf, recordLeafHash, tombstoneLeafHash } from "./leaf.ts";
export { indexedDbLogMemory, type LogMemory, logMemory, processLogMemory } from "./memory.ts";
export {
  createNoteSigners,
  formatVerifierKey,
  type NoteKey,
  type NoteKeyType,
  type NoteSigner,
  signNote,
} from "./note.ts";
export { type OpenLogParameters, openLog, type RecordsLog } from "./openLog.ts";
export {
  completedBy,
  consistencyRanges,
  foldNodes,
  inclusionRanges,
  type NodePlace,
  nodesOf,
  type Range,
} from "./ranges.ts";
export {
  parseRecordProof,
  type RecordProofFile,
  type RecordProofVerdict,
  verifyRecordProof,
} from "./recordProofFile.ts";
export { expectGrowth, readCheckpoint } from "./seeCheckpoint.ts";
export { hashNode, rootOf } from "./tree.ts";
export { type TreeHead, verifyConsistency } from "./verifyConsistency.ts";
export { type Inclusion, verifyInclusion } from "./verifyInclusion.ts";
export { type VerifiedRecord, verifyRecord } from "./verifyRecord.ts";
