import ts from "typescript";
import type { Entry, Exported } from "./exports.ts";

/** Pages by name, and on each what of which entry it shows. */
export type Pages = ReadonlyMap<string, ReadonlyMap<Entry, readonly Exported[]>>;

const generated = "<!-- Generated from the TSDoc of packages/sdk by `pnpm docs`. Do not edit. -->";

/** A page: its entries, in each first what runs, then what it is given and gives. */
export function renderPage(page: string, pages: Pages): string {
  const link = linker(page, pages);
  const shown = new Set<Exported["declaration"]>();
  const parts = [...(pages.get(page) ?? [])].flatMap(([entry, exports]) => {
    const again = exports.filter(({ declaration }) => shown.has(declaration)).map(({ name }) => link(name));
    const sections = exports.flatMap((each) =>
      shown.has(each.declaration) ? [] : sectionOf(each, exports, link),
    );
    for (const { declaration } of exports) shown.add(declaration);
    return [
      `## \`${specifier(entry)}\``,
      ...(again.length > 0 ? [`From above: ${again.join(", ")}.`] : []),
      ...["run", "row", "type"].flatMap((kind) => {
        const texts = sections.filter((section) => section.kind === kind).map(({ text }) => text);
        return kind === "row" && texts.length > 0 ? [texts.join("\n")] : texts;
      }),
    ];
  });
  return `${[generated, `# ${page}`, ...parts].join("\n\n")}\n`;
}

/** The page that leads to all pages. */
export function renderIndex(pages: Pages, names: readonly string[]): string {
  const rows = names.map((name) => {
    const entries = [...(pages.get(name) ?? [])].map(([entry]) => `\`${specifier(entry)}\``);
    const count = [...(pages.get(name) ?? [])].reduce((sum, [, exports]) => sum + exports.length, 0);
    return `| [${name}](${name}.md) | ${entries.join(", ")} | ${count} |`;
  });
  return [
    generated,
    "",
    "# Reference of @qti/sdk",
    "",
    "What each entry exports, a page a domain. How to begin stands in [packages/sdk](../../packages/sdk/README.md). The entries",
    "`@qti/sdk/abis` and `@qti/sdk/addresses` are constants made from the contracts and have no page.",
    "",
    "Every write `x(client, parameters)` has `x.call`, `x.simulate`, `x.estimateGas`, `x.extractEvent` and a twin `xSync` that waits;",
    "[core](core.md#write) says what each answers. Besides its own parameters it takes those of [WriteOptions](core.md#writeoptions),",
    "the twin those of [WaitOptions](core.md#waitoptions) as well.",
    "",
    "| page | entries | exports |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

const specifier = ({ name }: Entry) => (name === "" ? "@qti/sdk" : `@qti/sdk/${name}`);

type Section = { kind: "run" | "row" | "type"; text: string };

type Link = (name: string) => string;

function sectionOf(each: Exported, all: readonly Exported[], link: Link): Section[] {
  const { name, declaration } = each;
  if (ts.isTypeAliasDeclaration(declaration) || ts.isInterfaceDeclaration(declaration))
    return isParameters(name, all) ? [] : [{ kind: "type", text: typeSection(each, link) }];
  // The twin of a write is told with it.
  if (all.some((other) => `${other.name}Sync` === name)) return [];
  const { text, tags } = commentOf(each, link);
  // Hooks and query options say no more than what they ask.
  if (isRow(each) && tags.length === 0) return [{ kind: "row", text: `- \`${name}\`: ${text}` }];
  const parameters = all.find((other) => other.name === `${started(name)}Parameters`);
  const lines = [
    `### ${name}`,
    fence(signatureOf(each)),
    text,
    chainOf(each),
    ...(parameters ? [fence(declarationOf(parameters))] : []),
    ...tags,
  ];
  return [{ kind: "run", text: lines.filter((line) => line !== "").join("\n\n") }];
}

/** Whether a name is one of the hooks and query options, which share a list and have no heading. */
const isRow = ({ name, declaration }: Exported) =>
  /^use[A-Z]|Options$/.test(name) && !ts.isTypeAliasDeclaration(declaration);

/** Whether a type is told with the function that takes it. */
const isParameters = (name: string, all: readonly Exported[]) =>
  all.some((other) => `${started(other.name)}Parameters` === name);

function typeSection(each: Exported, link: Link): string {
  const { text, tags } = commentOf(each, link);
  return [`### ${each.name}`, text, fence(declarationOf(each)), ...tags]
    .filter((line) => line !== "")
    .join("\n\n");
}

const fence = (code: string) => (code === "" ? "" : ["```ts", code, "```"].join("\n"));

/** A type as it is written, with the comments on its fields, which say their units. */
function declarationOf({ source, declaration }: Exported): string {
  return unindented(
    declaration
      .getText(source)
      .replace(/^export /, "")
      .replaceAll(/\{@link ([\w.]+)\}/g, "$1"),
  );
}

/** How a function is called; nothing for a constant that its comment describes. */
function signatureOf({ name, source, declaration }: Exported): string {
  if (ts.isFunctionDeclaration(declaration)) {
    const end = declaration.body?.getStart(source) ?? declaration.getEnd();
    const text = source.text.slice(declaration.getStart(source), end).trim();
    return unindented(text.replace(/^export (async )?/, ""));
  }
  if (ts.isClassDeclaration(declaration)) return classOf(declaration, source);
  if (!ts.isVariableStatement(declaration)) return "";
  const initializer = initializerOf(declaration);
  if (initializer === undefined) return "";
  if (calls(initializer, "defineWrite")) {
    const Parameters = `${started(name)}Parameters`;
    return [
      `${name}(client, parameters: ${Parameters} & WriteOptions): Promise<Hash>`,
      `${name}Sync(client, parameters: ${Parameters} & WriteOptions & WaitOptions): Promise<{ receipt, event }>`,
    ].join("\n");
  }
  if (ts.isArrowFunction(initializer)) {
    const text = source.text.slice(
      initializer.getStart(source),
      initializer.equalsGreaterThanToken.getStart(source),
    );
    return `${name}${unindented(text.trim().replace(/^async /, ""))}`;
  }
  const constant = initializer.getText(source);
  // A schema is the only place that tells what is in a message.
  if (/^z\s*\./.test(constant)) return `const ${name} = ${unindented(constant)}`;
  return constant.length <= 400 && !ts.isCallExpression(initializer)
    ? `const ${name} = ${unindented(constant)}`
    : "";
}

/** A class without its code; of a revert its name says all. */
function classOf(declaration: ts.ClassDeclaration, source: ts.SourceFile): string {
  const heritage = (declaration.heritageClauses ?? []).map((clause) => ` ${clause.getText(source)}`).join("");
  if (heritage.startsWith(" extends RevertError")) return "";
  const fields = declaration.members
    .filter(ts.isPropertyDeclaration)
    .filter(
      ({ type, modifiers = [] }) =>
        type && !modifiers.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword),
    )
    .map((field) => `  ${field.getText(source)}`);
  const head = `class ${declaration.name?.text}${heritage}`;
  return fields.length > 0 ? [`${head} {`, ...fields, "}"].join("\n") : head;
}

const initializerOf = (declaration: ts.VariableStatement) =>
  declaration.declarationList.declarations[0]?.initializer;

const calls = (node: ts.Expression, name: string) =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;

/** Which functions of which contracts a write calls, and the event it is known by. */
function chainOf({ declaration, source }: Exported): string {
  if (!ts.isVariableStatement(declaration)) return "";
  const initializer = initializerOf(declaration);
  if (initializer === undefined || !calls(initializer, "defineWrite")) return "";
  const used = identifiersOf(initializer);
  const items = source.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const contract = /abi\/(\w+)\.ts/.exec(statement.moduleSpecifier.getText(source))?.[1];
    const bindings = statement.importClause?.namedBindings;
    if (contract === undefined || bindings === undefined || !ts.isNamedImports(bindings)) return [];
    return bindings.elements
      .filter(({ name }) => used.has(name.text))
      .map(({ name }) => ({ contract: started(contract), item: name.text }));
  });
  const functions = items.filter(({ item }) => /Function\d?$/.test(item));
  const events = items.filter(({ item }) => item.endsWith("Event"));
  const called = functions.map(
    ({ contract, item }) => `\`${contract}.${item.replace(/Function(\d?)$/, "")}\``,
  );
  const known = events.map(({ item }) => `\`${started(item.replace(/Event$/, ""))}\``);
  return `Calls ${called.join(" and ")}; known by the event ${known.join(", ")}.`;
}

const started = (name: string) => `${name[0]?.toUpperCase()}${name.slice(1)}`;

/** Names in the call of a write, not in what explains its failure. */
function identifiersOf(node: ts.Node): Set<string> {
  const names = new Set<string>();
  const visit = (each: ts.Node) => {
    if (ts.isPropertyAssignment(each) && /^(explain|prepare)$/.test(each.name.getText())) return;
    if (ts.isIdentifier(each)) names.add(each.text);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return names;
}

/** The sentences of a TSDoc comment, and its tags as Markdown. */
function commentOf({ declaration }: Exported, link: Link): { text: string; tags: string[] } {
  const [comment] = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc).slice(-1);
  if (comment === undefined) return { text: "", tags: [] };
  const text = markdown(comment.comment, link);
  const tags = {
    param: [] as string[],
    throws: [] as string[],
    returns: [] as string[],
    example: [] as string[],
  };
  for (const tag of comment.tags ?? []) {
    const words = markdown(tag.comment, link).replace(/^- /, "");
    // What a function is given stands above as a type.
    if (ts.isJSDocParameterTag(tag) && !isItsType(words))
      tags.param.push(`- \`${tag.name.getText()}\`: ${words}`);
    else if (ts.isJSDocReturnTag(tag)) tags.returns.push(`- returns: ${words}`);
    else if (tag.tagName.text === "example") tags.example.push(words);
  }
  // Read from the text: the parser takes the braces of a link after `@throws` for a type.
  for (const [, raw = ""] of comment.getText().matchAll(/@throws\s+(.*?)\s*(?=\n\s*\*\s*(?:@|\n)|\*\/)/gs))
    tags.throws.push(`- throws ${linked(raw.replaceAll(/\s*\n\s*\*\s*/g, " "), link)}`);
  const list = [...tags.param, ...tags.returns, ...tags.throws].join("\n");
  return { text, tags: [list, ...tags.example].filter((each) => each !== "") };
}

const isItsType = (words: string) => /^\[`\w+Parameters`\]\(#\w+\)$/.test(words);

function markdown(comment: string | ts.NodeArray<ts.JSDocComment> | undefined, link: Link): string {
  return linked(ts.getTextOfJSDocComment(comment) ?? "", link);
}

const linked = (text: string, link: Link) =>
  text.replaceAll(/\{@link ([\w.]+?)(?:\(\))?\s*\}/g, (_, name: string) => link(name));

/** Links go to the same page where it has the name, else to the first that does. */
function linker(page: string, pages: Pages): Link {
  const has = (name: string, names: ReadonlyMap<Entry, readonly Exported[]> | undefined) =>
    [...(names ?? [])].some(([, exports]) => exports.some((each) => each.name === name && !isRow(each)));
  return (name) => {
    const found = has(name, pages.get(page))
      ? page
      : [...pages.keys()].sort().find((other) => has(name, pages.get(other)));
    if (found === undefined) return `\`${name}\``;
    const whose = name.endsWith("Parameters")
      ? name[0]?.toLowerCase() + name.slice(1, -"Parameters".length)
      : name;
    const anchor = (has(whose, pages.get(found)) ? whose : name).toLowerCase();
    return `[\`${name}\`](${found === page ? "" : `${found}.md`}#${anchor})`;
  };
}

function unindented(text: string): string {
  const lines = text.split("\n");
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const least = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return lines
    .map((line, index) => (index === 0 ? line : line.slice(least)))
    .join("\n")
    .trim();
}
