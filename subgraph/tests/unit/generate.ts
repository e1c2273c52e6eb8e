import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { keccak256, toHex } from "viem/utils";
import {
  type EventItem,
  eventsOf,
  type Parameter,
  sourceNamed,
  testSignature,
} from "../../scripts/lib/abi.ts";
import { AbiError } from "../../scripts/lib/errors.ts";
import { placeholders } from "../../scripts/lib/manifest.ts";
import { sharedTxHash, type TestBlock, type TestCase, word } from "./case.ts";
import type { TestEvent } from "./events.ts";
import { flattened, hasStruct } from "./flat.ts";

type Json = string | number | boolean | readonly Json[];

/** Writes each case as a file of `gnd test` and answers their names. */
export function generateTests(cases: readonly TestCase[], folder: string): readonly string[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return cases.map((testCase, index) => {
    const name = `${String(index).padStart(3, "0")}-${testCase.of.replace(".", "-")}.json`;
    writeFileSync(path.join(folder, name), JSON.stringify(toGndTest(testCase, index), undefined, 2));
    return name;
  });
}

function toGndTest({ of, name, blocks, expect }: TestCase, index: number) {
  return {
    name: `${of}: ${name}`,
    blocks: blocks.map((block) => ({
      number: block.number,
      // graph-node remembers answers by block hash, also from one test to the next.
      hash: keccak256(toHex(`${index}/${block.number}`)),
      timestamp: block.time,
      events: block.events.map((event, place) => toGndEvent(event, place, block)),
    })),
    assertions: expect.map(({ query, answer }) => ({ query, expected: answer })),
  };
}

function toGndEvent(event: TestEvent, index: number, block: TestBlock) {
  const { source, item } = lookUp(event);
  const own = source.contract === undefined ? undefined : placeholders[source.contract];
  const address = event.at ?? own;
  if (address === undefined)
    throw new AbiError(`${event.name} comes from a template: say which contract emits it.`);
  const emitted = hasStruct(item) ? flattened(item) : item;
  const values = fieldsOf(event.params, item.inputs, event);
  return {
    address,
    event: testSignature(emitted),
    params: Object.fromEntries(emitted.inputs.map((input, place) => [input.name, values[place]])),
    txHash: event.tx === undefined ? word((block.number << 12) + index) : sharedTxHash(event.tx),
  };
}

function lookUp(event: TestEvent): { source: ReturnType<typeof sourceNamed>; item: EventItem } {
  const [sourceName = "", eventName = ""] = event.name.split(".");
  const source = sourceNamed(sourceName);
  const item = eventsOf(source).find((each) => each.name === eventName);
  if (item === undefined) throw new AbiError(`The manifest does not handle ${event.name}.`);
  return { source, item };
}

/** The values in the order of the contract, structs opened, after making sure that none is missing or too many. */
function fieldsOf(given: object, inputs: readonly Parameter[], event: TestEvent): readonly Json[] {
  const fields = new Map<string, unknown>(Object.entries(given));
  const wanted = inputs.map(fieldName).sort().join(", ");
  const have = [...fields.keys()].sort().join(", ");
  if (wanted !== have) throw new AbiError(`${event.name} carries ${wanted}; its fixture gives ${have}.`);
  return inputs.flatMap((input) => {
    const value = fields.get(fieldName(input));
    return input.components === undefined
      ? [encode(value, event)]
      : fieldsOf(Object(value), input.components, event);
  });
}

/** Numbers as text, since they may be larger than those of JSON. */
function encode(value: unknown, event: TestEvent): Json {
  if (Array.isArray(value)) return value.map((each) => encode(each, event));
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  throw new AbiError(`The fixture of ${event.name} holds ${String(value)}, which no event does.`);
}

/** Names that AssemblyScript cannot use end in an underscore in the ABI that mappings see. */
function fieldName(input: Parameter): string {
  return input.name.replace(/_$/, "");
}
