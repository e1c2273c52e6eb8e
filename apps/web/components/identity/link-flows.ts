import { getContracts, type LinkWalletParameters, linkWallet, walletLinkTypedData } from "@qti/sdk";
import { QtiError } from "@qti/sdk/errors";
import { type Address, isAddressEqual } from "viem";
import { signTypedData } from "viem/actions";
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
): Flow {
  return {
    title: "Prepare the link",
    verb: "Prepare it",
    changes: [
      { label: "Joins your identity", value: newAccount },
      { label: "Prepared for", value: "an hour" },
    ],
    risk: "Caps and freezes then hold for both accounts together, for ever: an account never leaves its identity.",
    fee: "none: it is signed, not sent",
    plan: async ({ account, client }) => {
      let signed: Awaited<ReturnType<typeof requestLink>> | undefined;
      const steps = await signInSteps(apiUrl, account, onSession);
      steps.push(
        {
          id: "attester",
          kind: "task",
          title: "Ask the demo attester",
          run: async () => {
            signed = await requestLink(apiUrl, newAccount);
          },
        },
        {
          id: "sign",
          kind: "signature",
          title: "Sign the link",
          detail: "A message, not a transaction: it costs nothing",
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
    done: "The link is prepared",
  };
}

/** The new account signs last, and submits the link. */
export function joinFlow(prepared: PreparedLink, onConfirmed: () => void): Flow {
  const { link, accountSignature, attesterSignature } = prepared;
  let parameters: LinkWalletParameters | undefined;
  return {
    title: "Join the identity",
    verb: "Join it",
    changes: [
      { label: "Identity of", value: link.account },
      { label: "This account", value: "is verified from then on, as that one is" },
    ],
    risk: "An account belongs to its identity for ever.",
    plan: async ({ account, client }) => {
      if (!isAddressEqual(account, link.newAccount)) throw new OtherAccountError(link.newAccount);
      const { identityRegistry: registry } = await getContracts(client, { names: ["identityRegistry"] });
      const typedData = walletLinkTypedData({ chainId: client.chain.id, registry, link });
      return [
        {
          id: "sign",
          kind: "signature",
          title: "Sign the link",
          detail: "A message, not a transaction: it costs nothing",
          run: async (wallet) => {
            const newAccountSignature = await signTypedData(wallet, {
              account: wallet.account,
              ...typedData,
            });
            parameters = { link, accountSignature, newAccountSignature, attesterSignature };
          },
        },
        writeStep({ id: "link", title: "Record the link" }, linkWallet, () => {
          if (!parameters) throw new LinkMissingError();
          return parameters;
        }),
      ];
    },
    done: "This account is verified",
    onConfirmed,
  };
}

/** The steps ran in another order than planned: the link is used before it was signed. */
export class LinkMissingError extends Error {
  override readonly name = "LinkMissingError";
}
