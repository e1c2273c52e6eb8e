"use client";

import type { RecordsProgress, RotationOutcome } from "@qti/sdk/records/client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { RecoveryCodeStep } from "@/components/records/recovery-code-step";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Problem } from "@/components/ui/problem";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatCount } from "@/lib/format/amount";
import { useRecords } from "@/lib/records/context";
import { useRotation } from "@/lib/records/use-rotation";
import { SaveBackup } from "./save-backup";

/** New keys in the place of the open ones: records follow one by one, and at the end the old keys are revoked. */
export function KeyRotation({ fingerprint }: { fingerprint: string }) {
  const t = useTranslations();
  const { load } = useRecords();
  const { session, progress, unfinished, run, isRunning } = useRotation(fingerprint);
  const make = useMutation({
    mutationFn: async () => {
      const { client, worker } = await load();
      return client.formatRecoveryCode((await worker.rotateKeys()).recoveryCode);
    },
    gcTime: 0,
  });
  const makeProblem = useErrorText(make.error);
  const runProblem = useErrorText(run.error);
  return (
    <div className="grid justify-items-start gap-3">
      <p className="font-medium">{t("settings.rotation.title")}</p>
      <p className="text-muted text-sm">{t("settings.rotation.text")}</p>
      {makeProblem && (
        <Callout live tone="problem" title={makeProblem.sentence}>
          {makeProblem.next}
        </Callout>
      )}
      {isRunning ? (
        <Moving progress={progress} />
      ) : make.data ? (
        <RecoveryCodeStep
          code={make.data}
          onConfirmed={() => {
            make.reset();
            run.mutate();
          }}
        />
      ) : run.data ? (
        <Outcome outcome={run.data} onGoOn={() => run.mutate()} />
      ) : runProblem ? (
        <Problem text={runProblem} onRetry={() => run.mutate()} busy={false} />
      ) : unfinished.data ? (
        <Callout
          tone="warning"
          title={t("settings.rotation.unfinished")}
          action={
            <Button size="small" onClick={() => run.mutate()}>
              {t("settings.rotation.goOn")}
            </Button>
          }
        >
          {t("settings.rotation.unfinishedText")}
        </Callout>
      ) : session ? (
        <Button size="small" busy={make.isPending} onClick={() => make.mutate()}>
          {t("settings.rotation.make")}
        </Button>
      ) : (
        <p className="text-muted text-sm">{t("settings.factors.signInFirst")}</p>
      )}
    </div>
  );
}

function Moving({ progress }: { progress: RecordsProgress | undefined }) {
  const t = useTranslations();
  const done = progress ? progress.done + progress.failed : 0;
  const total = progress?.total ?? 0;
  const words = progress
    ? t("settings.rotation.progress", { done: formatCount(done, t), total: formatCount(total, t) })
    : t("settings.rotation.beginning");
  return (
    <div className="grid w-full gap-2">
      <p role="status" className="text-sm">
        {words}
      </p>
      <progress
        aria-label={t("settings.rotation.title")}
        className="h-2 w-full accent-accent"
        {...(total > 0 && { value: done, max: total })}
      />
    </div>
  );
}

function Outcome({ outcome, onGoOn }: { outcome: RotationOutcome; onGoOn: () => void }) {
  const t = useTranslations();
  if (outcome.status === "complete")
    return (
      <Callout live tone="done" title={t("settings.rotation.done")} action={<SaveBackup />}>
        {t("settings.rotation.doneText", {
          count: outcome.rewrapped,
          n: formatCount(outcome.rewrapped, t),
        })}
      </Callout>
    );
  return <Incomplete outcome={outcome} onGoOn={onGoOn} />;
}

function Incomplete({
  outcome: { failures },
  onGoOn,
}: {
  outcome: Extract<RotationOutcome, { status: "incomplete" }>;
  onGoOn: () => void;
}) {
  const t = useTranslations();
  const reason = useErrorText(failures[0]?.error);
  return (
    <Callout
      live
      tone="warning"
      title={t("settings.rotation.incomplete", {
        count: failures.length,
        n: formatCount(failures.length, t),
      })}
      action={
        <Button size="small" onClick={onGoOn}>
          {t("settings.rotation.goOn")}
        </Button>
      }
    >
      {reason && `${reason.sentence} ${reason.next} `}
      {t("settings.rotation.incompleteText")}
    </Callout>
  );
}
