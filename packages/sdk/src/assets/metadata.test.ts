import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MetadataInvalidError } from "../errors/metadata.ts";
import { decodeMetadata } from "./decodeMetadata.ts";
import { encodeMetadata } from "./encodeMetadata.ts";

const metadata = {
  name: "Harbour 7",
  description: "A warehouse in Rotterdam.\nLet to 2034 – „fully“.",
  location: "Rotterdam",
  links: [{ label: "Prospectus", url: "https://example.com/harbour?7=%20" }],
};
const raw = (json: string) => `data:application/json,${encodeURIComponent(json)}`;

describe("encodeMetadata", () => {
  test("default", () => {
    const uri = encodeMetadata(metadata);
    expect(uri).toMatch(/^data:application\/json,%7B/);
    expect(decodeMetadata(uri)).toEqual({ ok: true, metadata });
  });

  test("error: MetadataInvalidError for a link that is not https", () => {
    const links = [{ label: "x", url: "javascript:alert(1)" }];
    expect(() => encodeMetadata({ ...metadata, links })).toThrow(MetadataInvalidError);
  });

  test("error: MetadataInvalidError for more than the registry takes", () => {
    expect(() => encodeMetadata({ ...metadata, description: "ä".repeat(3000) })).toThrow(
      MetadataInvalidError,
    );
  });
});

describe("decodeMetadata", () => {
  test.each([
    ["another scheme", "https://example.com/metadata.json"],
    ["another type", "data:text/html,<script>alert(1)</script>"],
    ["base64", `data:application/json;base64,${btoa("{}")}`],
    ["broken percent-encoding", "data:application/json,%E0%A4%A"],
    ["broken JSON", raw("{")],
    ["no object", raw("[1]")],
    ["missing fields", raw("{}")],
    ["a wrong type", raw('{"name":{},"description":""}')],
    ["control characters", raw('{"name":"a\\u0000b","description":""}')],
    [
      "a script link",
      raw('{"name":"a","description":"","links":[{"label":"x","url":"javascript:alert(1)"}]}'),
    ],
    ["a data link", raw('{"name":"a","description":"","links":[{"label":"x","url":"data:text/html,x"}]}')],
    ["too much", `data:application/json,${"a".repeat(9000)}`],
  ])("behavior: refuses %s without throwing", (_, uri) => {
    const decoded = decodeMetadata(uri);
    expect(decoded.ok).toBe(false);
    expect(decoded).toHaveProperty("reason", expect.stringMatching(/^(It|The field) .+\.$/));
  });

  test("behavior: drops fields that it does not know", () => {
    const decoded = decodeMetadata(raw('{"name":"a","description":"","html":"<b>","__proto__":{"x":1}}'));
    expect(decoded).toEqual({ ok: true, metadata: { name: "a", description: "" } });
  });

  test("behavior: never throws, whatever a stranger wrote", () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeMetadata(text)));
    fc.assert(fc.property(fc.jsonValue(), (value) => void decodeMetadata(raw(JSON.stringify(value)))));
  });
});
