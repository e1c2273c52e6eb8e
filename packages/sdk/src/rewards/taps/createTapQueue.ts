import type { Hex } from "viem";
import * as z from "zod";
import { ApiProblemError } from "../../core/api/errors.ts";
import type { Abortable, Api } from "../../core/api/request.ts";
import { sendTaps } from "./sendTaps.ts";
import { signTapBatch } from "./signTapBatch.ts";
import {
  type TapBatch,
  type TapReceipt,
  type TapRules,
  tapBatchSchema,
  tapLimits,
  tapSessionIdSchema,
} from "./wire.ts";

/** Where a queue keeps what nobody acknowledged yet, so that a reload loses nothing; e.g. one key of `localStorage`. */
export type TapStorage = {
  read(): string | null;
  write(text: string): void;
};

/** Parameters of {@link createTapQueue}. */
export type CreateTapQueueParameters = {
  /** From {@link getTapRules}: what is no tap of a hand is not taken in the first place. */
  rules: Pick<TapRules, "speed" | "clock">;
  /** One a wallet. */
  storage: TapStorage;
  /** Milliseconds of a clock that goes on over reloads; by default the browser's. */
  now?: (() => number) | undefined;
};

/** A session that batches are signed for: what {@link startTapSession} answered, and the key. */
export type TapQueueSession = { id: Hex; sequence: number; privateKey: CryptoKey };

/** Taps on their way to the service. */
export type TapQueue = {
  /** Taps that no answer has acknowledged. */
  readonly waiting: number;
  /** Takes a tap. False when it comes faster than the rules allow, or too many wait: then it is none. */
  add(): boolean;
  /** Signs what follows for this session. Taps that another session left behind go with it. */
  start(session: TapQueueSession): void;
  /**
   * Sends one batch: the one that was not answered, else what waits. Call it again and again; nothing is counted twice and
   * nothing is lost, whatever is thrown.
   *
   * @returns `undefined` when there is nothing to send, or no session to send it with.
   * @throws {@link ApiProblemError} with `api-tap-session-ended` when a new session has to be signed; its taps still wait.
   * @throws {@link ApiUnreachableError} when the service cannot be reached.
   */
  flush(api: Api, options?: Abortable): Promise<TapReceipt | undefined>;
};

/** More than this nobody's energy pays for. */
const mostWaiting = 4_000;

const keptSchema = z.object({
  /** When the last tap was taken. */
  at: z.number().nullable(),
  /** Milliseconds from the tap before, of each that is in no batch. */
  pending: z.array(z.int().min(0)),
  /** Batch that was signed and not answered. */
  sent: tapBatchSchema.nullable(),
  /** Last number that the session has used up. */
  session: tapSessionIdSchema.nullable(),
  sequence: z.int().min(0),
});
type Kept = z.output<typeof keptSchema>;

/**
 * Keeps taps until the service has acknowledged them: a batch is repeated word for word until an answer comes, and an answer
 * that refuses it proves that it was not counted, so that its taps go with the next one.
 *
 * @param parameters - {@link CreateTapQueueParameters}
 * @returns {@link TapQueue}
 *
 * @example
 * ```ts
 * const storage = { read: () => localStorage.getItem("taps"), write: (text: string) => localStorage.setItem("taps", text) };
 * const rules = await getTapRules({ url });
 * const queue = createTapQueue({ rules, storage });
 * queue.start({ id, sequence, privateKey });
 * queue.add();
 * const receipt = await queue.flush({ url });
 * ```
 */
export function createTapQueue(parameters: CreateTapQueueParameters): TapQueue {
  const { rules, storage, now = () => performance.timeOrigin + performance.now() } = parameters;
  const { pauseMs } = rules.clock;
  const { fastestMs, perSecond } = rules.speed;
  let kept = readKept(storage);
  let key: CryptoKey | undefined;
  let underWay: Promise<TapReceipt | undefined> | undefined;
  /** Times of the newest taps, oldest first. */
  let recent: number[] = [];

  const keep = (changes: Partial<Kept>) => {
    kept = { ...kept, ...changes };
    storage.write(JSON.stringify(kept));
  };

  /** Takes from what waits as much as one batch carries. */
  const nextTaps = (): number[] => {
    const taps: number[] = [];
    let at = 0;
    for (const interval of kept.pending.slice(0, tapLimits.batchTaps)) {
      // Nothing came before the first tap of a session.
      at += kept.sequence === 0 && taps.length === 0 ? 0 : interval;
      if (at > tapLimits.batchMs) break;
      taps.push(at);
    }
    return taps;
  };

  const seal = async (): Promise<TapBatch | undefined> => {
    const taps = nextTaps();
    const { session } = kept;
    if (session === null || key === undefined || taps.length === 0) return undefined;
    const sent = await signTapBatch({ privateKey: key, session, sequence: kept.sequence + 1, taps });
    // Another session began while this was signed.
    if (kept.session !== session) return seal();
    keep({ sent, pending: kept.pending.slice(taps.length) });
    return sent;
  };

  /** Puts the taps of a batch that was refused before those that wait. */
  const takeBack = ({ session, sequence, taps }: TapBatch, error: ApiProblemError) => {
    const expected = z.int().min(1).safeParse(error.problem.expected).data;
    const intervals = taps.map((tap, index) => (index === 0 ? tap : tap - (taps[index - 1] ?? 0)));
    // What was told as the first of a session came after something that is not known any more.
    if (sequence === 1) intervals[0] = pauseMs;
    const pending = [...intervals, ...kept.pending];
    if (kept.session !== session) keep({ sent: null, pending });
    else if (expected !== undefined) keep({ sent: null, pending, sequence: expected - 1 });
    else keep({ sent: null, pending, session: null, sequence: 0 });
  };

  const sendOne = async (api: Api, { signal }: Abortable): Promise<TapReceipt | undefined> => {
    const batch = kept.sent ?? (await seal());
    if (batch === undefined) return undefined;
    try {
      const receipt = await sendTaps(api, { batch, signal });
      keep(kept.session === batch.session ? { sent: null, sequence: batch.sequence } : { sent: null });
      return receipt;
    } catch (error) {
      // Counted so long ago that its answer is not kept.
      if (error instanceof ApiProblemError && error.problem.code === "tap-batch-forgotten") {
        keep({ sent: null });
        return sendOne(api, { signal });
      }
      // Only what the service itself says of taps proves that they were not counted.
      if (error instanceof ApiProblemError && error.problem.code?.startsWith("tap-")) takeBack(batch, error);
      throw error;
    }
  };

  return {
    get waiting() {
      return kept.pending.length + (kept.sent?.taps.length ?? 0);
    },

    add() {
      const at = now();
      const since = kept.at === null ? pauseMs : Math.round(at - kept.at);
      recent = recent.filter((time) => at - time < 1_000 && time <= at);
      // A clock that was put back says nothing of how fast somebody taps.
      if (since >= 0 && (since < fastestMs || recent.length >= perSecond)) return false;
      if (kept.pending.length >= mostWaiting) return false;
      recent.push(at);
      keep({ at, pending: [...kept.pending, since < 0 ? pauseMs : Math.min(since, pauseMs)] });
      return true;
    },

    start({ id, sequence, privateKey }) {
      key = privateKey;
      const same = kept.session === id;
      keep({ session: id, sequence: same ? Math.max(kept.sequence, sequence) : sequence });
    },

    flush(api, options = {}) {
      underWay ??= sendOne(api, options).finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
  };
}

function readKept(storage: TapStorage): Kept {
  const nothing: Kept = { at: null, pending: [], sent: null, session: null, sequence: 0 };
  const text = storage.read();
  if (text === null) return nothing;
  try {
    // What another version wrote is not taken for taps.
    return keptSchema.parse(JSON.parse(text));
  } catch {
    return nothing;
  }
}
