import { waitForTransaction } from "@qti/sdk";
import { createSubgraphClient, waitForIndexed } from "@qti/sdk/subgraph";
import { type Address, isAddress, isHex } from "viem";
import { getTransaction } from "viem/actions";
import { toErrorText } from "@/lib/errors/error-text";
import type { Translator } from "@/lib/i18n/translator";
import type { ReadClient } from "@/lib/transactions/flow";
import type { JournalEntry } from "@/lib/transactions/journal";
import type { ChainOutcome, TrackerDependencies } from "@/lib/transactions/tracker";

/** How long the index may take before the dialog says that it is late, and how long until it is asked again. */
const indexPatience = 15_000;
const indexPause = 5_000;

/** Why the contract refused, as far as the node can tell. */
async function reasonOf(error: unknown, t: Translator): Promise<{ sentence: string; next: string }> {
  if (!error) return { sentence: t("transactions.reverted.refused"), next: t("transactions.reverted.next") };
  const { sentence, next } = await toErrorText(error, t);
  return { sentence, next };
}

function sentOf(account: Address, entry: JournalEntry) {
  if (!entry.sent) return undefined;
  const { from = account, nonce, to, value, input } = entry.sent;
  return {
    // As nodes write addresses: replacements are found by comparing with theirs.
    from: `0x${from.slice(2).toLowerCase()}` as const,
    nonce,
    to: to !== null && isAddress(to) ? to : null,
    value: BigInt(value),
    ...(isHex(input) ? { input } : {}),
  };
}

/** Connects the tracker with the node, the index and the browser's storage. */
export function trackerDependencies(options: {
  client: ReadClient;
  graphqlUrl: string;
  chainId: number;
  /** The language of the moment. */
  translator: () => Translator;
}): Omit<TrackerDependencies, "onChange"> {
  const { client, chainId } = options;
  const subgraph = createSubgraphClient({ url: options.graphqlUrl });

  async function waitForOutcome(
    account: Address,
    entry: JournalEntry,
    signal: AbortSignal,
  ): Promise<ChainOutcome> {
    const sent = sentOf(account, entry);
    for (;;) {
      const outcome = await waitForTransaction(client, {
        hash: entry.hash,
        signal,
        ...(sent ? { sent } : {}),
      });
      switch (outcome.status) {
        case "confirmed":
          return {
            status: "confirmed",
            hash: outcome.receipt.transactionHash,
            block: outcome.receipt.blockNumber,
          };
        case "reverted":
          return {
            status: "reverted",
            hash: outcome.receipt.transactionHash,
            block: outcome.receipt.blockNumber,
            reason: await reasonOf(outcome.error, options.translator()),
          };
        case "replaced":
        case "cancelled":
          return { status: outcome.status, by: outcome.receipt?.transactionHash };
        case "dropped":
          return { status: "dropped" };
        case "timedOut":
          // Nothing is decided yet, or no node answers: the chain will say, so go on asking.
          signal.throwIfAborted();
      }
    }
  }

  return {
    chainId,
    // On the server nothing is tracked; there is no storage either.
    storage:
      typeof window === "undefined" ? { getItem: () => null, setItem: () => undefined } : window.localStorage,
    readSent: (hash) =>
      getTransaction(client, { hash }).then(
        ({ from, nonce, to, value, input }) => ({ from, nonce, to, value: value.toString(), input }),
        () => undefined,
      ),
    waitForOutcome,
    waitForIndex: async (block, signal) => {
      await waitForIndexed(subgraph, { block, signal, timeout: indexPatience });
    },
    pause: (signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, indexPause);
        signal.addEventListener("abort", () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}
