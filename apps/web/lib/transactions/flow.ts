import type { Route } from "next";
import type { Account, Address, Chain, Client, Hash, TransactionReceipt, Transport } from "viem";

/** A client that reads from the node of this deployment. */
export type ReadClient = Client<Transport, Chain>;
/** A client that asks the connected wallet to sign. */
export type WalletClient = Client<Transport, Chain, Account>;

type StepWords = { id: string; title: string; detail?: string };

/** One step of a flow, with what it does. */
export type Step = StepWords &
  (
    | { kind: "task"; run: () => Promise<void> }
    | { kind: "signature"; run: (wallet: WalletClient) => Promise<void> }
    | {
        kind: "transaction";
        /** Tries it on a node; throws what the contract would say. */
        simulate: (client: ReadClient, account: Address) => Promise<unknown>;
        send: (wallet: WalletClient) => Promise<Hash>;
        /** A service sends it, and not the wallet. */
        relayed?: boolean;
        /** Reads what the receipt holds, e.g. the address of a new asset. */
        onReceipt?: (receipt: Pick<TransactionReceipt, "logs">) => void;
      }
  );

/** A line of the review: what it is, before and after, or just a value. */
export type Change = { label: string; value: string; before?: string; emphasis?: "gain" | "loss" };

/** Who acts, and how the chain is read. */
export type FlowContext = { account: Address; client: ReadClient };

/** Where the result of an action can be seen. */
export type DoneLink = { href: Route | Route<`/assets/${string}`>; title: string };

/** Everything that the engine must know about an action. */
export type Flow = {
  /** Names the action everywhere: "Stake 100 QTI". */
  title: string;
  /** Each line is one thing that will be different afterwards. */
  changes: readonly Change[];
  /** What could go wrong for the person, said before they sign. */
  risk?: string;
  /** The word on the button: "Stake". */
  verb: string;
  /** Finds out what is missing and answers with the steps in order. The last one is the action itself. */
  plan: (context: FlowContext) => Promise<readonly Step[]>;
  /** Gas of the action, where nothing is missing that would make the estimate fail. */
  estimateGas?: (context: FlowContext) => Promise<bigint>;
  /** What the network asks, in words, where nothing is to be estimated: an order is signed and not sent. */
  fee?: string;
  /** Said when all is done. */
  done: string;
  /** Where to look afterwards. Asked once, when the steps are known. */
  doneLink?: () => DoneLink | undefined;
  /** Called once the chain has it: to clear the form. */
  onConfirmed?: () => void;
};

/** What the wallet's SDK actions have in common, as far as a step needs it. */
export type WriteAction<parameters> = {
  (client: WalletClient, parameters: parameters): Promise<Hash>;
  simulate: (client: ReadClient, parameters: parameters & { account: Address }) => Promise<unknown>;
};

/** A transaction that a service sends for the person; it tries it itself. */
export function relayStep(words: StepWords, send: () => Promise<Hash>): Step {
  return { ...words, kind: "transaction", relayed: true, simulate: async () => undefined, send };
}

/** A transaction step from an action of the SDK. The parameters are read late: a signature may have come meanwhile. */
export function writeStep<parameters>(
  words: StepWords,
  action: WriteAction<parameters>,
  parameters: () => parameters,
): Step {
  return {
    ...words,
    kind: "transaction",
    simulate: (client, account) => action.simulate(client, { ...parameters(), account }),
    send: (wallet) => action(wallet, parameters()),
  };
}
