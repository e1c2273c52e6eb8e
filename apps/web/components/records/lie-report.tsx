"use client";

import { QtiError } from "@qti/sdk/errors";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { saveBlob } from "@/lib/save-blob";

function evidenceOf(error: unknown): readonly string[] {
  if (!(error instanceof QtiError) || !("evidence" in error) || !Array.isArray(error.evidence)) return [];
  return error.evidence.filter((note) => typeof note === "string");
}

/** What exactly the service did that an honest one does not, and what it signed of it, to be kept. */
export function LieReport({ error }: { error: unknown }) {
  const t = useTranslations();
  if (!(error instanceof QtiError) || !error.code.startsWith("log-")) return null;
  const evidence = evidenceOf(error);
  return (
    <div className="grid justify-items-start gap-3 text-sm">
      {error.details && (
        <p lang="en" className="text-muted [overflow-wrap:anywhere]">
          {error.details}
        </p>
      )}
      {evidence.length > 0 && (
        <>
          <p className="text-muted">{t("records.proof.evidenceText")}</p>
          <Button
            size="small"
            onClick={() =>
              saveBlob(
                new Blob([evidence.join("\n\n")], { type: "text/plain" }),
                `qti-evidence-${error.code}.txt`,
              )
            }
          >
            <Download aria-hidden />
            {t("records.proof.evidence")}
          </Button>
        </>
      )}
    </div>
  );
}
