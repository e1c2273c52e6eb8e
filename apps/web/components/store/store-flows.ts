import { exchangePoints, redeemItem } from "@qti/sdk";
import { formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
import { type Flow, writeStep } from "@/lib/transactions/flow";

const qti = (value: bigint, t: Translator) => `${formatAmount(value, { decimals: 18, maximum: 4 }, t)} QTI`;
const points = (value: bigint, t: Translator) => formatAmount(value, { decimals: 6, maximum: 2 }, t);

/** Gives points for QTI, at the rate of now or a better one. */
export function exchangeFlow(
  { given, qti: got, held }: { given: bigint; qti: bigint; held: bigint },
  onConfirmed: () => void,
  t: Translator,
): Flow {
  const parameters = { points: given, minQti: got };
  return {
    title: t("store.flow.exchange", { points: points(given, t) }),
    verb: t("store.flow.exchangeVerb"),
    changes: [
      { label: t("store.flow.points"), before: points(held, t), value: points(held - given, t) },
      { label: t("store.flow.get"), value: qti(got, t), emphasis: "gain" },
    ],
    risk: t("store.flow.exchangeRisk"),
    plan: async () => [
      writeStep({ id: "exchange", title: t("store.flow.exchangeVerb") }, exchangePoints, () => parameters),
    ],
    estimateGas: ({ account, client }) => exchangePoints.estimateGas(client, { ...parameters, account }),
    done: t("store.flow.exchanged", { amount: qti(got, t) }),
    onConfirmed,
  };
}

/** Gives points for one of an item. */
export function redeemItemFlow(
  { itemId, name, price, held }: { itemId: bigint; name: string; price: bigint; held: bigint },
  t: Translator,
): Flow {
  const parameters = { itemId, maxPoints: price };
  return {
    title: t("store.flow.have", { name }),
    verb: t("store.flow.haveVerb"),
    changes: [
      { label: t("store.flow.give"), value: t("store.items.price", { points: points(price, t) }) },
      { label: t("store.flow.points"), before: points(held, t), value: points(held - price, t) },
      { label: t("store.flow.delivery"), value: t("store.flow.deliveryText") },
    ],
    risk: t("store.flow.haveRisk"),
    plan: async () => [
      writeStep({ id: "redeem", title: t("store.flow.haveVerb") }, redeemItem, () => parameters),
    ],
    estimateGas: ({ account, client }) => redeemItem.estimateGas(client, { ...parameters, account }),
    done: t("store.flow.had", { name }),
    doneLink: () => ({ href: "/records", title: t("store.flow.records") }),
  };
}
