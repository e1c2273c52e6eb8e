import type { AssetClass } from "@qti/sdk";
import { assetClasses } from "@/lib/domain/asset-words";
import { parseAmount } from "@/lib/format/parse-amount";

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
export function draftProblems(draft: TokenizeDraft): DraftProblems {
  const problems: DraftProblems = {};
  const name = draft.name.trim();
  if (name === "") problems.name = "Give it a name.";
  else if (bytes(name) > 64) problems.name = "This name is too long: at most 64 bytes.";
  if (draft.symbol === "") problems.symbol = "Give it a ticker, as in HARB7.";
  else if (!/^[A-Z0-9]{2,12}$/.test(draft.symbol))
    problems.symbol = "Use 2 to 12 capital letters and digits.";
  if (!classOf(draft.assetClass)) problems.assetClass = "Choose what kind of asset it is.";
  if (draft.jurisdiction === "") problems.jurisdiction = "Choose the country whose law governs it.";
  const shares = parseAmount(draft.shares, 0);
  if (!shares.ok) problems.shares = shares.reason;
  else if (shares.value === 0n) problems.shares = "There must be at least one share.";
  else if (shares.value > 1_000_000_000_000n) problems.shares = "At most a trillion shares.";
  const valuation = parseAmount(draft.valuation, 6);
  if (!valuation.ok) problems.valuation = valuation.reason;
  else if (valuation.value === 0n) problems.valuation = "State what the whole asset is worth.";
  if (draft.description.trim() === "") problems.description = "Say in a few sentences what it is.";
  return problems;
}
