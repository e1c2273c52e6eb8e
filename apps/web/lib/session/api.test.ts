import { afterEach, describe, expect, it, vi } from "vitest";
import { isLanguage, languages } from "@/lib/i18n/languages";
import { translatorFor } from "@/lib/i18n/testing";
import { signIn } from "./api";

const account = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const expiresAt = "2030-01-01T00:00:00.000Z";
const nonce = {
  nonce: "1234567890abcdef",
  expiresAt,
  domain: "localhost",
  uri: "http://localhost",
  chainId: 31337,
};

afterEach(() => vi.unstubAllGlobals());

describe("signIn", () => {
  it.each(Object.keys(languages).filter(isLanguage))(
    "says what is signed in the words of %s, in the characters that EIP-4361 allows",
    async (language) => {
      vi.stubGlobal("fetch", async (input: string) =>
        Response.json(
          input.endsWith("/nonce") ? nonce : { session: { account, chainId: 31337, level: 1, expiresAt } },
        ),
      );
      const t = translatorFor(language);
      const shown: string[] = [];
      await signIn(
        "http://service.test",
        account,
        async (message) => {
          shown.push(message);
          return "0x";
        },
        t,
      );
      expect(shown).toHaveLength(1);
      expect(shown[0]).toContain(t("wallet.signIn.statement"));
      expect(shown[0]).toMatch(/^[\n\x20-\x7e]+$/);
    },
  );
});
