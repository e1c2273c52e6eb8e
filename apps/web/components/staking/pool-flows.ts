import {
  claimRewards,
  increasePosition,
  type PermitSignature,
  pokePosition,
  requirements,
  stake,
  withdrawPosition,
} from "@qti/sdk";
import { type Lock, type PoolReading, penaltyAt, weightOf } from "@/lib/domain/pool";
import type { PoolPosition } from "@/lib/domain/position";
import { formatAmount } from "@/lib/format/amount";
import { longDay } from "@/lib/format/time";
import type { Translator } from "@/lib/i18n/translator";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { requirementSteps } from "@/lib/transactions/requirement-steps";
import { lockName, qtiWords, shareWords } from "./pool-words";

/** What an action on the pool is reckoned with before it is signed. */
export type PoolBefore = {
  /** QTI units that the account holds and has not staked. */
  atHand: bigint;
  pool: Pick<PoolReading, "totalWeight">;
  /** The chain's time. Unix seconds. */
  now: number;
};

const weightWords = (weight: bigint, t: Translator) => formatAmount(weight, { decimals: 18, maximum: 4 }, t);

/** Opens a position: with a signed permission where the wallet can, so that it is one transaction. */
export function openFlow(
  amount: bigint,
  lock: Lock,
  { atHand, pool, now }: PoolBefore,
  onConfirmed: () => void,
  t: Translator,
): Flow {
  let permit: PermitSignature | undefined;
  const weight = weightOf(amount, lock);
  const unlock = now + lock.duration;
  const isLocked = lock.duration > 0;
  return {
    title: t("staking.poolFlow.open", { amount: qtiWords(amount, t) }),
    verb: t("staking.poolFlow.openVerb"),
    changes: [
      { label: t("staking.poolFlow.lock"), value: lockName(lock, t) },
      ...(isLocked ? [{ label: t("staking.poolFlow.freeFrom"), value: longDay(unlock, t) }] : []),
      { label: t("staking.poolFlow.weight"), value: weightWords(weight, t) },
      {
        label: t("staking.poolFlow.share"),
        value: shareWords(weight, pool.totalWeight + weight, t),
      },
      { label: t("staking.flow.atHand"), before: qtiWords(atHand, t), value: qtiWords(atHand - amount, t) },
    ],
    risk: isLocked
      ? t("staking.poolFlow.risk", {
          day: longDay(unlock, t),
          amount: qtiWords(penaltyAt(amount, lock, unlock, now), t),
        })
      : t("staking.poolFlow.riskFree"),
    plan: async ({ account, client }) => [
      ...requirementSteps(
        await requirements(client, { action: "stake", amount, owner: account }),
        t,
        (signed) => {
          permit = signed;
        },
      ),
      writeStep({ id: "stake", title: t("staking.poolFlow.openVerb") }, stake, () => ({
        amount,
        lock: lock.id,
        ...(permit ? { permit } : {}),
      })),
    ],
    done: t("staking.poolFlow.opened", { amount: qtiWords(amount, t) }),
    onConfirmed,
  };
}

/** Adds to a position, whose lock begins anew for all of it. */
export function addFlow(
  amount: bigint,
  position: PoolPosition,
  { atHand, pool, now }: PoolBefore,
  onConfirmed: () => void,
  t: Translator,
): Flow {
  let permit: PermitSignature | undefined;
  const { positionId, lock } = position;
  const after = position.amount + amount;
  const weight = weightOf(after, lock);
  const unlock = now + lock.duration;
  const isLocked = lock.duration > 0;
  return {
    title: t("staking.poolFlow.add", { amount: qtiWords(amount, t), id: `${positionId}` }),
    verb: t("staking.poolFlow.addVerb"),
    changes: [
      {
        label: t("staking.poolFlow.inIt"),
        before: qtiWords(position.amount, t),
        value: qtiWords(after, t),
      },
      ...(isLocked
        ? [
            {
              label: t("staking.poolFlow.freeFrom"),
              before: longDay(position.unlock, t),
              value: longDay(unlock, t),
            },
          ]
        : []),
      {
        label: t("staking.poolFlow.share"),
        before: shareWords(position.weight, pool.totalWeight, t),
        value: shareWords(weight, pool.totalWeight - position.weight + weight, t),
      },
      { label: t("staking.flow.atHand"), before: qtiWords(atHand, t), value: qtiWords(atHand - amount, t) },
    ],
    risk: isLocked
      ? t("staking.poolFlow.addRisk", {
          day: longDay(unlock, t),
          amount: qtiWords(penaltyAt(after, lock, unlock, now), t),
        })
      : t("staking.poolFlow.riskFree"),
    plan: async ({ account, client }) => [
      ...requirementSteps(
        await requirements(client, { action: "increasePosition", amount, owner: account }),
        t,
        (signed) => {
          permit = signed;
        },
      ),
      writeStep({ id: "add", title: t("staking.poolFlow.addVerb") }, increasePosition, () => ({
        positionId,
        amount,
        ...(permit ? { permit } : {}),
      })),
    ],
    done: t("staking.poolFlow.added", { amount: qtiWords(amount, t) }),
    onConfirmed,
  };
}

/** Takes QTI out of a position; before the unlock a penalty stays behind, which is shown at its highest. */
export function withdrawPositionFlow(
  amount: bigint,
  position: PoolPosition,
  { atHand, now }: Pick<PoolBefore, "atHand" | "now">,
  onConfirmed: () => void,
  t: Translator,
): Flow {
  const { positionId, lock, unlock } = position;
  const penalty = penaltyAt(amount, lock, unlock, now);
  const received = amount - penalty;
  const parameters = { positionId, amount };
  return {
    title: t("staking.poolFlow.withdraw", { amount: qtiWords(amount, t), id: `${positionId}` }),
    verb: t("staking.tabs.out"),
    changes: [
      { label: t("staking.poolFlow.receive"), value: qtiWords(received, t) },
      ...(penalty > 0n
        ? [
            {
              label: t("staking.poolFlow.stays"),
              value: qtiWords(penalty, t),
              emphasis: "loss" as const,
            },
          ]
        : []),
      {
        label: t("staking.poolFlow.inIt"),
        before: qtiWords(position.amount, t),
        value: qtiWords(position.amount - amount, t),
      },
      { label: t("staking.flow.atHand"), before: qtiWords(atHand, t), value: qtiWords(atHand + received, t) },
    ],
    ...(penalty > 0n
      ? {
          risk: t("staking.poolFlow.withdrawRisk", {
            amount: qtiWords(penalty, t),
            day: longDay(unlock, t),
          }),
        }
      : {}),
    plan: async () => [
      writeStep({ id: "withdraw", title: t("staking.tabs.out") }, withdrawPosition, () => parameters),
    ],
    estimateGas: ({ account, client }) => withdrawPosition.estimateGas(client, { ...parameters, account }),
    done: t("staking.poolFlow.withdrawn", { amount: qtiWords(received, t) }),
    onConfirmed,
  };
}

/** Pays what a position earned. What flows until the transaction is in a block comes on top of what is shown. */
export function claimFlow(
  earned: bigint,
  { positionId }: PoolPosition,
  { atHand }: Pick<PoolBefore, "atHand">,
  t: Translator,
): Flow {
  return {
    title: t("staking.poolFlow.claim", { id: `${positionId}` }),
    verb: t("staking.positions.claim"),
    changes: [
      { label: t("staking.poolFlow.receive"), value: qtiWords(earned, t), emphasis: "gain" },
      { label: t("staking.flow.atHand"), before: qtiWords(atHand, t), value: qtiWords(atHand + earned, t) },
    ],
    plan: async () => [
      writeStep({ id: "claim", title: t("staking.positions.claim") }, claimRewards, () => ({ positionId })),
    ],
    estimateGas: ({ account, client }) => claimRewards.estimateGas(client, { positionId, account }),
    done: t("staking.poolFlow.claimed"),
  };
}

/** Ends the multiplier of a position whose lock is over. */
export function pokeFlow(
  { positionId, amount, weight }: PoolPosition,
  { pool }: Pick<PoolBefore, "pool">,
  t: Translator,
): Flow {
  return {
    title: t("staking.poolFlow.poke", { id: `${positionId}` }),
    verb: t("staking.positions.poke"),
    changes: [
      { label: t("staking.poolFlow.weight"), before: weightWords(weight, t), value: weightWords(amount, t) },
      {
        label: t("staking.poolFlow.share"),
        before: shareWords(weight, pool.totalWeight, t),
        value: shareWords(amount, pool.totalWeight - weight + amount, t),
      },
    ],
    risk: t("staking.poolFlow.pokeRisk"),
    plan: async () => [
      writeStep({ id: "poke", title: t("staking.positions.poke") }, pokePosition, () => ({ positionId })),
    ],
    estimateGas: ({ account, client }) => pokePosition.estimateGas(client, { positionId, account }),
    done: t("staking.poolFlow.poked"),
  };
}
