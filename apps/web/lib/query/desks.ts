"use client";

import { useQuery } from "@tanstack/react-query";
import { useAddress } from "@/lib/wallet/use-account";
import { useReadClient } from "./read-client";

/** The desks at which the connected account can do something; asked for when somebody opens the menu. */
export function useDesks() {
  const client = useReadClient();
  const account = useAddress();
  return useQuery({
    queryKey: ["chain", "desks", account],
    enabled: account !== undefined,
    queryFn: async () => (account ? (await import("@/lib/desks/desks")).readDesks(client, account) : null),
  });
}
