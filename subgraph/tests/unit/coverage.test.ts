import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allEventsOf } from "../../scripts/lib/abi.ts";
import { sources } from "../../scripts/lib/sources.ts";
import { cases } from "./cases.ts";

const events = sources.flatMap((source) =>
  Object.keys(source.events).map((event) => `${source.name}.${event}`),
);

test("behavior: every event of the manifest has a unit test of its own", () => {
  const tested = new Set<string>(cases.map(({ of }) => of));
  expect(events.filter((event) => !tested.has(event))).toEqual([]);
});

test("behavior: every event of the contracts is indexed, or left out for a reason that is written down", () => {
  for (const source of sources) {
    const known = [...Object.keys(source.events), ...Object.keys(source.ignored ?? {})].sort();
    expect([
      source.name,
      ...allEventsOf(source)
        .map(({ name }) => name)
        .sort(),
    ]).toEqual([source.name, ...known]);
  }
});

test("behavior: every unit test emits the event that it is a test of, and expects something", () => {
  const idle = cases.filter(({ of, blocks, expect: expectations }) => {
    const emitted = blocks.some((block) => block.events.some(({ name }) => name === of));
    return !emitted || expectations.length === 0;
  });
  expect(idle.map(({ of, name }) => `${of}: ${name}`)).toEqual([]);
});

test("behavior: every handler that the manifest names is exported by its mapping, and no other", () => {
  for (const mapping of new Set(sources.map((source) => source.mapping))) {
    const text = readFileSync(new URL(`../../src/${mapping}`, import.meta.url), "utf8");
    const exported = [...text.matchAll(/^export function (handle\w+)/gm)].map(([, name]) => name).sort();
    const named = sources
      .filter((source) => source.mapping === mapping)
      .flatMap((source) => Object.values(source.events))
      .sort();
    expect(exported).toEqual(named);
  }
});
