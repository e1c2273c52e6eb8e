"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { en } from "@/messages/en";

/** The pages of this part of the app; the word for each is the message `rewards.nav.<page>`. */
const pages: readonly { href: Route; page: Exclude<keyof typeof en.rewards.nav, "label"> }[] = [
  { href: "/rewards", page: "rewards" },
  { href: "/rewards/referrals", page: "referrals" },
  { href: "/rewards/store", page: "store" },
  { href: "/rewards/campaigns", page: "campaigns" },
  { href: "/rewards/leaderboard", page: "leaderboard" },
];

/** On a phone not all of them have room: the one that is shown is scrolled to, sideways and never down the page. */
function intoSight(link: HTMLAnchorElement | null): void {
  const list = link?.closest("ul");
  if (link && list)
    list.scrollLeft = link.offsetLeft - list.offsetLeft - (list.clientWidth - link.offsetWidth) / 2;
}

/** Ways to earn and to spend points, one beside the other. */
export function RewardsNav() {
  const t = useTranslations();
  const pathname = usePathname();
  return (
    <nav aria-label={t("rewards.nav.label")} className="mb-8 border-rule border-b">
      <ul className="flex gap-x-6 overflow-x-auto">
        {pages.map(({ href, page }) => (
          <li key={href}>
            <Link
              ref={pathname === href ? intoSight : undefined}
              href={href}
              aria-current={pathname === href ? "page" : undefined}
              className="-mb-px flex min-h-11 items-center whitespace-nowrap border-transparent border-b-2 text-muted -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {t(`rewards.nav.${page}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
