import { creditBook, lendingMarkets } from "../generated/addressTables.ts";

/** Contracts of loans that can be paused, each alone: the markets, and the credit lines with their pools. */
export type LoansVenue = "lendingMarkets" | "creditBook";

/** Addresses of the venues, by chain. */
export const loansTables = { lendingMarkets, creditBook } as const;
