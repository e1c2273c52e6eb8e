import { type AstNode, child, list, type Span, spanOf, text, walk } from "../solidity/ast.ts";
import { Source } from "../solidity/source.ts";

/** A test that deploys contracts from what the runner is given, instead of carrying their code in its own. */
export interface DetachedTest {
  readonly content: string;
  /** Sources whose text is still in the test's own code: libraries, constants, bases, deployments of a rare form. */
  readonly inlined: ReadonlySet<string>;
}

/** Something declared in one source that others refer to. */
interface Declaration {
  readonly source: string;
  readonly node: AstNode;
  /** Its code or value is copied to where it is used. */
  readonly isCopied: boolean;
}

/** By the compiler's ids, over all sources that were compiled together. */
export type Declarations = ReadonlyMap<number, Declaration>;

type Edit = Span & { readonly text: string };

export const DEPLOYER_SOURCE = "project/mutate/Deployer.sol";

/** Deploys what the test runner knows under a name, with sender, value, salt and revert reason as `new` would have them. */
export const DEPLOYER = `// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

interface CodeOf {
    function getCode(string calldata name) external view returns (bytes memory);
}

library MutantDeployer {
    CodeOf private constant RUNNER = CodeOf(address(uint160(uint256(keccak256("hevm cheat code")))));

    function create(string memory name, bytes memory args) internal returns (address payable made) {
        bytes memory code = bytes.concat(RUNNER.getCode(name), args);
        assembly ("memory-safe") {
            made := create(0, add(code, 32), mload(code))
        }
        _check(made);
    }

    function create(string memory name, bytes32 salt, bytes memory args) internal returns (address payable made) {
        bytes memory code = bytes.concat(RUNNER.getCode(name), args);
        assembly ("memory-safe") {
            made := create2(0, add(code, 32), mload(code), salt)
        }
        _check(made);
    }

    function _check(address made) private pure {
        if (made != address(0)) return;
        assembly ("memory-safe") {
            let free := mload(0x40)
            returndatacopy(free, 0, returndatasize())
            revert(free, returndatasize())
        }
    }
}
`;

/** Finds every declaration that another source can refer to. */
export function declarationsOf(trees: Readonly<Record<string, AstNode>>): Declarations {
  const found = new Map<number, Declaration>();
  for (const [source, tree] of Object.entries(trees)) {
    for (const { node, parents } of walk(tree)) {
      if (typeof node.id !== "number") continue;
      const owner = parents.find(({ nodeType }) => nodeType === "ContractDefinition");
      const isFree = owner === undefined || text(owner, "contractKind") === "library";
      const isCopied = (node.nodeType === "FunctionDefinition" && isFree) || node.constant === true;
      found.set(node.id, { source, node, isCopied });
    }
  }
  return found;
}

/** Detaches a test from the contracts of the sources that `isMutable` names, so that it need not be compiled again for each mutant. */
export function detach(
  content: string,
  tree: AstNode,
  declarations: Declarations,
  isMutable: (source: string) => boolean,
): DetachedTest {
  const source = new Source(content);
  const inlined = new Set<string>();
  const inPlace: Edit[] = [];
  const inline = (id: unknown, when: (found: Declaration) => boolean) => {
    const found = typeof id === "number" ? declarations.get(id) : undefined;
    if (found !== undefined && isMutable(found.source) && when(found)) inlined.add(found.source);
  };

  for (const { node, parents } of walk(tree)) {
    inline(node.referencedDeclaration, ({ isCopied }) => isCopied);
    if (node.nodeType === "InheritanceSpecifier") {
      inline(child(node, "baseName")?.referencedDeclaration, () => true);
    }
    if (node.nodeType === "MemberAccess" && /^(creation|runtime)Code$/.test(text(node, "memberName") ?? "")) {
      for (const { node: inner } of walk(node)) inline(inner.referencedDeclaration, () => true);
    }
    if (node.nodeType !== "NewExpression") continue;
    const type = child(node, "typeName");
    const declared = declarations.get(Number(type?.referencedDeclaration));
    if (type === undefined || declared === undefined || !isMutable(declared.source)) continue;
    const call = deployment(node, parents, source);
    if (call === undefined) {
      inlined.add(declared.source);
      continue;
    }
    const name = JSON.stringify(`${declared.source}:${text(declared.node, "name")}`);
    const first = [name, ...call.salt, "abi.encode("].join(", ");
    inPlace.push({ ...call.opening, text: `${source.of(type)}(MutantDeployer.create(${first}` });
    inPlace.push({ ...call.closing, text: ")))" });
  }
  return { content: replaced(content, inPlace), inlined };
}

/** The call around `new X`, unless it has a form that is left as it is: named arguments, value, `try`. */
function deployment(node: AstNode, parents: readonly AstNode[], source: Source) {
  const above = [...parents].reverse();
  const options = above[0]?.nodeType === "FunctionCallOptions" ? above[0] : undefined;
  const [call, outer] = options === undefined ? above : above.slice(1);
  if (call === undefined || child(call, "expression") !== (options ?? node)) return undefined;
  if (outer?.nodeType === "TryStatement" && child(outer, "externalCall") === call) return undefined;
  const names = Array.isArray(call.names) ? call.names : [];
  const asked = options !== undefined && Array.isArray(options.names) ? options.names : [];
  if (names.length > 0 || asked.some((name) => name !== "salt")) return undefined;
  const salt = options === undefined ? [] : list(options, "options").map((each) => source.of(each));
  const { start, end } = spanOf(call);
  const callee = spanOf(options ?? node).end;
  const opening = { start, end: callee + source.of({ start: callee, end }).indexOf("(") + 1 };
  return { opening, closing: { start: end - 1, end }, salt };
}

function replaced(content: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return content;
  const last = [...edits].sort((a, b) => b.start - a.start);
  const changed = last.reduce((before, edit) => new Source(before).with(edit, edit.text), content);
  return `${changed}\nimport {MutantDeployer} from "${DEPLOYER_SOURCE}";\n`;
}
