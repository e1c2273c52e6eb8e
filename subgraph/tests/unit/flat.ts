import path from "node:path";
import { type EventItem, eventsOf, type Parameter } from "../../scripts/lib/abi.ts";
import type { Extra } from "../../scripts/lib/build.ts";
import type { Source } from "../../scripts/lib/sources.ts";

/**
 * `gnd test` cannot write a log that holds a struct. Events with one are therefore emitted flat in unit tests, each field of
 * the struct a parameter of its own, and a mapping that only the test build has folds them and calls the shipped handler.
 * Logs with real structs are the business of the integration tests.
 */
export function flatExtra(sources: readonly Source[]): Extra {
  const flat = sources.flatMap((source) => {
    const events = eventsOf(source).filter(hasStruct);
    return events.length === 0 ? [] : [{ source, events }];
  });
  return {
    sources: flat.map(({ source, events }) => ({
      ...source,
      name: flatName(source.name),
      abi: { events: events.map(flattened) },
      mapping: mappingOf(source),
      events: Object.fromEntries(events.map(({ name }) => [flatName(name), `handle${flatName(name)}`])),
    })),
    files: Object.fromEntries(
      flat.map(({ source, events }) => [`src/${mappingOf(source)}`, foldingMapping(source, events)]),
    ),
  };
}

/** Name of the source, or the event, that stands for one with a struct. */
export const flatName = (name: string): string => `Flat${name}`;
const mappingOf = (source: Source): string => `flat-${source.name}.ts`;

/** Whether an event holds a struct. */
export const hasStruct = (event: EventItem): boolean =>
  event.inputs.some(({ components }) => components !== undefined);

/** The same event with each struct opened, its name told apart. */
export function flattened(event: EventItem): EventItem {
  return { ...event, name: flatName(event.name), inputs: event.inputs.flatMap((input) => opened(input, "")) };
}

function opened(input: Parameter, prefix: string): Parameter[] {
  const name = `${prefix}${input.name}`;
  if (input.components === undefined) return [{ ...input, name }];
  return input.components.flatMap((component) => opened(component, `${name}_`));
}

function foldingMapping(source: Source, events: readonly EventItem[]): string {
  const { name, mapping } = source;
  const names = events.map((event) => event.name);
  return `import { ethereum } from "@graphprotocol/graph-ts";
import { ${names.map(flatName).join(", ")} } from "../generated/${flatName(name)}/${flatName(name)}";
import { ${names.join(", ")} } from "../generated/${name}/${name}";
import { ${names.map((each) => source.events[each]).join(", ")} } from "./${path.parse(mapping).name}";

function struct(values: ethereum.Value[]): ethereum.Value {
  return ethereum.Value.fromTuple(changetype<ethereum.Tuple>(values));
}

function folded(event: ethereum.Event, values: ethereum.Value[]): ethereum.Event {
  const parameters: ethereum.EventParam[] = [];
  for (let i = 0; i < values.length; i++) parameters.push(new ethereum.EventParam("", values[i]));
  return new ethereum.Event(event.address, event.logIndex, event.transactionLogIndex, event.logType, event.block,
    event.transaction, parameters, event.receipt);
}
${events.map((event) => foldingHandler(event, source)).join("")}`;
}

function foldingHandler(event: EventItem, source: Source): string {
  let next = 0;
  const value = (input: Parameter): string =>
    input.components === undefined
      ? `flat[${next++}].value`
      : `struct([${input.components.map(value).join(", ")}])`;
  return `
export function handle${flatName(event.name)}(event: ${flatName(event.name)}): void {
  const flat = event.parameters;
  ${source.events[event.name]}(changetype<${event.name}>(folded(event, [${event.inputs.map(value).join(", ")}])));
}
`;
}
