"use client";

import Link from "next/link";
import { useSwitchChain } from "wagmi";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyText } from "@/components/ui/copy";
import { Dialog } from "@/components/ui/dialog";
import { useErrorText } from "@/lib/errors/use-error-text";
import { shortAddress } from "@/lib/format/address";
import type { DoneLink, Flow } from "@/lib/transactions/flow";
import type { FlowState } from "@/lib/transactions/machine";
import { stepRows } from "@/lib/transactions/step-rows";
import { useWallets } from "@/lib/wallet/context";
import { useAccountState } from "@/lib/wallet/use-account";
import { Review } from "./review";
import { StepList } from "./step-list";

/** What a screen reader hears when the state changes, and what the eye finds under the list. */
function announcement(state: FlowState): string {
  switch (state.status) {
    case "preparing":
      return "Asking the chain what is needed.";
    case "working":
      return `${state.steps[state.at]?.title ?? "Working"}.`;
    case "signing":
      return "Sign the message in your wallet. It costs nothing.";
    case "simulating":
      return "Checking on a node that it will succeed.";
    case "confirming":
      return "Confirm the transaction in your wallet.";
    case "pending":
      return "Sent. You can close this window; it goes on.";
    case "confirmed":
      return "In a block. Waiting for the index.";
    default:
      return "";
  }
}

type SwitchChain = ReturnType<typeof useSwitchChain>;

/** Shows one action from its review to the index. */
export function TransactionDialog({
  flow,
  state,
  link,
  onStart,
  onClose,
}: {
  flow: Flow;
  state: FlowState;
  link: DoneLink | undefined;
  onStart: () => void;
  onClose: () => void;
}) {
  const rows = stepRows(state);
  const text = announcement(state);
  const switchChain = useSwitchChain();
  const switchProblem = useErrorText(switchChain.error);
  return (
    <Dialog
      open={state.status !== "idle"}
      onClose={onClose}
      title={flow.title}
      footer={
        <Footer
          flow={flow}
          state={state}
          link={link}
          switchChain={switchChain}
          onStart={onStart}
          onClose={onClose}
        />
      }
    >
      <div data-flow={state.status} className="grid gap-6">
        {state.status === "preview" ? <Review flow={flow} /> : rows.length > 0 && <StepList rows={rows} />}
        <p role="status" className="text-muted text-sm empty:hidden">
          {text}
        </p>
        <Outcome flow={flow} state={state} />
        {state.status === "preview" && switchProblem && (
          <Callout live tone={switchProblem.isRejection ? "note" : "problem"} title={switchProblem.sentence}>
            {switchProblem.next}
          </Callout>
        )}
        {"hash" in state && state.hash && (
          <p className="text-muted text-sm">
            Transaction{" "}
            <CopyText text={state.hash} label="transaction hash" className="text-ink">
              {shortAddress(state.hash)}
            </CopyText>
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Outcome({ flow, state }: { flow: Flow; state: FlowState }) {
  switch (state.status) {
    case "rejected":
      return (
        <Callout live title="You declined in the wallet">
          {state.steps.slice(0, state.at).some(({ kind }) => kind === "transaction")
            ? "The steps before it are done and stay so; the action itself was not done."
            : "Nothing was sent and nothing has changed."}
        </Callout>
      );
    case "failed":
      return (
        <Callout live tone="problem" title={state.error.sentence}>
          {state.error.next}
        </Callout>
      );
    case "replaced":
      return (
        <Callout live tone="warning" title="Another transaction took its place">
          Your account sent a different transaction with the same number. Look at the activity of your wallet.
        </Callout>
      );
    case "cancelled":
      return (
        <Callout live title="Cancelled in the wallet">
          The transaction was replaced by an empty one. Nothing has changed but the fee of the cancellation.
        </Callout>
      );
    case "dropped":
      return (
        <Callout live tone="warning" title="The network no longer knows this transaction">
          It was never put into a block, most likely because its fee was too low. Nothing has changed; send it
          again.
        </Callout>
      );
    case "unindexed":
    case "indexed":
      return (
        <Callout live tone="done" title={flow.done}>
          {state.status === "unindexed" && "The index is behind: histories will show it later."}
        </Callout>
      );
    default:
      return null;
  }
}

function Footer({
  flow,
  state,
  link,
  switchChain,
  onStart,
  onClose,
}: {
  flow: Flow;
  state: FlowState;
  link: DoneLink | undefined;
  switchChain: SwitchChain;
  onStart: () => void;
  onClose: () => void;
}) {
  const again = { rejected: "Ask again", failed: "Try again", dropped: "Send again" } as const;
  switch (state.status) {
    case "preview":
      return <StartButtons flow={flow} switchChain={switchChain} onStart={onStart} onClose={onClose} />;
    case "rejected":
    case "failed":
    case "dropped":
      return (
        <>
          <Button onClick={onClose}>Close</Button>
          <Button look="primary" onClick={onStart}>
            {again[state.status]}
          </Button>
        </>
      );
    case "indexed":
    case "unindexed":
      return (
        <>
          {link && (
            <Button asChild>
              <Link href={link.href} onClick={onClose}>
                {link.title}
              </Link>
            </Button>
          )}
          <Button look="primary" onClick={onClose}>
            Done
          </Button>
        </>
      );
    default:
      return <Button onClick={onClose}>Close</Button>;
  }
}

/** The buttons under the review. On another network the one thing to do is to switch. */
function StartButtons({
  flow,
  switchChain,
  onStart,
  onClose,
}: {
  flow: Flow;
  switchChain: SwitchChain;
  onStart: () => void;
  onClose: () => void;
}) {
  const account = useAccountState();
  const { chain } = useWallets();
  const onChain = account.status === "connected" && account.onChain;
  return (
    <>
      <Button onClick={onClose}>Cancel</Button>
      {onChain ? (
        <Button look="primary" onClick={onStart} autoFocus>
          {flow.verb}
        </Button>
      ) : (
        <Button
          look="primary"
          busy={switchChain.isPending}
          onClick={() => switchChain.mutate({ chainId: chain.id })}
        >
          Switch network
        </Button>
      )}
    </>
  );
}
