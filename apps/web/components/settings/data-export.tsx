"use client";

import type { ExportProgress } from "@qti/sdk/records/person";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatCount } from "@/lib/format/amount";
import { useReadClient } from "@/lib/query/read-client";
import { useRecords } from "@/lib/records/context";
import { takeAlong } from "@/lib/records/take-along";
import { useKeys } from "@/lib/records/use-keys";
import { saveBlob } from "@/lib/save-blob";
import { withStepUp } from "@/lib/session/step-up";

/** Takes everything along as one file, opened by the keys of this browser. */
export function DataExport() {
  const t = useTranslations();
  const client = useReadClient();
  const { load } = useRecords();
  const keys = useKeys();
  const [progress, setProgress] = useState<ExportProgress>();
  const take = useMutation({
    mutationFn: async () => {
      const records = await load();
      return withStepUp(() => takeAlong(records, client, setProgress));
    },
    onSuccess: (archive) => saveBlob(archive, "qti-my-data.zip"),
    onSettled: () => setProgress(undefined),
  });
  const problem = useErrorText(take.error);
  return (
    <div className="grid justify-items-start gap-2">
      <h3 className="font-medium">{t("settings.data.export.title")}</h3>
      <p className="text-muted text-sm">{t("settings.data.export.text")}</p>
      {keys.data && keys.data.status !== "ready" && (
        <p className="text-muted text-sm">{t("settings.data.export.closed")}</p>
      )}
      <Button busy={take.isPending} onClick={() => take.mutate()}>
        {t("settings.data.export.go")}
      </Button>
      <p aria-live="polite" className="text-muted text-sm empty:hidden">
        {progress &&
          t("settings.data.export.progress", {
            count: progress.records,
            n: formatCount(progress.records, t),
          })}
        {take.isSuccess && t("settings.data.export.done")}
      </p>
      {problem && (
        <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
    </div>
  );
}
