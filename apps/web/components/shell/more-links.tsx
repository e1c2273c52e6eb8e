"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDesks } from "@/lib/query/desks";
import {
  deskPages,
  isCurrent,
  mainPages,
  morePages,
  type NavigationPage,
  onPhones,
  onTablets,
} from "./navigation";

/** Everything that the bar does not carry: on phones the rest of the main pages too, and the desks of whoever has one. */
export function MoreLinks({ onNavigate }: { onNavigate: () => void }) {
  const t = useTranslations();
  const desks = useDesks();
  const mine = deskPages.filter(({ desk }) => desks.data?.includes(desk));
  return (
    <div className="grid gap-4">
      <Links pages={mainPages.slice(onPhones)} onNavigate={onNavigate} className="md:hidden" />
      <Links pages={mainPages.slice(onTablets)} onNavigate={onNavigate} className="max-md:hidden lg:hidden" />
      <Links pages={morePages} onNavigate={onNavigate} />
      {mine.length > 0 && (
        <div>
          <p className="px-3 pb-1 text-muted text-sm">{t("shell.whereYouWork")}</p>
          <Links pages={mine} onNavigate={onNavigate} />
        </div>
      )}
    </div>
  );
}

function Links({
  pages,
  onNavigate,
  className,
}: {
  pages: readonly NavigationPage[];
  onNavigate: () => void;
  className?: string;
}) {
  const t = useTranslations();
  const pathname = usePathname();
  return (
    <ul className={className}>
      {pages.map(({ href, page, icon: Icon }) => (
        <li key={href}>
          <Link
            href={href}
            onClick={onNavigate}
            aria-current={isCurrent(href, pathname) ? "page" : undefined}
            className="flex min-h-11 items-center gap-3 rounded-sm px-3 hover:bg-sunken aria-[current=page]:font-semibold aria-[current=page]:text-accent"
          >
            <Icon aria-hidden className="size-5 shrink-0 text-muted" />
            {t(`shell.pages.${page}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
