/** The question of `IAggregatorV3` that says when a published feed spoke last. */
export const feedAbi = [
  {
    type: "function",
    name: "latestRoundData",
    stateMutability: "view",
    inputs: [],
    outputs: [
      { name: "roundId", type: "uint80" },
      { name: "answer", type: "int256" },
      { name: "startedAt", type: "uint256" },
      { name: "updatedAt", type: "uint256" },
      { name: "answeredInRound", type: "uint80" },
    ],
  },
] as const;

/** Of `LendingMarkets`: until when it is paused. */
export const pauseAbi = [
  {
    type: "function",
    name: "pausedUntil",
    stateMutability: "view",
    inputs: [],
    outputs: [{ name: "", type: "uint48" }],
  },
] as const;

/** Of `AppraisalOracle`: on which terms an asset is appraised; all zero where it has none. */
export const termsAbi = [
  {
    type: "function",
    name: "termsOf",
    stateMutability: "view",
    inputs: [{ name: "asset", type: "address" }],
    outputs: [
      {
        name: "",
        type: "tuple",
        components: [
          { name: "dailyBps", type: "uint16" },
          { name: "borrowMaxAge", type: "uint40" },
        ],
      },
    ],
  },
] as const;
