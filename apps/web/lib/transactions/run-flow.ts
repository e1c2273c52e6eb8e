import type { Address, Hash, TransactionReceipt } from "viem";
import type { ErrorText } from "@/lib/errors/error-text";
import type { Translator } from "@/lib/i18n/translator";
import { withStepUp } from "@/lib/session/step-up";
import type { DoneLink, Flow, FlowContext, ReadClient, Step, WalletClient } from "./flow";
import type { JournalEntry } from "./journal";
import type { FlowEvent, StepOutline } from "./machine";

/** The world as a running flow needs it. */
export type FlowDependencies = {
  account: Address;
  client: ReadClient;
  /** The connected wallet; throws when it is on another network. */
  wallet: () => Promise<WalletClient>;
  /** Remembers a sent transaction and tells what becomes of it. */
  track: (
    sent: { hash: Hash; title: string },
    follower: (entry: JournalEntry, late: boolean) => void,
  ) => void;
  receipt: (hash: Hash) => Promise<Pick<TransactionReceipt, "logs">>;
  toErrorText: (error: unknown) => Promise<ErrorText>;
  dispatch: (event: FlowEvent) => void;
  /** Told once the steps are known: the address of what is being made is known then. */
  onLink: (link: DoneLink | undefined) => void;
  t: Translator;
};

function outline(step: Step): StepOutline {
  const { id, kind, title, detail } = step;
  const relayed = step.kind === "transaction" && step.relayed === true;
  return { id, kind, title, ...(detail === undefined ? {} : { detail }), ...(relayed ? { relayed } : {}) };
}

/** Runs a flow step by step and tells the machine what happens. Never throws: what goes wrong is a state. */
export async function runFlow(flow: Flow, dependencies: FlowDependencies): Promise<void> {
  const { dispatch, toErrorText } = dependencies;
  dispatch({ type: "started" });
  try {
    const context: FlowContext = { account: dependencies.account, client: dependencies.client };
    const steps = await flow.plan(context);
    dependencies.onLink(flow.doneLink?.());
    dispatch({ type: "planned", steps: steps.map(outline) });
    for (const [index, step] of steps.entries()) {
      const goOn = await runStep(flow, step, index === steps.length - 1, dependencies);
      if (!goOn) return;
    }
  } catch (error) {
    const text = await toErrorText(error);
    dispatch(text.isRejection ? { type: "rejected" } : { type: "failed", error: text });
  }
}

async function runStep(
  flow: Flow,
  step: Step,
  isLast: boolean,
  dependencies: FlowDependencies,
): Promise<boolean> {
  const { dispatch } = dependencies;
  if (step.kind === "task") {
    await withStepUp(() => step.run());
    dispatch({ type: "stepDone" });
    return true;
  }
  if (step.kind === "signature") {
    const wallet = await dependencies.wallet();
    await withStepUp(() => step.run(wallet));
    dispatch({ type: "stepDone" });
    return true;
  }
  await step.simulate(dependencies.client, dependencies.account);
  dispatch({ type: "simulated" });
  const hash = await step.send(await dependencies.wallet());
  dispatch({ type: "sent", hash });
  const title = isLast ? flow.title : step.title;
  const entry = await confirmation(hash, title, dependencies);
  if (entry.status !== "confirmed" && entry.status !== "indexed") return false;
  // Read before anything goes on: the end of the flow may need what the receipt says.
  if (step.onReceipt) step.onReceipt(await dependencies.receipt(entry.hash));
  if (isLast) flow.onConfirmed?.();
  else dispatch({ type: "stepDone" });
  return true;
}

/** Waits until the chain has decided; what the index does afterwards is dispatched as it comes. */
function confirmation(hash: Hash, title: string, dependencies: FlowDependencies): Promise<JournalEntry> {
  const { dispatch, t } = dependencies;
  const withoutReason = {
    sentence: t("transactions.reverted.sentence"),
    next: t("transactions.reverted.next"),
  };
  return new Promise((resolve) => {
    dependencies.track({ hash, title }, (entry, late) => {
      switch (entry.status) {
        case "confirmed":
          if (late) dispatch({ type: "indexLate", of: entry.hash });
          else dispatch({ type: "confirmed", of: hash, hash: entry.hash, block: BigInt(entry.block ?? 0) });
          break;
        case "indexed":
          dispatch({ type: "indexed", of: entry.hash });
          break;
        case "reverted":
          dispatch({
            type: "failed",
            of: hash,
            error: { ...(entry.reason ?? withoutReason), code: "reverted", isRejection: false },
          });
          break;
        case "replaced":
        case "cancelled":
          dispatch({ type: entry.status, of: hash });
          break;
        case "dropped":
          dispatch({ type: "dropped", of: hash });
          break;
        case "pending":
          return;
      }
      resolve(entry);
    });
  });
}
