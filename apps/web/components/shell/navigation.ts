import { ChartPie, Home, Landmark, type LucideIcon, NotebookText, Sprout } from "lucide-react";
import type { Route } from "next";

/** The pages that a person goes to every day, in the order of the bar. */
export const mainPages: readonly { href: Route; title: string; icon: LucideIcon }[] = [
  { href: "/", title: "Home", icon: Home },
  { href: "/portfolio", title: "Portfolio", icon: ChartPie },
  { href: "/assets", title: "Assets", icon: Landmark },
  { href: "/stake", title: "Stake", icon: Sprout },
  { href: "/records", title: "Records", icon: NotebookText },
];

/** Whether a page of the bar is the one being looked at, or holds it. */
export function isCurrent(href: string, pathname: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
