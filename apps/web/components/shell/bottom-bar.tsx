"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/lib/cn";
import { isCurrent, mainPages } from "./navigation";

/** The main pages within reach of a thumb, on phones. */
export function BottomBar() {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 border-rule border-t bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="mx-auto grid max-w-lg grid-cols-5">
        {mainPages.map(({ href, title, icon: Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isCurrent(href, pathname) ? "page" : undefined}
              className={cn(
                "grid h-16 content-center justify-items-center gap-1 text-muted text-xs -outline-offset-2",
                "aria-[current=page]:font-semibold aria-[current=page]:text-accent",
              )}
            >
              <Icon aria-hidden className="size-5" />
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
