import type { DemoAssetName } from "./assets.ts";
import { type CreditScene, creditPlot } from "./credit.ts";
import type { EarningScene } from "./earnings.ts";
import { type Trade, trades, type Weekly } from "./market.ts";
import { type MarketScene, marketPlot } from "./markets.ts";
import type { LoserName, PersonName } from "./people.ts";
import type { PositionScene, RewardScene } from "./positions.ts";

/** One thing that happens in the demo's month. Amounts are whole shares and whole QTI. */
export type Scene =
  | { readonly kind: "verify"; readonly who: PersonName; readonly qti: bigint }
  | { readonly kind: "enrol"; readonly who: PersonName }
  | { readonly kind: "tokenize"; readonly asset: DemoAssetName }
  | {
      readonly kind: "transfer";
      readonly asset: DemoAssetName;
      readonly from: PersonName;
      readonly to: PersonName;
      readonly shares: bigint;
    }
  | { readonly kind: "stake"; readonly who: PersonName; readonly qti: bigint }
  | { readonly kind: "unstake"; readonly who: PersonName; readonly qti: bigint }
  | RewardScene
  | PositionScene
  | EarningScene
  | CreditScene
  | MarketScene
  | { readonly kind: "value"; readonly asset: DemoAssetName; readonly dollars: bigint }
  | { readonly kind: "documents"; readonly asset: DemoAssetName }
  | {
      readonly kind: "freezeShares";
      readonly asset: DemoAssetName;
      readonly who: PersonName;
      readonly shares: bigint;
    }
  | { readonly kind: "revoke"; readonly who: PersonName }
  /** Announced, and done three days later. */
  | { readonly kind: "announceOfficer" | "admitOfficer" }
  | { readonly kind: "trade"; readonly asset: DemoAssetName; readonly trade: Trade }
  | { readonly kind: "leaveWeekly"; readonly asset: DemoAssetName; readonly order: Weekly }
  | { readonly kind: "fillWeekly"; readonly asset: DemoAssetName; readonly seller: PersonName }
  /** Whole dollars, to everybody who holds shares at that moment. */
  | { readonly kind: "payIncome"; readonly asset: DemoAssetName; readonly dollars: bigint }
  | { readonly kind: "activateIncome"; readonly asset: DemoAssetName }
  | { readonly kind: "claimIncome"; readonly asset: DemoAssetName; readonly who: PersonName }
  | { readonly kind: "mature"; readonly asset: DemoAssetName }
  /** Whole dollars for all shares. */
  | { readonly kind: "openRedemption"; readonly asset: DemoAssetName; readonly dollars: bigint }
  | {
      readonly kind: "redeem";
      readonly asset: DemoAssetName;
      readonly who: PersonName;
      readonly shares: bigint;
    }
  /** Scheduled, proposed 48 hours later, completed after another three days. */
  | { readonly kind: "scheduleRecovery" | "proposeRecovery"; readonly who: LoserName }
  | {
      readonly kind: "completeRecovery";
      readonly who: LoserName;
      readonly assets: readonly DemoAssetName[];
    };

type Day = readonly [day: number, scenes: readonly Scene[]];

const plot: readonly Day[] = [
  [-66.5, [{ kind: "verify", who: "mila", qti: 2_000n }]],
  [
    0.3,
    [
      { kind: "verify", who: "ada", qti: 40_000n },
      { kind: "verify", who: "ben", qti: 25_000n },
      { kind: "verify", who: "cleo", qti: 18_000n },
      { kind: "enrol", who: "ada" },
      { kind: "scheduleRewards", qti: 160n, into: "stakingVault" },
      { kind: "announceOfficer" },
    ],
  ],
  [
    1,
    [
      { kind: "tokenize", asset: "harbour" },
      { kind: "stake", who: "ada", qti: 20_000n },
      { kind: "stake", who: "ben", qti: 8_000n },
    ],
  ],
  [
    2.4,
    [
      { kind: "payRewards", qti: 160n, into: "stakingVault" },
      { kind: "transfer", asset: "harbour", from: "ada", to: "ben", shares: 1_200n },
      { kind: "transfer", asset: "harbour", from: "ada", to: "cleo", shares: 450n },
    ],
  ],
  [
    3,
    [
      { kind: "tokenize", asset: "wind" },
      { kind: "verify", who: "dana", qti: 60_000n },
    ],
  ],
  [
    5,
    [
      { kind: "verify", who: "grace", qti: 30_000n },
      { kind: "enrol", who: "grace" },
      { kind: "tokenize", asset: "cask" },
      { kind: "stake", who: "cleo", qti: 9_500n },
      { kind: "admitOfficer" },
    ],
  ],
  [
    6.5,
    [
      { kind: "transfer", asset: "wind", from: "ada", to: "dana", shares: 12_000n },
      { kind: "transfer", asset: "wind", from: "ada", to: "ben", shares: 3_500n },
      { kind: "verify", who: "elif", qti: 5_000n },
      { kind: "scheduleRewards", qti: 175n, into: "stakingVault" },
    ],
  ],
  [
    9,
    [
      { kind: "payRewards", qti: 175n, into: "stakingVault" },
      { kind: "tokenize", asset: "solar" },
      { kind: "transfer", asset: "cask", from: "grace", to: "cleo", shares: 180n },
      { kind: "stake", who: "dana", qti: 35_000n },
    ],
  ],
  [
    12,
    [
      { kind: "verify", who: "farid", qti: 15_000n },
      { kind: "transfer", asset: "solar", from: "grace", to: "farid", shares: 1_500n },
      { kind: "transfer", asset: "harbour", from: "ben", to: "farid", shares: 200n },
      { kind: "stake", who: "elif", qti: 4_000n },
    ],
  ],
  [
    14,
    [
      { kind: "tokenize", asset: "painting" },
      { kind: "value", asset: "harbour", dollars: 2_460_000n },
      { kind: "scheduleRewards", qti: 190n, into: "stakingVault" },
    ],
  ],
  [
    16.2,
    [
      { kind: "payRewards", qti: 190n, into: "stakingVault" },
      { kind: "transfer", asset: "painting", from: "ada", to: "cleo", shares: 60n },
      { kind: "transfer", asset: "painting", from: "ada", to: "dana", shares: 140n },
      { kind: "unstake", who: "ben", qti: 2_500n },
    ],
  ],
  [
    18,
    [
      { kind: "documents", asset: "wind" },
      { kind: "transfer", asset: "solar", from: "grace", to: "elif", shares: 400n },
      { kind: "freezeShares", asset: "solar", who: "farid", shares: 500n },
    ],
  ],
  [
    21,
    [
      { kind: "verify", who: "hugo", qti: 12_000n },
      { kind: "verify", who: "ines", qti: 2_000n },
      { kind: "stake", who: "grace", qti: 15_000n },
      { kind: "transfer", asset: "harbour", from: "ada", to: "hugo", shares: 320n },
      { kind: "scheduleRewards", qti: 205n, into: "stakingVault" },
    ],
  ],
  [
    23.1,
    [
      { kind: "payRewards", qti: 205n, into: "stakingVault" },
      { kind: "stake", who: "hugo", qti: 6_000n },
      { kind: "transfer", asset: "cask", from: "cleo", to: "hugo", shares: 40n },
    ],
  ],
  [
    24,
    [
      { kind: "tokenize", asset: "mangrove" },
      { kind: "value", asset: "cask", dollars: 748_000n },
      { kind: "revoke", who: "ines" },
    ],
  ],
  [
    26,
    [
      { kind: "transfer", asset: "wind", from: "dana", to: "ben", shares: 1_000n },
      { kind: "stake", who: "farid", qti: 5_500n },
      { kind: "scheduleRewards", qti: 220n, into: "stakingVault" },
    ],
  ],
  [
    28.3,
    [
      { kind: "payRewards", qti: 220n, into: "stakingVault" },
      { kind: "transfer", asset: "harbour", from: "cleo", to: "elif", shares: 75n },
    ],
  ],
  [
    29.4,
    [
      { kind: "value", asset: "solar", dollars: 3_180_000n },
      { kind: "stake", who: "ben", qti: 3_000n },
      { kind: "transfer", asset: "painting", from: "cleo", to: "hugo", shares: 10n },
    ],
  ],
  [
    3.5,
    [
      { kind: "verify", who: "jonas", qti: 4_000n },
      { kind: "verify", who: "kaya", qti: 3_000n },
      { kind: "transfer", asset: "harbour", from: "ada", to: "jonas", shares: 140n },
      { kind: "transfer", asset: "wind", from: "ada", to: "kaya", shares: 260n },
    ],
  ],
  [
    5.5,
    [
      { kind: "tokenize", asset: "harvest" },
      { kind: "transfer", asset: "harvest", from: "grace", to: "ben", shares: 300n },
      { kind: "transfer", asset: "harvest", from: "grace", to: "cleo", shares: 240n },
      { kind: "transfer", asset: "harvest", from: "grace", to: "dana", shares: 450n },
    ],
  ],
  [
    8.5,
    [{ kind: "leaveWeekly", asset: "cask", order: { who: "ada", shares: 6n, cents: 305_00n, count: 26 } }],
  ],
  [9.5, [{ kind: "fillWeekly", asset: "cask", seller: "grace" }]],
  [16.7, [{ kind: "fillWeekly", asset: "cask", seller: "cleo" }]],
  [17.9, [{ kind: "payIncome", asset: "harbour", dollars: 9_600n }]],
  [
    19,
    [
      { kind: "activateIncome", asset: "harbour" },
      { kind: "claimIncome", asset: "harbour", who: "ben" },
      { kind: "scheduleRecovery", who: "jonas" },
    ],
  ],
  [20.3, [{ kind: "claimIncome", asset: "harbour", who: "farid" }]],
  [21.3, [{ kind: "proposeRecovery", who: "jonas" }]],
  [
    23.4,
    [
      { kind: "claimIncome", asset: "harbour", who: "cleo" },
      { kind: "mature", asset: "harvest" },
    ],
  ],
  [
    24.6,
    [
      { kind: "openRedemption", asset: "harvest", dollars: 189_000n },
      { kind: "completeRecovery", who: "jonas", assets: ["harbour"] },
      { kind: "redeem", asset: "harvest", who: "ben", shares: 300n },
    ],
  ],
  [
    26.4,
    [
      { kind: "redeem", asset: "harvest", who: "dana", shares: 200n },
      { kind: "scheduleRecovery", who: "kaya" },
    ],
  ],
  [28.7, [{ kind: "proposeRecovery", who: "kaya" }]],
];

/** Locks, taps, referrals, the store and a campaign, beside the rest. */
const earning: readonly Day[] = [
  [0.2, [{ kind: "openStore" }]],
  [0.4, [{ kind: "scheduleRewards", qti: 120n, into: "stakingPool" }]],
  [
    0.6,
    [
      { kind: "bind", newcomer: "dana", referrer: "ben" },
      { kind: "lock", who: "ben", qti: 1_500n, lock: 1 },
      { kind: "lock", who: "ada", qti: 5_000n, lock: 3 },
    ],
  ],
  [2.6, [{ kind: "payRewards", qti: 120n, into: "stakingPool" }]],
  [
    3.3,
    [
      { kind: "lock", who: "dana", qti: 8_000n, lock: 2 },
      { kind: "tap", who: "ben", points: 640n },
    ],
  ],
  [
    5.2,
    [
      { kind: "lock", who: "cleo", qti: 2_400n, lock: 1 },
      { kind: "tap", who: "dana", points: 710n },
      { kind: "bind", newcomer: "elif", referrer: "cleo" },
    ],
  ],
  [
    7.4,
    [
      { kind: "tap", who: "ben", points: 900n },
      { kind: "tap", who: "elif", points: 380n },
      { kind: "scheduleRewards", qti: 140n, into: "stakingPool" },
    ],
  ],
  [
    9.6,
    [
      { kind: "payRewards", qti: 140n, into: "stakingPool" },
      { kind: "thank" },
      { kind: "tap", who: "elif", points: 820n },
      { kind: "tap", who: "cleo", points: 560n },
    ],
  ],
  [
    11,
    [
      { kind: "activateThanks" },
      { kind: "claimThanks", who: "ben" },
      { kind: "lockMore", who: "ada", qti: 1_000n },
      { kind: "bind", newcomer: "farid", referrer: "dana" },
    ],
  ],
  [
    13.2,
    [
      { kind: "claimThanks", who: "dana" },
      { kind: "tap", who: "elif", points: 1_000n },
      { kind: "tap", who: "farid", points: 240n },
      { kind: "redeemItem", who: "ben", item: 0 },
    ],
  ],
  [
    15.4,
    [
      { kind: "tap", who: "dana", points: 930n },
      { kind: "claimReward", who: "ada" },
      { kind: "scheduleRewards", qti: 155n, into: "stakingPool" },
    ],
  ],
  [
    17.6,
    [
      { kind: "payRewards", qti: 155n, into: "stakingPool" },
      { kind: "leaveLock", who: "cleo", qti: 900n },
      { kind: "redeemItem", who: "elif", item: 1 },
    ],
  ],
  [
    19.5,
    [
      { kind: "tap", who: "grace", points: 450n },
      { kind: "lock", who: "grace", qti: 3_000n, lock: 0 },
      { kind: "exchangePoints", who: "dana", points: 800n },
    ],
  ],
  [
    22.2,
    [
      { kind: "tap", who: "elif", points: 760n },
      { kind: "tap", who: "hugo", points: 310n },
      { kind: "scheduleRewards", qti: 170n, into: "stakingPool" },
    ],
  ],
  [
    24.4,
    [
      { kind: "payRewards", qti: 170n, into: "stakingPool" },
      { kind: "exchangePoints", who: "elif", points: 500n },
      { kind: "claimReward", who: "dana" },
    ],
  ],
  [
    26.7,
    [
      { kind: "tap", who: "ben", points: 870n },
      { kind: "tap", who: "farid", points: 690n },
      { kind: "redeemItem", who: "elif", item: 0 },
    ],
  ],
  [
    28.2,
    [
      { kind: "lockMore", who: "dana", qti: 500n },
      { kind: "tap", who: "dana", points: 540n },
      { kind: "bind", newcomer: "lena", referrer: "elif" },
    ],
  ],
  [29.5, [{ kind: "thankMore" }]],
];

/** The month before today, day by day, and before it what the credit lines need: days before the month are below zero. */
export const story: readonly Day[] = [
  ...plot,
  ...earning,
  ...creditPlot,
  ...marketPlot,
  ...trades.map(([day, asset, trade]): Day => [day, [{ kind: "trade", asset, trade }]]),
].sort(([a], [b]) => a - b);
