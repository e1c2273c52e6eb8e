"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { AssetRows } from "./asset-rows";

/** What can I hold? */
export function AssetsPage() {
  const t = useTranslations();
  const [search, setSearch] = useState("");
  const deferred = useDeferredValue(search.trim());
  return (
    <>
      <PageHead
        title={t("assets.title")}
        lead={t("assets.lead")}
        action={
          <Button asChild look="primary">
            <Link href="/assets/tokenize">{t("shell.pages.tokenize")}</Link>
          </Button>
        }
      />
      <search className="mb-6 block max-w-sm">
        <Input
          type="search"
          aria-label={t("assets.search")}
          placeholder={t("assets.search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </search>
      <AssetRows search={deferred} />
    </>
  );
}
