import { getChainId } from "viem/actions";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import type { QtiClient } from "../../core/client.ts";
import * as addresses from "../../generated/addressTables.ts";
import { type Abortable, send, sendJson } from "../api/request.ts";
import { equalBytes, fromHex, toHex } from "../bytes.ts";
import { getAnchor } from "../onchain/getAnchor.ts";
import { accountSchema, inclusionProofSchema } from "../wire.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { LogForkedError, RecordWithheldError } from "./errors.ts";
import { type RecordLeaf, recordLeafHash } from "./leaf.ts";
import type { RecordsLog } from "./openLog.ts";
import type { RecordProofFile } from "./recordProofFile.ts";
import { isRefused, seenCheckpoint } from "./seeCheckpoint.ts";

/** Parameters of {@link createRecordProof}. */
export type CreateRecordProofParameters = Abortable &
  ContractsOption & {
    /** A version that one has read, of now or of before. */
    leaf: RecordLeaf;
    /** A viem client, to prove it as far as the chain. Without it the proof ends at what the log signed. */
    client?: QtiClient | undefined;
  };

/**
 * Makes a proof that one can show to others. With a client it leads to the newest root on the chain, or, where the version is younger
 * than that, to the log's word of now: make it again when the keeper has anchored.
 *
 * @example
 * ```ts
 * const { record } = await verifyRecord(log, { id });
 * const proof = await createRecordProof(log, { leaf: record, client });
 * const handedOver = JSON.stringify(proof);
 * ```
 *
 * @throws {@link LogForkedError} the log is not the one that stands on the chain
 * @throws {@link RecordWithheldError} {@link CheckpointInvalidError} what the service did
 * @throws {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export async function createRecordProof(
  log: RecordsLog,
  { leaf, client, contracts, signal }: CreateRecordProofParameters,
): Promise<RecordProofFile> {
  const { id, version, manifestHash, leafSalt } = leaf;
  const hash = toHex(await recordLeafHash(leaf));
  const seen = (await seenCheckpoint(log))?.checkpoint.size;
  const anchor = client && (await getAnchor(client, { contracts }));
  const now = await proveAt(log, hash, seen, signal);
  // Not asked where the version is younger than the anchor.
  if (client === undefined || anchor === undefined || BigInt(now.inclusion.index) >= anchor.size) {
    return fileOf(now, null);
  }
  const anchored = await proveAt(log, hash, Number(anchor.size), signal);
  const { root } = await openCheckpoint(anchored.checkpoint, log.keys);
  if (!equalBytes(root, fromHex(anchor.root))) {
    const reason = `The root of ${anchor.size} leaves is another one on the chain.`;
    throw new LogForkedError({ reason, evidence: [anchored.checkpoint] });
  }
  const tables = { recordAnchor: addresses.recordAnchor };
  const { recordAnchor } = await resolveContracts(client, tables, contracts);
  return fileOf(anchored, {
    chainId: await getChainId(client),
    contract: accountSchema.parse(recordAnchor),
    index: Number(anchor.index),
  });

  function fileOf(proven: Proven, anchor: RecordProofFile["anchor"]): RecordProofFile {
    const { origin, verifierKeys } = log.identity;
    return {
      format: "qti/record-proof/v1",
      log: { origin, verifierKeys: [...verifierKeys] },
      leaf: { id, version, manifestHash, leafSalt },
      ...proven,
      anchor,
    };
  }
}

type Proven = Pick<RecordProofFile, "inclusion" | "checkpoint">;

async function proveAt(
  { api }: RecordsLog,
  hash: string,
  size: number | undefined,
  signal: AbortSignal | undefined,
): Promise<Proven> {
  const path = `/v1/log/leaves/${hash}${size === undefined ? "" : `?size=${size}`}`;
  const inclusion = await sendJson(api, { method: "GET", path, signal }, inclusionProofSchema).catch(
    (cause: unknown) => {
      if (!isRefused(cause)) throw cause;
      throw new RecordWithheldError({ what: "The proof that the version is in the log.", cause });
    },
  );
  const of = { path: `/v1/log/checkpoint/${inclusion.size}`, headers: { accept: "text/plain" } };
  const response = await send(api, { method: "GET", ...of, signal });
  return { inclusion, checkpoint: await response.text() };
}
