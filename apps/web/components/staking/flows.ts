import { deposit, type PermitSignature, previewDeposit, redeem, requirements, withdraw } from "@qti/sdk";
import { formatAmount } from "@/lib/format/amount";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { requirementSteps } from "@/lib/transactions/requirement-steps";

const qti = (value: bigint) => `${formatAmount(value, { decimals: 18, maximum: 4 })} QTI`;

/** What an account has at hand and in the vault before it acts. */
export type StakeBefore = { staked: bigint; shares: bigint; atHand: bigint };

/** Puts QTI into the vault: with a signed permission where the wallet can, so that it is one transaction. */
export function stakeFlow(assets: bigint, before: StakeBefore, onConfirmed: () => void): Flow {
  let permit: PermitSignature | undefined;
  return {
    title: `Stake ${qti(assets)}`,
    verb: "Stake",
    changes: [
      { label: "Your stake", before: qti(before.staked), value: qti(before.staked + assets) },
      { label: "QTI at hand", before: qti(before.atHand), value: qti(before.atHand - assets) },
    ],
    risk: "Rewards are paid while the treasury streams them; nobody promises that it always will. You can take your QTI out at any time.",
    plan: async ({ account, client }) => {
      const missing = await requirements(client, { action: "deposit", assets, owner: account });
      const expected = await previewDeposit(client, { assets });
      return [
        ...requirementSteps(missing, (signed) => {
          permit = signed;
        }),
        writeStep({ id: "stake", title: "Stake" }, deposit, () => ({
          assets,
          // The price only rises by the stream; a tenth of a percent leaves room for the blocks in between.
          minShares: expected - expected / 1000n,
          ...(permit ? { permit } : {}),
        })),
      ];
    },
    done: `${qti(assets)} are in the vault`,
    doneLink: () => ({ href: "/portfolio", title: "See the portfolio" }),
    onConfirmed,
  };
}

/** Takes QTI out of the vault. All of it goes by shares, so that nothing is left behind while the price grows. */
export function withdrawFlow(assets: bigint, before: StakeBefore, onConfirmed: () => void): Flow {
  const all = assets >= before.staked;
  return {
    title: all ? "Withdraw the whole stake" : `Withdraw ${qti(assets)}`,
    verb: "Withdraw",
    changes: [
      { label: "Your stake", before: qti(before.staked), value: qti(all ? 0n : before.staked - assets) },
      { label: "QTI at hand", before: qti(before.atHand), value: qti(before.atHand + assets) },
    ],
    plan: async () => [
      all
        ? writeStep({ id: "withdraw", title: "Withdraw" }, redeem, () => ({ shares: before.shares }))
        : writeStep({ id: "withdraw", title: "Withdraw" }, withdraw, () => ({ assets })),
    ],
    estimateGas: ({ account, client }) =>
      all
        ? redeem.estimateGas(client, { shares: before.shares, account })
        : withdraw.estimateGas(client, { assets, account }),
    done: all ? "Your whole stake is back in your account" : `${qti(assets)} are back in your account`,
    onConfirmed,
  };
}
