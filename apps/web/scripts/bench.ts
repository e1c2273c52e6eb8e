import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { readStack } from "./stack.ts";

/** Most JavaScript that a route may send, gzip, in KiB. */
const bar = 230;

const routes = {
  home: "/",
  portfolio: "/portfolio",
  assets: "/assets",
  asset: "/assets/0x0000000000000000000000000000000000000001",
  tokenize: "/assets/tokenize",
  exchange: "/exchange",
  market: "/exchange/0x0000000000000000000000000000000000000001",
  orders: "/exchange/orders",
  stake: "/stake",
  loans: "/loans",
  creditLine: "/loans/credit",
  lend: "/loans/lend",
  lendingMarkets: "/loans/markets",
  lendingMarket: `/loans/markets/0x${"11".repeat(32)}`,
  liquidations: "/loans/markets/liquidations",
  marketsDesk: "/loans/markets/desk",
  vouch: "/loans/vouch",
  creditDesk: "/loans/desk",
  rewards: "/rewards",
  referrals: "/rewards/referrals",
  store: "/rewards/store",
  campaigns: "/rewards/campaigns",
  rewardsDesk: "/rewards/desk",
  leaderboard: "/rewards/leaderboard",
  invite: "/rewards/invite/00000000",
  records: "/records",
  identity: "/identity",
  transactions: "/transactions",
  transaction: `/transactions/0x${"00".repeat(32)}`,
  roles: "/roles",
  compliance: "/compliance",
  issuer: "/issuer",
  issuerAsset: "/issuer/0x0000000000000000000000000000000000000001",
  settings: "/settings",
} as const;

/** Addresses of the scripts that a browser of today loads with a page: those for older ones are marked `nomodule`. */
function scriptAddresses(html: string): string[] {
  return [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/\bnomodule\b/i.test(tag))
    .map(([, address]) => (address ?? "").replaceAll("&amp;", "&"));
}

const { web } = readStack();
const sizes = new Map<string, number>();

async function gzipSize(url: string): Promise<number> {
  const known = sizes.get(url);
  if (known !== undefined) return known;
  const response = await fetch(url);
  const size = gzipSync(Buffer.from(await response.arrayBuffer())).length;
  sizes.set(url, size);
  return size;
}

const rows: { name: string; value: number; unit: string; bar: number; better: "lower" }[] = [];
for (const [name, route] of Object.entries(routes)) {
  const page = new URL(route, web);
  const html = await (await fetch(page)).text();
  const addresses = new Set(scriptAddresses(html).map((address) => new URL(address, page).href));
  let bytes = 0;
  for (const address of addresses) bytes += await gzipSize(address);
  rows.push({
    name: `web/js/${name}`,
    value: Number((bytes / 1024).toFixed(1)),
    unit: "KiB",
    bar,
    better: "lower",
  });
}

for (const { name, value } of rows)
  console.log(`${name.padEnd(20)} ${value.toFixed(1).padStart(7)} KiB gzip`);
if (process.env.QTI_BENCH_OUT) writeFileSync(process.env.QTI_BENCH_OUT, JSON.stringify(rows, null, 2));
