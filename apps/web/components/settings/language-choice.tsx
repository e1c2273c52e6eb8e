"use client";

import { useTranslations } from "next-intl";
import { useLanguageChoice } from "@/components/shell/language-select";

/** The languages that the app speaks, each by its own name. */
export function LanguageChoiceGroup() {
  const t = useTranslations();
  const { chosen, options, choose } = useLanguageChoice();
  return (
    <fieldset>
      <legend className="sr-only">{t("settings.language.title")}</legend>
      <div className="grid max-w-md grid-cols-3 gap-2">
        {options.map(({ code, name }) => (
          <label
            key={code}
            lang={code}
            className="grid min-h-12 cursor-pointer content-center justify-items-center rounded-md border border-rule-strong p-2 text-sm hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="language"
              className="sr-only"
              checked={chosen === code}
              onChange={() => choose(code)}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
