import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";

export default function NotFound() {
  const t = useTranslations();
  return (
    <>
      <PageHead title={t("shell.notFound.title")} lead={t("shell.notFound.lead")} />
      <Button asChild look="primary">
        <Link href="/">{t("shell.notFound.home")}</Link>
      </Button>
    </>
  );
}
