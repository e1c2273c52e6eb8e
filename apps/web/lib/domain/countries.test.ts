import { describe, expect, it } from "vitest";
import { countriesByName, countryName } from "./countries";

describe("countryName", () => {
  it.each([
    [276, "Germany"],
    [756, "Switzerland"],
    [840, "United States"],
    [4, "Afghanistan"],
  ])("knows %d", (numeric, name) => {
    expect(countryName(numeric)).toBe(name);
  });

  it("shows the number of a country it does not know", () => {
    expect(countryName(999)).toBe("Country 999");
  });
});

describe("countriesByName", () => {
  it("are all there, once, in the order of their names", () => {
    const countries = countriesByName();
    expect(countries).toHaveLength(249);
    expect(new Set(countries.map(({ numeric }) => numeric)).size).toBe(249);
    expect(countries[0]?.name).toBe("Afghanistan");
  });
});
