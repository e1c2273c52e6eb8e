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
import { longDay } from "@/lib/format/time";
import { computeSplit, type Split, type SplitParameters } from "@/lib/income/compute-tree";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { requirementSteps } from "@/lib/transactions/requirement-steps";

type MoneyWords = (amount: bigint) => string;

/** What an issuer is about to pay. */
export type Payment = SplitParameters & { money: Address; expiry: number };

/** Pays income in and proposes who gets what. The split is worked out once more at the end: its root names the payment. */
export function payFlow(
  payment: Payment,
  split: Split,
  subgraph: SubgraphClient,
  words: MoneyWords,
  onConfirmed: () => void,
): Flow {
  const { asset, issuer, recordBlock, amount, money, expiry } = payment;
  let parameters: PayIncomeParameters | undefined;
  const ready = () => {
    if (!parameters) throw new SplitMissingError();
    return parameters;
  };
  return {
    title: `Pay ${words(amount)} of income`,
    verb: "Pay it in",
    changes: [
      { label: "Paid in", value: words(amount) },
      { label: "To", value: `${split.claims.length} ${split.claims.length === 1 ? "holder" : "holders"}` },
      { label: "By the holdings at the end of block", value: String(recordBlock) },
      { label: "Left over by rounding", value: words(amount - split.total) },
      { label: "Can be claimed", value: "a day after, when somebody activates it" },
      { label: "What nobody claims comes back", value: longDay(expiry) },
    ],
    risk: "It cannot be taken back before that day, unless a guardian vetoes the split in the first 24 hours.",
    plan: async ({ account, client }) => {
      const [missing, final] = await Promise.all([
        requirements(client, { action: "payIncome", money, amount, owner: account }),
        computeSplit(client, subgraph, { asset, issuer, recordBlock, amount }),
      ]);
      const { root, total } = final;
      parameters = { asset, money, amount, recordBlock, expiry, root, total, uri: incomeRule };
      return [...requirementSteps(missing), writeStep({ id: "pay", title: "Pay it in" }, payIncome, ready)];
    },
    done: `${words(amount)} are paid in. Everybody has a day to check the split`,
    onConfirmed,
  };
}

/** After a veto: proposes the split again, for which the whole day runs anew. */
export function proposeAgainFlow(paymentId: Hash, split: Split, words: MoneyWords): Flow {
  const parameters = { paymentId, root: split.root, total: split.total, uri: incomeRule };
  return {
    title: "Propose the split again",
    verb: "Propose it",
    changes: [
      { label: "To", value: `${split.claims.length} ${split.claims.length === 1 ? "holder" : "holders"}` },
      { label: "Together", value: words(split.total) },
      { label: "Can be claimed", value: "a day after, when somebody activates it" },
    ],
    plan: async () => [
      writeStep({ id: "propose", title: "Propose it" }, proposeIncomeRoot, () => parameters),
    ],
    estimateGas: ({ account, client }) => proposeIncomeRoot.estimateGas(client, { ...parameters, account }),
    done: "Everybody has a day to check the split",
  };
}

/** Lets holders claim, when the day in which the split could be checked is over. Anybody may. */
export function activateFlow(paymentId: Hash): Flow {
  return {
    title: "Let holders claim",
    verb: "Activate it",
    changes: [{ label: "Holders can claim", value: "from then on" }],
    plan: async () => [
      writeStep({ id: "activate", title: "Activate it" }, activateIncome, () => ({ paymentId })),
    ],
    estimateGas: ({ account, client }) => activateIncome.estimateGas(client, { paymentId, account }),
    done: "Holders can claim now",
  };
}

/** Takes the part of a holder. */
export function claimFlow(
  paymentId: Hash,
  claim: Split["claims"][number],
  words: MoneyWords,
  asset: string,
): Flow {
  const { index, holder, amount, proof } = claim;
  const parameters = { paymentId, index, holder, amount, proof };
  return {
    title: `Claim ${words(amount)}`,
    verb: "Claim it",
    changes: [
      { label: "Income of", value: asset },
      { label: "You get", value: words(amount), emphasis: "gain" },
    ],
    plan: async () => [writeStep({ id: "claim", title: "Claim it" }, claimIncome, () => parameters)],
    estimateGas: ({ account, client }) => claimIncome.estimateGas(client, { ...parameters, account }),
    done: `${words(amount)} are in your account`,
  };
}

/** Brings back what nobody claimed. */
export function returnFlow(paymentId: Hash, left: bigint, words: MoneyWords): Flow {
  return {
    title: "Return what nobody claimed",
    verb: "Return it",
    changes: [{ label: "Goes back to the issuer", value: words(left) }],
    risk: "After that nobody can claim any more of this payment.",
    plan: async () => [writeStep({ id: "return", title: "Return it" }, returnIncome, () => ({ paymentId }))],
    estimateGas: ({ account, client }) => returnIncome.estimateGas(client, { paymentId, account }),
    done: `${words(left)} went back to the issuer`,
  };
}

/** The steps ran in another order than planned: income is paid before its split was worked out. */
export class SplitMissingError extends Error {
  override readonly name = "SplitMissingError";
}
