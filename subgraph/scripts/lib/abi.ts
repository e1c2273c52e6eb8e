import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { AbiError } from "./errors.ts";
import { folders } from "./folders.ts";
import { type AbiOrigin, type Source, sources } from "./sources.ts";

/** One parameter of an event, or component of a struct in it. */
export type Parameter = {
  name: string;
  type: string;
  indexed?: boolean | undefined;
  components?: Parameter[] | undefined;
};

const parameter: z.ZodType<Parameter> = z.lazy(() =>
  z.object({
    name: z.string(),
    type: z.string(),
    indexed: z.boolean().optional(),
    components: z.array(parameter).optional(),
  }),
);
const eventItem = z.object({
  type: z.literal("event"),
  name: z.string(),
  // graph-node insists on it.
  anonymous: z.boolean().default(false),
  inputs: z.array(parameter),
});
const artifact = z.object({ abi: z.array(z.looseObject({ type: z.string() })) });

/** One event of an ABI. */
export type EventItem = z.infer<typeof eventItem>;

// graph-cli makes a getter of each component's name, and AssemblyScript's parser stumbles over these. A name is no part of
// an event's signature.
const reserved = new Set(["class", "enum", "function", "import", "interface", "new", "this"]);

const fromContracts = createRequire(path.join(folders.contracts, "package.json"));

/**
 * The events that a source handles, and nothing else of the contract: with no function in the ABI, graph-cli generates
 * no binding for one, and a mapping cannot call the chain even by mistake.
 */
export function eventsOf(source: Source): readonly EventItem[] {
  const events = allEventsOf(source);
  return Object.keys(source.events).map((name) => {
    const event = events.find((each) => each.name === name);
    if (event === undefined) throw new AbiError(`The ABI of ${source.name} has no event ${name}.`);
    return { ...event, inputs: event.inputs.map(withUsableNames) };
  });
}

/** All events of the ABI of a source. */
export function allEventsOf({ abi }: Source): readonly EventItem[] {
  return "events" in abi ? abi.events : readEvents(abi);
}

function withUsableNames(input: Parameter): Parameter {
  const name = reserved.has(input.name) ? `${input.name}_` : input.name;
  return { ...input, name, ...(input.components && { components: input.components.map(withUsableNames) }) };
}

/** The source with this name in the manifest. */
export function sourceNamed(name: string): Source {
  const source = sources.find((each) => each.name === name);
  if (source === undefined) throw new AbiError(`The manifest has no source ${name}.`);
  return source;
}

function readEvents(origin: Exclude<AbiOrigin, { events: unknown }>): readonly EventItem[] {
  const file =
    "module" in origin
      ? fromContracts.resolve(origin.module)
      : path.join(folders.contracts, "artifacts/src/interfaces", origin.artifact);
  try {
    const { abi } = artifact.parse(JSON.parse(readFileSync(file, "utf8")));
    return z.array(eventItem).parse(abi.filter(({ type }) => type === "event"));
  } catch (cause) {
    throw new AbiError(
      `Cannot read the ABI in ${file}: build the contracts first (pnpm --filter @qti/contracts build).`,
      {
        cause,
      },
    );
  }
}

/** The event as a manifest names it: `Transfer(indexed address,indexed address,uint256)`. */
export function manifestSignature(event: EventItem): string {
  const inputs = event.inputs.map(
    (input) => `${input.indexed === true ? "indexed " : ""}${canonicalType(input)}`,
  );
  return `${event.name}(${inputs.join(",")})`;
}

/** The event as `gnd test` names it: `Transfer(address indexed from, ...)`, structs as tuples. */
export function testSignature(event: EventItem): string {
  const inputs = event.inputs.map(
    (input) => `${canonicalType(input)}${input.indexed === true ? " indexed" : ""} ${input.name}`,
  );
  return `${event.name}(${inputs.join(", ")})`;
}

function canonicalType({ type, components }: Parameter): string {
  if (!type.startsWith("tuple")) return type;
  return `(${(components ?? []).map(canonicalType).join(",")})${type.slice("tuple".length)}`;
}
