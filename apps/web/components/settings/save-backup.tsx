"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useRecords } from "@/lib/records/context";
import { saveBlob } from "@/lib/save-blob";

/** Hands out the backup of the open keys: it opens in none of the ways that lie in this browser only. */
export function SaveBackup({ onSaved }: { onSaved?: () => void }) {
  const t = useTranslations();
  const { load } = useRecords();
  const save = useMutation({
    mutationFn: async () => (await load()).worker.backup(),
    onSuccess: (backup) => {
      saveBlob(
        new Blob([JSON.stringify(backup, null, 2)], { type: "application/json" }),
        "qti-keys-backup.json",
      );
      onSaved?.();
    },
  });
  const problem = useErrorText(save.error);
  return (
    <>
      <Button size="small" busy={save.isPending} onClick={() => save.mutate()}>
        {t("settings.keys.backup.save")}
      </Button>
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
    </>
  );
}
