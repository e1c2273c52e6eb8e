/* What the pages of rewards read from chain and index; loaded when one of them first needs it. */
import "../no-eval";

export { getPoints, getReferral, getReferralTerms, getReferrerPaid, getStore, getTapTerms } from "@qti/sdk";
export { getPoolPositions, getReferrals, getTapClaims } from "@qti/sdk/subgraph";
