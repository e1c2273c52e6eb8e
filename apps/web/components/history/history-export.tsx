"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { useRuntimeConfig } from "@/lib/config/context";
import { toErrorText } from "@/lib/errors/error-text";
import { formatCount } from "@/lib/format/amount";
import type { HistoryQuery } from "@/lib/history/filter";
import { useReadHistory } from "@/lib/query/graph";
import { saveBlob } from "@/lib/save-blob";

/** Hands out everything that the filters show as a CSV file, however many pages it has. */
export function HistoryExport({ query }: { query: HistoryQuery }) {
  const t = useTranslations();
  const readHistory = useReadHistory();
  const showToast = useToast();
  const config = useRuntimeConfig();
  const [rows, setRows] = useState(0);
  const controller = useRef<AbortController | undefined>(undefined);
  const save = useMutation({
    mutationFn: async () => {
      setRows(0);
      controller.current = new AbortController();
      const [{ historyCsv }, { csvBlob }, found] = await Promise.all([
        import("@/lib/history/history-csv"),
        import("@/lib/format/csv"),
        readHistory(query, setRows, controller.current.signal),
      ]);
      saveBlob(
        csvBlob(historyCsv(found, config, t)),
        `qti-transactions-${new Date().toISOString().slice(0, 10)}.csv`,
      );
      return found.length;
    },
    onSuccess: (count) => showToast("done", t("history.export.saved", { count, n: formatCount(count, t) })),
    onError: async (error) => {
      if (controller.current?.signal.aborted) return;
      const { sentence, next } = await toErrorText(error, t);
      showToast("problem", `${sentence} ${next}`);
    },
  });
  return (
    <div className="flex items-center gap-3">
      <Button busy={save.isPending} onClick={() => save.mutate()}>
        {!save.isPending && <Download aria-hidden />}
        {save.isPending
          ? t("history.export.read", { n: formatCount(rows, t) })
          : t("history.export.download")}
      </Button>
      {save.isPending && (
        <Button look="quiet" onClick={() => controller.current?.abort()}>
          {t("history.export.stop")}
        </Button>
      )}
    </div>
  );
}
