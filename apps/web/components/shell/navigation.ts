import {
  ArrowLeftRight,
  CandlestickChart,
  ChartPie,
  Gauge,
  Gift,
  HandCoins,
  HandHelping,
  Handshake,
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
import type { en } from "@/messages/en";

/** A page that the frame leads to; its title is the message `shell.pages.<page>`. */
export type NavigationPage = { href: Route; page: keyof typeof en.shell.pages; icon: LucideIcon };

/** The pages that a person goes to every day, in the order of the bar; what does not fit on a phone is under "More". */
export const mainPages: readonly NavigationPage[] = [
  { href: "/", page: "home", icon: Home },
  { href: "/portfolio", page: "portfolio", icon: ChartPie },
  { href: "/assets", page: "assets", icon: Landmark },
  { href: "/exchange", page: "exchange", icon: CandlestickChart },
  { href: "/stake", page: "stake", icon: Sprout },
  { href: "/loans", page: "loans", icon: Handshake },
  { href: "/rewards", page: "rewards", icon: HandCoins },
  { href: "/records", page: "records", icon: NotebookText },
];

/** How many of the main pages the bar of a phone carries beside "More". */
export const onPhones = 4;

/** How many of them the head of a tablet has room for, home among them; a desk's has room for all. */
export const onTablets = 6;

/** What is looked up now and then. */
export const morePages: readonly NavigationPage[] = [
  { href: "/transactions", page: "transactions", icon: ArrowLeftRight },
  { href: "/identity", page: "identity", icon: IdCard },
  { href: "/roles", page: "roles", icon: KeyRound },
  { href: "/settings", page: "settings", icon: Settings },
];

/** Where people with roles work. Everybody may look; the menu shows each to those who can do something there. */
export const deskPages: readonly (NavigationPage & { desk: Desk })[] = [
  { desk: "issuer", href: "/issuer", page: "issuer", icon: Stamp },
  { desk: "compliance", href: "/compliance", page: "compliance", icon: Scale },
  { desk: "lenders", href: "/loans/desk", page: "creditDesk", icon: HandHelping },
  { desk: "markets", href: "/loans/markets/desk", page: "marketsDesk", icon: Gauge },
  { desk: "rewards", href: "/rewards/desk", page: "rewardsDesk", icon: Gift },
];

/** Whether a page of the bar is the one being looked at, or holds it. */
export function isCurrent(href: string, pathname: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
