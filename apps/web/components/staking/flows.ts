import { deposit, type PermitSignature, previewDeposit, redeem, requirements, withdraw } from "@qti/sdk";
import { formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { requirementSteps } from "@/lib/transactions/requirement-steps";

const qti = (value: bigint, t: Translator) => `${formatAmount(value, { decimals: 18, maximum: 4 }, t)} QTI`;

/** What an account has at hand and in the vault before it acts. */
export type StakeBefore = { staked: bigint; shares: bigint; atHand: bigint };

/** Puts QTI into the vault: with a signed permission where the wallet can, so that it is one transaction. */
export function stakeFlow(assets: bigint, before: StakeBefore, onConfirmed: () => void, t: Translator): Flow {
  let permit: PermitSignature | undefined;
  return {
    title: t("staking.flow.stake", { amount: qti(assets, t) }),
    verb: t("staking.tabs.in"),
    changes: [
      { label: t("staking.yours"), before: qti(before.staked, t), value: qti(before.staked + assets, t) },
      {
        label: t("staking.flow.atHand"),
        before: qti(before.atHand, t),
        value: qti(before.atHand - assets, t),
      },
    ],
    risk: t("staking.flow.risk"),
    plan: async ({ account, client }) => {
      const missing = await requirements(client, { action: "deposit", assets, owner: account });
      const expected = await previewDeposit(client, { assets });
      return [
        ...requirementSteps(missing, t, (signed) => {
          permit = signed;
        }),
        writeStep({ id: "stake", title: t("staking.tabs.in") }, deposit, () => ({
          assets,
          // The price only rises by the stream; a tenth of a percent leaves room for the blocks in between.
          minShares: expected - expected / 1000n,
          ...(permit ? { permit } : {}),
        })),
      ];
    },
    done: t("staking.flow.staked", { amount: qti(assets, t) }),
    doneLink: () => ({ href: "/portfolio", title: t("staking.flow.portfolio") }),
    onConfirmed,
  };
}

/** Takes QTI out of the vault. All of it goes by shares, so that nothing is left behind while the price grows. */
export function withdrawFlow(
  assets: bigint,
  before: StakeBefore,
  onConfirmed: () => void,
  t: Translator,
): Flow {
  const all = assets >= before.staked;
  return {
    title: all ? t("staking.flow.withdrawAll") : t("staking.flow.withdraw", { amount: qti(assets, t) }),
    verb: t("staking.tabs.out"),
    changes: [
      {
        label: t("staking.yours"),
        before: qti(before.staked, t),
        value: qti(all ? 0n : before.staked - assets, t),
      },
      {
        label: t("staking.flow.atHand"),
        before: qti(before.atHand, t),
        value: qti(before.atHand + assets, t),
      },
    ],
    plan: async () => [
      all
        ? writeStep({ id: "withdraw", title: t("staking.tabs.out") }, redeem, () => ({
            shares: before.shares,
          }))
        : writeStep({ id: "withdraw", title: t("staking.tabs.out") }, withdraw, () => ({ assets })),
    ],
    estimateGas: ({ account, client }) =>
      all
        ? redeem.estimateGas(client, { shares: before.shares, account })
        : withdraw.estimateGas(client, { assets, account }),
    done: all ? t("staking.flow.withdrawnAll") : t("staking.flow.withdrawn", { amount: qti(assets, t) }),
    onConfirmed,
  };
}
