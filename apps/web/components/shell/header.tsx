"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { WalletButton } from "@/components/wallet/wallet-button";
import { cn } from "@/lib/cn";
import { MoreMenu } from "./more-menu";
import { isCurrent, mainPages, onTablets } from "./navigation";
import { Wordmark } from "./wordmark";

/** The head of every page: where one is, and who one is. */
export function Header() {
  const t = useTranslations();
  const pathname = usePathname();
  return (
    <header className="sticky top-0 z-30 border-rule border-b bg-paper">
      <div className="mx-auto flex h-16 max-w-[1120px] items-center gap-4 px-4 sm:px-8">
        <Link href="/" className="flex min-h-11 items-center rounded-sm" aria-label={t("shell.homeLink")}>
          <Wordmark />
        </Link>
        <nav aria-label={t("shell.main")} className="hidden items-center gap-1 md:flex lg:ml-4">
          {mainPages.slice(1).map(({ href, page }, index) => (
            <Link
              key={href}
              href={href}
              aria-current={isCurrent(href, pathname) ? "page" : undefined}
              className={cn(
                "flex h-11 items-center rounded-sm px-1.5 text-[0.9375rem] text-muted hover:text-ink lg:px-3",
                index + 1 >= onTablets && "max-lg:hidden",
                "aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:underline aria-[current=page]:decoration-2 aria-[current=page]:decoration-accent aria-[current=page]:underline-offset-8",
              )}
            >
              {t(`shell.pages.${page}`)}
            </Link>
          ))}
          <MoreMenu />
        </nav>
        <div className="ml-auto">
          <WalletButton />
        </div>
      </div>
    </header>
  );
}
