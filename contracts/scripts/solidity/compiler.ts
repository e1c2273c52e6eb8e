import solc from "solc";
import type { AstNode } from "./ast.ts";
import type { StorageLayout } from "./layout.ts";

/** What is compiled together, and how. */
export interface Input {
  readonly sources: Readonly<Record<string, { readonly content: string }>>;
  readonly settings: {
    readonly remappings: readonly string[];
    readonly evmVersion: string;
    readonly optimizer: { readonly enabled: boolean; readonly runs?: number };
    /** Without it, code is equal exactly when it does the same thing the same way. */
    readonly metadata: { readonly appendCBOR: false };
    readonly outputSelection: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  };
}

type Links = Record<string, Record<string, { start: number; length: number }[]>>;

interface Code {
  readonly object: string;
  readonly linkReferences?: Links;
}

interface CompiledContract {
  readonly storageLayout?: StorageLayout;
  readonly abi?: readonly { readonly type: string; readonly name?: string }[];
  readonly evm?: { readonly bytecode?: Code; readonly deployedBytecode?: Code };
}

export interface Output {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly sources?: Readonly<Record<string, { readonly ast?: AstNode }>>;
  readonly contracts?: Readonly<Record<string, Readonly<Record<string, CompiledContract>>>>;
}

const compileJson: (input: string) => string = solc.compile;

/** The compiler of the project, in this process: it is warm after the first call, which makes the next ones twice as fast. */
export function compile(input: Input): Output {
  return JSON.parse(compileJson(JSON.stringify({ language: "Solidity", ...input }))) as Output;
}

/** The first thing that does not compile, or undefined where all does. */
export function errorOf({ errors = [] }: Output): string | undefined {
  return errors.find(({ severity }) => severity === "error")?.formattedMessage;
}
