import { max, min, WAD } from "../math.ts";

/** The pools of the credit lines: seniors lose last, first loss loses first. */
export type CreditPool = "senior" | "firstLoss";

/** What a simulation needs of the book. Money units. */
export type BookFigures = {
  cash: bigint;
  /** Cash and what all debt counts as now. */
  assets: bigint;
  /** What seniors have a claim to. */
  claim: bigint;
};

/** Parameters of {@link previewPools}. */
export type PreviewPoolsParameters = {
  /** From `getCreditBook`. */
  book: BookFigures;
  /** Part of the debt, as it counts now, that never comes back, wad. */
  lost: bigint;
  /** What somebody thinks of putting in before. */
  deposit?: { pool: CreditPool; assets: bigint } | undefined;
};

/** What one pool is worth. Money units. */
export type PoolPreview = { before: bigint; after: bigint; loss: bigint };

/** What a wave of defaults does. */
export type PoolsPreview = {
  senior: PoolPreview;
  firstLoss: PoolPreview;
  /** What becomes of the deposit; `undefined` without one. */
  deposit: PoolPreview | undefined;
  /** Part of the debt that has to be lost for seniors to lose anything, wad, above 1e18 for never; `undefined` where nothing is lent. */
  seniorsLoseFrom: bigint | undefined;
};

/**
 * What becomes of both pools when a part of the debt is lost: first loss pays until nothing is left of it, then seniors. Pure.
 *
 * @param parameters - {@link PreviewPoolsParameters}
 * @returns {@link PoolsPreview}
 *
 * @example
 * ```ts
 * const { deposit } = previewPools({ book, lost: 10n ** 17n, deposit: { pool: "senior", assets } });
 * ```
 */
export function previewPools(parameters: PreviewPoolsParameters): PoolsPreview {
  const { book, lost, deposit } = parameters;
  const added = deposit?.assets ?? 0n;
  const debt = book.assets - book.cash;
  const claim = book.claim + (deposit?.pool === "senior" ? added : 0n);
  const assets = book.assets + added;
  const [before, after] = [split(assets, claim), split(assets - (debt * min(lost, WAD)) / WAD, claim)];
  const pools = {
    senior: preview(before.senior, after.senior),
    firstLoss: preview(before.firstLoss, after.firstLoss),
  };
  return {
    ...pools,
    deposit: deposit && partOf(pools[deposit.pool], added),
    seniorsLoseFrom: debt === 0n ? undefined : (max(0n, assets - claim) * WAD) / debt,
  };
}

function split(assets: bigint, claim: bigint) {
  const senior = min(claim, assets);
  return { senior, firstLoss: assets - senior };
}

const preview = (before: bigint, after: bigint): PoolPreview => ({ before, after, loss: before - after });

function partOf(pool: PoolPreview, part: bigint): PoolPreview {
  return preview(part, pool.before === 0n ? part : (part * pool.after) / pool.before);
}
