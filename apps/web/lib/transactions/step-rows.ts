import type { FlowState, StepOutline } from "./machine";

/** How far a row of the list is. */
export type RowMark = "done" | "current" | "waiting" | "stopped";
/** One line of the list that shows where an action stands. */
export type StepRow = { id: string; title: string; detail?: string; mark: RowMark };

/** The stages of the last transaction, each with the states in which it is the present one. */
const stages = [
  { id: "check", title: "Check on a node", during: ["simulating"] },
  { id: "wallet", title: "Confirm in the wallet", during: ["confirming"] },
  { id: "pending", title: "Pending", during: ["pending"] },
  { id: "confirmed", title: "Confirmed", during: [] },
  { id: "indexed", title: "Indexed", during: ["confirmed"] },
] as const;

const within: { [status in FlowState["status"]]?: string } = {
  working: "In this browser",
  signing: "Sign in the wallet: this costs nothing",
  simulating: "Checked on a node first",
  confirming: "Confirm in the wallet",
  pending: "Waiting for a block",
};

/** The list for a state: what is done, what is going on, what comes. Empty before there is a plan. */
export function stepRows(state: FlowState): StepRow[] {
  if (!("steps" in state) || state.steps.length === 0) return [];
  const { steps, at } = state;
  const before = steps.slice(0, -1).map((step, index) => preliminaryRow(step, index, at, state));
  const last = steps.at(-1);
  if (!last) return before;
  if (last.kind !== "transaction") return [...before, preliminaryRow(last, steps.length - 1, at, state)];
  return [
    ...before,
    ...(at === steps.length - 1
      ? stageRows(state)
      : stages.map(({ id, title }) => ({ id, title, mark: "waiting" as const }))),
  ];
}

function stopped(state: FlowState): boolean {
  return ["rejected", "failed", "replaced", "cancelled", "dropped"].includes(state.status);
}

function preliminaryRow(step: StepOutline, index: number, at: number, state: FlowState): StepRow {
  const { id, title } = step;
  if (index > at) return { id, title, mark: "waiting", ...(step.detail ? { detail: step.detail } : {}) };
  if (index < at) return { id, title, mark: "done" };
  const detail = within[state.status] ?? step.detail;
  return { id, title, mark: stopped(state) ? "stopped" : "current", ...(detail ? { detail } : {}) };
}

function stageRows(state: FlowState): StepRow[] {
  const present = presentStage(state);
  return stages.map(({ id, title }, index) => {
    const mark: RowMark =
      index < present ? "done" : index > present ? "waiting" : stopped(state) ? "stopped" : "current";
    const detail = stageDetail(id, state);
    return { id, title, mark, ...(detail ? { detail } : {}) };
  });
}

/** Index of the stage that is going on, or at which it stopped; past the end when all is done. */
function presentStage(state: FlowState): number {
  switch (state.status) {
    case "indexed":
      return stages.length;
    case "unindexed":
      return 4;
    case "rejected":
      return 1;
    case "failed":
      // With a hash it was mined and refused; without one nothing was sent.
      return state.hash ? 2 : 0;
    case "replaced":
    case "cancelled":
    case "dropped":
      return 2;
    default: {
      const found = stages.findIndex(({ during }) => during.some((status) => status === state.status));
      return Math.max(found, 0);
    }
  }
}

function stageDetail(id: (typeof stages)[number]["id"], state: FlowState): string | undefined {
  if (id === "pending" && state.status === "pending") return "Sent. Waiting for a block.";
  if (id === "confirmed" && "block" in state) return `In block ${state.block}`;
  if (id === "indexed" && state.status === "confirmed") return "Waiting for the index to reach that block";
  if (id === "indexed" && state.status === "unindexed")
    return "The index does not answer. The chain has it; lists and histories will follow.";
  return undefined;
}
