import { activateCampaign, type ClaimCampaignParameters, claimCampaign, returnUnclaimed } from "@qti/sdk";
import { formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
import { type Flow, writeStep } from "@/lib/transactions/flow";

const qti = (value: bigint, t: Translator) => `${formatAmount(value, { decimals: 18, maximum: 4 }, t)} QTI`;

/** Takes what an account has not had of a campaign. */
export function takeFlow(
  claim: ClaimCampaignParameters,
  { amount, name }: { amount: bigint; name: string },
  t: Translator,
): Flow {
  return {
    title: t("campaigns.flow.take", { amount: qti(amount, t) }),
    verb: t("campaigns.flow.takeVerb"),
    changes: [
      { label: t("campaigns.flow.of"), value: name },
      { label: t("campaigns.flow.get"), value: qti(amount, t), emphasis: "gain" },
    ],
    plan: async () => [
      writeStep({ id: "claim", title: t("campaigns.flow.takeVerb") }, claimCampaign, () => claim),
    ],
    estimateGas: ({ account, client }) => claimCampaign.estimateGas(client, { ...claim, account }),
    done: t("campaigns.flow.taken", { amount: qti(amount, t) }),
  };
}

/** Lets a list count, when the day in which it could be checked is over. Anybody may. */
export function activateFlow(campaignId: bigint, t: Translator): Flow {
  return {
    title: t("campaigns.flow.activate"),
    verb: t("campaigns.flow.activateVerb"),
    changes: [{ label: t("campaigns.flow.activateWhat"), value: t("campaigns.flow.activateValue") }],
    plan: async () => [
      writeStep({ id: "activate", title: t("campaigns.flow.activateVerb") }, activateCampaign, () => ({
        campaignId,
      })),
    ],
    estimateGas: ({ account, client }) => activateCampaign.estimateGas(client, { campaignId, account }),
    done: t("campaigns.flow.activated"),
  };
}

/** Sends back to the treasury what nobody took until the end. Anybody may. */
export function returnFlow(campaignId: bigint, left: bigint, t: Translator): Flow {
  return {
    title: t("campaigns.flow.return"),
    verb: t("campaigns.flow.returnVerb"),
    changes: [{ label: t("campaigns.flow.goesBack"), value: qti(left, t) }],
    plan: async () => [
      writeStep({ id: "return", title: t("campaigns.flow.returnVerb") }, returnUnclaimed, () => ({
        campaignId,
      })),
    ],
    estimateGas: ({ account, client }) => returnUnclaimed.estimateGas(client, { campaignId, account }),
    done: t("campaigns.flow.returned"),
  };
}
