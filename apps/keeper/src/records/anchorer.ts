import { getAnchor } from "@qti/sdk";
import { recordAnchorAbi } from "@qti/sdk/abis";
import type { Api } from "@qti/sdk/exchange/book";
import {
  expectGrowth,
  LogForkedError,
  LogTruncatedError,
  openLog,
  processLogMemory,
  type RecordsLog,
  readCheckpoint,
} from "@qti/sdk/records/log";
import { type Address, bytesToHex, hexToBytes } from "viem";
import { Job, type JobDeps } from "../core/job.ts";
import type { Journal } from "../core/journal.ts";
import { chainNow } from "../core/moment.ts";

export type AnchorerDeps = JobDeps & {
  journal: Pick<Journal, "lastBlock">;
  /** Where the log is. */
  api: Api;
  recordAnchor: Address;
  /** New leaves that are anchored at once. */
  leaves: bigint;
  /** Seconds after which fewer are. */
  seconds: number;
  /** Seconds after which the newest anchor is kept for ever before another one replaces it. */
  preserveSeconds: number;
};

/**
 * Anchors the root of the log of records, in batches. What stands on the chain comes first: a log that does not begin with what was
 * anchored is never anchored, whoever signed it. A call is in the journal before it is sent and the contract takes only larger sizes, so
 * whenever this is killed nothing is anchored twice.
 */
export function createAnchorer(deps: AnchorerDeps) {
  const { client, journal, api, log, signal, recordAnchor, leaves, seconds, preserveSeconds } = deps;
  const job = new Job("anchor", deps);
  const anchors = { address: recordAnchor, abi: recordAnchorAbi } as const;
  let records: RecordsLog | undefined;

  return { round: () => job.round(anchor) };

  async function anchor(): Promise<void> {
    records ??= await openLog(api, { memory: processLogMemory(), signal });
    const last = await getAnchor(client, { contracts: { recordAnchor } });
    const { size, root } = await read(records);
    const anchored = Number(last?.size ?? 0n);
    if (last !== undefined && size <= anchored) {
      if (size < anchored)
        log.error({ size, anchored }, "the log is shorter than what is anchored; an operator has to look");
      return;
    }
    const now = await chainNow(client);
    const isDue = BigInt(size - anchored) >= leaves || now >= (last?.time ?? 0) + seconds;
    if (size === 0 || !isDue) return;
    if (last !== undefined) {
      await expectGrowth(records, {
        first: { size: anchored, root: hexToBytes(last.root) },
        second: { size, root },
        evidence: [],
        signal,
      }).catch(tell);
      if (last.time >= (await keptAt()) + preserveSeconds)
        await job.send({ ...anchors, functionName: "preserve", subject: `${last.index}`, args: [] });
    }
    await job.send({
      ...anchors,
      functionName: "anchor",
      subject: `${size}`,
      args: [bytesToHex(root), BigInt(size)],
    });
  }

  /** When an anchor was last kept for ever, in the chain's time; long ago where the journal knows of none. */
  async function keptAt(): Promise<number> {
    const blockNumber = await journal.lastBlock(job.name, "preserve");
    if (blockNumber === undefined) return 0;
    return Number((await client.getBlock({ blockNumber })).timestamp);
  }

  function read(from: RecordsLog) {
    return readCheckpoint(from, { signal }).catch(tell);
  }

  /** Says of what the log did that no later round makes good. */
  function tell(error: unknown): never {
    if (error instanceof LogForkedError || error instanceof LogTruncatedError)
      log.error(
        { err: error },
        "the log has another past than the one that was seen; an operator has to look",
      );
    throw error;
  }
}
