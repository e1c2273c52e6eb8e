import {
  activateIncome,
  claimIncome,
  incomeRule,
  type PayIncomeParameters,
  payIncome,
  proposeIncomeRoot,
  requirements,
  returnIncome,
} from "@qti/sdk";
import type { SubgraphClient } from "@qti/sdk/subgraph";
import type { Address, Hash } from "viem";
import { formatCount } from "@/lib/format/amount";
import { longDay } from "@/lib/format/time";
import type { Translator } from "@/lib/i18n/translator";
import { computeSplit, type Split, type SplitParameters } from "@/lib/income/compute-tree";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { requirementSteps } from "@/lib/transactions/requirement-steps";

type MoneyWords = (amount: bigint) => string;

const holders = ({ claims }: Split, t: Translator) =>
  t("income.holders", { count: claims.length, n: formatCount(claims.length, t) });

/** What an issuer is about to pay. */
export type Payment = SplitParameters & { money: Address; expiry: number };

/** Pays income in and proposes who gets what. The split is worked out once more at the end: its root names the payment. */
export function payFlow(
  payment: Payment,
  split: Split,
  subgraph: SubgraphClient,
  words: MoneyWords,
  onConfirmed: () => void,
  t: Translator,
): Flow {
  const { asset, issuer, recordBlock, amount, money, expiry } = payment;
  let parameters: PayIncomeParameters | undefined;
  const ready = () => {
    if (!parameters) throw new SplitMissingError();
    return parameters;
  };
  return {
    title: t("income.pay.title", { amount: words(amount) }),
    verb: t("income.pay.verb"),
    changes: [
      { label: t("income.pay.paid"), value: words(amount) },
      { label: t("income.pay.to"), value: holders(split, t) },
      { label: t("income.pay.block"), value: String(recordBlock) },
      { label: t("income.pay.rounding"), value: words(amount - split.total) },
      { label: t("income.pay.claimable"), value: t("income.pay.claimableWhen") },
      { label: t("income.pay.comesBack"), value: longDay(expiry, t) },
    ],
    risk: t("income.pay.risk"),
    plan: async ({ account, client }) => {
      const [missing, final] = await Promise.all([
        requirements(client, { action: "payIncome", money, amount, owner: account }),
        computeSplit(client, subgraph, { asset, issuer, recordBlock, amount }),
      ]);
      const { root, total } = final;
      parameters = { asset, money, amount, recordBlock, expiry, root, total, uri: incomeRule };
      return [
        ...requirementSteps(missing, t),
        writeStep({ id: "pay", title: t("income.pay.verb") }, payIncome, ready),
      ];
    },
    done: t("income.pay.done", { amount: words(amount) }),
    onConfirmed,
  };
}

/** After a veto: proposes the split again, for which the whole day runs anew. */
export function proposeAgainFlow(paymentId: Hash, split: Split, words: MoneyWords, t: Translator): Flow {
  const parameters = { paymentId, root: split.root, total: split.total, uri: incomeRule };
  return {
    title: t("income.again.title"),
    verb: t("income.again.verb"),
    changes: [
      { label: t("income.pay.to"), value: holders(split, t) },
      { label: t("income.again.together"), value: words(split.total) },
      { label: t("income.pay.claimable"), value: t("income.pay.claimableWhen") },
    ],
    plan: async () => [
      writeStep({ id: "propose", title: t("income.again.verb") }, proposeIncomeRoot, () => parameters),
    ],
    estimateGas: ({ account, client }) => proposeIncomeRoot.estimateGas(client, { ...parameters, account }),
    done: t("income.again.done"),
  };
}

/** Lets holders claim, when the day in which the split could be checked is over. Anybody may. */
export function activateFlow(paymentId: Hash, t: Translator): Flow {
  return {
    title: t("income.activate.title"),
    verb: t("income.activate.verb"),
    changes: [{ label: t("income.activate.change"), value: t("income.activate.when") }],
    plan: async () => [
      writeStep({ id: "activate", title: t("income.activate.verb") }, activateIncome, () => ({ paymentId })),
    ],
    estimateGas: ({ account, client }) => activateIncome.estimateGas(client, { paymentId, account }),
    done: t("income.activate.done"),
  };
}

/** Takes the part of a holder. */
export function claimFlow(
  paymentId: Hash,
  claim: Split["claims"][number],
  words: MoneyWords,
  asset: string,
  t: Translator,
): Flow {
  const { index, holder, amount, proof } = claim;
  const parameters = { paymentId, index, holder, amount, proof };
  return {
    title: t("income.claim.title", { amount: words(amount) }),
    verb: t("income.claim.verb"),
    changes: [
      { label: t("income.claim.of"), value: asset },
      { label: t("income.claim.youGet"), value: words(amount), emphasis: "gain" },
    ],
    plan: async () => [
      writeStep({ id: "claim", title: t("income.claim.verb") }, claimIncome, () => parameters),
    ],
    estimateGas: ({ account, client }) => claimIncome.estimateGas(client, { ...parameters, account }),
    done: t("income.claim.done", { amount: words(amount) }),
  };
}

/** Brings back what nobody claimed. */
export function returnFlow(paymentId: Hash, left: bigint, words: MoneyWords, t: Translator): Flow {
  return {
    title: t("income.giveBack.title"),
    verb: t("income.giveBack.verb"),
    changes: [{ label: t("income.giveBack.change"), value: words(left) }],
    risk: t("income.giveBack.risk"),
    plan: async () => [
      writeStep({ id: "return", title: t("income.giveBack.verb") }, returnIncome, () => ({ paymentId })),
    ],
    estimateGas: ({ account, client }) => returnIncome.estimateGas(client, { paymentId, account }),
    done: t("income.giveBack.done", { amount: words(left) }),
  };
}

/** The steps ran in another order than planned: income is paid before its split was worked out. */
export class SplitMissingError extends Error {
  override readonly name = "SplitMissingError";
}
