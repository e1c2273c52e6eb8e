/** What happens to a credit line, as the index names it. */
export const creditKinds = [
  "CREDIT_DRAWN",
  "CREDIT_PAID",
  "CREDIT_ATTESTED",
  "CREDIT_WRITTEN_OFF",
  "VOUCHER_INVITED",
  "VOUCHER_DISINVITED",
  "LINE_VOUCHED",
  "VOUCH_ENDED",
] as const;

/** What happens in the pools of the credit lines. */
export const poolKinds = [
  "CREDIT_POOL_DEPOSITED",
  "CREDIT_POOL_WITHDRAWN",
  "EXIT_QUEUED",
  "EXIT_CANCELLED",
  "EXIT_SERVED",
  "EXIT_CLAIMED",
  "NOTICE_GIVEN",
  "NOTICE_CANCELLED",
  "CREDIT_WRITTEN_OFF",
] as const;

/** What happens to debts in lending markets that are too large for their pledge. */
export const liquidationKinds = ["POSITION_LIQUIDATED", "POSITION_FLAGGED", "POSITION_UNFLAGGED"] as const;
