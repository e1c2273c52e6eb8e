import { merkleDistributor, referralRegistry, rewardStore, tapRewards } from "../generated/addressTables.ts";

/** Contracts of rewards that can be paused, each alone. */
export type RewardsVenue = "tapRewards" | "referralRegistry" | "rewardStore" | "merkleDistributor";

/** Addresses of the venues, by chain. */
export const rewardsTables = { tapRewards, referralRegistry, rewardStore, merkleDistributor } as const;
