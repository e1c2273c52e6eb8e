import type { Hex } from "viem";
import type { Lock, PositionFigures } from "./pool";

/** What can happen to a position, in the words of the index. */
export const moveKinds = ["OPENED", "INCREASED", "CLAIMED", "POKED", "WITHDRAWN"] as const;
/** One of these. */
export type MoveKind = (typeof moveKinds)[number];

/** One thing that happened to a position, as the index has it. */
export type PositionMove = {
  id: Hex;
  kind: MoveKind;
  /** Unix seconds. */
  timestamp: bigint;
  /** QTI units that were put in, taken out (penalty included) or paid as reward; 0 where nothing moved. */
  moved: bigint;
  /** QTI units of what was taken out that stayed behind. */
  penalty: bigint;
  transactionHash: Hex;
};

/** A position with all that is known of it: exact figures from the chain, its past from the index. */
export type PoolPosition = PositionFigures & {
  positionId: bigint;
  lock: Lock;
  /** QTI units that were claimed before. */
  claimed: bigint;
  /** Oldest first. */
  moves: readonly PositionMove[];
};
