import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { type PreparedLink, readLink, writeLink } from "./wallet-link";

const t = translatorFor("en");

const prepared: PreparedLink = {
  link: {
    account: "0xBcd4042DE499D14e55001CcbB24a551F3b954096",
    newAccount: "0x71bE63f3384f5fb98995898A86B02Fb2426c5788",
    nonce: 1n,
    newNonce: 0n,
    deadline: 1_797_000_000n,
  },
  accountSignature: `0x${"ab".repeat(65)}`,
  attesterSignature: `0x${"cd".repeat(65)}`,
};

describe("a link of wallets", () => {
  it("is read as it was written", () => {
    expect(readLink(writeLink(prepared), t)).toEqual({ ok: true, prepared });
  });

  it.each(["", "{", "[]", '{"link":{}}', writeLink(prepared).replace("0xab", "ab")])(
    "is not found in %j",
    (text) => {
      const result = readLink(text, t);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.problem).toMatch(/\.$/);
    },
  );
});
