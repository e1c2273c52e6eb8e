import { assetRedemption, exchange, incomeDistributor, lendingMarkets } from "../generated/addressTables.ts";

/** Contracts that keep a list of the tokens they take as money, each its own. */
export type MoneyVenue = "exchange" | "incomeDistributor" | "assetRedemption" | "lendingMarkets";

/** Addresses of the venues, by chain. */
export const venueTables = { exchange, incomeDistributor, assetRedemption, lendingMarkets } as const;
