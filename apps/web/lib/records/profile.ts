import type { RecordRow } from "@qti/sdk/records/client";
import {
  decodeProfile,
  emptyProfile,
  encodeProfile,
  mergeProfiles,
  type Profile,
  type ProfileConflict,
  profileSpace,
  profileType,
} from "@qti/sdk/records/spaces";
import type { Address } from "viem";
import type { Records } from "./context";
import { rememberSealed } from "./memory";
import { openRecord } from "./open-record";

/** A person's profile as the service keeps it, opened. */
export type StoredProfile = {
  profile: Profile;
  /** The record that holds it; undefined where nothing was kept yet. */
  row: RecordRow | undefined;
  /** Records that another browser began at the same time: once the profile is saved they hold nothing more. */
  spare: readonly RecordRow[];
  /** Where those disagree with it. */
  conflicts: readonly ProfileConflict[];
};

/** How saving ended: kept, together with what another browser changed; or for the person to decide, and nothing is kept. */
export type SavedProfile =
  | { outcome: "saved"; stored: StoredProfile }
  | { outcome: "conflict"; theirs: StoredProfile; mine: Profile; conflicts: readonly ProfileConflict[] };

type Who = { account: Address; chainId: number };

/** So often somebody else may be faster before it is an error. */
const attempts = 5;

/** Fetches the profile of the signed-in account, proves it, and opens it. Throws what is wrong with it. */
export async function loadProfile(
  records: Records,
  { account, chainId }: Who,
  signal?: AbortSignal,
): Promise<StoredProfile> {
  const rows = (await ownRows(records, account, signal)).sort((a, b) =>
    `${a.createdAt}${a.id}` < `${b.createdAt}${b.id}` ? -1 : 1,
  );
  const proven: RecordRow[] = [];
  const opened: Profile[] = [];
  for (const listed of rows) {
    const { row, body } = await openRecord(records, listed, { type: profileType, chainId });
    proven.push(row);
    opened.push(decodeProfile(body));
  }
  const [row, ...spare] = proven;
  let profile = opened[0] ?? emptyProfile;
  const conflicts: ProfileConflict[] = [];
  for (const theirs of opened.slice(1)) {
    const merged = mergeProfiles({ base: emptyProfile, mine: profile, theirs });
    profile = merged.profile;
    conflicts.push(...merged.conflicts);
  }
  return { profile, row, spare, conflicts };
}

/**
 * Seals the profile and keeps it. Whoever was faster is asked for what they changed: what does not contradict is kept with it, and
 * what does is for the person to decide.
 *
 * @param before what the person saw when they began
 */
export async function saveProfile(
  records: Records,
  { before, mine, who }: { before: StoredProfile; mine: Profile; who: Who },
): Promise<SavedProfile> {
  const { RecordConflictError } = records.client;
  let [base, made] = [before, mine];
  for (let attempt = 1; ; ++attempt) {
    try {
      return { outcome: "saved", stored: await store(records, base, made, who) };
    } catch (error) {
      if (!(error instanceof RecordConflictError) || attempt === attempts) throw error;
    }
    const theirs = await loadProfile(records, who);
    const { profile, conflicts } = mergeProfiles({
      base: base.profile,
      mine: made,
      theirs: theirs.profile,
    });
    if (conflicts.length > 0) return { outcome: "conflict", theirs, mine: profile, conflicts };
    [base, made] = [theirs, profile];
  }
}

async function store(
  { client, worker, api, storage }: Records,
  { row, spare }: StoredProfile,
  profile: Profile,
  { account, chainId }: Who,
): Promise<StoredProfile> {
  const sealed = await worker.seal({
    body: encodeProfile(profile),
    type: profileType,
    space: profileSpace,
    recordId: row?.id ?? client.newRecordId(),
    version: (row?.version ?? 0) + 1,
    previous: row?.manifestHash ?? null,
    owner: account,
    chainId,
    recipients: [],
    attachments: [],
  });
  const current = row ? { version: row.version, revision: row.revision } : null;
  const kept = await client.storeRecord(api, { sealed, current });
  rememberSealed({ storage, account, chainId }, sealed);
  for (const { id, version, revision } of spare)
    await client.deleteRecord(api, { id, current: { version, revision } });
  return { profile, row: kept, spare: [], conflicts: [] };
}

/** Others may have shared theirs with this account: only its own are its profile. */
async function ownRows(
  { client, api }: Records,
  account: Address,
  signal: AbortSignal | undefined,
): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listRecords(api, {
      space: profileSpace,
      ...(cursor ? { cursor } : {}),
      ...(signal ? { signal } : {}),
    });
    rows.push(...page.items.filter(({ owner }) => owner === account.toLowerCase()));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return rows;
}
