"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useReducer, useRef, useState } from "react";
import type { Address, Hash } from "viem";
import { getTransactionReceipt } from "viem/actions";
import { useConfig } from "wagmi";
import { getConnectorClient } from "wagmi/actions";
import { useToast } from "@/components/ui/toast";
import { useRuntimeConfig } from "@/lib/config/context";
import { toErrorText } from "@/lib/errors/error-text";
import { useReadClient } from "@/lib/query/read-client";
import type { DoneLink, Flow } from "@/lib/transactions/flow";
import { type FlowEvent, flowReducer, idle } from "@/lib/transactions/machine";
import { runFlow } from "@/lib/transactions/run-flow";
import { createTracker, type Tracker } from "@/lib/transactions/tracker";
import { trackerDependencies } from "./tracker-dependencies";
import { TransactionDialog } from "./transaction-dialog";

/** Ends of which a person is told when the window of the action is closed. */
const endings = ["indexed", "reverted", "replaced", "cancelled", "dropped"] as const;

/** Runs actions, shows them, remembers them: one for the whole app. */
export function Engine({
  account,
  opened,
  onTracker,
}: {
  account: Address;
  opened: { flow: Flow } | undefined;
  onTracker: (tracker: Tracker) => void;
}) {
  const t = useTranslations();
  const wagmi = useConfig();
  const { chainId, graphqlUrl } = useRuntimeConfig();
  const client = useReadClient();
  const queryClient = useQueryClient();
  const showToast = useToast();
  const [state, dispatch] = useReducer(flowReducer, idle);
  const [link, setLink] = useState<DoneLink>();
  // Counts the runs: what an abandoned run still has to say concerns nobody.
  const run = useRef(0);
  const visible = useRef<Hash | undefined>(undefined);
  useEffect(() => {
    visible.current = "hash" in state ? state.hash : undefined;
  }, [state]);

  // The tracker outlives a change of the language.
  const speak = useRef(t);
  useEffect(() => {
    speak.current = t;
  }, [t]);

  const [tracker] = useState(() =>
    createTracker({
      ...trackerDependencies({ client, graphqlUrl, chainId, translator: () => speak.current }),
      onChange: (entry) => {
        // Balances change with the block, histories with the index: both are read anew.
        void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "records" });
        const ending = endings.find((status) => status === entry.status);
        if (!ending || visible.current === entry.hash) return;
        const text = speak.current(`transactions.endings.${ending}`, { title: entry.title });
        showToast(ending === "indexed" ? "done" : "problem", text);
      },
    }),
  );
  useEffect(() => {
    onTracker(tracker);
    tracker.resume(account);
  }, [tracker, account, onTracker]);

  useEffect(() => {
    if (!opened) return;
    run.current += 1;
    dispatch({ type: "opened" });
  }, [opened]);

  function close() {
    run.current += 1;
    dispatch({ type: "closed" });
  }

  async function start(flow: Flow) {
    run.current += 1;
    const mine = run.current;
    const tell = (event: FlowEvent) => {
      if (run.current === mine) dispatch(event);
    };
    await runFlow(flow, {
      account,
      client,
      // Named, so that a wallet that left the network in between is found out instead of asked.
      wallet: () => getConnectorClient(wagmi, { chainId }),
      receipt: (hash) => getTransactionReceipt(client, { hash }),
      toErrorText: (error) => toErrorText(error, t),
      t,
      dispatch: tell,
      onLink: setLink,
      track: ({ hash, title }, follower) => {
        tracker.add(
          account,
          { hash, title, sentAt: Math.floor(Date.now() / 1000), status: "pending" },
          follower,
        );
      },
    });
  }

  if (!opened) return null;
  return (
    <TransactionDialog
      flow={opened.flow}
      state={state}
      link={link}
      onStart={() => void start(opened.flow)}
      onClose={close}
    />
  );
}
