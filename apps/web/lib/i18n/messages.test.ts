import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import { describe, expect, it } from "vitest";
import { compiledMessages, domains, translations } from "./compiled";
import { isLanguage, languages } from "./languages";
import { translatorFor } from "./testing";

type Messages = { readonly [key: string]: string | Messages };

/** All messages of a language by their full keys. */
function flat(messages: Messages, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, message] of Object.entries(messages)) {
    if (typeof message === "string") found.set(`${prefix}${key}`, message);
    else for (const [inner, text] of flat(message, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

/*
 * What icu-minify makes of a message: text, `["name"]` an argument, `["name", number, ...]` a formatted one,
 * `["name", child, ...]` a tag around its children.
 */
const kinds = ["argument", "select", "plural", "ordinal", "number", "date", "time"];

/** Arguments and tags of a message with what they are. */
function argumentsOf(compiled: CompiledMessage): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    const [name, kind, ...rest]: unknown[] = node;
    if (typeof name !== "string") return;
    if (kind === undefined) found.add(`${name}: argument`);
    else if (typeof kind === "number" && kind > 0) {
      found.add(`${name}: ${kinds[kind]}`);
      for (const options of rest)
        if (typeof options === "object" && options !== null)
          for (const option of Object.values(options)) visitAll(option);
    } else {
      found.add(`${name}: tag`);
      for (const child of [kind, ...rest]) visit(child);
    }
  };
  const visitAll = (nodes: unknown): void => {
    if (Array.isArray(nodes)) for (const node of nodes) visit(node);
  };
  visitAll(compiled);
  return found;
}

/** The kinds of plural that a message tells apart. */
function pluralsOf(text: string): string[] {
  return [...text.matchAll(/\{\s*\w+\s*,\s*plural\s*,/g)].map(([start]) => start);
}

/** Messages that are the same in another language as in English, and why. */
const sameOnPurpose: { readonly [language: string]: { readonly [key: string]: string } } = {
  de: {
    "desks.fields.qti": "the name of the token",
    "shell.pages.portfolio": "the German word",
    "portfolio.title": "the German word",
    "words.demo.administrator": "the German word",
    "words.roles.admin.name": "the German word",
    "staking.positions.name": "the German word",
    "settings.network.index": "the German word",
    "settings.keys.noble": "the same two words",
    "wallet.dialog.wallets": "the German word",
    "credit.now.limit": "the German word",
    "credit.repay.limitAfter": "the German word",
    "credit.flow.limit": "the German word",
    "credit.growth.limit": "the German word",
    "vouch.asks.limit": "the German word",
    "records.profile.lines.name": "the German word",
    "settings.factors.passkeys.title": "the German word as well",
    "settings.slots.kinds.passkey": "the German word as well",
    "settings.slots.kinds.passphrase": "the German word as well",
    "settings.slots.passphrase": "the German word as well",
    "records.keys.ways.passkey": "the German word as well",
    "records.keys.ways.passphrase": "the German word as well",
    "settings.sessions.browsers.chrome": "a name",
    "settings.sessions.browsers.edge": "a name",
    "settings.sessions.browsers.firefox": "a name",
    "settings.sessions.browsers.safari": "a name",
    "settings.sessions.systems.android": "a name",
    "settings.sessions.systems.ios": "a name",
    "settings.sessions.systems.linux": "a name",
    "settings.sessions.systems.macos": "a name",
    "settings.sessions.systems.windows": "a name",
  },
  es: {
    "desks.fields.qti": "the name of the token",
    "settings.sessions.browsers.chrome": "a name",
    "settings.sessions.browsers.edge": "a name",
    "settings.sessions.browsers.firefox": "a name",
    "settings.sessions.browsers.safari": "a name",
    "settings.sessions.systems.android": "a name",
    "settings.sessions.systems.ios": "a name",
    "settings.sessions.systems.linux": "a name",
    "settings.sessions.systems.macos": "a name",
    "settings.sessions.systems.windows": "a name",
    "identity.standing.no": "the Spanish word",
    "credit.flow.no": "the Spanish word",
    "markets.authorized.no": "the Spanish word",
    "shell.pages.roles": "the Spanish word",
  },
};

const english = flat(translations.en);

describe.each(Object.keys(languages).filter((language) => language !== "en"))(
  "the messages in %s",
  (language) => {
    if (!isLanguage(language)) return;
    const translated = flat(translations[language]);

    it("has exactly the keys of English", () => {
      expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
    });

    it("takes the arguments of English, in every message", () => {
      const wrong = [...english].flatMap(([key, text]) => {
        const expected = [...argumentsOf(compile(text))].sort().join(", ");
        const found = [...argumentsOf(compile(translated.get(key) ?? ""))].sort().join(", ");
        return expected === found ? [] : [`${key}: ${found} instead of ${expected}`];
      });
      expect(wrong).toEqual([]);
    });

    it("repeats English only where there is a reason", () => {
      const reasons = sameOnPurpose[language] ?? {};
      const same = [...english]
        // What has no word of its own (a unit, a code, an argument alone) is the same everywhere.
        .filter(
          ([key, text]) =>
            translated.get(key) === text && /\p{L}{2,}/u.test(text.replace(/\{\w+\}|<[^>]*>/g, "")),
        )
        .map(([key]) => key);
      expect(same.filter((key) => !(key in reasons))).toEqual([]);
      expect(
        Object.keys(reasons).filter((key) => !same.includes(key)),
        "reasons that nothing needs",
      ).toEqual([]);
    });

    it("knows both forms of what is counted", () => {
      for (const [key, text] of translated)
        for (const _ of pluralsOf(text)) expect(text, key).toMatch(/\bone \{[\s\S]*\bother \{/);
    });
  },
);

describe.each(Object.keys(languages))("every message in %s", (language) => {
  if (!isLanguage(language)) return;
  const messages = [...flat(translations[language])];

  it("says something", () => {
    expect(messages.filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  it("can be read, formats no figure or date by itself, and chooses no words by select", () => {
    const forbidden = messages.flatMap(([key, text]) =>
      [...argumentsOf(compile(text))]
        .filter((argument) => /: (select|ordinal|number|date|time)$/.test(argument))
        .map((argument) => `${key}, ${argument}`),
    );
    expect(forbidden).toEqual([]);
  });

  it("is calm", () => {
    expect(messages.filter(([, text]) => /[!¡]/.test(text)).map(([key]) => key)).toEqual([]);
  });

  it("names its own language", () => {
    expect(translatorFor(language)("words.language")).toBe(language);
  });
});

describe("compiledMessages", () => {
  it("gives the domains that were asked for, and all without a wish", () => {
    expect(Object.keys(compiledMessages("de", ["shell", "home"]))).toEqual(["shell", "home"]);
    expect(Object.keys(compiledMessages("es"))).toEqual(domains);
  });

  it("compiles a message once", () => {
    expect(compiledMessages("de", ["home"]).home).toBe(compiledMessages("de", ["home"]).home);
  });
});

describe("figures and times in other languages", async () => {
  const { formatAmount, formatCompact, formatCount } = await import("../format/amount");
  const { durationWords, longDay, relativeTime } = await import("../format/time");
  const { parseAmount } = await import("../format/parse-amount");
  const { countryName } = await import("../domain/countries");
  const de = translatorFor("de");
  const es = translatorFor("es");
  const en = translatorFor("en");

  it("separate decimals by a point and thousands by a narrow space, and read both again", () => {
    const text = formatAmount(1_234_567_500000n, { decimals: 6 }, de);
    expect(text).toBe("1\u202f234\u202f567.5");
    expect(parseAmount(text, 6, de)).toEqual({ ok: true, value: 1_234_567_500000n });
    expect(formatCount(12_000, es)).toBe("12\u202f000");
    expect(formatCount(12_000, en)).toBe("12,000");
  });

  it("say large amounts in the words of the language", () => {
    expect(formatCompact(3_000_000_000n, { decimals: 0 }, de)).toBe("3 Mrd.");
    expect(formatCompact(3_000_000_000n, { decimals: 0 }, es)).toBe("3 mil millones");
    expect(formatCompact(3_000_000_000n, { decimals: 0 }, en)).toBe("3 billion");
  });

  it("say times and lengths in the language", () => {
    expect(relativeTime(1_000_000, 1_007_200, de)).toBe("vor 2 Stunden");
    expect(relativeTime(1_000_000, 1_007_200, es)).toBe("hace 2 horas");
    expect(relativeTime(1_000_000, 1_000_001, en)).toBe("just now");
    expect(durationWords(2 * 86_400 + 4 * 3_600, de)).toBe("2 Tage 4 Stunden");
    expect(durationWords(86_400, es)).toBe("1 día");
    expect(longDay(1_800_000_000, de)).toBe("15. Januar 2027");
  });

  it("name countries in the language", () => {
    expect(countryName(276, de)).toBe("Deutschland");
    expect(countryName(276, es)).toBe("Alemania");
    expect(countryName(999, de)).toBe("Land 999");
  });

  it("refuse an amount in the language", () => {
    expect(parseAmount("1,5", 18, de)).toEqual({
      ok: false,
      reason: "Schreiben Sie Nachkommastellen mit einem Punkt, wie in 1.5.",
    });
    expect(parseAmount("1.1234567", 6, en)).toEqual({
      ok: false,
      reason: "At most 6 digits after the point.",
    });
  });
});

it.each(Object.keys(languages).filter(isLanguage))("can all be handed to a browser: %s", (language) => {
  const strange: unknown[] = [];
  JSON.stringify(compiledMessages(language), (_, value: unknown) => {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    if (isObject && Object.getPrototypeOf(value) !== Object.prototype) strange.push(value);
    return value;
  });
  expect(strange).toEqual([]);
});
