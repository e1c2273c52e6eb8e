import { type UnderwritingReason, underwritingReasons } from "@qti/sdk/loans/applications/wire";

const day = 86_400n;
const money = 10n ** 6n;
const qti = 10n ** 18n;
const point = 10n ** 6n;

type ReasonRule = {
  unit: "seconds" | "points" | "qti" | "cycles" | "money";
  /** So much brings one point. */
  each: bigint;
  /** Points that it can bring. */
  most: number;
};

/**
 * The rule `qti:underwriting/v1`. Everybody can see it and what it says of oneself, so that nobody has to guess how to get a limit.
 * First limits are those that the simulation of the credit lines assumes (docs/credit-simulation.md).
 */
export const rule = {
  name: "qti:underwriting/v1",
  reasons: {
    /** Half a year at most: who waits to be given more has time to be found out. */
    age: { unit: "seconds", each: 9n * day, most: 20 },
    /** Three full days of taps in all, of which nobody can do more than one a day. */
    taps: { unit: "points", each: 200n * point, most: 15 },
    stake: { unit: "qti", each: 50n * qti, most: 20 },
    /** Who brings somebody stands for it with its own record. */
    referrer: { unit: "cycles", each: 1n, most: 15 },
    income: { unit: "money", each: 50n * money, most: 30 },
  } satisfies Record<UnderwritingReason, ReasonRule>,
  least: 20,
  limits: {
    1: { least: 50n * money, most: 200n * money },
    2: { least: 100n * money, most: 400n * money },
    3: { least: 200n * money, most: 800n * money },
  } as Readonly<Record<number, { least: bigint; most: bigint }>>,
  /** How long a lock has to be, and how long it has to have been held. */
  stakeSeconds: 30 * 86_400,
  /**
   * For so long after a cycle was paid late nothing is given above what the line has: the contract halves the limit, four cycles paid in
   * time bring it back, and applying anew must be no shorter way.
   */
  lateSeconds: 120 * 86_400,
} as const;

/** Points that all reasons together can bring. */
export const mostPoints = underwritingReasons.reduce((sum, reason) => sum + rule.reasons[reason].most, 0);

/** What is known of a person, in the units of the rule. */
export type CreditFacts = Record<UnderwritingReason, bigint>;

/** One reason of an answer. */
export type JudgedReason = {
  reason: UnderwritingReason;
  points: number;
  most: number;
  measure: bigint;
  /** What has to be found for one point more; `null` when it brings all it can. */
  next: bigint | null;
};

/** What the rule says of a person. */
export type Judgement = { reasons: JudgedReason[]; score: number; limit: bigint };

/** Applies the rule: points for each reason, and the limit for their sum, in whole units of money. 0 for too few. */
export function underwrite(facts: CreditFacts, tier: number): Judgement {
  const reasons = underwritingReasons.map((reason): JudgedReason => {
    const { each, most }: ReasonRule = rule.reasons[reason];
    const measure = facts[reason];
    const reached = measure / each;
    const points = reached < BigInt(most) ? Number(reached) : most;
    return { reason, points, most, measure, next: points === most ? null : each * BigInt(points + 1) };
  });
  const score = reasons.reduce((sum, { points }) => sum + points, 0);
  return { reasons, score, limit: limitFor(score, tier) };
}

function limitFor(score: number, tier: number): bigint {
  const limits = rule.limits[tier];
  if (limits === undefined || score < rule.least) return 0n;
  const { least, most } = limits;
  const exact = least + ((most - least) * BigInt(score - rule.least)) / BigInt(mostPoints - rule.least);
  return (exact / money) * money;
}
