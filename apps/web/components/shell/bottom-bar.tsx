"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { MoreLinks } from "./more-links";
import { isCurrent, mainPages, onPhones } from "./navigation";

const itemStyle =
  "grid h-16 w-full content-center justify-items-center gap-1 text-muted text-xs -outline-offset-2 aria-[current=page]:font-semibold aria-[current=page]:text-accent";

/** The main pages within reach of a thumb, on phones; the others one touch further. */
export function BottomBar() {
  const t = useTranslations();
  const pathname = usePathname();
  const [more, setMore] = useState(false);
  const shown = mainPages.slice(0, onPhones);
  return (
    <>
      <nav
        aria-label={t("shell.main")}
        className="fixed inset-x-0 bottom-0 z-30 border-rule border-t bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        <ul className="mx-auto grid max-w-lg grid-cols-5">
          {shown.map(({ href, page, icon: Icon }) => (
            <li key={href}>
              <Link
                href={href}
                aria-current={isCurrent(href, pathname) ? "page" : undefined}
                className={itemStyle}
              >
                <Icon aria-hidden className="size-5" />
                {t(`shell.pages.${page}`)}
              </Link>
            </li>
          ))}
          <li>
            <button type="button" aria-haspopup="dialog" onClick={() => setMore(true)} className={itemStyle}>
              <Ellipsis aria-hidden className="size-5" />
              {t("shell.more")}
            </button>
          </li>
        </ul>
      </nav>
      <Dialog open={more} onClose={() => setMore(false)} title={t("shell.more")}>
        <div className="-mx-3">
          <MoreLinks onNavigate={() => setMore(false)} />
        </div>
      </Dialog>
    </>
  );
}
