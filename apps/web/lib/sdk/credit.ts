/* What the pages of credit lines read from chain and index; loaded when one of them first needs it. */
import "../no-eval";

export {
  getClaimableExit,
  getCreditBook,
  getCreditLine,
  getCreditPool,
  getCreditTierCap,
  getExitQueue,
  getExitTicket,
  getNotice,
  getPoolShares,
  getStanding,
  getUnderwritingQuota,
  getVouch,
  getVouchers,
  isInvited,
} from "@qti/sdk";
