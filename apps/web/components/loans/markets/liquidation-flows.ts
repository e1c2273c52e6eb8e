import { flagPosition, liquidate, requirements } from "@qti/sdk";
import { tokenWords, withRoom } from "@/lib/domain/market";
import type { Translator } from "@/lib/i18n/translator";
import type { RipePosition } from "@/lib/query/markets";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { requirementSteps } from "@/lib/transactions/requirement-steps";

/** Pays a debt that is too large for its pledge, all that can be paid, and takes the pledge for it. */
export function liquidateFlow(
  { market, borrower, preview }: Pick<RipePosition, "market" | "borrower" | "preview">,
  who: string,
  t: Translator,
): Flow {
  const { params, loan, collateral } = market;
  const most = withRoom(preview?.repay ?? 0n, market.borrowRate);
  const verb = t("markets.liquidations.flow.verb");
  return {
    title: t("markets.liquidations.flow.title", { who }),
    verb,
    changes: [
      { label: t("markets.liquidations.flow.pay"), value: tokenWords(most, loan, t) },
      {
        label: t("markets.liquidations.flow.take"),
        value: tokenWords(preview?.seized ?? 0n, collateral, t),
      },
      {
        label: t("markets.liquidations.flow.bonus"),
        value: tokenWords(preview?.bonus ?? 0n, loan, t),
        emphasis: "gain",
      },
    ],
    risk: t("markets.liquidations.flow.risk"),
    plan: async ({ account, client }) => {
      const missing = await requirements(client, {
        action: "liquidate",
        params,
        assets: most,
        owner: account,
      });
      return [
        ...requirementSteps(missing, t),
        writeStep({ id: "liquidate", title: verb }, liquidate, () => ({ params, borrower })),
      ];
    },
    done: t("markets.liquidations.flow.done"),
    doneLink: () => ({ href: "/portfolio", title: t("shell.pages.portfolio") }),
  };
}

/** Starts the clock after which what is taken on top of a payment rises. */
export function flagFlow(
  { market, borrower }: Pick<RipePosition, "market" | "borrower">,
  who: string,
  t: Translator,
): Flow {
  const { params } = market;
  const verb = t("markets.liquidations.flow.flagVerb");
  return {
    title: t("markets.liquidations.flow.flagTitle", { who }),
    verb,
    changes: [
      {
        label: t("markets.liquidations.flow.flagEffect"),
        value: t("markets.liquidations.flow.flagValue"),
      },
    ],
    plan: async () => [writeStep({ id: "flag", title: verb }, flagPosition, () => ({ params, borrower }))],
    estimateGas: ({ account, client }) => flagPosition.estimateGas(client, { params, borrower, account }),
    done: t("markets.liquidations.flow.flagDone"),
  };
}
