import { claimTaps, getContracts } from "@qti/sdk";
import { QtiError } from "@qti/sdk/errors";
import {
  createTapKey,
  getTapRules,
  relayClaim,
  requestVoucher,
  startTapSession,
  type TapKey,
  type TapRules,
  type TapSession,
  tapSessionTypedData,
} from "@qti/sdk/rewards/taps";
import { type Address, type Hex, isAddressEqual } from "viem";
import { signTypedData } from "viem/actions";
import { pointsInQti } from "@/lib/domain/taps";
import { pointsWords } from "@/lib/domain/taps-words";
import { shortAddress } from "@/lib/format/address";
import { formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
import type { TapCounter } from "@/lib/taps/counter";
import { type Flow, relayStep, writeStep } from "@/lib/transactions/flow";

/** What the service wants signed is for another chain or another contract than those of this app. */
export class OtherTapContractError extends QtiError {
  constructor({ chainId, tapRewards }: Pick<TapRules, "chainId" | "tapRewards">) {
    super("The service counts taps for another network or contract than this app. Nothing was signed.", {
      name: "OtherTapContractError",
      code: "other-tap-contract",
      details: `chain ${chainId}, contract ${tapRewards}`,
      next: "Reload the page. If it stays, tell whoever runs this app.",
    });
  }
}

/** Lets this browser count taps for an account: a key that never leaves it, allowed once by the wallet. */
export function allowTapsFlow(
  {
    account,
    rules,
    apiUrl,
    counter,
  }: { account: Address; rules: Pick<TapRules, "session">; apiUrl: string; counter: TapCounter },
  onAllowed: () => void,
  t: Translator,
): Flow {
  const hours = Math.round(rules.session.lifeSeconds / 3_600);
  const api = { url: apiUrl };
  return {
    title: t("rewards.session.flow.title"),
    verb: t("rewards.session.flow.verb"),
    fee: t("wallet.signing.fee"),
    changes: [
      { label: t("rewards.session.flow.account"), value: shortAddress(account) },
      { label: t("rewards.session.flow.may"), value: t("rewards.session.flow.mayValue") },
      { label: t("rewards.session.flow.mayNot"), value: t("rewards.session.flow.mayNotValue") },
      { label: t("rewards.session.flow.lasts"), value: t("rewards.session.flow.lastsValue", { hours }) },
      { label: t("rewards.session.flow.key"), value: t("rewards.session.flow.keyValue") },
    ],
    risk: t("rewards.session.flow.risk"),
    plan: async ({ client }) => {
      // By the configuration of this app: what is signed counts there and nowhere else, whatever a service says.
      const { tapRewards } = await getContracts(client, { names: ["tapRewards"] });
      const chainId = client.chain.id;
      let key: TapKey | undefined;
      let session: TapSession | undefined;
      let signature: Hex = "0x";
      return [
        {
          id: "key",
          kind: "task",
          title: t("rewards.session.flow.make"),
          run: async () => {
            // By the clock of the service, which decides when the permission is over.
            const { now, session: terms, ...named } = await getTapRules(api);
            if (named.chainId !== chainId || !isAddressEqual(named.tapRewards, tapRewards))
              throw new OtherTapContractError(named);
            const issuedAt = BigInt(Math.floor(now / 1_000));
            key = await createTapKey();
            session = {
              account,
              key: key.publicKey,
              issuedAt,
              expiresAt: issuedAt + BigInt(terms.lifeSeconds),
            };
          },
        },
        {
          id: "sign",
          kind: "signature",
          title: t("rewards.session.flow.sign"),
          detail: t("wallet.signing.detail"),
          run: async (wallet) => {
            if (!session) return;
            signature = await signTypedData(wallet, {
              account: wallet.account,
              ...tapSessionTypedData({ chainId, tapRewards, session }),
            });
          },
        },
        {
          id: "tell",
          kind: "task",
          title: t("rewards.session.flow.tell"),
          run: async () => {
            if (!session || !key) return;
            const live = await startTapSession(api, { session, signature });
            const { id, expiresAt } = live;
            await counter.start({ id, account, expiresAt, privateKey: key.privateKey }, live);
            onAllowed();
          },
        },
      ];
    },
    done: t("rewards.session.flow.done"),
  };
}

/** What is claimed, what the account has, and what a point is worth now; `rate` in QTI units, 0 where nothing is given. */
export type ClaimFigures = { account: Address; claimable: bigint; balance: bigint; rate: bigint };

/** Brings points that were earned by taps to the account: sent by the service, or by one's own transaction. */
export function claimTapsFlow(
  { account, claimable, balance, rate }: ClaimFigures,
  { apiUrl, relayed }: { apiUrl: string; relayed: boolean },
  t: Translator,
): Flow {
  const points = pointsWords(claimable, t);
  const api = { url: apiUrl };
  const title = t("rewards.claim.flow.claim");
  return {
    title: t("rewards.claim.flow.title", { points }),
    verb: t("rewards.claim.flow.verb"),
    ...(relayed ? { fee: t("rewards.claim.flow.fee") } : {}),
    changes: [
      {
        label: t("rewards.claim.flow.points"),
        before: pointsWords(balance, t),
        value: pointsWords(balance + claimable, t),
        emphasis: "gain",
      },
      ...(rate > 0n
        ? [
            {
              label: t("rewards.claim.flow.worth"),
              value: `${formatAmount(pointsInQti(claimable, rate), { decimals: 18, maximum: 4 }, t)} QTI`,
            },
          ]
        : []),
    ],
    plan: async () => {
      const voucher = await requestVoucher(api, { account });
      return relayed
        ? [relayStep({ id: "claim", title }, async () => (await relayClaim(api, voucher)).hash)]
        : [writeStep({ id: "claim", title }, claimTaps, () => voucher)];
    },
    done: t("rewards.claim.flow.done", { points }),
  };
}
