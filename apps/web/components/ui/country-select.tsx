"use client";

import type { ComponentProps } from "react";
import { countries } from "@/lib/domain/countries";
import { useHydrated } from "@/lib/use-hydrated";
import { Select } from "./input";

/** A choice of all countries. The names are the browser's own, which the server may know under older ones. */
export function CountrySelect(props: ComponentProps<"select">) {
  const hydrated = useHydrated();
  return (
    <Select {...props}>
      <option value="" disabled>
        Choose
      </option>
      {hydrated &&
        countries.map(({ numeric, name }) => (
          <option key={numeric} value={numeric}>
            {name}
          </option>
        ))}
    </Select>
  );
}
