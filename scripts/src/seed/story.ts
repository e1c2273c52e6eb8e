import type { DemoAssetName } from "./assets.ts";
import type { PersonName } from "./people.ts";

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
  /** Scheduled by the treasurer; streams two days later, as its delay demands. */
  | { readonly kind: "scheduleRewards"; readonly qti: bigint }
  | { readonly kind: "payRewards"; readonly qti: bigint }
  | { readonly kind: "value"; readonly asset: DemoAssetName; readonly dollars: bigint }
  | { readonly kind: "documents"; readonly asset: DemoAssetName }
  | {
      readonly kind: "freezeShares";
      readonly asset: DemoAssetName;
      readonly who: PersonName;
      readonly shares: bigint;
    }
  | { readonly kind: "revoke"; readonly who: PersonName };

/** The month before today, day by day. */
export const story: readonly (readonly [day: number, scenes: readonly Scene[]])[] = [
  [
    0.3,
    [
      { kind: "verify", who: "ada", qti: 40_000n },
      { kind: "verify", who: "ben", qti: 25_000n },
      { kind: "verify", who: "cleo", qti: 18_000n },
      { kind: "enrol", who: "ada" },
      { kind: "scheduleRewards", qti: 160n },
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
      { kind: "payRewards", qti: 160n },
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
    ],
  ],
  [
    6.5,
    [
      { kind: "transfer", asset: "wind", from: "ada", to: "dana", shares: 12_000n },
      { kind: "transfer", asset: "wind", from: "ada", to: "ben", shares: 3_500n },
      { kind: "verify", who: "elif", qti: 5_000n },
      { kind: "scheduleRewards", qti: 175n },
    ],
  ],
  [
    9,
    [
      { kind: "payRewards", qti: 175n },
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
      { kind: "scheduleRewards", qti: 190n },
    ],
  ],
  [
    16.2,
    [
      { kind: "payRewards", qti: 190n },
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
      { kind: "scheduleRewards", qti: 205n },
    ],
  ],
  [
    23.1,
    [
      { kind: "payRewards", qti: 205n },
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
      { kind: "scheduleRewards", qti: 220n },
    ],
  ],
  [
    28.3,
    [
      { kind: "payRewards", qti: 220n },
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
];
