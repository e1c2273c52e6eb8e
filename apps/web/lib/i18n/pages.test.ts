import { describe, expect, it } from "vitest";
import { domains } from "./compiled";
import { frameDomains } from "./page";
import { literalsOf, reachableFrom, sourceOf, sourcesBelow } from "./sources";

const inFrame = new Set<string>(frameDomains);

/** The domains whose messages a file and all that it brings along say. */
function domainsOf(files: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const file of files)
    for (const text of literalsOf(file)) {
      const domain = /^(\w+)\.\w/.exec(text)?.[1];
      if (domain && domains.some((known) => known === domain)) found.add(domain);
    }
  return found;
}

const pages = sourcesBelow("app").filter((file) => file.endsWith("/page.tsx"));

describe.each(pages)("%s", (page) => {
  const listed = /<PageMessages of=\{\[([^\]]*)\]\}/.exec(sourceOf(page).text)?.[1];
  const given = new Set((listed ?? "").match(/\w+/g) ?? []);
  const files = reachableFrom(page);
  const needed = new Set([...domainsOf(files)].filter((domain) => !inFrame.has(domain)));

  it("hands over the messages of every domain that it speaks", () => {
    expect([...needed].filter((domain) => !given.has(domain))).toEqual([]);
  });

  it("hands over no domain for nothing", () => {
    expect([...given].filter((domain) => !needed.has(domain))).toEqual([]);
  });
});

describe("the frame", () => {
  it("speaks its own domains only, which every page has", () => {
    const files = [...reachableFrom("app/layout.tsx"), ...reachableFrom("app/error.tsx")].filter(
      (file) => !file.startsWith("lib/i18n/") && !file.startsWith("i18n/"),
    );
    expect([...domainsOf(files)].filter((domain) => !inFrame.has(domain))).toEqual([]);
  });
});

describe("messages", () => {
  it("are brought along by the server's part of the languages and nothing else", () => {
    const wrong = ["app", "components", "lib", "i18n"].flatMap(sourcesBelow).filter((file) => {
      const imports = /^import (?!type )[^;]*from "@\/messages\//m.test(sourceOf(file).text);
      return imports && file !== "lib/i18n/compiled.ts";
    });
    expect(wrong).toEqual([]);
  });
});
