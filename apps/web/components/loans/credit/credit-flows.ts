import {
  type AttestCreditParameters,
  attestCredit,
  drawCredit,
  inviteVoucher,
  type RepayCreditParameters,
  repayCredit,
  requirements,
} from "@qti/sdk";
import type { Address } from "viem";
import { maxUint256 } from "viem";
import { afterDraw, afterPayment, type CreditReading, creditView, dueDates } from "@/lib/domain/credit";
import { dollarWords, payWords } from "@/lib/domain/dollars";
import { formatAmount } from "@/lib/format/amount";
import { longDay } from "@/lib/format/time";
import type { Translator } from "@/lib/i18n/translator";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { requirementSteps } from "@/lib/transactions/requirement-steps";

/** What an action on a line is reckoned with before it is signed. Money units, Unix seconds. */
export type CreditBefore = { reading: CreditReading; atHand: bigint; now: number };

const percentWords = (part: number, t: Translator) => `${formatAmount(BigInt(part), { decimals: 2 }, t)} %`;

/** Draws: what is owed then, what the next statement asks for, and what happens to who does not pay. */
export function drawFlow(
  amount: bigint,
  { reading, atHand, now }: CreditBefore,
  onConfirmed: () => void,
  t: Translator,
): Flow {
  const before = creditView(reading, now);
  const after = afterDraw(reading, amount, now);
  const view = creditView(after, now);
  const dates = dueDates(after);
  const words = { amount: dollarWords(amount, t) };
  return {
    title: t("credit.flow.draw", words),
    verb: t("credit.flow.drawVerb"),
    changes: [
      { label: t("credit.flow.owed"), before: payWords(before.owed, t), value: payWords(view.owed, t) },
      {
        label: t("credit.flow.left"),
        before: dollarWords(before.available, t),
        value: dollarWords(view.available, t),
      },
      ...(view.ahead
        ? [
            { label: t("credit.flow.due"), value: payWords(view.ahead.due, t) },
            { label: t("credit.flow.until"), value: longDay(view.ahead.dueAt, t) },
          ]
        : []),
      {
        label: t("credit.flow.atHand"),
        before: dollarWords(atHand, t),
        value: dollarWords(atHand + amount, t),
      },
    ],
    risk: t("credit.flow.drawRisk", {
      late: longDay(dates?.lateAt ?? now, t),
      rate: percentWords(reading.terms.lateBps, t),
      day: longDay(dates?.defaultAt ?? now, t),
    }),
    plan: async () => [
      writeStep({ id: "draw", title: t("credit.flow.drawVerb") }, drawCredit, () => ({ amount })),
    ],
    estimateGas: ({ account, client }) => drawCredit.estimateGas(client, { amount, account }),
    done: t("credit.flow.drawn", words),
    onConfirmed,
  };
}

/** Interest goes on while somebody signs: who pays all allows a little more, of which only what is owed is taken. */
const room = (owed: bigint) => owed + owed / 1_000n + 10_000n;

/** Pays: an amount, or all of it. With a signed permission where the wallet can, so that it is one transaction. */
export function repayFlow(
  amount: bigint | "all",
  { reading, atHand, now }: CreditBefore,
  onConfirmed: () => void,
  t: Translator,
): Flow {
  let permit: RepayCreditParameters["permit"];
  const before = creditView(reading, now);
  const all = amount === "all";
  const paying = all ? before.owed : amount;
  const { line, due, met } = afterPayment(reading, paying, now);
  const left = line.principal + line.interest;
  const words = { amount: payWords(paying, t) };
  return {
    title: all ? t("credit.flow.payAll") : t("credit.flow.pay", words),
    verb: t("credit.flow.payVerb"),
    changes: [
      { label: t("credit.flow.owed"), before: payWords(before.owed, t), value: payWords(left, t) },
      ...(before.due > 0n
        ? [
            {
              label: t("credit.flow.stillDue"),
              before: payWords(before.due, t),
              value: due === 0n ? t("credit.flow.nothing") : payWords(due, t),
            },
          ]
        : []),
      ...(met
        ? [
            {
              label: t("credit.flow.limit"),
              before: dollarWords(reading.line.limit, t),
              value: dollarWords(line.limit, t),
              ...(line.limit === reading.line.limit
                ? {}
                : { emphasis: line.limit > reading.line.limit ? ("gain" as const) : ("loss" as const) }),
            },
          ]
        : []),
      {
        label: t("credit.flow.atHand"),
        before: dollarWords(atHand, t),
        value: dollarWords(atHand > paying ? atHand - paying : 0n, t),
      },
    ],
    plan: async ({ account, client }) => {
      const asked = { amount: all ? room(before.owed) : amount, owner: account };
      return [
        ...requirementSteps(await requirements(client, { action: "repayCredit", ...asked }), t, (signed) => {
          permit = signed;
        }),
        writeStep({ id: "pay", title: t("credit.flow.payVerb") }, repayCredit, () => ({
          amount: all ? maxUint256 : amount,
          ...(permit ? { permit } : {}),
        })),
      ];
    },
    done: all ? t("credit.flow.paidAll") : t("credit.flow.paid", words),
    onConfirmed,
  };
}

/** Takes the limit that an underwriter signed. */
export function attestFlow(
  signed: AttestCreditParameters,
  before: bigint,
  onConfirmed: () => void,
  t: Translator,
): Flow {
  const words = { limit: dollarWords(signed.attestation.limit, t) };
  return {
    title: t("credit.flow.attest", words),
    verb: t("credit.flow.attestVerb"),
    changes: [{ label: t("credit.flow.limit"), before: dollarWords(before, t), value: words.limit }],
    risk: t("credit.flow.attestRisk"),
    plan: async () => [
      writeStep({ id: "attest", title: t("credit.flow.attestVerb") }, attestCredit, () => signed),
    ],
    estimateGas: ({ account, client }) => attestCredit.estimateGas(client, { ...signed, account }),
    done: t("credit.flow.attested", words),
    onConfirmed,
  };
}

/** Lets somebody vouch, or no longer. */
export function inviteFlow(
  voucher: Address,
  { who, invited }: { who: string; invited: boolean },
  onConfirmed: () => void,
  t: Translator,
): Flow {
  const parameters = { voucher, invited };
  const key = invited ? "invite" : "disinvite";
  const verb = t(`credit.flow.${key}.verb`);
  return {
    title: t(`credit.flow.${key}.title`, { who }),
    verb,
    changes: [
      {
        label: t("credit.flow.mayVouch"),
        before: t(invited ? "credit.flow.no" : "credit.flow.yes"),
        value: t(invited ? "credit.flow.yes" : "credit.flow.no"),
      },
    ],
    risk: t(`credit.flow.${key}.risk`),
    plan: async () => [writeStep({ id: "invite", title: verb }, inviteVoucher, () => parameters)],
    estimateGas: ({ account, client }) => inviteVoucher.estimateGas(client, { ...parameters, account }),
    done: t(`credit.flow.${key}.done`, { who }),
    onConfirmed,
  };
}
