import type { Lock } from "@/lib/domain/pool";
import { formatAmount, formatShare } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";

const day = 86_400;

/** Days that a lock lasts. */
export const lockDays = ({ duration }: Pick<Lock, "duration">): number => Math.round(duration / day);

/** A lock by how long it lasts: "90 days". */
export function lockName(lock: Pick<Lock, "duration">, t: Translator): string {
  return lock.duration === 0 ? t("staking.locks.none") : t("staking.locks.days", { count: lockDays(lock) });
}

/** A multiplier as a figure: "1.50". */
export function factorWords(multiplierBps: number | bigint, t: Translator): string {
  return formatAmount(BigInt(multiplierBps), { decimals: 4, maximum: 2, minimum: 2 }, t);
}

/** The part that stays behind at the very start of a lock: "20 %". */
export function penaltyPercent({ penaltyBps }: Pick<Lock, "penaltyBps">, t: Translator): string {
  return formatShare(BigInt(penaltyBps), 10_000n, 2, t);
}

/** An amount of QTI, short enough for a sentence: "500 QTI". */
export function qtiWords(amount: bigint, t: Translator): string {
  return `${formatAmount(amount, { decimals: 18, maximum: 4 }, t)} QTI`;
}

/** A part of the rewards of the pool, in percent. */
export function shareWords(weight: bigint, totalWeight: bigint, t: Translator): string {
  return formatShare(weight, totalWeight, 2, t);
}
