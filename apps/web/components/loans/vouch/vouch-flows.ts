import { endVouch, requirements, unlockVouch, vouch } from "@qti/sdk";
import type { Address } from "viem";
import { dollarWords } from "@/lib/domain/dollars";
import { shareDecimals } from "@/lib/domain/pools";
import { formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { requirementSteps } from "@/lib/transactions/requirement-steps";

/** Locks shares for somebody's line. */
export function vouchFlow(
  {
    borrower,
    who,
    shares,
    worth,
    limit,
    before,
  }: {
    borrower: Address;
    who: string;
    shares: bigint;
    /** What they are worth. Money units. */
    worth: bigint;
    /** What is added to the limit, and what it was before. Money units. */
    limit: bigint;
    before: bigint;
  },
  onConfirmed: () => void,
  t: Translator,
): Flow {
  const parameters = { borrower, shares, limit };
  return {
    title: t("vouch.flow.vouch", { who }),
    verb: t("vouch.flow.verb"),
    changes: [
      {
        label: t("vouch.flow.locked"),
        value: `${formatAmount(shares, { decimals: shareDecimals, maximum: 4 }, t)} (${dollarWords(worth, t)})`,
        emphasis: "loss",
      },
      {
        label: t("vouch.flow.limit"),
        before: dollarWords(before, t),
        value: dollarWords(before + limit, t),
      },
    ],
    risk: t("vouch.form.risk", { who }),
    plan: async ({ account, client }) => [
      ...requirementSteps(await requirements(client, { action: "vouch", shares, owner: account }), t),
      writeStep({ id: "vouch", title: t("vouch.flow.verb") }, vouch, () => parameters),
    ],
    done: t("vouch.flow.done", { who }),
    onConfirmed,
  };
}

/** Takes what a vouch added off a limit. */
export function endVouchFlow(
  {
    identity,
    who,
    before,
    after,
    atOnce,
  }: { identity: bigint; who: string; before: bigint; after: bigint; atOnce: boolean },
  t: Translator,
): Flow {
  return {
    title: t("vouch.flow.end", { who }),
    verb: t("vouch.flow.endVerb"),
    changes: [
      { label: t("vouch.flow.limit"), before: dollarWords(before, t), value: dollarWords(after, t) },
      { label: t("vouch.flow.back"), value: t(atOnce ? "vouch.flow.atOnce" : "vouch.flow.later") },
    ],
    ...(atOnce ? {} : { risk: t("vouch.flow.endRisk") }),
    plan: async () => [
      writeStep({ id: "end", title: t("vouch.flow.endVerb") }, endVouch, () => ({ identity })),
    ],
    estimateGas: ({ account, client }) => endVouch.estimateGas(client, { identity, account }),
    done: t("vouch.flow.ended"),
  };
}

/** Takes the shares of an ended vouch back. */
export function unlockVouchFlow(
  { identity, shares }: { identity: bigint; shares: bigint },
  t: Translator,
): Flow {
  return {
    title: t("vouch.flow.unlock"),
    verb: t("vouch.mine.unlock"),
    changes: [
      {
        label: t("vouch.flow.back"),
        value: formatAmount(shares, { decimals: shareDecimals, maximum: 4 }, t),
      },
    ],
    plan: async () => [
      writeStep({ id: "unlock", title: t("vouch.mine.unlock") }, unlockVouch, () => ({ identity })),
    ],
    estimateGas: ({ account, client }) => unlockVouch.estimateGas(client, { identity, account }),
    done: t("vouch.flow.unlocked"),
  };
}
