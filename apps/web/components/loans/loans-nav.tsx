"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { PageNav } from "@/components/shell/page-nav";
import type { en } from "@/messages/en";

/** The pages of this part of the app; the word for each is the message `loans.nav.<page>`. */
const pages: readonly { href: Route; page: Exclude<keyof typeof en.loans.nav, "label"> }[] = [
  { href: "/loans", page: "overview" },
  { href: "/loans/credit", page: "credit" },
  { href: "/loans/markets", page: "markets" },
  { href: "/loans/lend", page: "lend" },
  { href: "/loans/vouch", page: "vouch" },
];

/** Ways to borrow and to lend, one beside the other. */
export function LoansNav() {
  const t = useTranslations();
  return (
    <PageNav
      label={t("loans.nav.label")}
      pages={pages.map(({ href, page }) => ({ href, title: t(`loans.nav.${page}`) }))}
    />
  );
}
