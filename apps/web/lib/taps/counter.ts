import { ApiProblemError } from "@qti/sdk/errors";
import type {
  Api,
  TapIssue,
  TapProgress,
  TapQueue,
  TapReceipt,
  TapRules,
  TapState,
} from "@qti/sdk/rewards/taps";
import type { Address } from "viem";
import {
  type Ahead,
  barred,
  fromEarlier,
  type Heard,
  nothingAhead,
  tapView,
  withAnswer,
  withOneMore,
} from "@/lib/domain/taps";
import type { KeyStore, StoredSession } from "./key-store";

/** Whether this browser may count taps for the account. */
export type TapPermission =
  /** Nobody was asked yet, or it was ended here. */
  | { status: "none" }
  | { status: "live"; expiresAt: number }
  /** Its time is over. */
  | { status: "expired" }
  /** Another browser of the person counts now. */
  | { status: "elsewhere" };

/** Why something did not count, or is not counted now. */
export type TapTrouble =
  | { kind: "issue"; issue: Exclude<TapIssue, "none">; lost: number }
  /** No answer comes. Nothing is lost. */
  | { kind: "offline" }
  /** The service answered with a problem that says nothing of taps. Nothing is lost. */
  | { kind: "refused"; error: unknown };

/** Where the counting of one account stands. */
export type TapCount = {
  permission: TapPermission;
  heard: Heard;
  ahead: Ahead;
  /** Taps that no answer has acknowledged. */
  waiting: number;
  trouble: TapTrouble | undefined;
  hasIdentity: boolean;
};

/** The world as the counter needs it; in tests, a small one. */
export type CounterDependencies = {
  api: Api;
  account: Address;
  rules: TapRules;
  state: TapState;
  queue: TapQueue;
  keys: KeyStore;
  /** Milliseconds. */
  now: () => number;
  /** Calls again and again, until what it answers with is called. */
  every: (milliseconds: number, work: () => void) => () => void;
  /** The service has counted: what others show of it is old. */
  onCounted: (receipt: TapReceipt) => void;
};

/** Between two batches. */
const sendEvery = 2_000;

/** Counts the taps of one account in one browser. */
export type TapCounter = ReturnType<typeof createTapCounter>;

/**
 * Makes a counter. It takes taps at once, sends them every two seconds, and keeps what it shows in step with what the
 * service says. Nothing it shows is a promise: the answer of the service takes its place.
 */
export function createTapCounter(dependencies: CounterDependencies) {
  const { api, account, rules, queue, keys, now, every, onCounted } = dependencies;
  const listeners = new Set<() => void>();
  let stored: StoredSession | undefined;
  let count: TapCount = {
    permission: { status: "none" },
    heard: { progress: dependencies.state.progress, at: now() },
    ahead: queue.waiting > 0 ? fromEarlier(queue.waiting, rules) : nothingAhead,
    waiting: queue.waiting,
    trouble: undefined,
    hasIdentity: dependencies.state.identity !== null,
  };

  function change(changes: Partial<TapCount>): void {
    count = { ...count, ...changes, waiting: queue.waiting };
    for (const listener of listeners) listener();
  }

  /** The permission's time may have passed while nobody looked. */
  function isLive(): boolean {
    if (count.permission.status !== "live") return false;
    if (count.permission.expiresAt * 1_000 > now()) return true;
    change({ permission: { status: "expired" } });
    return false;
  }

  function hear(receipt: TapReceipt): void {
    const { issue, taps, counted, progress } = receipt;
    // What is on its way goes on where this ended; the rest of an earlier trouble is over.
    change({
      heard: { progress, at: now() },
      ahead: withAnswer(count.ahead, { taps, progress }),
      trouble: issue === "none" ? undefined : { kind: "issue", issue, lost: taps - counted },
    });
    onCounted(receipt);
  }

  async function send(): Promise<void> {
    if (!isLive() || queue.waiting === 0) return;
    try {
      const receipt = await queue.flush(api);
      if (receipt) hear(receipt);
    } catch (error) {
      if (codeOf(error) === "api-tap-session-ended") {
        await forget();
        const status = isReplaced(error) ? "elsewhere" : "expired";
        change({ permission: { status }, trouble: undefined });
      } else if (codeOf(error) === "api-unreachable") change({ trouble: { kind: "offline" } });
      else change({ trouble: { kind: "refused", error } });
    }
  }

  async function forget(): Promise<void> {
    stored = undefined;
    await keys.remove(account);
  }

  function begin(session: StoredSession, sequence: number): void {
    stored = session;
    queue.start({ id: session.id, sequence, privateKey: session.privateKey });
    change({ permission: { status: "live", expiresAt: session.expiresAt } });
  }

  const stop = every(sendEvery, () => void send());

  return {
    /** Takes up the permission of an earlier visit, where there is one. */
    async resume(): Promise<void> {
      const session = await keys.read(account);
      if (!session || stored) return;
      if (session.expiresAt * 1_000 <= now()) {
        await forget();
        change({ permission: { status: "expired" } });
      } else if (dependencies.state.session !== null && dependencies.state.session.id !== session.id) {
        await forget();
        change({ permission: { status: "elsewhere" } });
      } else {
        begin(session, 0);
        await send();
      }
    },

    /** A permission that the wallet has just given. */
    async start(session: StoredSession, live: { sequence: number; progress: TapProgress }): Promise<void> {
      await keys.write(session);
      change({ heard: { progress: live.progress, at: now() }, trouble: undefined });
      begin(session, live.sequence);
    },

    /** Ends the permission: its key is gone. What was tapped before is sent first, where the service answers. */
    async end(): Promise<void> {
      await send();
      await forget();
      change({ permission: { status: "none" }, trouble: undefined });
    },

    /** Takes a tap. False when it is none: no permission, no energy, or faster than a hand. */
    tap(): boolean {
      if (!isLive()) return false;
      const at = now();
      const view = tapView(count.heard, count.ahead, rules, at);
      if (barred(view, count.heard, rules, count.hasIdentity)) return false;
      if (!queue.add()) return false;
      change({ ahead: withOneMore(count.ahead, view.worth, rules, at) });
      return true;
    },

    /** Sends what waits, now: the page is about to be left. */
    send,

    /** What the chain or the service was asked for anew: a claim changes nothing here, an identity does. */
    refresh(state: TapState): void {
      const hasIdentity = state.identity !== null;
      // Answers may overtake each other: an older one says nothing new.
      const isOld = state.progress.at < count.heard.progress.at;
      if (!isOld && stored && state.session !== null && state.session.id !== stored.id) {
        void forget();
        change({ permission: { status: "elsewhere" }, trouble: undefined });
      }
      if (queue.waiting > 0 || isOld) change({ hasIdentity });
      else change({ hasIdentity, heard: { progress: state.progress, at: now() } });
    },

    snapshot: () => count,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose(): void {
      stop();
      listeners.clear();
    },
  };
}

/** Whether a session ended because a newer one took its place. */
function isReplaced(error: unknown): boolean {
  return error instanceof ApiProblemError && error.problem.reason === "replaced";
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}
