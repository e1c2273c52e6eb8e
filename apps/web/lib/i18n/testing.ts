import { createTranslator } from "next-intl";
import { translations } from "./compiled";
import type { Language } from "./languages";
import type { Translator } from "./translator";

/** A translator for tests, with all messages of a language. */
export function translatorFor(language: Language): Translator {
  const translate: unknown = createTranslator({
    locale: language,
    timeZone: "UTC",
    messages: translations[language],
    onError: (error) => {
      throw error;
    },
  });
  return translate as Translator;
}
