/* What Tap and Earn reads, makes and sends; loaded when one of its pages first needs it. */
import "../no-eval";

export {
  createReferralCode,
  createTapKey,
  createTapQueue,
  getLeaderboard,
  getLeaderboardName,
  getReferrer,
  getTapRules,
  getTapState,
  joinLeaderboard,
  leaveLeaderboard,
  relayClaim,
  relayReferral,
  requestVoucher,
  startTapSession,
  tapSessionTypedData,
} from "@qti/sdk/rewards/taps";
