"use client";

import { useTranslations } from "next-intl";
import { useRuntimeConfig } from "@/lib/config/context";
import { isLocalChain } from "@/lib/wallet/chain";
import { LanguageSelect } from "./language-select";

/** What is said once and holds everywhere. */
export function Footer() {
  const t = useTranslations();
  const config = useRuntimeConfig();
  return (
    <footer className="border-rule border-t">
      <div className="mx-auto flex max-w-[1120px] flex-col gap-x-8 gap-y-2 px-4 py-6 text-muted text-sm sm:flex-row sm:items-baseline sm:px-8">
        <p className="max-w-prose sm:mr-auto">
          {isLocalChain(config) ? t("shell.footer.local") : t("shell.footer.risk")}
        </p>
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          <li>
            <LanguageSelect />
          </li>
          <li>
            <a
              className="inline-flex min-h-6 items-center hover:text-ink hover:underline"
              href={`${config.apiUrl}/docs`}
            >
              API
            </a>
          </li>
          <li>
            <a
              className="inline-flex min-h-6 items-center hover:text-ink hover:underline"
              href={config.graphqlUrl}
            >
              GraphQL
            </a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
