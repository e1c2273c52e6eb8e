import type { PublishedKeys, RecordRow, RecordsProgress, RotationOutcome } from "@qti/sdk/records/client";
import type { Records } from "./context";
import { openRecord, selfOf } from "./open-record";
import { readersOf } from "./readers";

/** Old keys of this account that the service still takes for good: a rotation began and did not end. */
export async function unfinishedRotation({ client, worker, api }: Records): Promise<PublishedKeys[]> {
  const { account, retired } = await worker.status();
  if (account === null || retired.length === 0) return [];
  const old = new Set<string>(retired.map(({ fingerprint }) => fingerprint));
  const published = await client.listKeys(api, { account });
  return published.filter(({ fingerprint, revokedAt }) => revokedAt === null && old.has(fingerprint));
}

/**
 * Moves every own record to the keys that are open, and revokes those before them when none is left. Each record is opened first: it is
 * sealed again as what was proven, and for whom the person chose. Stopped at any point, it goes on where it was.
 */
export async function rotate(
  records: Records,
  chainId: number,
  onProgress: (progress: RecordsProgress) => void,
): Promise<RotationOutcome> {
  const { client, worker, api } = records;
  return client.rotateRecords(api, {
    records: worker,
    chainId,
    onProgress,
    readersOf: async (listed: RecordRow) => {
      const { row } = await openRecord(records, listed, { chainId });
      if (row.header !== listed.header)
        throw new client.RecordMismatchError({
          field: "version",
          expected: client.recordEtag(row),
          actual: client.recordEtag(listed),
        });
      return readersOf(records, row, await selfOf(records, chainId));
    },
  });
}
