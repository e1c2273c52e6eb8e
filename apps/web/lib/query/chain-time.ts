"use client";

import { useQuery } from "@tanstack/react-query";
import { loadActions } from "@/lib/sdk/load";
import { useNow } from "@/lib/use-now";
import { useReadClient } from "./read-client";

/**
 * The time by which the chain decides what is due: that of this computer, or of the last block where that is later, as on a
 * local chain whose clock was turned forward. Unix seconds; `undefined` while the server renders.
 */
export function useChainNow(every = 10): number | undefined {
  const client = useReadClient();
  const now = useNow(every);
  const block = useQuery({
    queryKey: ["chain", "time"],
    refetchInterval: 15_000,
    queryFn: async () => {
      const { timestamp } = await (await loadActions()).getBlock(client);
      return { at: Number(timestamp), readAt: Math.floor(Date.now() / 1000) };
    },
  });
  if (now === undefined) return undefined;
  const ahead = block.data ? Math.max(0, block.data.at - block.data.readAt) : 0;
  return now + ahead;
}
