import {
  closeRedemption,
  type GetAssetReturnType,
  openRedemption,
  redeemShares,
  requirements,
} from "@qti/sdk";
import type { Address } from "viem";
import { sharesWords } from "@/lib/domain/rules-words";
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
): Flow {
  const parameters = { asset: asset.asset, money, amount };
  return {
    title: `Open the redemption of ${asset.name}`,
    verb: "Pay it in",
    changes: [
      { label: "Paid in", value: words(amount) },
      { label: "For", value: sharesWords(asset.totalSupply) },
      { label: "A share gets", value: words(perShare(amount, asset.totalSupply)) },
    ],
    risk: "This is final: the price of a share is fixed for ever, and the money waits for its holders without end.",
    plan: async ({ account, client }) => {
      const missing = await requirements(client, { action: "openRedemption", money, amount, owner: account });
      return [
        ...requirementSteps(missing),
        writeStep({ id: "open", title: "Pay it in" }, openRedemption, () => parameters),
      ];
    },
    done: "Holders can redeem their shares now",
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
): Flow {
  // The price is fixed: what was previewed is what is paid, or nothing happens.
  const parameters = { asset: asset.asset, shares, minAmount: amount };
  return {
    title: `Redeem ${sharesWords(shares)}`,
    verb: "Redeem",
    changes: [
      { label: "Your shares", before: sharesWords(before), value: sharesWords(before - shares) },
      { label: "You get", value: words(amount), emphasis: "gain" },
    ],
    risk: "The shares are burned and cannot be had back.",
    plan: async () => [writeStep({ id: "redeem", title: "Redeem" }, redeemShares, () => parameters)],
    estimateGas: ({ account, client }) => redeemShares.estimateGas(client, { ...parameters, account }),
    done: `${words(amount)} are in your account`,
    onConfirmed,
  };
}

/** Ends a redemption when no share is left. Anybody may. */
export function closeFlow(asset: Asset, left: bigint, words: MoneyWords): Flow {
  const parameters = { asset: asset.asset };
  return {
    title: `Close the redemption of ${asset.name}`,
    verb: "Close it",
    changes: [{ label: "Goes back to the issuer", value: words(left) }],
    plan: async () => [writeStep({ id: "close", title: "Close it" }, closeRedemption, () => parameters)],
    estimateGas: ({ account, client }) => closeRedemption.estimateGas(client, { ...parameters, account }),
    done: "The redemption is over",
  };
}
