import {
  closeRedemption,
  type GetAssetReturnType,
  openRedemption,
  redeemShares,
  requirements,
} from "@qti/sdk";
import type { Address } from "viem";
import { sharesWords } from "@/lib/domain/rules-words";
import type { Translator } from "@/lib/i18n/translator";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { requirementSteps } from "@/lib/transactions/requirement-steps";

type MoneyWords = (amount: bigint) => string;
type Asset = Pick<GetAssetReturnType, "asset" | "name" | "symbol" | "totalSupply">;

const share = 10n ** 18n;

/** Money units that a whole share gets of an amount for all. */
export const perShare = (amount: bigint, supply: bigint): bigint =>
  supply === 0n ? 0n : (amount * share) / supply;

/** The issuer pays in, once, what all shares get. */
export function openFlow(
  asset: Asset,
  money: Address,
  amount: bigint,
  words: MoneyWords,
  onConfirmed: () => void,
  t: Translator,
): Flow {
  const parameters = { asset: asset.asset, money, amount };
  return {
    title: t("redemption.opening.title", { asset: asset.name }),
    verb: t("redemption.opening.verb"),
    changes: [
      { label: t("redemption.opening.paid"), value: words(amount) },
      { label: t("redemption.opening.for"), value: sharesWords(asset.totalSupply, t) },
      { label: t("redemption.shareGets"), value: words(perShare(amount, asset.totalSupply)) },
    ],
    risk: t("redemption.opening.risk"),
    plan: async ({ account, client }) => {
      const missing = await requirements(client, { action: "openRedemption", money, amount, owner: account });
      return [
        ...requirementSteps(missing, t),
        writeStep({ id: "open", title: t("redemption.opening.verb") }, openRedemption, () => parameters),
      ];
    },
    done: t("redemption.opening.done"),
    onConfirmed,
  };
}

/** A holder burns shares for their part of the money. */
export function redeemFlow(
  asset: Asset,
  shares: bigint,
  amount: bigint,
  before: bigint,
  words: MoneyWords,
  onConfirmed: () => void,
  t: Translator,
): Flow {
  // The price is fixed: what was previewed is what is paid, or nothing happens.
  const parameters = { asset: asset.asset, shares, minAmount: amount };
  return {
    title: t("redemption.title", { shares: sharesWords(shares, t) }),
    verb: t("redemption.redeeming.verb"),
    changes: [
      {
        label: t("redemption.redeeming.yours"),
        before: sharesWords(before, t),
        value: sharesWords(before - shares, t),
      },
      { label: t("redemption.youGet"), value: words(amount), emphasis: "gain" },
    ],
    risk: t("redemption.redeeming.risk"),
    plan: async () => [
      writeStep({ id: "redeem", title: t("redemption.redeeming.verb") }, redeemShares, () => parameters),
    ],
    estimateGas: ({ account, client }) => redeemShares.estimateGas(client, { ...parameters, account }),
    done: t("redemption.redeeming.done", { amount: words(amount) }),
    onConfirmed,
  };
}

/** Ends a redemption when no share is left. Anybody may. */
export function closeFlow(asset: Asset, left: bigint, words: MoneyWords, t: Translator): Flow {
  const parameters = { asset: asset.asset };
  return {
    title: t("redemption.closing.title", { asset: asset.name }),
    verb: t("redemption.closing.verb"),
    changes: [{ label: t("redemption.goesBack"), value: words(left) }],
    plan: async () => [
      writeStep({ id: "close", title: t("redemption.closing.verb") }, closeRedemption, () => parameters),
    ],
    estimateGas: ({ account, client }) => closeRedemption.estimateGas(client, { ...parameters, account }),
    done: t("redemption.closing.done"),
  };
}
