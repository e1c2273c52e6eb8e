/** The languages that the app speaks, each by its own name. */
export const languages = { en: "English", de: "Deutsch", es: "Español" } as const;

/** A language of the app: an ISO 639 code, and the value of `<html lang>`. */
export type Language = keyof typeof languages;

/** The cookie in which a person's choice lies. */
export const languageCookie = "qti-language";

const fallback: Language = "en";

/** Whether a text is the code of a language that this app speaks. */
export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && Object.hasOwn(languages, value);
}

/**
 * The language to answer in: what a person chose, else the first that their browser asks for and this app speaks.
 *
 * @example
 * languageFor({ chosen: undefined, accepted: "fr-CH, de;q=0.8, en;q=0.5" }) // "de"
 */
export function languageFor(asked: {
  chosen: string | null | undefined;
  accepted: string | null | undefined;
}): Language {
  if (isLanguage(asked.chosen)) return asked.chosen;
  const wishes = (asked.accepted ?? "")
    .split(",")
    .map((wish) => {
      const [range = "", ...parameters] = wish.trim().split(";");
      const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return {
        code: range.split("-")[0]?.toLowerCase(),
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter(({ quality }) => quality > 0)
    // Stable: of two that are wished for alike, the one said first.
    .sort((a, b) => b.quality - a.quality);
  return wishes.map(({ code }) => code).find(isLanguage) ?? fallback;
}
