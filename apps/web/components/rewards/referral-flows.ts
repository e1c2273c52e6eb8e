import {
  bindReferral,
  claimReferralBonus,
  getContracts,
  getReferral,
  type Referral,
  referralTypedData,
  vestReferral,
} from "@qti/sdk";
import { relayReferral } from "@qti/sdk/rewards/taps";
import type { Address, Hex } from "viem";
import { getBlock, signTypedData } from "viem/actions";
import { pointsWords } from "@/lib/domain/taps-words";
import { formatShare } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
import { type Flow, relayStep, type Step, writeStep } from "@/lib/transactions/flow";

/** How long a signed invitation can be used: the service sends it at once. */
const signedFor = 3_600n;

/** Accepts an invitation: signed and sent by the service, or by one's own transaction. */
export function acceptInvitationFlow(
  { referrer, apiUrl, relayed }: { referrer: Address; apiUrl: string; relayed: boolean },
  { who, before }: { who: string; before: string | undefined },
  t: Translator,
): Flow {
  const title = t("rewards.invite.flow.bind");
  return {
    title: t("rewards.invite.flow.title", { who }),
    verb: t("rewards.invite.flow.verb"),
    ...(relayed ? { fee: t("rewards.invite.flow.fee") } : {}),
    changes: [
      {
        label: t("rewards.invite.flow.inviter"),
        before: before ?? t("rewards.invite.flow.nobody"),
        value: who,
      },
      { label: t("rewards.invite.flow.costs"), value: t("rewards.invite.flow.costsValue") },
    ],
    risk: t("rewards.invite.flow.risk"),
    plan: async ({ account, client }) => {
      if (!relayed) return [writeStep({ id: "bind", title }, bindReferral, () => ({ referrer }))];
      const [{ nonce }, { timestamp }] = await Promise.all([
        getReferral(client, { newcomer: account }),
        getBlock(client, { blockTag: "pending" }),
      ]);
      const referral = { newcomer: account, referrer, nonce, deadline: timestamp + signedFor };
      return signedSteps(referral, apiUrl, t);
    },
    ...(relayed
      ? {}
      : { estimateGas: ({ account, client }) => bindReferral.estimateGas(client, { referrer, account }) }),
    done: t("rewards.invite.flow.done"),
    doneLink: () => ({ href: "/identity", title: t("rewards.invite.flow.link") }),
  };
}

function signedSteps(referral: Referral, apiUrl: string, t: Translator): Step[] {
  let signature: Hex = "0x";
  return [
    {
      id: "sign",
      kind: "signature",
      title: t("rewards.invite.flow.sign"),
      detail: t("wallet.signing.detail"),
      run: async (wallet) => {
        const { referralRegistry } = await getContracts(wallet, { names: ["referralRegistry"] });
        signature = await signTypedData(wallet, {
          account: wallet.account,
          ...referralTypedData({ chainId: wallet.chain.id, referralRegistry, referral }),
        });
      },
    },
    relayStep({ id: "send", title: t("rewards.invite.flow.send") }, async () => {
      const { hash } = await relayReferral({ url: apiUrl }, { referral, signature });
      return hash;
    }),
  ];
}

/** Fixes the terms of a bonus whose conditions are met. Anybody may. */
export function vestReferralFlow(
  {
    newcomer,
    positionId,
    bonusBps,
    newcomerCap,
  }: { newcomer: Address; positionId: bigint; bonusBps: number; newcomerCap: bigint },
  who: string,
  t: Translator,
): Flow {
  return {
    title: t("rewards.referrals.flow.vestTitle", { who }),
    verb: t("rewards.referrals.flow.vestVerb"),
    changes: [
      { label: t("rewards.referrals.flow.newcomer"), value: who },
      {
        label: t("rewards.referrals.flow.part"),
        value: formatShare(BigInt(bonusBps), 10_000n, 2, t),
      },
      { label: t("rewards.referrals.flow.upTo"), value: pointsWords(newcomerCap, t) },
    ],
    plan: async () => [
      writeStep({ id: "vest", title: t("rewards.referrals.flow.vestVerb") }, vestReferral, () => ({
        newcomer,
        positionId,
      })),
    ],
    estimateGas: ({ account, client }) => vestReferral.estimateGas(client, { newcomer, positionId, account }),
    done: t("rewards.referrals.flow.vested"),
  };
}

/** Pays out what a newcomer has earned for who brought them. */
export function claimBonusFlow(
  { newcomer, bonus }: { newcomer: Address; bonus: bigint },
  who: string,
  t: Translator,
): Flow {
  const points = pointsWords(bonus, t);
  return {
    title: t("rewards.referrals.flow.claimTitle", { who }),
    verb: t("rewards.referrals.flow.claimVerb"),
    changes: [{ label: t("rewards.referrals.flow.points"), value: `+${points}`, emphasis: "gain" }],
    plan: async () => [
      writeStep({ id: "claim", title: t("rewards.referrals.flow.claimVerb") }, claimReferralBonus, () => ({
        newcomer,
      })),
    ],
    estimateGas: ({ account, client }) => claimReferralBonus.estimateGas(client, { newcomer, account }),
    done: t("rewards.referrals.flow.claimed", { points }),
  };
}
