import type { DemoAssetName } from "./assets.ts";
import type { PersonName } from "./people.ts";

/** A trade of the demo: one side left an order, the other took all of it. */
export interface Trade {
  readonly seller: PersonName;
  readonly buyer: PersonName;
  /** Whole shares. */
  readonly shares: bigint;
  /** Price of one share, in cents. */
  readonly cents: bigint;
  /** Whose order it was. Default: the seller's. */
  readonly maker?: "seller" | "buyer";
}

/** Buys on two days of each week. */
export interface Weekly {
  readonly who: PersonName;
  readonly shares: bigint;
  readonly cents: bigint;
  /** Number of weeks. */
  readonly count: number;
}

/** An order that stands in the book when the demo opens. */
export interface Offer {
  readonly asset: DemoAssetName;
  readonly who: PersonName;
  readonly side: "ask" | "bid";
  readonly shares: bigint;
  readonly cents: bigint;
  /** Of a Dutch order: the price at its end. */
  readonly fallsTo?: bigint;
}

/** What was traded in the month, by the day. Prices drift around what the issuers state. */
export const trades: readonly (readonly [day: number, asset: DemoAssetName, trade: Trade])[] = [
  [4.1, "harbour", { seller: "ben", buyer: "cleo", shares: 10n, cents: 239_50n }],
  [7.2, "wind", { seller: "ada", buyer: "ben", shares: 60n, cents: 99_80n }],
  [7.6, "harbour", { seller: "ada", buyer: "dana", shares: 25n, cents: 240_20n, maker: "buyer" }],
  [8.1, "cask", { seller: "grace", buyer: "ben", shares: 24n, cents: 299_00n }],
  [10.1, "harbour", { seller: "cleo", buyer: "ben", shares: 14n, cents: 241_75n }],
  [10.5, "solar", { seller: "grace", buyer: "ada", shares: 80n, cents: 154_60n }],
  [11.3, "cask", { seller: "cleo", buyer: "ada", shares: 18n, cents: 301_40n, maker: "buyer" }],
  [11.7, "wind", { seller: "dana", buyer: "ben", shares: 45n, cents: 100_10n }],
  [13.2, "harbour", { seller: "ben", buyer: "elif", shares: 12n, cents: 243_00n }],
  [13.5, "solar", { seller: "farid", buyer: "cleo", shares: 60n, cents: 155_20n, maker: "buyer" }],
  [15.1, "harbour", { seller: "ada", buyer: "farid", shares: 30n, cents: 245_50n }],
  [15.5, "wind", { seller: "dana", buyer: "ada", shares: 70n, cents: 99_60n, maker: "buyer" }],
  [17.1, "cask", { seller: "grace", buyer: "elif", shares: 9n, cents: 304_80n }],
  [17.4, "painting", { seller: "ada", buyer: "cleo", shares: 4n, cents: 1_148_00n }],
  [17.7, "solar", { seller: "grace", buyer: "ben", shares: 110n, cents: 155_90n }],
  [19.2, "harbour", { seller: "farid", buyer: "dana", shares: 20n, cents: 247_20n, maker: "buyer" }],
  [19.6, "wind", { seller: "ben", buyer: "farid", shares: 85n, cents: 100_40n }],
  [20.1, "painting", { seller: "dana", buyer: "ben", shares: 6n, cents: 1_156_00n, maker: "buyer" }],
  [20.5, "cask", { seller: "cleo", buyer: "ben", shares: 15n, cents: 307_10n }],
  [22.1, "harbour", { seller: "ben", buyer: "hugo", shares: 16n, cents: 246_10n }],
  [22.4, "solar", { seller: "elif", buyer: "ada", shares: 40n, cents: 156_80n }],
  [22.7, "wind", { seller: "ada", buyer: "hugo", shares: 120n, cents: 100_90n }],
  [25.1, "cask", { seller: "grace", buyer: "hugo", shares: 21n, cents: 310_50n, maker: "buyer" }],
  [25.4, "harbour", { seller: "ada", buyer: "cleo", shares: 28n, cents: 246_90n }],
  [25.7, "painting", { seller: "cleo", buyer: "dana", shares: 3n, cents: 1_161_00n }],
  [27.2, "solar", { seller: "grace", buyer: "farid", shares: 90n, cents: 158_20n }],
  [27.5, "wind", { seller: "ben", buyer: "dana", shares: 55n, cents: 101_30n, maker: "buyer" }],
  [27.8, "harbour", { seller: "hugo", buyer: "elif", shares: 9n, cents: 248_40n }],
  [29, "solar", { seller: "ben", buyer: "cleo", shares: 35n, cents: 158_90n }],
  [29.2, "cask", { seller: "ben", buyer: "cleo", shares: 8n, cents: 311_90n }],
];

/** What stands in the book at the end. No two of them cross: what would is matched at once. */
export const offers: readonly Offer[] = [
  { asset: "harbour", who: "ben", side: "ask", shares: 12n, cents: 249_50n },
  { asset: "harbour", who: "hugo", side: "ask", shares: 30n, cents: 250_25n },
  { asset: "harbour", who: "cleo", side: "ask", shares: 45n, cents: 251_90n },
  { asset: "harbour", who: "ada", side: "ask", shares: 120n, cents: 254_00n },
  { asset: "harbour", who: "ada", side: "ask", shares: 250n, cents: 260_00n },
  { asset: "harbour", who: "elif", side: "bid", shares: 6n, cents: 247_80n },
  { asset: "harbour", who: "dana", side: "bid", shares: 35n, cents: 246_50n },
  { asset: "harbour", who: "farid", side: "bid", shares: 50n, cents: 245_00n },
  { asset: "harbour", who: "cleo", side: "bid", shares: 80n, cents: 242_10n },
  { asset: "harbour", who: "grace", side: "bid", shares: 140n, cents: 238_00n },
  { asset: "wind", who: "ben", side: "ask", shares: 90n, cents: 101_80n },
  { asset: "wind", who: "dana", side: "ask", shares: 300n, cents: 102_20n },
  { asset: "wind", who: "hugo", side: "ask", shares: 60n, cents: 102_75n },
  { asset: "wind", who: "ada", side: "ask", shares: 1_500n, cents: 104_00n },
  { asset: "wind", who: "cleo", side: "bid", shares: 75n, cents: 101_00n },
  { asset: "wind", who: "farid", side: "bid", shares: 200n, cents: 100_60n },
  { asset: "wind", who: "ben", side: "bid", shares: 240n, cents: 99_90n },
  { asset: "wind", who: "dana", side: "bid", shares: 600n, cents: 98_00n },
  { asset: "solar", who: "elif", side: "ask", shares: 25n, cents: 159_60n },
  { asset: "solar", who: "ben", side: "ask", shares: 50n, cents: 160_40n },
  { asset: "solar", who: "farid", side: "ask", shares: 120n, cents: 161_00n },
  { asset: "solar", who: "grace", side: "ask", shares: 800n, cents: 164_00n },
  { asset: "solar", who: "cleo", side: "bid", shares: 30n, cents: 158_80n },
  { asset: "solar", who: "ada", side: "bid", shares: 110n, cents: 157_70n },
  { asset: "solar", who: "hugo", side: "bid", shares: 150n, cents: 156_20n },
  { asset: "solar", who: "dana", side: "bid", shares: 400n, cents: 153_00n },
  { asset: "painting", who: "ada", side: "ask", shares: 40n, cents: 1_240_00n, fallsTo: 1_120_00n },
];
