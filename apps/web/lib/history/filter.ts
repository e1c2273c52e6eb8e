import type { Domain, TransactionKind } from "@qti/sdk/subgraph";
import { type Address, getAddress, isAddress } from "viem";
import { kindsByDomain } from "@/lib/domain/transaction-words";

/** Which part of the history to show, as it stands in the address of the page. */
export type HistoryFilter = {
  domain?: Domain;
  kind?: TransactionKind;
  /** Whose: the connected account's, or that of an address. */
  account?: "mine" | Address;
  asset?: Address;
  /** First and last day, in the time of the browser: "2026-11-25". */
  from?: string;
  until?: string;
};

const day = /^\d{4}-\d{2}-\d{2}$/;
const second = (text: string) => new Date(`${text}T00:00:00`).getTime() / 1000;

const dayOf = (text: string | null) =>
  text !== null && day.test(text) && Number.isFinite(second(text)) ? text : undefined;
const addressOf = (text: string | null) =>
  text !== null && isAddress(text, { strict: false }) ? getAddress(text) : undefined;

/** Leaves out what was not given, so that two filters that say the same are the same. */
function compact(filter: { [name in keyof HistoryFilter]: HistoryFilter[name] | undefined }): HistoryFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** Reads a filter from the address of the page. What makes no sense is left out: anyone can write an address. */
export function readFilter(search: Pick<URLSearchParams, "get">): HistoryFilter {
  const group = kindsByDomain.find(({ domain }) => domain === search.get("domain"));
  const known = (group ? [group] : kindsByDomain).flatMap(({ kinds }) => kinds);
  return compact({
    domain: group?.domain,
    kind: known.find((kind) => kind === search.get("kind")),
    account: search.get("account") === "mine" ? "mine" : addressOf(search.get("account")),
    asset: addressOf(search.get("asset")),
    from: dayOf(search.get("from")),
    until: dayOf(search.get("until")),
  });
}

/** Writes a filter as the address of the page takes it; empty for the whole history. */
export function writeFilter(filter: HistoryFilter): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) search.set(name, value);
  return search.toString();
}

/** What the index is asked for. Times are Unix seconds, of local days. */
export type HistoryQuery = {
  domain?: Domain;
  kinds?: readonly TransactionKind[];
  account?: Address;
  asset?: Address;
  from?: number;
  until?: number;
};

/** The question for a filter; `undefined` where it asks for what is mine and nobody is connected. */
export function historyQuery(filter: HistoryFilter, mine: Address | undefined): HistoryQuery | undefined {
  if (filter.account === "mine" && !mine) return undefined;
  const account = filter.account === "mine" ? mine : filter.account;
  const lastDay = filter.until === undefined ? undefined : new Date(`${filter.until}T00:00:00`);
  // The day after, by the calendar: a day in which the clock is changed is not 24 hours long.
  lastDay?.setDate(lastDay.getDate() + 1);
  return {
    ...(filter.domain ? { domain: filter.domain } : {}),
    ...(filter.kind ? { kinds: [filter.kind] } : {}),
    ...(account ? { account } : {}),
    ...(filter.asset ? { asset: filter.asset } : {}),
    ...(filter.from ? { from: second(filter.from) } : {}),
    ...(lastDay ? { until: lastDay.getTime() / 1000 } : {}),
  };
}
