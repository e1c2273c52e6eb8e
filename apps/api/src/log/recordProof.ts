import { headerHash, recordLeafHash } from "@qti/sdk/records/log";
import type { RecordProof } from "@qti/sdk/records/wire";
import { ProblemError } from "../core/problem.ts";
import { readAsAccount } from "../database/asAccount.ts";
import type { Database } from "../database/client.ts";
import type { HeaderStore } from "../records/headerStore.ts";
import { findVisible } from "../records/recordReads.ts";
import { logSize, proveIndex } from "./logStore.ts";
import type { SignedLog } from "./signedLog.ts";

type Account = `0x${string}`;

/**
 * What the log says of a record to somebody who may read it.
 *
 * @throws {@link ProblemError} `not-found`, whether it does not exist or is not for this account
 */
export async function proveRecord(
  { db, headers, log }: { db: Database; headers: HeaderStore; log: SignedLog },
  account: Account,
  id: string,
  spaces: readonly string[] | "every" = [],
): Promise<RecordProof> {
  // In one moment: a version that came between would make the log sign that an older one is the latest.
  const { row, secrets, size } = await readAsAccount(db, { account, spaces }, async (tx) => {
    const asked = [findVisible(tx, account, id, spaces), headers.read(tx, [id]), logSize(tx)] as const;
    const [row, secrets, size] = await Promise.all(asked).finally(() => Promise.allSettled(asked));
    return { row, secrets: secrets.get(id), size };
  });
  if (row === undefined || secrets === undefined || row.leafIndex === null)
    throw new ProblemError("not-found");
  const { version, revision, leafIndex } = row;
  const facts = {
    leafHash: await recordLeafHash({ ...row, leafSalt: secrets.leafSalt }),
    headerHash: await headerHash(new Uint8Array(secrets.header)),
  };
  const [head, checkpoint, inclusion] = await Promise.all([
    log.head({ id, version, revision, leafIndex, size, ...facts }),
    log.checkpoint(size),
    proveIndex(db, leafIndex, size),
  ]);
  return { head, checkpoint, inclusion };
}
