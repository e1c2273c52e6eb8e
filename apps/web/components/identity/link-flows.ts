import { getContracts, type LinkWalletParameters, linkWallet, walletLinkTypedData } from "@qti/sdk";
import { QtiError } from "@qti/sdk/errors";
import { type Address, isAddressEqual } from "viem";
import { signTypedData } from "viem/actions";
import type { Translator } from "@/lib/i18n/translator";
import { signInSteps } from "@/lib/session/sign-in-step";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { type PreparedLink, requestLink } from "./wallet-link";

/** The link is for another account than the connected one. */
export class OtherAccountError extends QtiError {
  constructor(newAccount: Address) {
    super("This link is for another account.", {
      name: "OtherAccountError",
      code: "other-account",
      details: newAccount,
      next: "Connect the account for which it was prepared.",
    });
  }
}

/** The verified account and the attester sign; the text goes to the new wallet. Nothing is sent. */
export function prepareFlow(
  apiUrl: string,
  newAccount: Address,
  onPrepared: (prepared: PreparedLink) => void,
  onSession: () => void,
  t: Translator,
): Flow {
  return {
    title: t("identity.link.prepare"),
    verb: t("identity.link.preparing.verb"),
    changes: [
      { label: t("identity.link.preparing.joins"), value: newAccount },
      { label: t("identity.link.preparing.lasts"), value: t("identity.link.preparing.hour") },
    ],
    risk: t("identity.link.preparing.risk"),
    fee: t("wallet.signing.fee"),
    plan: async ({ account, client }) => {
      let signed: Awaited<ReturnType<typeof requestLink>> | undefined;
      const steps = await signInSteps(apiUrl, account, onSession, t);
      steps.push(
        {
          id: "attester",
          kind: "task",
          title: t("identity.verify.ask"),
          run: async () => {
            signed = await requestLink(apiUrl, newAccount);
          },
        },
        {
          id: "sign",
          kind: "signature",
          title: t("identity.link.sign"),
          detail: t("wallet.signing.detail"),
          run: async (wallet) => {
            if (!signed) throw new LinkMissingError();
            const { link, signature } = signed;
            const { identityRegistry: registry } = await getContracts(client, {
              names: ["identityRegistry"],
            });
            const typedData = walletLinkTypedData({ chainId: client.chain.id, registry, link });
            const accountSignature = await signTypedData(wallet, { account: wallet.account, ...typedData });
            onPrepared({ link, accountSignature, attesterSignature: signature });
          },
        },
      );
      return steps;
    },
    done: t("identity.link.prepared"),
  };
}

/** The new account signs last, and submits the link. */
export function joinFlow(prepared: PreparedLink, onConfirmed: () => void, t: Translator): Flow {
  const { link, accountSignature, attesterSignature } = prepared;
  let parameters: LinkWalletParameters | undefined;
  return {
    title: t("identity.link.joining.title"),
    verb: t("identity.link.joining.verb"),
    changes: [
      { label: t("identity.link.joining.identityOf"), value: link.account },
      { label: t("identity.link.joining.account"), value: t("identity.link.joining.verified") },
    ],
    risk: t("identity.link.joining.risk"),
    plan: async ({ account, client }) => {
      if (!isAddressEqual(account, link.newAccount)) throw new OtherAccountError(link.newAccount);
      const { identityRegistry: registry } = await getContracts(client, { names: ["identityRegistry"] });
      const typedData = walletLinkTypedData({ chainId: client.chain.id, registry, link });
      return [
        {
          id: "sign",
          kind: "signature",
          title: t("identity.link.sign"),
          detail: t("wallet.signing.detail"),
          run: async (wallet) => {
            const newAccountSignature = await signTypedData(wallet, {
              account: wallet.account,
              ...typedData,
            });
            parameters = { link, accountSignature, newAccountSignature, attesterSignature };
          },
        },
        writeStep({ id: "link", title: t("identity.link.record") }, linkWallet, () => {
          if (!parameters) throw new LinkMissingError();
          return parameters;
        }),
      ];
    },
    done: t("identity.link.joining.done"),
    onConfirmed,
  };
}

/** The steps ran in another order than planned: the link is used before it was signed. */
export class LinkMissingError extends Error {
  override readonly name = "LinkMissingError";
}
