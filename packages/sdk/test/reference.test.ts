import ts from "typescript";
import { expect, test } from "vitest";
import { outdated, readEntries, renderReference } from "../scripts/docs.ts";

const entries = readEntries();

test("behavior: docs/api is what the TSDoc says today", () => {
  expect(outdated(renderReference(entries)), 'run "pnpm docs" in packages/sdk').toEqual([]);
});

test("behavior: the reference names no place of this machine and no day", () => {
  const text = [...renderReference(entries).values()].join("\n");
  expect(text).not.toMatch(/\/work\/|\/home\/|file:\/\/|node_modules/);
  expect(text).not.toMatch(/\{@link/);
  expect(text).not.toMatch(/undefined\.md|Invalid Date/);
});

test("behavior: links lead to a heading", () => {
  const files = renderReference(entries);
  const headings = new Map(
    [...files].map(([name, text]) => [
      name,
      new Set([...text.matchAll(/^### (\w+)$/gm)].map(([, heading = ""]) => heading.toLowerCase())),
    ]),
  );
  const links = [...files].flatMap(([page, text]) =>
    [...text.matchAll(/\]\(([\w.]*)#(\w+)\)/g)].map(([, to = "", anchor = ""]) => ({
      page,
      to: to || page,
      anchor,
    })),
  );
  expect(links.length).toBeGreaterThan(500);
  expect(links.filter(({ to, anchor }) => !headings.get(to)?.has(anchor))).toEqual([]);
});

test("behavior: whatever is exported says what it is", () => {
  const silent = entries
    // Records are another domain's; what the subgraph's schema names is described there.
    .filter(({ name }) => !name.startsWith("records"))
    .flatMap(({ name, exports }) => exports.map((each) => ({ entry: name, ...each })))
    .filter(({ file }) => !file.startsWith("generated/"))
    .filter(({ declaration }) => !ts.getJSDocCommentsAndTags(declaration).some(ts.isJSDoc));
  expect(silent.map(({ entry, name }) => `${entry} ${name}`)).toEqual([]);
});
