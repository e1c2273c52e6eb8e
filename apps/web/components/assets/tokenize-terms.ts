import { type AssetTerms, encodeMetadata } from "@qti/sdk";
import type { Hex } from "viem";
import { parseAmount } from "@/lib/format/parse-amount";
import type { Translator } from "@/lib/i18n/translator";
import { classOf, type TokenizeDraft } from "./tokenize-draft";

function metadataOf(draft: TokenizeDraft): string {
  // Line breaks are control characters, which no metadata may hold.
  const description = draft.description.trim().replace(/\s+/gu, " ");
  const location = draft.location.trim();
  return encodeMetadata({
    name: draft.name.trim(),
    description,
    ...(location ? { location } : {}),
  });
}

/** The terms that go on the chain. Call it only with a draft that has no problems. */
export function termsOf(draft: TokenizeDraft, salt: Hex, documentsRoot: Hex, t: Translator): AssetTerms {
  const shares = parseAmount(draft.shares, 0, t);
  const valuation = parseAmount(draft.valuation, 6, t);
  return {
    name: draft.name.trim(),
    symbol: draft.symbol,
    class: classOf(draft.assetClass) ?? "other",
    jurisdiction: Number(draft.jurisdiction),
    shares: shares.ok ? shares.value : 0n,
    valuation: valuation.ok ? valuation.value : 0n,
    metadataURI: metadataOf(draft),
    documentsRoot,
    rules: { minTier: Number(draft.minTier), maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n },
    blockedCountries: [],
    salt,
  };
}
