"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { isCurrent } from "./navigation";

/** On a phone not all of them have room: the one that is shown is scrolled to, sideways and never down the page. */
function intoSight(link: HTMLAnchorElement | null): void {
  const list = link?.closest("ul");
  if (link && list)
    list.scrollLeft = link.offsetLeft - list.offsetLeft - (list.clientWidth - link.offsetWidth) / 2;
}

/** The pages of one part of the app, one beside the other. */
export function PageNav({
  label,
  pages,
}: {
  label: string;
  pages: readonly { href: Route; title: string }[];
}) {
  const pathname = usePathname();
  // The page itself, or the one that holds it: of several that do the nearest.
  const [current] = pages
    .map(({ href }) => href)
    .filter((href) => isCurrent(href, pathname))
    .sort((a, b) => b.length - a.length);
  return (
    <nav aria-label={label} className="mb-8 border-rule border-b">
      <ul className="flex gap-x-6 overflow-x-auto">
        {pages.map(({ href, title }) => (
          <li key={href}>
            <Link
              ref={current === href ? intoSight : undefined}
              href={href}
              aria-current={current === href ? "page" : undefined}
              className="-mb-px flex min-h-11 items-center whitespace-nowrap border-transparent border-b-2 text-muted -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
