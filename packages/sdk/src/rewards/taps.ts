/**
 * Tap and Earn: a session that the wallet signs once, taps that its key sends, what they earned, vouchers for the chain,
 * the leaderboard and referral codes. What is claimed and bound on the chain is in the main entry.
 *
 * @module
 */
export type { Abortable, Api } from "../core/api/request.ts";
export {
  type CreateTapQueueParameters,
  createTapQueue,
  type TapQueue,
  type TapQueueSession,
  type TapStorage,
} from "./taps/createTapQueue.ts";
export { getTapRules } from "./taps/getTapRules.ts";
export { type GetTapStateParameters, getTapState } from "./taps/getTapState.ts";
export {
  type GetLeaderboardParameters,
  getLeaderboard,
  getLeaderboardName,
  type JoinLeaderboardParameters,
  joinLeaderboard,
  leaveLeaderboard,
} from "./taps/leaderboard.ts";
export {
  createReferralCode,
  type GetReferrerParameters,
  getReferrer,
  type RelayReferralParameters,
  relayReferral,
} from "./taps/referralCodes.ts";
export { type RelayClaimParameters, relayClaim } from "./taps/relayClaim.ts";
export { type RequestVoucherParameters, requestVoucher } from "./taps/requestVoucher.ts";
export { type SendTapsParameters, sendTaps } from "./taps/sendTaps.ts";
export {
  createTapKey,
  type SignTapBatchParameters,
  signTapBatch,
  type TapBatchToSign,
  type TapKey,
  tapBatchMessage,
} from "./taps/signTapBatch.ts";
export { type StartTapSessionParameters, startTapSession } from "./taps/startTapSession.ts";
export { type TapSessionTypedDataParameters, tapSessionTypedData } from "./taps/tapSessionTypedData.ts";
export type {
  Leaderboard,
  LeaderboardMe,
  LeaderboardPeriod,
  LiveTapSession,
  ReferralCode,
  Relayed,
  SignedReferral,
  SignedTapVoucher,
  TapBatch,
  TapIssue,
  TapProgress,
  TapReceipt,
  TapRules,
  TapSession,
  TapState,
} from "./taps/wire.ts";
