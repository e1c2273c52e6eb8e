import {
  borrow,
  type MarketAmount,
  type PermitWithValue,
  repayLoan,
  requirements,
  setMarketAuthorization,
  supplyCollateral,
  supplyToMarket,
  withdrawCollateral,
  withdrawFromMarket,
} from "@qti/sdk";
import { type Address, maxUint256 } from "viem";
import {
  afterAction,
  bonusOf,
  type Holding,
  healthWord,
  type MarketAction,
  type MarketNow,
  partWords,
  priceWords,
  rateWords,
  tokenOf,
  tokenWords,
  viewOf,
  withRoom,
} from "@/lib/domain/market";
import type { Translator } from "@/lib/i18n/translator";
import { type Change, type Flow, type FlowContext, type Step, writeStep } from "@/lib/transactions/flow";
import { requirementSteps } from "@/lib/transactions/requirement-steps";

/** What somebody wants to do in a market. */
export type MarketDeed = {
  action: MarketAction;
  /** Units of the loan token, or of collateral. */
  amount: bigint;
  /** All that is lent, or owed: by shares, so that nothing is left by the interest of the meantime. */
  all: boolean;
  market: MarketNow;
  holding: Holding;
  /** Shares of what the account lends. */
  supplyShares: bigint;
};

/** What an action in a market changes: before and after, at the prices of now. */
function changesOf({ action, amount, market, holding }: MarketDeed, t: Translator): Change[] {
  const { loan, collateral, params } = market;
  const before = viewOf(market, holding);
  const { view, market: later } = afterAction(action, amount, market, holding);
  const money = (value: bigint) => tokenWords(value, loan, t);
  if (action === "lend" || action === "withdraw")
    return [
      { label: t("markets.preview.lent"), before: money(before.lent), value: money(view.lent) },
      {
        label: t("markets.preview.earns"),
        before: rateWords(market.supplyRate, t),
        value: rateWords(later.supplyRate, t),
      },
    ];
  const word = healthWord(view);
  return [
    {
      label: t("markets.preview.pledged"),
      before: tokenWords(before.collateral, collateral, t),
      value: tokenWords(view.collateral, collateral, t),
    },
    { label: t("markets.preview.owed"), before: money(before.debt), value: money(view.debt) },
    ...(view.debt > 0n && view.loanToValue !== undefined
      ? [
          {
            label: t("markets.preview.part"),
            value: t("markets.preview.partOf", {
              part: partWords(view.loanToValue, t),
              limit: partWords(params.lltv, t),
            }),
          },
        ]
      : []),
    ...(view.priceAtLiquidation === undefined
      ? []
      : [
          {
            label: t("markets.preview.liquidation"),
            value: priceWords(view.priceAtLiquidation, market, t),
          },
        ]),
    ...(action === "borrow"
      ? [
          {
            label: t("markets.preview.rate"),
            before: rateWords(market.borrowRate, t),
            value: rateWords(later.borrowRate, t),
          },
        ]
      : []),
    {
      label: t("markets.preview.state"),
      value: t(`markets.health.states.${word}`),
      ...(word === "ripe" || word === "close" ? { emphasis: "loss" as const } : {}),
    },
  ];
}

function riskOf({ action, all, amount, market }: MarketDeed, t: Translator): string | undefined {
  switch (action) {
    case "lend":
    case "pledge":
    case "take":
      return t(`markets.flow.risks.${action}`);
    case "borrow":
      return t("markets.flow.risks.borrow", {
        ltv: partWords(market.params.lltv, t),
        bonus: partWords(bonusOf(market), t),
      });
    case "repay":
      return all
        ? t("markets.flow.room", {
            amount: tokenWords(withRoom(amount, market.borrowRate), market.loan, t),
          })
        : undefined;
    case "withdraw":
      return undefined;
  }
}

type Deed = (context: FlowContext) => Promise<readonly Step[]>;

/** The steps of an action: what is missing before it, and the action itself. */
function planOf(
  { action, amount, all, market, supplyShares }: MarketDeed,
  title: string,
  t: Translator,
): Deed {
  const { params } = market;
  const words = { id: action, title };
  const allowed =
    (
      what: "supplyToMarket" | "repayLoan" | "supplyCollateral",
      assets: bigint,
      step: Step,
      onPermit?: (permit: PermitWithValue) => void,
    ): Deed =>
    async ({ account, client }) => {
      const missing = await requirements(client, { action: what, params, assets, owner: account });
      return [...requirementSteps(missing, t, onPermit), step];
    };
  switch (action) {
    case "lend":
      return allowed(
        "supplyToMarket",
        amount,
        writeStep(words, supplyToMarket, () => ({ params, assets: amount })),
      );
    case "pledge":
      return allowed(
        "supplyCollateral",
        amount,
        writeStep(words, supplyCollateral, () => ({ params, assets: amount })),
      );
    case "repay": {
      const paid: MarketAmount = all ? { shares: maxUint256 } : { assets: amount };
      let permit: PermitWithValue | undefined;
      return allowed(
        "repayLoan",
        all ? withRoom(amount, market.borrowRate) : amount,
        writeStep(words, repayLoan, () => ({ params, ...paid, ...(permit ? { permit } : {}) })),
        (signed) => {
          permit = signed;
        },
      );
    }
    case "withdraw": {
      const taken: MarketAmount = all ? { shares: supplyShares } : { assets: amount };
      return async () => [writeStep(words, withdrawFromMarket, () => ({ params, ...taken }))];
    }
    case "borrow":
      return async () => [writeStep(words, borrow, () => ({ params, assets: amount }))];
    case "take":
      return async () => [writeStep(words, withdrawCollateral, () => ({ params, assets: amount }))];
  }
}

/** Lends, borrows, pledges, or the way back from each. */
export function marketFlow(deed: MarketDeed, onConfirmed: () => void, t: Translator): Flow {
  const { action, amount, all, market } = deed;
  const written = tokenWords(amount, tokenOf(action, market), t);
  const words = { amount: all ? t("markets.flow.all", { amount: written }) : written };
  const verb = t(`markets.flow.verbs.${action}`);
  const risk = riskOf(deed, t);
  return {
    title: t(`markets.flow.titles.${action}`, words),
    verb,
    changes: changesOf(deed, t),
    ...(risk === undefined ? {} : { risk }),
    plan: planOf(deed, verb, t),
    done: t(`markets.flow.done.${action}`, { amount: written }),
    onConfirmed,
  };
}

/** Lets somebody act in all markets, or no more. */
export function authorizationFlow(
  { authorized, who, isAuthorized }: { authorized: Address; who: string; isAuthorized: boolean },
  onConfirmed: () => void,
  t: Translator,
): Flow {
  const parameters = { authorized, isAuthorized };
  const verb = isAuthorized ? t("markets.authorized.giveVerb") : t("markets.authorized.revoke");
  const [yes, no] = [t("markets.authorized.yes"), t("markets.authorized.no")];
  return {
    title: t(isAuthorized ? "markets.authorized.giveTitle" : "markets.authorized.revokeOf", { who }),
    verb,
    changes: [
      {
        label: t("markets.authorized.revokeEffect"),
        before: isAuthorized ? no : yes,
        value: isAuthorized ? yes : no,
      },
      ...(isAuthorized
        ? [{ label: t("markets.authorized.can"), value: t("markets.authorized.canValue") }]
        : []),
    ],
    ...(isAuthorized ? { risk: t("markets.authorized.risk") } : {}),
    plan: async () => [writeStep({ id: "authorize", title: verb }, setMarketAuthorization, () => parameters)],
    estimateGas: ({ account, client }) =>
      setMarketAuthorization.estimateGas(client, { ...parameters, account }),
    done: isAuthorized ? t("markets.authorized.given") : t("markets.authorized.revoked"),
    onConfirmed,
  };
}
