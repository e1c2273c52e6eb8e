"use client";

import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Hash } from "viem";
import { getTransaction, getTransactionReceipt } from "viem/actions";
import { useConfig } from "wagmi";
import { getConnectorClient } from "wagmi/actions";
import { useToast } from "@/components/ui/toast";
import { ConfigurationMissingError } from "@/lib/config/errors";
import { toErrorText } from "@/lib/errors/error-text";
import { useReadClient } from "@/lib/query/read-client";
import { useSubgraph } from "@/lib/query/subgraph";
import type { Flow } from "@/lib/transactions/flow";
import type { Journal, JournalEntry } from "@/lib/transactions/journal";
import { type FlowEvent, flowReducer, idle } from "@/lib/transactions/machine";
import { runFlow } from "@/lib/transactions/run-flow";
import { createTracker, type Tracker } from "@/lib/transactions/tracker";
import { useWallets } from "@/lib/wallet/context";
import { useAddress } from "@/lib/wallet/use-account";
import { trackerDependencies } from "./tracker-dependencies";
import { TransactionDialog } from "./transaction-dialog";

type Transactions = { open: (flow: Flow) => void; tracker: Tracker };

const TransactionsContext = createContext<Transactions | undefined>(undefined);

function useTransactions(): Transactions {
  const transactions = use(TransactionsContext);
  if (!transactions) throw new ConfigurationMissingError();
  return transactions;
}

/** Opens the review of an action; the engine does the rest. */
export function useTransact(): (flow: Flow) => void {
  return useTransactions().open;
}

/** What this browser sent for the connected account, newest first. */
export function useJournal(): Journal {
  const { tracker } = useTransactions();
  const account = useAddress();
  return useSyncExternalStore(
    tracker.subscribe,
    () => tracker.journalOf(account),
    () => tracker.journalOf(undefined),
  );
}

const endings: { [status in JournalEntry["status"]]?: string } = {
  indexed: "done",
  reverted: "was refused by the contract",
  replaced: "was replaced by another transaction",
  cancelled: "was cancelled in the wallet",
  dropped: "was dropped by the network",
};

/** One engine for every action of the app: the dialog that shows it, and the journal that remembers it. */
export function TransactionsProvider({ children }: { children: ReactNode }) {
  const wagmi = useConfig();
  const { chain } = useWallets();
  const client = useReadClient();
  const subgraph = useSubgraph();
  const queryClient = useQueryClient();
  const account = useAddress();
  const showToast = useToast();

  const [flow, setFlow] = useState<Flow>();
  const [state, dispatch] = useReducer(flowReducer, idle);
  // Counts the runs: what an abandoned run still has to say concerns nobody.
  const run = useRef(0);
  const visible = useRef<Hash | undefined>(undefined);
  useEffect(() => {
    visible.current = "hash" in state ? state.hash : undefined;
  }, [state]);

  const [tracker] = useState(() =>
    createTracker({
      ...trackerDependencies({ client, subgraph, chainId: chain.id }),
      onChange: (entry) => {
        // Balances change with the block, histories with the index: both are read anew.
        void queryClient.invalidateQueries();
        const ending = endings[entry.status];
        if (!ending || visible.current === entry.hash) return;
        showToast(entry.status === "indexed" ? "done" : "problem", `${entry.title}: ${ending}`);
      },
    }),
  );
  useEffect(() => {
    if (account) tracker.resume(account);
  }, [tracker, account]);

  function open(next: Flow) {
    run.current += 1;
    setFlow(next);
    dispatch({ type: "opened" });
  }

  function close() {
    run.current += 1;
    dispatch({ type: "closed" });
  }

  async function start() {
    if (!flow || !account) return;
    run.current += 1;
    const mine = run.current;
    const tell = (event: FlowEvent) => {
      if (run.current === mine) dispatch(event);
    };
    await runFlow(flow, {
      account,
      client,
      wallet: () => getConnectorClient(wagmi),
      receipt: (hash) => getTransactionReceipt(client, { hash }),
      toErrorText,
      dispatch: tell,
      track: ({ hash, title }, follower) => {
        tracker.add(
          account,
          { hash, title, sentAt: Math.floor(Date.now() / 1000), status: "pending" },
          follower,
        );
        // Known by its number, a replacement is recognised even after a reload. Without it only the words are vaguer.
        getTransaction(client, { hash }).then(
          ({ nonce, to, value, input }) =>
            tracker.note(account, hash, { sent: { nonce, to, value: value.toString(), input } }),
          () => undefined,
        );
      },
    });
  }

  return (
    <TransactionsContext value={{ open, tracker }}>
      {children}
      {flow && <TransactionDialog flow={flow} state={state} onStart={() => void start()} onClose={close} />}
    </TransactionsContext>
  );
}
