import { firstLossPool, seniorPool } from "../../generated/addressTables.ts";

/** Names of the pools' contracts. */
export type PoolContract = "seniorPool" | "firstLossPool";

/** The contract of each pool. Where they have a function in common it has one shape. */
export const poolContracts = { senior: "seniorPool", firstLoss: "firstLossPool" } as const;

/** Addresses of the pools, by chain. */
export const poolTables = { seniorPool, firstLossPool } as const;
