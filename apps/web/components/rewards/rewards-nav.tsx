"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { PageNav } from "@/components/shell/page-nav";
import type { en } from "@/messages/en";

/** The pages of this part of the app; the word for each is the message `rewards.nav.<page>`. */
const pages: readonly { href: Route; page: Exclude<keyof typeof en.rewards.nav, "label"> }[] = [
  { href: "/rewards", page: "rewards" },
  { href: "/rewards/referrals", page: "referrals" },
  { href: "/rewards/store", page: "store" },
  { href: "/rewards/campaigns", page: "campaigns" },
  { href: "/rewards/leaderboard", page: "leaderboard" },
];

/** Ways to earn and to spend points, one beside the other. */
export function RewardsNav() {
  const t = useTranslations();
  return (
    <PageNav
      label={t("rewards.nav.label")}
      pages={pages.map(({ href, page }) => ({ href, title: t(`rewards.nav.${page}`) }))}
    />
  );
}
