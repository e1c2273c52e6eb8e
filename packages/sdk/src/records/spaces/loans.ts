import * as z from "zod";
import type { Abortable } from "../api/request.ts";
import { accountSchema } from "../wire.ts";
import { ReadersMissingError } from "./errors.ts";
import { type Keeping, keepRecord, type Paper } from "./keepRecord.ts";
import { type Kind, line, type SpaceRecord } from "./kind.ts";
import { type ListSpaceParameters, listSpace, openOf, type SpacePage } from "./listSpace.ts";
import type { Vault } from "./vault.ts";

/** The drawer of papers for loans. */
export const loansSpace = "loans";
/** What a file in it is. */
export const loanType = "loan-file";

/** What a paper for a loan is. */
export const loanPaperKinds = ["income", "account-statement", "tax", "business", "other"] as const;
/** One of {@link loanPaperKinds}. */
export type LoanPaperKind = (typeof loanPaperKinds)[number];

/**
 * What the papers are for. A credit line belongs to a person: its identity's number, and the account that asks, as the chain and the
 * underwriter's service name them.
 */
export const loanSubjectSchema = z.strictObject({
  account: accountSchema,
  /** Number of the identity in decimal digits; "0" for an account that has none yet. */
  creditLine: z.string().regex(/^(0|[1-9]\d{0,77})$/, "expected a number in decimal digits"),
  /** The application that was judged, by its time in Unix seconds; null where there was none yet. */
  application: z.int().min(0).nullable(),
});
/** See {@link loanSubjectSchema}. */
export type LoanSubject = z.infer<typeof loanSubjectSchema>;

/** The body of a file in {@link loansSpace}. */
export const loanFileSchema = z.strictObject({
  format: z.literal(1),
  subject: loanSubjectSchema,
  /** For whoever reads them. */
  note: line(2_000),
  /** What the attachments are, in their order. */
  papers: z
    .array(z.strictObject({ kind: z.enum(loanPaperKinds) }))
    .min(1)
    .max(32),
});
/** See {@link loanFileSchema}. */
export type LoanFile = z.infer<typeof loanFileSchema>;

const kind: Kind<LoanFile> = { space: loansSpace, type: loanType, schema: loanFileSchema };

/** What a file of papers for a loan is made of. */
export type LoanFileParameters = Keeping & {
  subject: LoanSubject;
  note?: string | undefined;
  papers: readonly Paper<LoanPaperKind>[];
};

/**
 * Seals papers for oneself and the underwriters, bound to one's credit line, and stores them.
 *
 * @param parameters - {@link LoanFileParameters}
 * @throws {@link ReadersMissingError} there is no underwriter who could read them
 * @throws {@link KeySlotError} {@link RecordInputError} {@link AttachmentTooLargeError} {@link KeysLockedError} {@link ApiProblemError}
 * {@link ApiUnreachableError} {@link RecordsAbortedError}
 *
 * @example
 * ```ts
 * import { createLoanFile } from "@qti/sdk/records/spaces";
 *
 * await createLoanFile(vault, {
 *   subject: { account, creditLine: `${identity}`, application: application.at },
 *   papers: [{ kind: "income", file: payslip, name: "payslip.pdf" }],
 *   readers,
 * });
 * ```
 */
export function createLoanFile(vault: Vault, parameters: LoanFileParameters): Promise<SpaceRecord<LoanFile>> {
  return keepLoanFile(vault, parameters);
}

/**
 * Seals the next version of papers for a loan.
 *
 * @param parameters.before As it was opened last; whoever was faster is not written over.
 * @throws {@link RecordConflictError} it changed in between
 * @throws {@link ReadersMissingError} {@link KeySlotError} {@link RecordInputError} {@link AttachmentTooLargeError} {@link KeysLockedError}
 * {@link ApiProblemError} {@link ApiUnreachableError} {@link RecordsAbortedError}
 *
 * @example
 * ```ts
 * const kept = before.manifest.attachments.map((each) => ({ kind: "income" as const, kept: each }));
 * await updateLoanFile(vault, { before, subject: before.contents.subject, papers: kept, readers });
 * ```
 */
export function updateLoanFile(
  vault: Vault,
  parameters: LoanFileParameters & { before: SpaceRecord<LoanFile> },
): Promise<SpaceRecord<LoanFile>> {
  return keepLoanFile(vault, parameters);
}

async function keepLoanFile(
  vault: Vault,
  { subject, note = "", papers, ...keeping }: LoanFileParameters & { before?: SpaceRecord<LoanFile> },
): Promise<SpaceRecord<LoanFile>> {
  if (keeping.readers.length === 0) throw new ReadersMissingError({ space: loansSpace });
  const kinds = papers.map((paper) => ({ kind: paper.kind }));
  const contents = { format: 1 as const, subject, note, papers: kinds };
  return keepRecord(vault, kind, { contents, files: papers, ...keeping });
}

/**
 * Opens one file of papers for a loan, one's own or one that was shared: the log proves that it is the latest version, its signature
 * that it is by its owner.
 *
 * @throws {@link SpaceUnreadableError} {@link KeysNotAuthenticError} {@link SignatureInvalidError} and what `verifyRecord` finds
 *
 * @example
 * ```ts
 * const { contents } = await openLoanFile(vault, { id });
 * const line = await getCreditLine(client, { account: contents.subject.account });
 * ```
 */
export async function openLoanFile(
  vault: Vault,
  parameters: { id: string } & Abortable,
): Promise<SpaceRecord<LoanFile>> {
  return openOf(vault, kind, parameters);
}

/**
 * Lists papers for loans and what was decided about them: one's own, and those of others that are shared with one.
 *
 * @param parameters - {@link ListSpaceParameters}
 * @throws {@link KeysLockedError} {@link ApiProblemError} {@link ApiUnreachableError} {@link RecordsAbortedError}
 *
 * @example
 * ```ts
 * const { files, nextCursor } = await listLoanRecords(vault);
 * ```
 */
export function listLoanRecords(
  vault: Vault,
  parameters: ListSpaceParameters = {},
): Promise<SpacePage<LoanFile>> {
  return listSpace(vault, kind, parameters);
}
