"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "@/lib/use-theme";

const options = [
  { choice: "system", icon: Monitor },
  { choice: "light", icon: Sun },
  { choice: "dark", icon: Moon },
] as const;

/** Light, dark, or what the system says. */
export function ThemeChoiceGroup() {
  const t = useTranslations();
  const { chosen, choose } = useTheme();
  return (
    <fieldset>
      <legend className="sr-only">{t("settings.theme.title")}</legend>
      <div className="grid max-w-md grid-cols-3 gap-2">
        {options.map(({ choice, icon: Icon }) => (
          <label
            key={choice}
            className="grid min-h-20 cursor-pointer content-center justify-items-center gap-2 text-center rounded-md border border-rule-strong p-2 text-sm hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="theme"
              className="sr-only"
              checked={chosen === choice}
              onChange={() => choose(choice)}
            />
            <Icon aria-hidden className="size-5" />
            {t(`settings.theme.${choice}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
