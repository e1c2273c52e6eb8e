import * as z from "zod";
import type { Abortable } from "../api/request.ts";
import { ReadersMissingError } from "./errors.ts";
import { type Keeping, keepRecord, type Paper } from "./keepRecord.ts";
import { type Kind, line, type SpaceRecord } from "./kind.ts";
import { type ListSpaceParameters, listSpace, openOf, type SpacePage } from "./listSpace.ts";
import type { Vault } from "./vault.ts";

/** The drawer of identity papers. */
export const kycSpace = "kyc";
/** What a file in it is. */
export const kycType = "kyc-file";

/** What a paper about somebody's identity is. */
export const kycPaperKinds = [
  "passport",
  "identity-card",
  "residence-permit",
  "driving-licence",
  "proof-of-address",
  "other",
] as const;
/** One of {@link kycPaperKinds}. */
export type KycPaperKind = (typeof kycPaperKinds)[number];

/** What a person states about themselves for those who check it. */
export const kycPersonSchema = z.strictObject({
  givenNames: line(200).min(1),
  familyName: line(200).min(1),
  /** Day, such as 1990-05-30. */
  birthDate: z.iso.date(),
  /** ISO 3166-1 alpha-2, such as "DE". */
  nationality: z.string().regex(/^[A-Z]{2}$/, "expected two capital letters of ISO 3166-1"),
  address: z.strictObject({
    street: line(500).min(1),
    city: line(200).min(1),
    postalCode: line(40),
    country: z.string().regex(/^[A-Z]{2}$/, "expected two capital letters of ISO 3166-1"),
  }),
});
/** See {@link kycPersonSchema}. */
export type KycPerson = z.infer<typeof kycPersonSchema>;

/** The body of a file in {@link kycSpace}. */
export const kycFileSchema = z.strictObject({
  format: z.literal(1),
  person: kycPersonSchema,
  /** What the attachments are, in their order. */
  papers: z.array(z.strictObject({ kind: z.enum(kycPaperKinds) })).max(32),
});
/** See {@link kycFileSchema}. */
export type KycFile = z.infer<typeof kycFileSchema>;

const kind: Kind<KycFile> = { space: kycSpace, type: kycType, schema: kycFileSchema };

/** What a file of identity papers is made of. */
export type KycFileParameters = Keeping & {
  person: KycPerson;
  papers: readonly Paper<KycPaperKind>[];
};

/**
 * Seals identity papers for oneself and those who check them, and stores them.
 *
 * @param parameters - {@link KycFileParameters}
 * @throws {@link ReadersMissingError} there is nobody to check them
 * @throws {@link KeySlotError} `too-few`: one lost thing would lose the keys that they are sealed for
 * @throws {@link RecordInputError} {@link AttachmentTooLargeError} {@link KeysLockedError} {@link ApiProblemError}
 * {@link ApiUnreachableError} {@link RecordsAbortedError}
 *
 * @example
 * ```ts
 * import { createKycFile, findReaders } from "@qti/sdk/records/spaces";
 *
 * const { readers } = await findReaders(vault, { accounts: officers, directoryOf, directory: "required" });
 * await createKycFile(vault, {
 *   person,
 *   papers: [{ kind: "passport", file: scan, name: "passport.pdf" }],
 *   readers: readers.map(({ keys }) => keys),
 * });
 * ```
 */
export function createKycFile(vault: Vault, parameters: KycFileParameters): Promise<SpaceRecord<KycFile>> {
  return keepKycFile(vault, parameters);
}

/**
 * Seals the next version of one's identity papers, with other readers where they are other ones now.
 *
 * @param parameters.before As it was opened last; whoever was faster is not written over.
 * @throws {@link RecordConflictError} it changed in between
 * @throws {@link ReadersMissingError} {@link KeySlotError} {@link RecordInputError} {@link AttachmentTooLargeError} {@link KeysLockedError}
 * {@link ApiProblemError} {@link ApiUnreachableError} {@link RecordsAbortedError}
 *
 * @example
 * ```ts
 * const [passport] = before.manifest.attachments;
 * await updateKycFile(vault, { before, person: moved, papers: [{ kind: "passport", kept: passport }], readers });
 * ```
 */
export function updateKycFile(
  vault: Vault,
  parameters: KycFileParameters & { before: SpaceRecord<KycFile> },
): Promise<SpaceRecord<KycFile>> {
  return keepKycFile(vault, parameters);
}

async function keepKycFile(
  vault: Vault,
  { person, papers, ...keeping }: KycFileParameters & { before?: SpaceRecord<KycFile> },
): Promise<SpaceRecord<KycFile>> {
  if (keeping.readers.length === 0) throw new ReadersMissingError({ space: kycSpace });
  const contents = { format: 1 as const, person, papers: papers.map((paper) => ({ kind: paper.kind })) };
  return keepRecord(vault, kind, { contents, files: papers, ...keeping });
}

/**
 * Opens one file of identity papers, one's own or one that was shared: the log proves that it is the latest version, its signature that
 * it is by its owner.
 *
 * @throws {@link SpaceUnreadableError} {@link KeysNotAuthenticError} {@link SignatureInvalidError} and what `verifyRecord` finds
 *
 * @example
 * ```ts
 * const { contents, manifest } = await openKycFile(vault, { id });
 * const scan = await openPaper(vault, manifest.attachments[0]);
 * ```
 */
export function openKycFile(
  vault: Vault,
  parameters: { id: string } & Abortable,
): Promise<SpaceRecord<KycFile>> {
  return openOf(vault, kind, parameters);
}

/**
 * Lists identity papers and what was decided about them: one's own, and those of others that are shared with one.
 *
 * @param parameters - {@link ListSpaceParameters}
 * @throws {@link KeysLockedError} {@link ApiProblemError} {@link ApiUnreachableError} {@link RecordsAbortedError}
 *
 * @example
 * ```ts
 * const { files, decisions } = await listKycRecords(vault);
 * const waiting = files.filter((file) => !file.isOwn && decisionsOn(file, decisions, { mayDecide }).length === 0);
 * ```
 */
export function listKycRecords(
  vault: Vault,
  parameters: ListSpaceParameters = {},
): Promise<SpacePage<KycFile>> {
  return listSpace(vault, kind, parameters);
}
