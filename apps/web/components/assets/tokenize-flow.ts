import { predictAsset, requirements, tokenizeAndActivate } from "@qti/sdk";
import { type Address, bytesToHex, type Hex, zeroHash } from "viem";
import { assetClassWords } from "@/lib/domain/asset-words";
import { countryName } from "@/lib/domain/countries";
import { formatAmount } from "@/lib/format/amount";
import type { Records } from "@/lib/records/context";
import { sealDocument } from "@/lib/records/documents";
import { type Flow, type Step, writeStep } from "@/lib/transactions/flow";
import { requirementSteps } from "@/lib/transactions/requirement-steps";
import type { TokenizeDraft } from "./tokenize-draft";
import { termsOf } from "./tokenize-terms";

/** What the flow needs to seal a document; without a document there is nothing to seal. */
export type DocumentToSeal = { file: File; loadRecords: () => Promise<Records>; chainId: number };

/** Seals and stores the document, gets the role where it is missing, then drafts and activates the asset at once. */
export function tokenizeFlow(
  draft: TokenizeDraft,
  document: DocumentToSeal | undefined,
  onConfirmed: () => void,
): Flow {
  const salt: Hex = bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
  let root: Hex = zeroHash;
  let sealedFor: Address | undefined;
  let asset: Address | undefined;
  const terms = termsOf(draft, salt, root);
  const share = terms.valuation / terms.shares;
  return {
    title: `Tokenize ${terms.name}`,
    verb: "Tokenize",
    changes: [
      { label: "Kind", value: assetClassWords[terms.class] },
      { label: "Governing law", value: countryName(terms.jurisdiction) },
      {
        label: "Shares",
        value: `${formatAmount(terms.shares, { decimals: 0 })} ${terms.symbol}, all yours at first`,
      },
      { label: "Stated value", value: `$${formatAmount(terms.valuation, { decimals: 6, maximum: 2 })}` },
      { label: "A share", value: `$${formatAmount(share, { decimals: 6, maximum: 2 })}` },
      {
        label: "Document",
        value: document ? `${document.file.name}: sealed here, only a salted hash goes on the chain` : "none",
      },
    ],
    risk: "Name, description and terms are public and stay on the chain for ever. Put nothing personal into them.",
    plan: async ({ account, client }) => {
      const missing = await requirements(client, { action: "tokenize", owner: account });
      asset = await predictAsset(client, { issuer: account, salt });
      const predicted = asset;
      const steps: Step[] = [...requirementSteps(missing)];
      // Before the chain hears of it: a document that cannot be stored must not leave an asset without one.
      if (document && sealedFor !== predicted)
        steps.push({
          id: "seal",
          kind: "task",
          title: "Seal and store the document",
          detail: "Encrypted in this browser against quantum computers as well",
          run: async () => {
            const records = await document.loadRecords();
            root = await sealDocument(records, document.file, {
              account,
              chainId: document.chainId,
              asset: predicted,
            });
            sealedFor = predicted;
          },
        });
      steps.push(
        writeStep({ id: "tokenize", title: "Tokenize" }, tokenizeAndActivate, () => ({
          ...termsOf(draft, salt, root),
          asset: predicted,
        })),
      );
      return steps;
    },
    done: `${terms.name} is in circulation`,
    doneLink: () => (asset ? { href: `/assets/${asset}`, title: "See the asset" } : undefined),
    onConfirmed,
  };
}
