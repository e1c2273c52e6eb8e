"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, use, useState, useSyncExternalStore } from "react";
import { ConfigurationMissingError } from "@/lib/config/errors";
import type { Flow } from "@/lib/transactions/flow";
import type { Journal } from "@/lib/transactions/journal";
import type { Tracker } from "@/lib/transactions/tracker";
import { useAddress } from "@/lib/wallet/use-account";

// The engine comes with the first account: before, there is nobody who could sign and nothing to take up again.
const Engine = dynamic(() => import("./engine").then((module) => module.Engine), { ssr: false });

type Transactions = { open: (flow: Flow) => void; tracker: Tracker | undefined };

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

const empty: Journal = [];
const nothing = () => () => undefined;

/** What this browser sent for the connected account, newest first. */
export function useJournal(): Journal {
  const { tracker } = useTransactions();
  const account = useAddress();
  return useSyncExternalStore(
    tracker?.subscribe ?? nothing,
    () => tracker?.journalOf(account) ?? empty,
    () => empty,
  );
}

/** The place of the one engine for every action of the app. */
export function TransactionsProvider({ children }: { children: ReactNode }) {
  const account = useAddress();
  // Wrapped, so that opening the same action twice is two openings.
  const [opened, setOpened] = useState<{ flow: Flow }>();
  const [tracker, setTracker] = useState<Tracker>();
  return (
    <TransactionsContext value={{ open: (flow) => setOpened({ flow }), tracker }}>
      {children}
      {account && <Engine account={account} opened={opened} onTracker={setTracker} />}
    </TransactionsContext>
  );
}
