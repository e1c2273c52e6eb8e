/**
 * What the drawers of a person hold: the form of each, how two versions of a profile are brought together, and how identity papers, papers
 * for a loan and documents of an asset are sealed for those who are to read them, decided about, and kept in step with who they are.
 *
 * @module
 */

export {
  type AssetDocuments,
  type AssetDocumentsParameters,
  type AssetPaperKind,
  assetDocumentsSchema,
  assetDocumentsType,
  assetPaperKinds,
  assetsSpace,
  createAssetDocuments,
  documentsOf,
  listAssetDocuments,
  openAssetDocuments,
  proveAssetDocument,
  updateAssetDocuments,
} from "./assets.ts";
export { groupCopies } from "./copies.ts";
export {
  type DecideParameters,
  type Decision,
  type DecisionOn,
  type DecisionOutcome,
  decide,
  decisionOutcomes,
  decisionSchema,
  decisionsOn,
  decisionType,
} from "./decision.ts";
export { CopiesMissingError, ReadersMissingError } from "./errors.ts";
export {
  type FindReadersParameters,
  type FoundReaders,
  findReaders,
  type Reader,
  type Unreachable,
  type UnreachableReason,
} from "./findReaders.ts";
export { type FindRoleReadersParameters, findRoleReaders } from "./findRoleReaders.ts";
export { type GetRoleHoldersParameters, getRoleHolders } from "./getRoleHolders.ts";
export type { Keeping, KeepProgress, Paper, PaperFile } from "./keepRecord.ts";
export type { SpaceRecord } from "./kind.ts";
export {
  createKycFile,
  type KycFile,
  type KycFileParameters,
  type KycPaperKind,
  type KycPerson,
  kycFileSchema,
  kycPaperKinds,
  kycPersonSchema,
  kycSpace,
  kycType,
  listKycRecords,
  openKycFile,
  updateKycFile,
} from "./kyc.ts";
export type { ListSpaceParameters, SpacePage } from "./listSpace.ts";
export {
  createLoanFile,
  type LoanFile,
  type LoanFileParameters,
  type LoanPaperKind,
  type LoanSubject,
  listLoanRecords,
  loanFileSchema,
  loanPaperKinds,
  loanSubjectSchema,
  loansSpace,
  loanType,
  openLoanFile,
  updateLoanFile,
} from "./loans.ts";
export {
  fieldOf,
  type MergedProfile,
  mergeProfiles,
  type ProfileConflict,
  type ProfileField,
  type ProfileValue,
  withField,
} from "./mergeProfiles.ts";
export { openPaper } from "./openPaper.ts";
export type { ChangedReader, ReadersChange, ReadersPlan } from "./planReaders.ts";
export {
  type Credential,
  credentialSchema,
  decodeProfile,
  emptyProfile,
  encodeProfile,
  type Profile,
  profileSchema,
  profileSpace,
  profileType,
} from "./profile.ts";
export {
  type FindAssetReadersParameters,
  findAssetReaders,
  type SyncAssetReadersParameters,
  syncAssetReaders,
} from "./syncAssetReaders.ts";
export { type SyncDocumentReadersParameters, syncDocumentReaders } from "./syncDocumentReaders.ts";
export {
  type SyncedRecord,
  type SyncOutcome,
  type SyncReadersParameters,
  syncReaders,
} from "./syncReaders.ts";
export type { OpenedSpaceRecord, Vault } from "./vault.ts";
