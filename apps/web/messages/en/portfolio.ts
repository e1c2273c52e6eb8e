export const portfolio = {
  title: "Portfolio",
  lead: "What you own, what you stake, and everything that happened to it.",
  connect: "Connect a wallet to see what is yours",
  connectText: "You can also watch any address, without signing anything.",
  shares: "Shares of assets",
  allAssets: "All assets",
  history: "History",
  noHistory: "Nothing has happened to this account yet",
  figures: {
    title: "Your figures",
    valued: "as valued by their issuers",
    staked: "Staked",
    earned: "<amount></amount> earned",
    nothingEarned: "nothing earned yet",
    atHand: "QTI at hand",
    dollars: "Test dollars",
  },
  holdings: {
    none: "No shares yet",
    noneText:
      "Shares come from their issuers and from other holders. To receive any, your account must be verified.",
    seeAssets: "See the assets",
    frozen: "Frozen in part",
    part: "{amount} {symbol}, {part} of all",
  },
} as const;
