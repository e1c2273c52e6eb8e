import { predictAsset, requirements, tokenizeAndActivate } from "@qti/sdk";
import { type Address, bytesToHex, type Hex, zeroHash } from "viem";
import { assetClassName } from "@/lib/domain/asset-words";
import { countryName } from "@/lib/domain/countries";
import { formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
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
  t: Translator,
): Flow {
  const salt: Hex = bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
  let root: Hex = zeroHash;
  let sealedFor: Address | undefined;
  let asset: Address | undefined;
  const terms = termsOf(draft, salt, root, t);
  const share = terms.valuation / terms.shares;
  return {
    title: t("assets.tokenize.flow.title", { asset: terms.name }),
    verb: t("assets.tokenize.flow.verb"),
    changes: [
      { label: t("assets.tokenize.kind"), value: assetClassName(terms.class, t) },
      { label: t("assets.tokenize.law"), value: countryName(terms.jurisdiction, t) },
      {
        label: t("assets.figures.shares"),
        value: t("assets.tokenize.flow.shares", {
          amount: `${formatAmount(terms.shares, { decimals: 0 }, t)} ${terms.symbol}`,
        }),
      },
      {
        label: t("assets.figures.value"),
        value: `$${formatAmount(terms.valuation, { decimals: 6, maximum: 2 }, t)}`,
      },
      { label: t("assets.figures.share"), value: `$${formatAmount(share, { decimals: 6, maximum: 2 }, t)}` },
      {
        label: t("assets.tokenize.document.label"),
        value: document
          ? t("assets.tokenize.flow.document", { name: document.file.name })
          : t("assets.tokenize.document.none"),
      },
    ],
    risk: t("assets.tokenize.flow.risk"),
    plan: async ({ account, client }) => {
      const missing = await requirements(client, { action: "tokenize", owner: account });
      asset = await predictAsset(client, { issuer: account, salt });
      const predicted = asset;
      const steps: Step[] = [...requirementSteps(missing, t)];
      // Before the chain hears of it: a document that cannot be stored must not leave an asset without one.
      if (document && sealedFor !== predicted)
        steps.push({
          id: "seal",
          kind: "task",
          title: t("assets.tokenize.flow.seal"),
          detail: t("assets.tokenize.flow.sealDetail"),
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
        writeStep({ id: "tokenize", title: t("assets.tokenize.flow.verb") }, tokenizeAndActivate, () => ({
          ...termsOf(draft, salt, root, t),
          asset: predicted,
        })),
      );
      return steps;
    },
    done: t("assets.tokenize.flow.done", { asset: terms.name }),
    doneLink: () => (asset ? { href: `/assets/${asset}`, title: t("assets.tokenize.flow.see") } : undefined),
    onConfirmed,
  };
}
