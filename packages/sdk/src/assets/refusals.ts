/** Why a transfer of shares is refused, in the order of the contracts' enum; `none` means that it would pass. */
export const refusals = [
  "none",
  "senderUnknown",
  "senderFrozen",
  "senderRevoked",
  "senderRetired",
  "receiverUnknown",
  "receiverFrozen",
  "receiverRevoked",
  "receiverRetired",
  "receiverExpired",
  "receiverTier",
  "receiverCountry",
  "insufficientUnfrozen",
  "locked",
  "holderLimit",
  "identityCap",
  "paused",
  "notActive",
  "moduleFailed",
  "pledgeOnly",
] as const;

/** Why a transfer of shares is refused. */
export type Refusal = (typeof refusals)[number];
