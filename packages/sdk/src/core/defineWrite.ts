import {
  type AbiEvent,
  type AbiFunction,
  type Account,
  type Address,
  type Chain,
  type Hash,
  type Hex,
  type Log,
  type ParseEventLogsReturnType,
  parseEventLogs,
} from "viem";
import { parseAccount } from "viem/accounts";
import { estimateContractGas, simulateContract, writeContract } from "viem/actions";
import { AccountMissingError, EventMissingError } from "../errors/transaction.ts";
import { type ContractName, type Contracts, type ContractsOption, getContracts } from "./addresses.ts";
import type { AnyCall, ContractCall, FunctionResult } from "./call.ts";
import type { QtiClient } from "./client.ts";
import { toQtiError } from "./toQtiError.ts";

/** Options that every write takes besides its own parameters. */
export type WriteOptions = ContractsOption & {
  /** Who signs; the account of the client when left out. */
  account?: Account | Address | undefined;
  /** Chain that the wallet must be on; `null` asks for none. The chain of the client when left out. */
  chain?: Chain | null | undefined;
  gas?: bigint | undefined;
  maxFeePerGas?: bigint | undefined;
  maxPriorityFeePerGas?: bigint | undefined;
  nonce?: number | undefined;
  /** Bytes appended to the calldata, e.g. an attribution. */
  dataSuffix?: Hex | undefined;
};

/** What `.call` takes: the parameters, the addresses of the contracts, and who will sign. */
export type CallParameters<parameters, names extends ContractName> = parameters &
  Contracts<names> & { account: Address };

/** A decoded log of one event. */
export type EventOf<event extends AbiEvent> = ParseEventLogsReturnType<
  readonly [event],
  undefined,
  true
>[number];

/** Parameters that may be left out as a whole when every one of them may. */
export type Optional<parameters> =
  Partial<parameters> extends parameters ? [parameters?: parameters] : [parameters: parameters];

export type ResultOf<call> =
  call extends ContractCall<infer item extends AbiFunction> ? FunctionResult<item> : never;

/** An action that changes the chain. */
export interface Write<
  parameters,
  names extends ContractName,
  call extends ContractCall,
  event extends AbiEvent,
> {
  /** Simulates, then asks the wallet to sign and send. Answers with the hash of the transaction. */
  (client: QtiClient, ...rest: Optional<parameters & WriteOptions>): Promise<Hash>;
  /** The call as data, for `multicall`, `sendCalls`, `simulateContract` and wagmi's hooks. Pure. */
  call(parameters: CallParameters<parameters, names>): call;
  /** What the contract would answer now; throws what it would revert with. */
  simulate(
    client: QtiClient,
    ...rest: Optional<parameters & WriteOptions>
  ): Promise<{ result: ResultOf<call>; request: call }>;
  /** Gas that the transaction would use now. */
  estimateGas(client: QtiClient, ...rest: Optional<parameters & WriteOptions>): Promise<bigint>;
  /** The event of the action among the logs of a receipt. Pure. */
  extractEvent(logs: readonly Log[]): EventOf<event>;
}

type Definition<parameters, names extends ContractName, call extends ContractCall, event extends AbiEvent> = {
  /** Contracts whose addresses the call needs. */
  contracts: readonly names[];
  /** Builds the call; pure. */
  call: (parameters: CallParameters<parameters, names>) => call;
  /** Event by which the transaction is recognised in its receipt. */
  event: event;
  /** Reads from the chain what the call needs and the caller left out. */
  prepare?: (
    client: QtiClient,
    parameters: CallParameters<parameters, names>,
  ) => Promise<Partial<parameters>>;
  /** Finds a better reason for a refusal than the contract gave. */
  explain?: (
    client: QtiClient,
    parameters: CallParameters<parameters, names>,
    error: unknown,
  ) => Promise<unknown>;
};

/** Makes a write out of its call and its event: the one place where simulating, signing and error mapping happen. */
export function defineWrite<
  parameters,
  names extends ContractName,
  call extends ContractCall,
  const event extends AbiEvent,
>(definition: Definition<parameters, names, call, event>): Write<parameters, names, call, event> {
  type Given = Optional<parameters & WriteOptions>;

  async function run<result>(
    client: QtiClient,
    given: Given,
    step: (call: call, options: ReturnType<typeof pickOptions>) => Promise<result>,
  ): Promise<result> {
    const parameters = (given[0] ?? {}) as parameters & WriteOptions;
    try {
      const account = parameters.account ?? client.account;
      if (account === undefined) throw new AccountMissingError();
      const options = pickOptions(client, parameters, parseAccount(account));
      const contracts = await getContracts(client, definition.contracts, parameters.contracts);
      let full: CallParameters<parameters, names> = {
        ...parameters,
        ...contracts,
        account: options.account.address,
      };
      if (definition.prepare) full = { ...full, ...(await definition.prepare(client, full)) };
      try {
        return await step(definition.call(full), options);
      } catch (error) {
        throw definition.explain ? await definition.explain(client, full, error) : error;
      }
    } catch (error) {
      throw await toQtiError(error);
    }
  }

  function simulate(client: QtiClient, ...given: Given) {
    return run(client, given, async (call, { account, gas, dataSuffix }) => {
      const wide: AnyCall = call;
      const { result } = await simulateContract(client, { ...wide, account, ...gas, ...dataSuffix });
      return { result: result as ResultOf<call>, request: call };
    });
  }

  return Object.assign(
    (client: QtiClient, ...given: Given) =>
      run(client, given, async (call, { account, chain, gas, fees, dataSuffix }) => {
        const wide: AnyCall = call;
        await simulateContract(client, { ...wide, account, ...gas, ...dataSuffix });
        return writeContract(client, { ...wide, account, chain, ...gas, ...fees, ...dataSuffix });
      }),
    {
      call: definition.call,
      simulate,
      estimateGas: (client: QtiClient, ...given: Given) =>
        run(client, given, (call, { account, dataSuffix }) => {
          const wide: AnyCall = call;
          return estimateContractGas(client, { ...wide, account, ...dataSuffix });
        }),
      extractEvent(logs: readonly Log[]): EventOf<event> {
        const abi: readonly [event] = [definition.event];
        const [found] = parseEventLogs({ abi, logs: [...logs], strict: true });
        if (found === undefined) throw new EventMissingError(definition.event.name);
        return found;
      },
    },
  );
}

/** Options in the shape viem wants: absent ones are absent, not undefined. */
function pickOptions(client: QtiClient, options: WriteOptions, account: Account) {
  const { gas, maxFeePerGas, maxPriorityFeePerGas, nonce, dataSuffix } = options;
  return {
    account,
    chain: options.chain === undefined ? (client.chain ?? null) : options.chain,
    gas: gas === undefined ? {} : { gas },
    fees: {
      ...(maxFeePerGas === undefined ? {} : { maxFeePerGas }),
      ...(maxPriorityFeePerGas === undefined ? {} : { maxPriorityFeePerGas }),
      ...(nonce === undefined ? {} : { nonce }),
    },
    dataSuffix: dataSuffix === undefined ? {} : { dataSuffix },
  };
}
