import type {
  Abi,
  AbiFunction,
  AbiParameter,
  AbiParameterKind,
  AbiParameterToPrimitiveType,
  Address,
} from "viem";
import { readContract } from "viem/actions";
import type { QtiClient } from "./client.ts";
import { toQtiError } from "./toQtiError.ts";

type Values<parameters extends readonly AbiParameter[], kind extends AbiParameterKind> = {
  readonly [index in keyof parameters]: AbiParameterToPrimitiveType<parameters[index], kind>;
};

/** Arguments that a function of a contract takes. */
export type FunctionArguments<item extends AbiFunction> = Values<item["inputs"], "inputs">;

/** What a function of a contract answers. */
export type FunctionResult<item extends AbiFunction> = item["outputs"] extends readonly []
  ? undefined
  : item["outputs"] extends readonly [infer one extends AbiParameter]
    ? AbiParameterToPrimitiveType<one, "outputs">
    : Values<item["outputs"], "outputs">;

/** One call of a contract, in the shape that viem's and wagmi's contract actions, `multicall` and `sendCalls` take. */
export type ContractCall<item extends AbiFunction = AbiFunction> = {
  address: Address;
  /** The same address: `sendCalls` names it so. */
  to: Address;
  abi: readonly [item];
  functionName: item["name"];
  args: FunctionArguments<item>;
};

/** A {@link ContractCall} whose function is no longer known to the type checker. */
export type AnyCall = { address: Address; abi: Abi; functionName: string; args: readonly unknown[] };

/** Builds a call whose arguments are checked against the ABI of the function. */
export function contractCall<const item extends AbiFunction>(
  address: Address,
  item: item,
  args: FunctionArguments<item>,
): ContractCall<item> {
  return { address, to: address, abi: [item], functionName: item.name, args };
}

/** At which block a read looks; the latest one when nothing is said. */
export type ReadOptions = { blockNumber?: bigint | undefined };

/** Reads one function of a contract and maps whatever fails to a class of QTI. */
export async function read<const item extends AbiFunction>(
  client: QtiClient,
  call: ContractCall<item>,
  options: ReadOptions = {},
): Promise<FunctionResult<item>> {
  const wide: AnyCall = call;
  try {
    const result: unknown = await readContract(client, { ...wide, blockNumber: options.blockNumber });
    // The decoder follows `item`, so what it answers has the type that `item` says.
    return result as FunctionResult<item>;
  } catch (error) {
    throw await toQtiError(error);
  }
}
