import type { Translator } from "@/lib/i18n/translator";
import type { FlowState, StepOutline } from "./machine";

/** How far a row of the list is. */
export type RowMark = "done" | "current" | "waiting" | "stopped";
/** One line of the list that shows where an action stands. */
export type StepRow = { id: string; title: string; detail?: string; mark: RowMark };

/** The stages of the last transaction, each with the states in which it is the present one. */
const stages = [
  { id: "check", during: ["simulating"] },
  { id: "wallet", during: ["confirming"] },
  { id: "pending", during: ["pending"] },
  { id: "confirmed", during: [] },
  { id: "indexed", during: ["confirmed"] },
] as const;

/** States in which the present step says what it does. */
const worded = ["working", "signing", "simulating", "confirming", "pending"] as const;

/** The list for a state: what is done, what is going on, what comes. Empty before there is a plan. */
export function stepRows(state: FlowState, t: Translator): StepRow[] {
  if (!("steps" in state) || state.steps.length === 0) return [];
  const { steps, at } = state;
  const before = steps.slice(0, -1).map((step, index) => preliminaryRow(step, index, at, state, t));
  const last = steps.at(-1);
  if (!last) return before;
  if (last.kind !== "transaction") return [...before, preliminaryRow(last, steps.length - 1, at, state, t)];
  return [
    ...before,
    ...(at === steps.length - 1
      ? stageRows(state, last, t)
      : stages.map(({ id }) => ({ id, title: stageTitle(id, last, t), mark: "waiting" as const }))),
  ];
}

type Stage = (typeof stages)[number]["id"];

/** What a stage is called: a service that sends confirms nothing in a wallet. */
function stageTitle(id: Stage, step: StepOutline, t: Translator): string {
  return id === "wallet" && step.relayed ? t("transactions.stages.relay") : t(`transactions.stages.${id}`);
}

function stopped(state: FlowState): boolean {
  return ["rejected", "failed", "replaced", "cancelled", "dropped"].includes(state.status);
}

function preliminaryRow(
  step: StepOutline,
  index: number,
  at: number,
  state: FlowState,
  t: Translator,
): StepRow {
  const { id, title } = step;
  if (index > at) return { id, title, mark: "waiting", ...(step.detail ? { detail: step.detail } : {}) };
  if (index < at) return { id, title, mark: "done" };
  const during = worded.find((status) => status === state.status);
  const detail = during ? t(`transactions.during.${during}`) : step.detail;
  return { id, title, mark: stopped(state) ? "stopped" : "current", ...(detail ? { detail } : {}) };
}

function stageRows(state: FlowState, step: StepOutline, t: Translator): StepRow[] {
  const present = presentStage(state);
  return stages.map(({ id }, index) => {
    const mark: RowMark =
      index < present ? "done" : index > present ? "waiting" : stopped(state) ? "stopped" : "current";
    const detail = stageDetail(id, state, t);
    return { id, title: stageTitle(id, step, t), mark, ...(detail ? { detail } : {}) };
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

function stageDetail(id: Stage, state: FlowState, t: Translator): string | undefined {
  if (id === "pending" && state.status === "pending") return t("transactions.sent");
  if (id === "confirmed" && "block" in state) return t("transactions.inBlock", { block: `${state.block}` });
  if (id === "indexed" && state.status === "confirmed") return t("transactions.indexWait");
  if (id === "indexed" && state.status === "unindexed") return t("transactions.indexSilent");
  return undefined;
}
