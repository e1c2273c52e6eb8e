import {
  ArrowLeftRight,
  CandlestickChart,
  ChartPie,
  Home,
  IdCard,
  KeyRound,
  Landmark,
  type LucideIcon,
  NotebookText,
  Scale,
  Settings,
  Sprout,
  Stamp,
} from "lucide-react";
import type { Route } from "next";
import type { Desk } from "@/lib/desks/desks";

/** A page that the frame leads to. */
export type NavigationPage = { href: Route; title: string; icon: LucideIcon };

/** The pages that a person goes to every day, in the order of the bar; what does not fit on a phone is under "More". */
export const mainPages: readonly NavigationPage[] = [
  { href: "/", title: "Home", icon: Home },
  { href: "/portfolio", title: "Portfolio", icon: ChartPie },
  { href: "/assets", title: "Assets", icon: Landmark },
  { href: "/exchange", title: "Exchange", icon: CandlestickChart },
  { href: "/stake", title: "Stake", icon: Sprout },
  { href: "/records", title: "Records", icon: NotebookText },
];

/** How many of the main pages the bar of a phone carries beside "More". */
export const onPhones = 4;

/** What is looked up now and then. */
export const morePages: readonly NavigationPage[] = [
  { href: "/transactions", title: "Transactions", icon: ArrowLeftRight },
  { href: "/identity", title: "Identity", icon: IdCard },
  { href: "/roles", title: "Roles", icon: KeyRound },
  { href: "/settings", title: "Settings", icon: Settings },
];

/** Where people with roles work. Everybody may look; the menu shows each to those who can do something there. */
export const deskPages: readonly (NavigationPage & { desk: Desk })[] = [
  { desk: "issuer", href: "/issuer", title: "Issuer's desk", icon: Stamp },
  { desk: "compliance", href: "/compliance", title: "Compliance desk", icon: Scale },
];

/** Whether a page of the bar is the one being looked at, or holds it. */
export function isCurrent(href: string, pathname: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
