import { describe, expect, it } from "vitest";
import { languageFor } from "./languages";

describe("languageFor", () => {
  it("follows a choice before anything else", () => {
    expect(languageFor({ chosen: "es", accepted: "de" })).toBe("es");
  });

  it.each([
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["fr-CH, de;q=0.8, en;q=0.5", "de"],
    ["en;q=0.5, es-419;q=0.9", "es"],
    ["DE", "de"],
    ["de;q=0, es;q=0.1", "es"],
    ["fr, it", "en"],
    ["*", "en"],
    ["", "en"],
    ["toString, constructor;q=0.9", "en"],
  ])("hears what the browser asks for: %s", (accepted, language) => {
    expect(languageFor({ chosen: undefined, accepted })).toBe(language);
  });

  it("does not follow a cookie that names no language of this app", () => {
    expect(languageFor({ chosen: "fr", accepted: "de" })).toBe("de");
    expect(languageFor({ chosen: "__proto__", accepted: null })).toBe("en");
  });
});
