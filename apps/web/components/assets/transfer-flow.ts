import { type GetAssetReturnType, type GetHoldingReturnType, transfer } from "@qti/sdk";
import type { Address } from "viem";
import { shortAddress } from "@/lib/format/address";
import { formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
import { type Flow, writeStep } from "@/lib/transactions/flow";

/** Sends shares of an asset to another account. */
export function transferFlow(
  asset: GetAssetReturnType,
  holding: GetHoldingReturnType,
  to: Address,
  amount: bigint,
  onConfirmed: () => void,
  t: Translator,
): Flow {
  const shares = (value: bigint) => `${formatAmount(value, { decimals: 18, maximum: 4 }, t)} ${asset.symbol}`;
  const parameters = { asset: asset.asset, to, amount };
  return {
    title: t("assets.send.title", { amount: shares(amount) }),
    verb: t("assets.send.verb"),
    changes: [
      { label: t("assets.send.to"), value: to },
      {
        label: t("assets.yours.title"),
        before: shares(holding.balance),
        value: shares(holding.balance - amount),
      },
    ],
    risk: t("assets.send.risk"),
    plan: async () => [
      writeStep({ id: "transfer", title: t("assets.send.step") }, transfer, () => parameters),
    ],
    estimateGas: ({ account, client }) => transfer.estimateGas(client, { ...parameters, account }),
    done: t("assets.send.done", { amount: shares(amount), account: shortAddress(to) }),
    onConfirmed,
  };
}
