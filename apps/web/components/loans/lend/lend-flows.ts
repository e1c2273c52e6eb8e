import {
  type CreditPool,
  cancelExit,
  cancelNotice,
  claimExit,
  depositToPool,
  giveNotice,
  type PermitSignature,
  previewPoolDeposit,
  queueExit,
  redeemFromPool,
  requirements,
  serveQueue,
} from "@qti/sdk";
import { dollarWords } from "@/lib/domain/dollars";
import { type Leaving, noticeTimes, shareDecimals } from "@/lib/domain/pools";
import { formatAmount } from "@/lib/format/amount";
import { longDay } from "@/lib/format/time";
import type { Translator } from "@/lib/i18n/translator";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { requirementSteps } from "@/lib/transactions/requirement-steps";

const shareWords = (shares: bigint, t: Translator) =>
  formatAmount(shares, { decimals: shareDecimals, maximum: 4 }, t);

/** Puts money into a pool: with a signed permission where the wallet can, so that it is one transaction. */
export function depositFlow(
  pool: CreditPool,
  assets: bigint,
  { atHand }: { atHand: bigint },
  onConfirmed: () => void,
  t: Translator,
): Flow {
  let permit: PermitSignature | undefined;
  const words = { amount: dollarWords(assets, t), pool: t(`lend.flow.pool.${pool}`) };
  return {
    title: t("lend.flow.deposit", words),
    verb: t("lend.flow.depositVerb"),
    changes: [
      { label: t("lend.flow.yours"), value: `+${words.amount}` },
      {
        label: t("lend.flow.atHand"),
        before: dollarWords(atHand, t),
        value: dollarWords(atHand - assets, t),
      },
    ],
    risk: t(`lend.deposit.risk.${pool}`),
    plan: async ({ account, client }) => {
      const missing = await requirements(client, { action: "depositToPool", pool, assets, owner: account });
      const expected = await previewPoolDeposit(client, { pool, assets });
      return [
        ...requirementSteps(missing, t, (signed) => {
          permit = signed;
        }),
        writeStep({ id: "deposit", title: t("lend.flow.depositVerb") }, depositToPool, () => ({
          pool,
          assets,
          // Interest makes shares dearer by the second; a tenth of a percent leaves room for the blocks in between.
          minShares: expected - expected / 1000n,
          ...(permit ? { permit } : {}),
        })),
      ];
    },
    done: t("lend.flow.deposited", words),
    onConfirmed,
  };
}

/** Leaves the senior pool: what is there at once, and a ticket of the queue for the rest. */
export function leaveFlow(leaving: Leaving, onConfirmed: () => void, t: Translator): Flow {
  const { now, nowShares, later, laterShares, worth } = leaving;
  const given = worth - now - later;
  const words = { now: dollarWords(now, t), later: dollarWords(later, t), amount: dollarWords(now, t) };
  const queues = laterShares > 0n;
  const redeem = writeStep({ id: "redeem", title: t("lend.flow.leaveVerb") }, redeemFromPool, () => ({
    pool: "senior" as const,
    shares: nowShares,
  }));
  const queue = writeStep({ id: "queue", title: t("lend.flow.queueVerb") }, queueExit, () => ({
    shares: laterShares,
  }));
  return {
    title: queues
      ? nowShares > 0n
        ? t("lend.flow.both", words)
        : t("lend.flow.queue", { amount: words.later })
      : t("lend.flow.leave", words),
    verb: queues && nowShares === 0n ? t("lend.flow.queueVerb") : t("lend.flow.leaveVerb"),
    changes: [
      { label: t("lend.leave.atOnce"), value: words.now },
      ...(queues ? [{ label: t("lend.flow.waiting"), value: words.later }] : []),
      { label: t("lend.leave.worth"), value: dollarWords(worth, t) },
    ],
    ...(given > 0n
      ? { risk: t("lend.flow.leaveRisk", { amount: dollarWords(given, t) }) }
      : queues
        ? { risk: t("lend.flow.queueRisk") }
        : {}),
    plan: async () => [...(nowShares > 0n ? [redeem] : []), ...(queues ? [queue] : [])],
    done: queues ? t("lend.flow.queued") : t("lend.flow.left", words),
    onConfirmed,
  };
}

/** Takes back what of a ticket still waits. */
export function cancelExitFlow({ ticket, shares }: { ticket: bigint; shares: bigint }, t: Translator): Flow {
  return {
    title: t("lend.flow.cancelExit", { number: `${ticket}` }),
    verb: t("lend.queue.cancel"),
    changes: [
      { label: t("lend.flow.shares"), value: t("lend.flow.sharesBack", { shares: shareWords(shares, t) }) },
    ],
    plan: async () => [
      writeStep({ id: "cancel", title: t("lend.queue.cancel") }, cancelExit, () => ({ ticket })),
    ],
    estimateGas: ({ account, client }) => cancelExit.estimateGas(client, { ticket, account }),
    done: t("lend.flow.cancelled"),
  };
}

/** Pays tickets from the cash that is there: anyone may. */
export function serveQueueFlow(cash: bigint, t: Translator): Flow {
  return {
    title: t("lend.flow.serve"),
    verb: t("lend.queue.serve"),
    changes: [
      {
        label: t("lend.flow.serveEffect"),
        value: t("lend.flow.serveValue", { amount: dollarWords(cash, t) }),
      },
    ],
    plan: async () => [writeStep({ id: "serve", title: t("lend.queue.serve") }, serveQueue, () => ({}))],
    estimateGas: ({ account, client }) => serveQueue.estimateGas(client, { account }),
    done: t("lend.flow.served"),
  };
}

/** Fetches what the queue has paid. */
export function claimExitFlow(amount: bigint, t: Translator): Flow {
  const words = { amount: dollarWords(amount, t) };
  return {
    title: t("lend.flow.claim", words),
    verb: t("lend.flow.claimVerb"),
    changes: [{ label: t("lend.flow.atHand"), value: `+${words.amount}`, emphasis: "gain" }],
    plan: async () => [writeStep({ id: "claim", title: t("lend.flow.claimVerb") }, claimExit, () => ({}))],
    estimateGas: ({ account, client }) => claimExit.estimateGas(client, { account }),
    done: t("lend.flow.claimed", words),
  };
}

/** Gives notice for shares of the first loss. */
export function noticeFlow(
  { shares, worth }: { shares: bigint; worth: bigint },
  now: number,
  onConfirmed: () => void,
  t: Translator,
): Flow {
  const readyAt = now + noticeTimes.wait;
  const until = readyAt + noticeTimes.window;
  return {
    title: t("lend.flow.notice", { amount: dollarWords(worth, t) }),
    verb: t("lend.flow.noticeVerb"),
    changes: [
      { label: t("lend.flow.shares"), value: shareWords(shares, t) },
      { label: t("lend.flow.from"), value: longDay(readyAt, t) },
    ],
    risk: t("lend.flow.noticeRisk", { day: longDay(readyAt, t), until: longDay(until, t) }),
    plan: async () => [
      writeStep({ id: "notice", title: t("lend.flow.noticeVerb") }, giveNotice, () => ({ shares })),
    ],
    estimateGas: ({ account, client }) => giveNotice.estimateGas(client, { shares, account }),
    done: t("lend.flow.noticed"),
    onConfirmed,
  };
}

/** Takes back all shares under notice. */
export function cancelNoticeFlow(shares: bigint, t: Translator): Flow {
  return {
    title: t("lend.flow.cancelNotice"),
    verb: t("lend.notice.cancel"),
    changes: [
      { label: t("lend.flow.shares"), value: t("lend.flow.sharesBack", { shares: shareWords(shares, t) }) },
    ],
    plan: async () => [writeStep({ id: "cancel", title: t("lend.notice.cancel") }, cancelNotice, () => ({}))],
    estimateGas: ({ account, client }) => cancelNotice.estimateGas(client, { account }),
    done: t("lend.flow.cancelled"),
  };
}

/** Leaves the first loss with shares whose notice is over. */
export function redeemNoticeFlow({ shares, worth }: { shares: bigint; worth: bigint }, t: Translator): Flow {
  const words = { amount: dollarWords(worth, t) };
  const parameters = { pool: "firstLoss", shares } as const;
  return {
    title: t("lend.flow.redeem", words),
    verb: t("lend.flow.leaveVerb"),
    changes: [
      { label: t("lend.flow.atHand"), value: `+${words.amount}` },
      { label: t("lend.flow.shares"), value: `−${shareWords(shares, t)}` },
    ],
    plan: async () => [
      writeStep({ id: "redeem", title: t("lend.flow.leaveVerb") }, redeemFromPool, () => parameters),
    ],
    estimateGas: ({ account, client }) => redeemFromPool.estimateGas(client, { ...parameters, account }),
    done: t("lend.flow.left", words),
  };
}
