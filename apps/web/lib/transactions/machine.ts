import type { Hash } from "viem";
import type { ErrorText } from "@/lib/errors/error-text";

/**
 * The life of one action, from the review to the index, as a pure state machine. Nothing here waits, signs or sends:
 * `run-flow.ts` does, and tells this machine what happened. What does not fit the present state is ignored, so that a
 * late answer of a wallet can never take a finished action back.
 */

/** What a step asks for: work of this browser, a signature that costs nothing, or a transaction. */
export type StepKind = "task" | "signature" | "transaction";

/** A step as the machine and the list on the screen know it. */
export type StepOutline = {
  id: string;
  kind: StepKind;
  title: string;
  detail?: string;
  /** A service sends the transaction: no wallet shows it, and it costs the person nothing. */
  relayed?: boolean;
};

type Progress = { steps: readonly StepOutline[]; at: number };

/** Every state an action can be in. */
export type FlowState =
  /** Nothing is open. */
  | { status: "idle" }
  /** What will change is shown; nothing was asked yet. */
  | { status: "preview" }
  /** The chain is asked which approvals, signatures or roles are missing. */
  | { status: "preparing" }
  /** This browser works: seals a document, asks the attester. */
  | ({ status: "working" } & Progress)
  /** The wallet shows a message to sign. */
  | ({ status: "signing" } & Progress)
  /** The transaction is tried on a node without being sent. */
  | ({ status: "simulating" } & Progress)
  /** The wallet shows the transaction. */
  | ({ status: "confirming" } & Progress)
  /** Sent; no block holds it yet. */
  | ({ status: "pending"; hash: Hash } & Progress)
  /** In a block; the index has not reached that block. */
  | ({ status: "confirmed"; hash: Hash; block: bigint } & Progress)
  /** In a block and in the index: everything shows it. */
  | ({ status: "indexed"; hash: Hash; block: bigint } & Progress)
  /** In a block, but the index did not answer in time: it will show later. */
  | ({ status: "unindexed"; hash: Hash; block: bigint } & Progress)
  /** The person declined in the wallet. Not an error. */
  | ({ status: "rejected" } & Progress)
  /** Something refused. `hash` when it was already sent. */
  | ({ status: "failed"; error: ErrorText; hash?: Hash } & Progress)
  /** Another transaction with the same number took its place. */
  | ({ status: "replaced"; hash: Hash } & Progress)
  /** The person cancelled it in the wallet. */
  | ({ status: "cancelled"; hash: Hash } & Progress)
  /** The network forgot it. */
  | ({ status: "dropped"; hash: Hash } & Progress);

/** What can happen to an action. */
export type FlowEvent =
  | { type: "opened" }
  | { type: "closed" }
  | { type: "started" }
  | { type: "planned"; steps: readonly StepOutline[] }
  | { type: "simulated" }
  | { type: "stepDone" }
  | { type: "sent"; hash: Hash }
  /** `of` is the transaction that was sent; `hash` is another one when the wallet raised its fee meanwhile. */
  | { type: "confirmed"; of: Hash; block: bigint; hash: Hash }
  | { type: "indexed"; of: Hash }
  | { type: "indexLate"; of: Hash }
  | { type: "rejected" }
  | { type: "failed"; error: ErrorText; of?: Hash }
  | { type: "replaced"; of: Hash }
  | { type: "cancelled"; of: Hash }
  | { type: "dropped"; of: Hash };

export const idle: FlowState = { status: "idle" };

/** Whether nothing more will happen by itself. */
export function isSettled(state: FlowState): boolean {
  return [
    "idle",
    "preview",
    "indexed",
    "unindexed",
    "rejected",
    "failed",
    "replaced",
    "cancelled",
    "dropped",
  ].includes(state.status);
}

function enter(steps: readonly StepOutline[], at: number): FlowState {
  const step = steps[at];
  if (!step) return idle;
  const statusOf = { task: "working", signature: "signing", transaction: "simulating" } as const;
  return { status: statusOf[step.kind], steps, at };
}

function progressOf(state: FlowState): Progress {
  return "steps" in state ? { steps: state.steps, at: state.at } : { steps: [], at: 0 };
}

/** The next state. */
export function flowReducer(state: FlowState, event: FlowEvent): FlowState {
  // News of an earlier step's transaction says nothing about the present one.
  if ("of" in event && event.of !== undefined && !("hash" in state && state.hash === event.of)) return state;
  switch (event.type) {
    case "opened":
      return { status: "preview" };
    case "closed":
      return idle;
    case "started":
      // From the review, or once more after something that was not final.
      return ["preview", "rejected", "failed", "dropped"].includes(state.status)
        ? { status: "preparing" }
        : state;
    case "planned":
      return state.status === "preparing" ? enter(event.steps, 0) : state;
    case "simulated":
      return state.status === "simulating" ? { ...state, status: "confirming" } : state;
    case "stepDone":
      return nextStep(state);
    case "sent":
      return state.status === "confirming"
        ? { ...progressOf(state), status: "pending", hash: event.hash }
        : state;
    case "confirmed":
      return confirm(state, event);
    case "indexed":
      return state.status === "confirmed" || state.status === "unindexed"
        ? { ...state, status: "indexed" }
        : state;
    case "indexLate":
      return state.status === "confirmed" ? { ...state, status: "unindexed" } : state;
    case "rejected":
      return state.status === "signing" || state.status === "confirming"
        ? { ...progressOf(state), status: "rejected" }
        : state;
    case "failed":
      return fail(state, event);
    case "replaced":
      return state.status === "pending" ? { ...state, status: "replaced" } : state;
    case "cancelled":
      return state.status === "pending" ? { ...state, status: "cancelled" } : state;
    case "dropped":
      return state.status === "pending" ? { ...state, status: "dropped" } : state;
  }
}

/** A task, a signature or a transaction that is not the last one is done. */
function nextStep(state: FlowState): FlowState {
  if (state.status !== "working" && state.status !== "signing" && state.status !== "confirmed") return state;
  const isLast = state.at + 1 >= state.steps.length;
  // The end of a flow is reached by the index, not by counting; a flow of tasks alone ends here.
  if (isLast) return state.status === "confirmed" ? state : idle;
  return enter(state.steps, state.at + 1);
}

function confirm(state: FlowState, event: { block: bigint; hash: Hash }): FlowState {
  if (state.status !== "pending") return state;
  // The hash may be another than the one sent: a wallet raised the fee of the same transaction.
  return { ...progressOf(state), status: "confirmed", hash: event.hash, block: event.block };
}

function fail(state: FlowState, event: { error: ErrorText }): FlowState {
  if (isSettled(state)) return state;
  const hash = "hash" in state ? state.hash : undefined;
  return { ...progressOf(state), status: "failed", error: event.error, ...(hash ? { hash } : {}) };
}
