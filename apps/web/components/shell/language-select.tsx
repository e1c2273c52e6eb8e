"use client";

import { useLocale, useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { chooseLanguage } from "@/lib/i18n/choose-language";
import { isLanguage, type Language, languages } from "@/lib/i18n/languages";

/** The languages of the app with their own names, the one in use, and the way to change it without loading the page anew. */
export function useLanguageChoice() {
  const [, startTransition] = useTransition();
  const [chosen, setChosen] = useOptimistic<Language>(useLocale());
  return {
    chosen,
    options: Object.entries(languages).map(([code, name]) => ({ code, name })),
    choose: (code: string) => {
      if (!isLanguage(code)) return;
      startTransition(async () => {
        setChosen(code);
        await chooseLanguage(code);
      });
    },
  };
}

/** A small choice of language, for the foot of every page. */
export function LanguageSelect() {
  const t = useTranslations();
  const { chosen, options, choose } = useLanguageChoice();
  return (
    <select
      aria-label={t("shell.language")}
      value={chosen}
      onChange={(event) => choose(event.target.value)}
      className="min-h-6 cursor-pointer bg-paper hover:text-ink hover:underline"
    >
      {options.map(({ code, name }) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
