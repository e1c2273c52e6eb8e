import { recordLeafHash } from "@qti/sdk/records/log";
import { asc, eq, isNull } from "drizzle-orm";
import type { Database } from "../database/client.ts";
import type { HeaderStore } from "../records/headerStore.ts";
import { records } from "../records/tables.ts";
import { appendLeaf } from "./logStore.ts";

const recordsATurn = 100;

/** Takes records into the log that were written before there was one, the oldest first. Any number of processes may do it at once. */
export async function adoptRecords({ db, headers }: { db: Database; headers: HeaderStore }): Promise<number> {
  let adopted = 0;
  for (;;) {
    const count = await db.transaction(async (tx) => {
      const rows = await tx
        .select()
        .from(records)
        .where(isNull(records.leafIndex))
        .orderBy(asc(records.createdAt), asc(records.id))
        .limit(recordsATurn)
        .for("update", { skipLocked: true });
      const secrets = await headers.read(
        tx,
        rows.map(({ id }) => id),
      );
      let taken = 0;
      for (const row of rows) {
        const leafSalt = secrets.get(row.id)?.leafSalt;
        // Its key was destroyed: nobody can read it, and it will be erased.
        if (leafSalt === undefined) continue;
        const leafIndex = await appendLeaf(tx, await recordLeafHash({ ...row, leafSalt }));
        await tx.update(records).set({ leafIndex }).where(eq(records.id, row.id));
        taken += 1;
      }
      return taken;
    });
    adopted += count;
    if (count < recordsATurn) return adopted;
  }
}
