import { appraise } from "@qti/sdk";
import type { Address } from "viem";
import { dollarWords } from "@/lib/domain/dollars";
import { formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
import type { AppraisalNow } from "@/lib/query/markets";
import { type Flow, writeStep } from "@/lib/transactions/flow";

/** Records what all shares of an asset are worth. */
export function appraiseFlow(
  { asset, symbol, value, now }: { asset: Address; symbol: string; value: bigint; now: AppraisalNow },
  onConfirmed: () => void,
  t: Translator,
): Flow {
  const verb = t("markets.desk.appraise.verb");
  return {
    title: t("markets.desk.appraise.flowTitle", { asset: symbol, amount: dollarWords(value, t) }),
    verb,
    changes: [
      {
        label: t("markets.desk.appraise.record"),
        ...(now.value === undefined ? {} : { before: dollarWords(now.value, t) }),
        value: dollarWords(value, t),
      },
      {
        label: t("markets.desk.appraise.glide"),
        value:
          now.value === undefined
            ? t("markets.desk.appraise.atOnce")
            : t("markets.desk.appraise.glideValue", {
                daily: `${formatAmount(BigInt(now.dailyBps), { decimals: 2 }, t)} %`,
              }),
      },
    ],
    risk: t("markets.desk.appraise.risk"),
    plan: async () => [writeStep({ id: "appraise", title: verb }, appraise, () => ({ asset, value }))],
    estimateGas: ({ account, client }) => appraise.estimateGas(client, { asset, value, account }),
    done: t("markets.desk.appraise.done"),
    onConfirmed,
  };
}
