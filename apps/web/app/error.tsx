"use client";

import { useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";

/** The page broke. Nothing that was signed or sent is lost by it. */
export default function PageError({ retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations();
  return (
    <>
      <PageHead title={t("shell.broken.title")} lead={t("shell.broken.lead")} />
      <Button look="primary" onClick={retry}>
        {t("shell.broken.again")}
      </Button>
    </>
  );
}
