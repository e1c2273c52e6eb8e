/** Why an order cannot be filled now, in the order of the contracts' enum; `none` when it can. */
export const orderIssues = [
  "none",
  "invalid",
  "signature",
  "cancelled",
  "epoch",
  "notYet",
  "betweenWindows",
  "expired",
  "filled",
  "paused",
  "moneyNotListed",
  "taker",
  "makerBalance",
  "makerAllowance",
  "takerBalance",
  "takerAllowance",
  "compliance",
  "notCrossed",
] as const;

/** Why an order cannot be filled now. */
export type OrderIssue = (typeof orderIssues)[number];
