import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { countriesByName, countryName } from "./countries";

const t = translatorFor("en");

describe("countryName", () => {
  it.each([
    [276, "Germany"],
    [756, "Switzerland"],
    [840, "United States"],
    [4, "Afghanistan"],
  ])("knows %d", (numeric, name) => {
    expect(countryName(numeric, t)).toBe(name);
  });

  it("shows the number of a country it does not know", () => {
    expect(countryName(999, t)).toBe("Country 999");
  });
});

describe("countriesByName", () => {
  it("are all there, once, in the order of their names", () => {
    const countries = countriesByName(t);
    expect(countries).toHaveLength(249);
    expect(new Set(countries.map(({ numeric }) => numeric)).size).toBe(249);
    expect(countries[0]?.name).toBe("Afghanistan");
  });
});
