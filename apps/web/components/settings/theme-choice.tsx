"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { isThemeChoice, type ThemeChoice, themeStorageKey } from "@/lib/theme";

const options = [
  { choice: "system", icon: Monitor },
  { choice: "light", icon: Sun },
  { choice: "dark", icon: Moon },
] as const;

function subscribe(listener: () => void): () => void {
  window.addEventListener("qti:theme", listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener("qti:theme", listener);
    window.removeEventListener("storage", listener);
  };
}

function read(): ThemeChoice {
  const stored = window.localStorage.getItem(themeStorageKey);
  return isThemeChoice(stored) ? stored : "system";
}

/** Light, dark, or what the system says. The script in the head of the page hears the event and repaints. */
export function ThemeChoiceGroup() {
  const t = useTranslations();
  const chosen = useSyncExternalStore<ThemeChoice>(subscribe, read, () => "system");
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
              onChange={() => {
                window.localStorage.setItem(themeStorageKey, choice);
                window.dispatchEvent(new Event("qti:theme"));
              }}
            />
            <Icon aria-hidden className="size-5" />
            {t(`settings.theme.${choice}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
