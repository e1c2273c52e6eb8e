import { QtiError } from "../../errors/base.ts";
import { ApiProblemError, ApiUnreachableError } from "../api/errors.ts";
import { listRecords } from "../api/listRecords.ts";
import type { Abortable } from "../api/request.ts";
import { KeysLockedError, RecordsAbortedError, RecordsWorkerError } from "../errors.ts";
import type { RecordRow } from "../wire.ts";
import { type Decision, decisionKind } from "./decision.ts";
import { type Contents, type Kind, readContents, type SpaceRecord } from "./kind.ts";
import { openSpaceRecord, type Vault } from "./vault.ts";

/** A page of a space: own records and those of others that one may read, the latest change first. */
export type SpacePage<contents> = {
  readonly files: readonly SpaceRecord<contents>[];
  readonly decisions: readonly SpaceRecord<Decision>[];
  /** What does not open, or is not what it has to be, with what is wrong with it. Anybody may put something into the list of anybody. */
  readonly unreadable: readonly { readonly record: RecordRow; readonly error: QtiError }[];
  /** Give it back as `cursor` to go on; null at the end. */
  readonly nextCursor: string | null;
};

/** Parameters of every list of a space. */
export type ListSpaceParameters = Abortable & { cursor?: string | undefined };

/** Lists a space and opens everything in it. */
export async function listSpace<contents extends Contents>(
  vault: Vault,
  kind: Kind<contents>,
  { cursor, signal }: ListSpaceParameters,
): Promise<SpacePage<contents>> {
  const { space } = kind;
  const page = await listRecords(vault.log.api, { space, cursor, signal });
  const files: SpaceRecord<contents>[] = [];
  const decisions: SpaceRecord<Decision>[] = [];
  const unreadable: { record: RecordRow; error: QtiError }[] = [];
  for (const record of page.items) {
    try {
      const opened = await openSpaceRecord(vault, { id: record.id, space, signal });
      if (opened.manifest.type === kind.type) files.push(readContents(kind, opened));
      else decisions.push(readContents(decisionKind(space), opened));
    } catch (error) {
      if (!(error instanceof QtiError) || concernsAll(error)) throw error;
      unreadable.push({ record, error });
    }
  }
  return { files, decisions, unreadable, nextCursor: page.nextCursor };
}

/** Opens one file of a space. @throws {@link SpaceUnreadableError} it is a record of another kind */
export async function openOf<contents extends Contents>(
  vault: Vault,
  kind: Kind<contents>,
  { id, signal }: { id: string } & Abortable,
): Promise<SpaceRecord<contents>> {
  const opened = await openSpaceRecord(vault, { id, space: kind.space, signal });
  return readContents(kind, opened);
}

/** Not of the one record, but of the service, the session or the keys: then an empty list would say what is not so. */
function concernsAll(error: QtiError): boolean {
  if (error instanceof ApiProblemError) return ![400, 403, 404, 410, 422].includes(error.status);
  return (
    error instanceof ApiUnreachableError ||
    error instanceof KeysLockedError ||
    error instanceof RecordsAbortedError ||
    error instanceof RecordsWorkerError
  );
}
