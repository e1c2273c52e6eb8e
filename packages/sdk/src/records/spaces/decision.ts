import * as z from "zod";
import { getKeys } from "../api/getKeys.ts";
import { listKeys } from "../api/listKeys.ts";
import type { Abortable } from "../api/request.ts";
import { KeysNotAuthenticError } from "../errors.ts";
import type { KeyPublic, KeyPublicClaim } from "../keys/types.ts";
import { type Account, accountSchema, hashSchema, recordIdSchema, versionSchema } from "../wire.ts";
import { keepRecord } from "./keepRecord.ts";
import { type Kind, line, type SpaceRecord } from "./kind.ts";
import { isSame, type OpenedSpaceRecord, type Vault } from "./vault.ts";

/** What somebody can decide about papers: they are in order, they are refused, or something is missing. */
export const decisionOutcomes = ["accepted", "refused", "more"] as const;
/** One of {@link decisionOutcomes}. */
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** What whoever papers were shared with says about them. The papers themselves stay as their owner sealed them. */
export const decisionSchema = z
  .strictObject({
    format: z.literal(1),
    /** Exactly what was decided about: a later version is other papers. */
    about: z.strictObject({
      recordId: recordIdSchema,
      version: versionSchema,
      manifestHash: hashSchema,
      owner: accountSchema,
    }),
    outcome: z.enum(decisionOutcomes),
    /** For the person. May be empty only where the papers are accepted. */
    reason: line(2_000),
  })
  .refine(({ outcome, reason }) => outcome === "accepted" || reason.trim() !== "", {
    path: ["reason"],
    error: "whoever does not accept says why",
  });
/** See {@link decisionSchema}. */
export type Decision = z.infer<typeof decisionSchema> & { papers?: undefined };

/** Decisions lie in the space of what they are about. */
export const decisionType = "decision";

export const decisionKind = (space: string): Kind<Decision> => ({
  space,
  type: decisionType,
  schema: decisionSchema,
});

/** Parameters of {@link decide}. */
export type DecideParameters = Abortable & {
  /** The file as it was opened. */
  about: OpenedSpaceRecord;
  outcome: DecisionOutcome;
  /** For the person; what is missing, or why not. */
  reason?: string | undefined;
  /** Who else is to know, such as the other officers. */
  alsoFor?: readonly KeyPublicClaim[] | undefined;
  /** One's own decision of before about the same file, of which this is the next version. */
  before?: SpaceRecord<Decision> | undefined;
};

/**
 * Says what one thinks of papers that somebody shared, sealed for them. It is a record of one's own, in the same space: theirs is not
 * touched.
 *
 * @param parameters - {@link DecideParameters}
 * @throws {@link RecordInputError} papers are not accepted, and nothing says why
 * @throws {@link KeysNotAuthenticError} the service gave keys that are not those of the person
 * @throws {@link KeysLockedError} {@link KeySlotError} {@link ApiProblemError} {@link ApiUnreachableError} {@link RecordsAbortedError}
 *
 * @example
 * ```ts
 * import { decide, listKycRecords } from "@qti/sdk/records/spaces";
 *
 * const { files } = await listKycRecords(vault);
 * for (const about of files.filter(({ isOwn }) => !isOwn))
 *   await decide(vault, { about, outcome: "more", reason: "The passport has expired." });
 * ```
 */
export async function decide(
  vault: Vault,
  { about, outcome, reason = "", alsoFor = [], before, signal }: DecideParameters,
): Promise<SpaceRecord<Decision>> {
  const { record } = about;
  const person = await keysFor(vault, about, { signal });
  const others = alsoFor.filter(({ fingerprint }) => fingerprint !== person.fingerprint);
  return keepRecord(vault, decisionKind(about.manifest.space), {
    contents: {
      format: 1,
      about: {
        recordId: record.id,
        version: record.version,
        manifestHash: record.manifestHash,
        owner: accountSchema.parse(record.owner),
      },
      outcome,
      reason,
    },
    readers: [person, ...others],
    before,
    signal,
  });
}

/** Keys of who sealed the file: those that they did it by, or newer ones where they revoked these. */
async function keysFor(
  vault: Vault,
  { record }: OpenedSpaceRecord,
  { signal }: Abortable,
): Promise<KeyPublic> {
  const { api } = vault.log;
  const authors = await getKeys(api, { fingerprint: record.author, signal });
  if (authors.account !== record.owner)
    throw new KeysNotAuthenticError({ reason: `The keys are those of ${authors.account}.` });
  if (authors.revokedAt === null) return vault.records.verifyKeys({ published: authors });
  const published = await listKeys(api, { account: record.owner, signal });
  const newest = published.find(({ revokedAt, chainId }) => revokedAt === null && chainId === vault.chainId);
  // What was sealed for keys that are revoked the service refuses, and says so.
  return vault.records.verifyKeys({ published: newest ?? authors });
}

/** A decision, and whether it is about the file as it is now. */
export type DecisionOn = {
  readonly decision: SpaceRecord<Decision>;
  readonly by: Account;
  /** Whether the file has changed since. */
  readonly isOutdated: boolean;
};

/**
 * What was decided about a file, the latest first. A decision counts by whose it is: anybody can seal one for keys that are public.
 *
 * @param parameters.mayDecide Whether an account is one that decides, such as one of {@link getRoleHolders}.
 *
 * @example
 * ```ts
 * import { decisionsOn } from "@qti/sdk/records/spaces";
 *
 * const [latest] = decisionsOn(file, decisions, { mayDecide: (account) => officers.includes(account) });
 * ```
 */
export function decisionsOn(
  { record }: OpenedSpaceRecord,
  decisions: readonly SpaceRecord<Decision>[],
  { mayDecide }: { mayDecide: (account: Account) => boolean },
): DecisionOn[] {
  return decisions
    .filter(({ contents: { about } }) => about.recordId === record.id && isSame(about.owner, record.owner))
    .filter(({ record: { owner } }) => mayDecide(owner))
    .filter(
      ({ contents: { about } }) =>
        about.version < record.version ||
        (about.version === record.version && about.manifestHash === record.manifestHash),
    )
    .map((decision) => ({
      decision,
      by: decision.record.owner,
      isOutdated: decision.contents.about.version < record.version,
    }))
    .sort((one, other) => (one.decision.manifest.created < other.decision.manifest.created ? 1 : -1));
}
