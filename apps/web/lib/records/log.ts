import "@/lib/no-eval";
import { ApiProblemError, type RecordId, type RecordsApi } from "@qti/sdk/records/client";
import {
  createRecordProof,
  openLog,
  type RecordLeaf,
  type RecordProofFile,
  type RecordProofVerdict,
  type RecordsLog,
  type VerifiedRecord,
  verifyRecord,
  verifyRecordProof,
} from "@qti/sdk/records/log";
import type { ReadClient } from "@/lib/transactions/flow";

export type { VerifiedRecord } from "@qti/sdk/records/log";

/** A proof to show to others, and what holds of it, as they would find out themselves. */
export type ShownProof = { file: RecordProofFile; verdict: RecordProofVerdict };

/** Checks what the service gives against its log, and remembers in this browser how the log was. */
export type Prover = {
  /** Fetches a record and believes the service nothing. Throws what the service did. */
  verify(id: RecordId): Promise<VerifiedRecord>;
  /** Makes the proof of one version for others, as far as the chain, and checks it. */
  show(leaf: RecordLeaf, client: ReadClient): Promise<ShownProof>;
};

/**
 * The log of the service; `undefined` where it signs none and this browser has never seen one. A service that had a log cannot say so:
 * then what it does not give is withheld.
 */
export async function openServiceLog(api: RecordsApi): Promise<RecordsLog | undefined> {
  try {
    return await openLog(api);
  } catch (error) {
    if (error instanceof ApiProblemError && error.code === "api-log-disabled") return undefined;
    throw error;
  }
}

/** Checks by the log of the service, where it signs one. */
export async function createProver(api: RecordsApi): Promise<Prover | undefined> {
  const log = await openServiceLog(api);
  return (
    log && {
      verify: (id) => verifyRecord(log, { id }),
      show: async ({ id, version, manifestHash, leafSalt }, client) => {
        const file = await createRecordProof(log, {
          leaf: { id, version, manifestHash, leafSalt },
          client,
        });
        const asked = file.anchor === null ? {} : { client };
        return { file, verdict: await verifyRecordProof(file, { identity: log.identity, ...asked }) };
      },
    }
  );
}
