/** How much of a market: either units of the loan token, or shares. */
export type MarketAmount =
  | {
      /** Units of the loan token. */
      assets: bigint;
      shares?: undefined;
    }
  | {
      /** Shares of what is lent, or of what is borrowed. */
      shares: bigint;
      assets?: undefined;
    };
