import { describe, expect, it } from "vitest";
import { joining, meet, type Preferences } from "./preferences";

const german: Preferences = { theme: "dark", language: "de" };
const english: Preferences = { theme: "light", language: "en" };

describe("language and theme of a browser and of the vault", () => {
  it("are the browser's where the vault has none", () => {
    const vault = { theme: "", language: "" } as const;
    expect(meet({ agreed: joining({ here: english, vault }), here: english, vault })).toEqual({
      next: english,
      conflicts: [],
    });
  });

  it("are the vault's when a browser joins", () => {
    const agreed = joining({ here: english, vault: german });
    expect(meet({ agreed, here: english, vault: german })).toEqual({ next: german, conflicts: [] });
  });

  it("follow whoever changed one, each on its own", () => {
    const here = { ...english, theme: "dark" } as const;
    const vault = { ...english, language: "es" };
    expect(meet({ agreed: english, here, vault })).toEqual({
      next: { theme: "dark", language: "es" },
      conflicts: [],
    });
  });

  it("are for the person where both changed the same", () => {
    const here = { ...english, language: "es" };
    const { conflicts } = meet({ agreed: english, here, vault: german });
    expect(conflicts).toEqual([{ field: "preferences.language", base: "en", mine: "es", theirs: "de" }]);
  });
});
