import type { AssetClass } from "@qti/sdk";
import { assetClasses } from "@/lib/domain/asset-words";
import { parseAmount } from "@/lib/format/parse-amount";
import type { Translator } from "@/lib/i18n/translator";

/** What is typed into the form, as text. */
export type TokenizeDraft = {
  name: string;
  symbol: string;
  assetClass: string;
  jurisdiction: string;
  shares: string;
  valuation: string;
  description: string;
  location: string;
  minTier: string;
};

/** An empty form. */
export const emptyDraft: TokenizeDraft = {
  name: "",
  symbol: "",
  assetClass: "",
  jurisdiction: "",
  shares: "",
  valuation: "",
  description: "",
  location: "",
  minTier: "1",
};

/** What is wrong with a draft, by field; each sentence says what to do. */
export type DraftProblems = Partial<Record<keyof TokenizeDraft, string>>;

const bytes = (text: string) => new TextEncoder().encode(text).length;

/** The class that a text names. */
export const classOf = (text: string): AssetClass | undefined => assetClasses.find((known) => known === text);

/** Checks a draft by the limits of the registry. */
export function draftProblems(draft: TokenizeDraft, t: Translator): DraftProblems {
  const problems: DraftProblems = {};
  const name = draft.name.trim();
  if (name === "") problems.name = t("assets.tokenize.problems.name");
  else if (bytes(name) > 64) problems.name = t("assets.tokenize.problems.longName");
  if (draft.symbol === "") problems.symbol = t("assets.tokenize.problems.symbol");
  else if (!/^[A-Z0-9]{2,12}$/.test(draft.symbol))
    problems.symbol = t("assets.tokenize.problems.symbolLetters");
  if (!classOf(draft.assetClass)) problems.assetClass = t("assets.tokenize.problems.assetClass");
  if (draft.jurisdiction === "") problems.jurisdiction = t("assets.tokenize.problems.jurisdiction");
  const shares = parseAmount(draft.shares, 0, t);
  if (!shares.ok) problems.shares = shares.reason;
  else if (shares.value === 0n) problems.shares = t("assets.tokenize.problems.noShares");
  else if (shares.value > 1_000_000_000_000n) problems.shares = t("assets.tokenize.problems.manyShares");
  const valuation = parseAmount(draft.valuation, 6, t);
  if (!valuation.ok) problems.valuation = valuation.reason;
  else if (valuation.value === 0n) problems.valuation = t("assets.tokenize.problems.valuation");
  if (draft.description.trim() === "") problems.description = t("assets.tokenize.problems.description");
  return problems;
}
