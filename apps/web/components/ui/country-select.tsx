"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { countriesByName } from "@/lib/domain/countries";
import { useHydrated } from "@/lib/use-hydrated";
import { Select } from "./input";

/** A choice of all countries. The names are the browser's own, which the server may know under older ones. */
export function CountrySelect(props: ComponentProps<"select">) {
  const t = useTranslations();
  const hydrated = useHydrated();
  return (
    <Select {...props}>
      <option value="" disabled>
        {t("ui.choose")}
      </option>
      {hydrated &&
        countriesByName(t).map(({ numeric, name }) => (
          <option key={numeric} value={numeric}>
            {name}
          </option>
        ))}
    </Select>
  );
}
