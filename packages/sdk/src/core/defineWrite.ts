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
import {
  type AddressTable,
  type ContractName,
  type Contracts,
  type ContractsOption,
  resolveContracts,
} from "./addresses.ts";
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
  /** Contracts whose addresses the call needs, each with its known deployments. */
  contracts: Record<names, AddressTable>;
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

/** Simulations stand where the transaction will: on what is pending, at the next block's time, not at that of the last one. */
const blockTag = "pending";

/** Makes a write out of its call and its event: the one place where simulating, signing and error mapping happen. */
export function defineWrite<
  parameters,
  names extends ContractName,
  call extends ContractCall,
  const event extends AbiEvent,
>(definition: Definition<parameters, names, call, event>): Write<parameters, names, call, event> {
  type Given = Optional<parameters & WriteOptions>;
  type Step<result> = (call: AnyCall, options: SendOptions, typed: call) => Promise<result>;

  async function run<result>(client: QtiClient, given: Given, step: Step<result>): Promise<result> {
    const parameters = (given[0] ?? {}) as parameters & WriteOptions;
    try {
      const options = sendOptions(client, parameters);
      let full: CallParameters<parameters, names> = {
        ...parameters,
        ...(await resolveContracts(client, definition.contracts, parameters.contracts)),
        account: options.account.address,
      };
      if (definition.prepare) full = { ...full, ...(await definition.prepare(client, full)) };
      try {
        const call = definition.call(full);
        return await step(call, options, call);
      } catch (error) {
        const known = await toQtiError(error);
        // Only a contract's refusal can have a better reason; a wallet's is the person's own.
        throw definition.explain && "revertName" in known
          ? await definition.explain(client, full, known)
          : known;
      }
    } catch (error) {
      throw await toQtiError(error);
    }
  }

  return Object.assign(
    (client: QtiClient, ...given: Given) =>
      run(client, given, async (call, options) => {
        await simulateContract(client, { ...call, account: options.account, blockTag });
        return writeContract(client, { ...call, ...options });
      }),
    {
      call: definition.call,
      simulate: (client: QtiClient, ...given: Given) =>
        run(client, given, async (call, { account }, request) => {
          const { result } = await simulateContract(client, { ...call, account, blockTag });
          return { result: result as ResultOf<call>, request };
        }),
      estimateGas: (client: QtiClient, ...given: Given) =>
        run(client, given, (call, { account }) => estimateContractGas(client, { ...call, account })),
      extractEvent(logs: readonly Log[]): EventOf<event> {
        const abi: readonly [event] = [definition.event];
        const [found] = parseEventLogs({ abi, logs: [...logs], strict: true });
        if (!found) throw new EventMissingError(definition.event.name);
        return found;
      },
    },
  );
}

type SendOptions = ReturnType<typeof sendOptions>;

function sendOptions(client: QtiClient, parameters: WriteOptions) {
  const { account = client.account, chain = client.chain ?? null, gas, nonce, dataSuffix } = parameters;
  const { maxFeePerGas, maxPriorityFeePerGas } = parameters;
  if (!account) throw new AccountMissingError();
  return {
    account: parseAccount(account),
    chain,
    gas,
    nonce,
    dataSuffix,
    maxFeePerGas,
    maxPriorityFeePerGas,
  };
}
