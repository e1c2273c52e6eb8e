import { useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/page-head";
import { TokenizeForm } from "./tokenize-form";

/** How do I turn something that I own into shares? */
export function TokenizePage() {
  const t = useTranslations();
  return (
    <>
      <PageHead title={t("shell.pages.tokenize")} lead={t("assets.tokenize.lead")} />
      <TokenizeForm />
    </>
  );
}
