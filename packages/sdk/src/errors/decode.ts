import { decodeAbiParameters, type Hex, keccak256, stringToHex } from "viem";
import { QtiError } from "./base.ts";
import { inspect } from "./inspect.ts";
import { UnexpectedError, UnknownRevertError } from "./revert.ts";
import { revertErrors } from "./table.ts";
import { decodeWalletError } from "./wallet.ts";

// Actions load this module when something is refused; what explains a refused transfer comes along.
export { describeRefusal, explainTransfer } from "./refusal.ts";

type Entry = {
  inputs: { type: string; name: string }[];
  make: new (...given: never[]) => QtiError;
};

let bySelector: Map<string, Entry> | undefined;

/** `Name(type name, ...)` to its selector; made once, when the first revert is seen. */
function table(): Map<string, Entry> {
  if (bySelector) return bySelector;
  bySelector = new Map(
    Object.entries(revertErrors).map(([signature, make]) => {
      const [name = "", list = ""] = signature.slice(0, -1).split("(");
      const inputs =
        list === ""
          ? []
          : list.split(", ").map((input) => {
              const [type = "", argument = ""] = input.split(" ");
              return { type, name: argument };
            });
      const canonical = `${name}(${inputs.map(({ type }) => type).join(",")})`;
      return [keccak256(stringToHex(canonical)).slice(0, 10), { inputs, make }];
    }),
  );
  return bySelector;
}

const ERROR = "0x08c379a0";
const PANIC = "0x4e487b71";

/** Turns what a contract answered into the class of its error. */
function decodeRevert(data: Hex, cause: unknown): QtiError {
  const selector = data.slice(0, 10).toLowerCase();
  const body: Hex = `0x${data.slice(10)}`;
  try {
    if (selector === ERROR)
      return new UnknownRevertError(data, decodeAbiParameters([{ type: "string" }], body)[0], cause);
    if (selector === PANIC) {
      const [code] = decodeAbiParameters([{ type: "uint256" }], body);
      return new UnknownRevertError(data, code, cause);
    }
    const entry = table().get(selector);
    if (entry) {
      const values = decodeAbiParameters(entry.inputs, body);
      const args = Object.fromEntries(entry.inputs.map(({ name }, index) => [name, values[index]]));
      // The type checker cannot follow a selector to its class; the signature that named the class also named `args`.
      const made: QtiError = Reflect.construct(entry.make, [args, cause]);
      return made;
    }
  } catch {
    // Rubbish after a known selector is as good as an unknown one.
  }
  return new UnknownRevertError(data, undefined, cause);
}

/**
 * Turns anything that was caught into an error of QTI with a sentence and a next step: refusals of contracts by
 * selector, of wallets by code, of nodes by what they say. Never throws.
 *
 * @param error - Whatever was caught.
 * @returns An error of QTI; what it was made of is its `cause`.
 *
 * @example
 * ```ts
 * try {
 *   await client.writeContract(request);
 * } catch (error) {
 *   const { shortMessage, next } = decodeError(error);
 * }
 * ```
 */
export function decodeError(error: unknown): QtiError {
  if (error instanceof QtiError) return error;
  const { names, data, text } = inspect(error);
  if (data !== undefined) return decodeRevert(data, error);
  const known = decodeWalletError(error);
  if (known !== undefined) return known;
  if (names.includes("ContractFunctionRevertedError") || /execution reverted|reverted without/i.test(text)) {
    return new UnknownRevertError(undefined, undefined, error);
  }
  return new UnexpectedError(error);
}
