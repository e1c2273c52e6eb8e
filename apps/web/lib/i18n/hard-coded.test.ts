import ts from "typescript";
import { describe, expect, it } from "vitest";
import { sourceOf, sourcesBelow } from "./sources";

/** Names of people and things, codes and units that are the same in every language. */
const names = new Set([
  "QTI",
  "ETH",
  "sQTI",
  "API",
  "GraphQL",
  "CSV",
  "KiB",
  "MiB",
  "GiB",
  "0x…",
  "Ada",
  "Ben",
  "Cleo",
  "Dana",
  "Elif",
  "Farid",
  "Grace",
  "Hugo",
  "Ines",
  "Mila",
  "Noor",
  "Oskar",
  "Petra",
  "Quentin",
]);

/** Names of keys, which programs read. */
const keyNames = /^(Escape|Enter|Home|End|Tab|Arrow(Up|Down|Left|Right))$/;

/** Functions that word something: in a translated folder they get the translator. */
const wording =
  /^(format(Amount|Compact|Share|Count)|exactAmount|relativeTime|exactTime|longDay|shortDay|durationWords|tierName|countryName|countriesByName|parseAmount)$/;

/** Attributes whose text people read or hear. */
const spoken =
  /^(aria-label|aria-description|aria-roledescription|title|alt|placeholder|label|lead|hint|description|note|caption|meanwhile|valueHead|verb|detail)$/;

/** Properties whose text ends up on the screen. */
const shown = /^(label|title|note|hint|verb|done|word|words|meaning|sentence|next|text|detail|risk)$/;

/** Files that have to hold sentences of their own. */
const exempt = new Set([
  // What is said when the messages themselves are gone.
  "lib/i18n/last-words.ts",
  // Each language by its own name.
  "lib/i18n/languages.ts",
  // Names under which wallets keep the network, this app's own connectors and the first key.
  "lib/wallet/chain.ts",
  "lib/wallet/config.ts",
  "lib/wallet/burner-rpc.ts",
  // Questions in the language of the index.
  "lib/operator/query-examples.ts",
  // The policy of the page.
  "lib/config/security.ts",
  // A script of the page's head, and what a developer reads in the console.
  "components/shell/boot-script.tsx",
]);

function isSentence(text: string): boolean {
  const trimmed = text.trim();
  if (names.has(trimmed) || keyNames.test(trimmed)) return false;
  // A capital and small letters: a word or the beginning of a sentence. Style classes and keys have none.
  if (/^\p{Lu}\p{Ll}+/u.test(trimmed) && !/^[A-Z][a-zA-Z]*(Error|Provider)$/.test(trimmed)) return true;
  // Words with a stop or a comma between or after them.
  return /\p{L}{2,}[,.;:]? \p{L}/u.test(trimmed) && /[,.;?](\s|$)|^\p{Lu}/u.test(trimmed);
}

/** Whether a literal is for machines: an import, a style, a type, a key that is compared, the message of an Error. */
function isForMachines(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    const parent: ts.Node | undefined = at.parent;
    if (!parent) return false;
    if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isTypeNode(at)) return true;
    if (ts.isJsxAttribute(parent))
      return /^(className|href|rel|viewBox|d|key|id|name|type)$/.test(parent.name.getText());
    if (ts.isCallExpression(parent) && parent.expression !== at)
      if (
        /^(cn|cva|import|useEffect)$/.test(parent.expression.getText()) ||
        /^console\./.test(parent.expression.getText())
      )
        return true;
    if (ts.isNewExpression(parent) && /Error$/.test(parent.expression.getText())) return true;
    if (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.SuperKeyword) return true;
    if (ts.isPropertyAssignment(parent) && parent.name === at) return true;
    if (ts.isElementAccessExpression(parent) && parent.argumentExpression === at) return true;
    if (ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText())) return true;
    if (ts.isBlock(at) || ts.isFunctionLike(at)) return false;
  }
  return false;
}

/** Whether a literal, perhaps as one of several choices, is what an element holds or what a spoken attribute or property says. */
function isSaid(node: ts.Node): boolean {
  let at = node;
  while (
    ts.isConditionalExpression(at.parent) ||
    ts.isParenthesizedExpression(at.parent) ||
    isChoice(at.parent)
  ) {
    // What is compared is not said.
    if (ts.isConditionalExpression(at.parent) && at.parent.condition === at) return false;
    at = at.parent;
  }
  const { parent } = at;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === at && shown.test(parent.name.getText());
  if (ts.isJsxAttribute(parent)) return spoken.test(parent.name.getText());
  if (!ts.isJsxExpression(parent)) return false;
  return ts.isJsxAttribute(parent.parent) ? spoken.test(parent.parent.name.getText()) : true;
}

function isChoice(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && /^(&&|\|\||\?\?)$/.test(node.operatorToken.getText());
}

function hardCoded(file: string): string[] {
  const source = sourceOf(file);
  const found: string[] = [];
  const say = (node: ts.Node, text: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) {
      if (/\p{L}/u.test(node.text) && !names.has(node.text.trim())) say(node, node.text);
    } else if (ts.isTemplateExpression(node)) {
      const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
      // A word beside what is filled in.
      const worded = parts.some(
        ({ text }) =>
          !names.has(text.trim()) && (/\s\p{L}{2,}|\p{L}{2,}[,.;:]?\s/u.test(text) || isSentence(text)),
      );
      if (worded && !isForMachines(node)) say(node, node.getText());
    } else if (ts.isStringLiteralLike(node)) {
      const wrong = isSaid(node)
        ? /\p{L}{2,}/u.test(node.text) && !names.has(node.text)
        : isSentence(node.text);
      if (wrong && !isForMachines(node)) say(node, node.text);
    } else if (ts.isCallExpression(node) && wording.test(node.expression.getText())) {
      if (!node.arguments.some((argument) => argument.getText() === "t"))
        say(node, `${node.expression.getText()} without t`);
    } else if (ts.isCallExpression(node) && /\.toLocale\w*String$/.test(node.expression.getText())) {
      say(node, "toLocaleString: use lib/format");
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const all = ["app", "components", "lib"].flatMap(sourcesBelow);
const sources = all.filter((file) => !exempt.has(file) && !/\/(testing|sources)\.ts$/.test(file));

describe("no sentence stands in the code", () => {
  it.each(sources)("of %s", (file) => {
    expect(hardCoded(file)).toEqual([]);
  });
});
