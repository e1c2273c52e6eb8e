import * as errors from "@qti/sdk/errors";
import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { errors as de } from "@/messages/de/errors";
import { errors as es } from "@/messages/es/errors";
import { toErrorText } from "./error-text";

/** Classes that are thrown as one of their subclasses only. */
const abstract = new Set(["QtiError", "RevertError", "WalletError"]);

const names = Object.entries(errors)
  .filter(
    ([name, value]) =>
      typeof value === "function" && value.prototype instanceof errors.QtiError && !abstract.has(name),
  )
  .map(([name]) => name);

/** How many classes of the SDK have no sentence in a language yet. Only ever make it less; at zero it goes. */
const toCome = 179;

describe.each([
  ["de", de],
  ["es", es],
])("the errors in %s", (_, table) => {
  it("are of classes that exist", () => {
    expect(Object.keys(table).filter((name) => !/^\w+Error$/.test(name))).toEqual([]);
  });

  it("have a sentence and a next step for every class of the SDK", () => {
    expect(names.filter((name) => !(name in table)).length).toBe(toCome);
  });

  it("are whole sentences", () => {
    for (const [name, texts] of Object.entries(table))
      for (const text of texts) expect(text, name).toMatch(/^\p{Lu}.*\.$/u);
  });
});

describe("toErrorText", () => {
  const paused = new errors.ExchangePausedError({ until: 1_800_000_000 });

  it("says what the SDK says in English, with a translator and without", async () => {
    const expected = { sentence: paused.shortMessage, next: paused.next, code: paused.code };
    expect(await toErrorText(paused)).toMatchObject(expected);
    expect(await toErrorText(paused, translatorFor("en"))).toMatchObject(expected);
  });

  it("writes the error's own fields into the sentence of another language", async () => {
    const { sentence, code } = await toErrorText(paused, translatorFor("de"));
    expect(sentence).toMatch(/^Der Handel ist ausgesetzt bis 15\. Januar 2027 um .*; das Abbrechen/);
    expect(code).toBe(paused.code);
  });

  it("translates what a wallet refused", async () => {
    const { sentence, isRejection } = await toErrorText({ code: 4001 }, translatorFor("es"));
    expect(sentence).toBe("La solicitud se rechazó en la billetera.");
    expect(isRejection).toBe(true);
  });

  it("keeps the SDK's sentence where a field is missing", async () => {
    const odd = new errors.ExchangePausedError({ until: 1_800_000_000 });
    Object.defineProperty(odd, "args", { value: {} });
    expect((await toErrorText(odd, translatorFor("de"))).sentence).toBe(odd.shortMessage);
  });
});
