import { assetRedemption, exchange, incomeDistributor } from "../generated/addressTables.ts";

/** Contracts that keep a list of the tokens they take as money, each its own. */
export type MoneyVenue = "exchange" | "incomeDistributor" | "assetRedemption";

/** Addresses of the venues, by chain. */
export const venueTables = { exchange, incomeDistributor, assetRedemption } as const;
