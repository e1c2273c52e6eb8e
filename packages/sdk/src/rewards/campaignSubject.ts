import { type Hash, numberToHex } from "viem";

/** Under which the timelock of roots knows a campaign. */
export const campaignSubject = (campaignId: bigint): Hash => numberToHex(campaignId, { size: 32 });
