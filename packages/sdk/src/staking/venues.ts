import { stakingPool, stakingVault } from "../generated/addressTables.ts";

/** The two ways to stake, by their contracts: the vault compounds by itself, the pool holds positions with locks. */
export type StakingVenue = "stakingVault" | "stakingPool";

/** Addresses of the venues, by chain. */
export const stakingTables = { stakingVault, stakingPool } as const;
