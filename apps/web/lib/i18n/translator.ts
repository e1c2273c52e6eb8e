import type { useTranslations } from "next-intl";
import type { en } from "@/messages/en";
import { isLanguage, type Language } from "./languages";

declare module "next-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: typeof en;
  }
}

/**
 * Says a message by its key, `t("home.title")`, in the language of whoever reads: what `useTranslations()` and
 * `await getTranslations()` give. Plain functions that word something take one as their last argument.
 */
export type Translator = ReturnType<typeof useTranslations<never>>;

/** The language that a translator speaks, for what the browser itself can write. English where there is none. */
export function languageOf(t: Translator): Language {
  const language = t("words.language");
  return isLanguage(language) ? language : "en";
}
