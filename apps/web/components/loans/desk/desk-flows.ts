import { writeOffCredit } from "@qti/sdk";
import type { Address } from "viem";
import { payWords } from "@/lib/domain/dollars";
import type { Translator } from "@/lib/i18n/translator";
import { type Flow, writeStep } from "@/lib/transactions/flow";

/** Takes a debt that is marked down altogether out of the book: anyone may. */
export function writeOffFlow(
  { borrower, who, owed }: { borrower: Address; who: string; owed: bigint },
  t: Translator,
): Flow {
  const verb = t("creditDesk.losses.verb");
  return {
    title: t("creditDesk.losses.of", { who }),
    verb,
    changes: [
      { label: t("creditDesk.losses.loss"), value: payWords(owed, t), emphasis: "loss" },
      { label: t("creditDesk.losses.burnt"), value: t("creditDesk.losses.burntValue") },
    ],
    risk: t("creditDesk.losses.risk"),
    plan: async () => [writeStep({ id: "write-off", title: verb }, writeOffCredit, () => ({ borrower }))],
    estimateGas: ({ account, client }) => writeOffCredit.estimateGas(client, { borrower, account }),
    done: t("creditDesk.losses.done"),
  };
}
