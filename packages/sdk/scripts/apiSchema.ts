import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse, type TypeNode } from "graphql";

/**
 * The GraphQL schema that graph-node serves for the entities of a subgraph. graph-node derives it at run time; this
 * derives the part that the SDK's documents use, by the same rules:
 * https://thegraph.com/docs/en/subgraphs/querying/graphql-api/
 */
export function deriveApiSchema(source: string): string {
  const document = parse(source);
  const types = document.definitions.filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION);
  const enums = document.definitions.filter((each) => each.kind === Kind.ENUM_TYPE_DEFINITION);
  const entities = new Set(types.map((type) => type.name.value));
  const enumNames = new Set(enums.map((each) => each.name.value));
  return [
    "scalar BigDecimal\nscalar BigInt\nscalar Bytes\nscalar Int8\nscalar Timestamp",
    "enum OrderDirection { asc desc }",
    "enum Aggregation_interval { hour day }",
    "enum Aggregation_current { exclude include }",
    "input Block_height { hash: Bytes number: Int number_gte: Int }",
    "type _Block_ { hash: Bytes number: Int! timestamp: Int parentHash: Bytes }",
    "type _Meta_ { block: _Block_! deployment: String! hasIndexingErrors: Boolean! }",
    ...enums.map(
      ({ name, values }) =>
        `enum ${name.value} { ${(values ?? []).map((each) => each.name.value).join(" ")} }`,
    ),
    ...types.map((type) => renderType(type, entities)),
    ...types.map((type) => renderFilter(type, entities, enumNames)),
    ...types.map((type) => `enum ${type.name.value}_orderBy { ${fieldNames(type, entities).join(" ")} }`),
    `type Query {\n${types.map(renderQueries).join("\n")}\n  _meta(block: Block_height): _Meta_\n}`,
  ].join("\n\n");
}

const isAggregation = (type: ObjectTypeDefinitionNode) =>
  (type.directives ?? []).some((directive) => directive.name.value === "aggregation");

const listArguments = (name: string) =>
  `skip: Int = 0, first: Int = 100, orderBy: ${name}_orderBy, orderDirection: OrderDirection, where: ${name}_filter`;

function inner(type: TypeNode): { name: string; list: boolean } {
  if (type.kind === Kind.NAMED_TYPE) return { name: type.name.value, list: false };
  const { name, list } = inner(type.type);
  return { name, list: list || type.kind === Kind.LIST_TYPE };
}

function print(type: TypeNode): string {
  if (type.kind === Kind.NAMED_TYPE) return type.name.value;
  return type.kind === Kind.LIST_TYPE ? `[${print(type.type)}]` : `${print(type.type)}!`;
}

function renderType(type: ObjectTypeDefinitionNode, entities: Set<string>): string {
  const field = (each: FieldDefinitionNode) => {
    const { name, list } = inner(each.type);
    const args = list && entities.has(name) ? `(${listArguments(name)})` : "";
    return `  ${each.description ? `${JSON.stringify(each.description.value)}\n  ` : ""}${each.name.value}${args}: ${print(each.type)}`;
  };
  return `type ${type.name.value} {\n${(type.fields ?? []).map(field).join("\n")}\n}`;
}

function fieldNames(type: ObjectTypeDefinitionNode, entities: Set<string>): string[] {
  const plain = (type.fields ?? []).filter(
    (each) => !(inner(each.type).list && entities.has(inner(each.type).name)),
  );
  return plain.map((each) => each.name.value);
}

/** Of graph-node's many filters those that the SDK's documents use; each costs a line of types. */
function renderFilter(type: ObjectTypeDefinitionNode, entities: Set<string>, enumNames: Set<string>): string {
  const lines = (type.fields ?? []).flatMap((each) => {
    const { name, list } = inner(each.type);
    const field = each.name.value;
    if (list) return [];
    const scalar = entities.has(name) ? "String" : name;
    const ordered = !enumNames.has(name) && name !== "Boolean" && !entities.has(name);
    return [
      `${field}: ${scalar}`,
      `${field}_in: [${scalar}!]`,
      ...(ordered ? ["gt", "lt"].map((each) => `${field}_${each}: ${scalar}`) : []),
      ...(name === "String" ? [`${field}_contains_nocase: String`] : []),
    ];
  });
  const own = `${type.name.value}_filter`;
  return `input ${own} {\n  ${[...lines, `and: [${own}!]`, `or: [${own}!]`].join("\n  ")}\n}`;
}

function renderQueries(type: ObjectTypeDefinitionNode): string {
  const name = type.name.value;
  const one = `${name[0]?.toLowerCase() ?? ""}${name.slice(1)}`;
  // graph-node gives a name that is its own plural another one, so that both queries can stand side by side.
  const many = one.endsWith("s")
    ? `${one}_collection`
    : one.endsWith("y")
      ? `${one.slice(0, -1)}ies`
      : `${one}s`;
  if (isAggregation(type)) {
    return `  ${many}(interval: Aggregation_interval!, current: Aggregation_current, ${listArguments(name)}, block: Block_height): [${name}!]!`;
  }
  return [
    `  ${one}(id: ID!, block: Block_height): ${name}`,
    `  ${many}(${listArguments(name)}, block: Block_height): [${name}!]!`,
  ].join("\n");
}
