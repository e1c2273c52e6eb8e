import { decodeMetadata } from "@qti/sdk";
import { MetadataInvalidError } from "@qti/sdk/errors";
import { zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { draftProblems, emptyDraft, type TokenizeDraft } from "./tokenize-draft";
import { termsOf } from "./tokenize-terms";

const t = translatorFor("en");

const draft: TokenizeDraft = {
  name: "Harbour Street 7",
  symbol: "HARB7",
  assetClass: "realEstate",
  jurisdiction: "528",
  shares: "10,000",
  valuation: "2,500,000.50",
  description: "A warehouse.\nLet to three tenants.",
  location: "Rotterdam",
  minTier: "2",
};

describe("draftProblems", () => {
  it("has nothing to say about a complete draft", () => {
    expect(draftProblems(draft, t)).toEqual({});
  });

  it("says what to do about every field that is missing", () => {
    expect(Object.keys(draftProblems(emptyDraft, t)).sort()).toEqual([
      "assetClass",
      "description",
      "jurisdiction",
      "name",
      "shares",
      "symbol",
      "valuation",
    ]);
  });

  it("counts a name in bytes, as the registry does", () => {
    expect(draftProblems({ ...draft, name: "ü".repeat(32) }, t)).toEqual({});
    expect(draftProblems({ ...draft, name: "ü".repeat(33) }, t)).toHaveProperty("name");
  });

  it.each(["a", "ABCDEFGHIJKLM", "HÄRB", "H 7"])("refuses %s as a ticker", (symbol) => {
    expect(draftProblems({ ...draft, symbol }, t)).toHaveProperty("symbol");
  });

  it.each(["0", "1.5", "-3", "x"])("refuses %s shares", (shares) => {
    expect(draftProblems({ ...draft, shares }, t)).toHaveProperty("shares");
  });
});

describe("termsOf", () => {
  it("refuses a description that does not fit on the chain", () => {
    expect(() => termsOf({ ...draft, description: "€".repeat(3000) }, zeroHash, zeroHash, t)).toThrow(
      MetadataInvalidError,
    );
  });

  it("makes exact terms out of what was typed", () => {
    const salt = `0x${"1".repeat(64)}` as const;
    const terms = termsOf(draft, salt, zeroHash, t);
    expect(terms).toMatchObject({
      name: "Harbour Street 7",
      symbol: "HARB7",
      class: "realEstate",
      jurisdiction: 528,
      shares: 10_000n,
      valuation: 2_500_000_500_000n,
      rules: { minTier: 2 },
      salt,
    });
    expect(decodeMetadata(terms.metadataURI)).toEqual({
      ok: true,
      metadata: {
        name: "Harbour Street 7",
        description: "A warehouse. Let to three tenants.",
        location: "Rotterdam",
      },
    });
  });
});
