"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSwitchChain } from "wagmi";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyText } from "@/components/ui/copy";
import { Dialog } from "@/components/ui/dialog";
import { useErrorText } from "@/lib/errors/use-error-text";
import { shortAddress } from "@/lib/format/address";
import type { Translator } from "@/lib/i18n/translator";
import type { DoneLink, Flow } from "@/lib/transactions/flow";
import type { FlowState } from "@/lib/transactions/machine";
import { stepRows } from "@/lib/transactions/step-rows";
import { useWallets } from "@/lib/wallet/context";
import { useAccountState } from "@/lib/wallet/use-account";
import { Review } from "./review";
import { StepList } from "./step-list";

/** What a screen reader hears when the state changes, and what the eye finds under the list. */
function announcement(state: FlowState, t: Translator): string {
  switch (state.status) {
    case "working": {
      const title = state.steps[state.at]?.title;
      return title === undefined ? t("transactions.now.working") : `${title}.`;
    }
    case "confirming":
      return state.steps[state.at]?.relayed
        ? t("transactions.now.relaying")
        : t("transactions.now.confirming");
    case "preparing":
    case "signing":
    case "simulating":
    case "pending":
    case "confirmed":
      return t(`transactions.now.${state.status}`);
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
  const t = useTranslations();
  const rows = stepRows(state, t);
  const text = announcement(state, t);
  const hash = "hash" in state ? state.hash : undefined;
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
        {hash && (
          <p className="text-muted text-sm">
            {t.rich("transactions.dialog.hash", {
              hash: () => (
                <CopyText text={hash} label={t("transactions.dialog.hashName")} className="text-ink">
                  {shortAddress(hash)}
                </CopyText>
              ),
            })}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Outcome({ flow, state }: { flow: Flow; state: FlowState }) {
  const t = useTranslations();
  switch (state.status) {
    case "rejected":
      return (
        <Callout live title={t("transactions.dialog.declined.title")}>
          {state.steps.slice(0, state.at).some(({ kind }) => kind === "transaction")
            ? t("transactions.dialog.declined.partly")
            : t("transactions.dialog.declined.nothing")}
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
        <Callout live tone="warning" title={t("transactions.dialog.replaced.title")}>
          {t("transactions.dialog.replaced.text")}
        </Callout>
      );
    case "cancelled":
      return (
        <Callout live title={t("transactions.dialog.cancelled.title")}>
          {t("transactions.dialog.cancelled.text")}
        </Callout>
      );
    case "dropped":
      return (
        <Callout live tone="warning" title={t("transactions.dialog.dropped.title")}>
          {t("transactions.dialog.dropped.text")}
        </Callout>
      );
    case "unindexed":
    case "indexed":
      return (
        <Callout live tone="done" title={flow.done}>
          {state.status === "unindexed" && t("transactions.dialog.unindexed")}
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
  const t = useTranslations();
  const again = { rejected: "askAgain", failed: "tryAgain", dropped: "sendAgain" } as const;
  switch (state.status) {
    case "preview":
      return <StartButtons flow={flow} switchChain={switchChain} onStart={onStart} onClose={onClose} />;
    case "rejected":
    case "failed":
    case "dropped":
      return (
        <>
          <Button onClick={onClose}>{t("transactions.dialog.close")}</Button>
          <Button look="primary" onClick={onStart}>
            {t(`transactions.dialog.${again[state.status]}`)}
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
            {t("transactions.dialog.done")}
          </Button>
        </>
      );
    default:
      return <Button onClick={onClose}>{t("transactions.dialog.close")}</Button>;
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
  const t = useTranslations();
  const account = useAccountState();
  const { chain } = useWallets();
  const onChain = account.status === "connected" && account.onChain;
  return (
    <>
      <Button onClick={onClose}>{t("transactions.dialog.cancel")}</Button>
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
          {t("transactions.dialog.switch")}
        </Button>
      )}
    </>
  );
}
