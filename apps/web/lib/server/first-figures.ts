import { type DehydratedState, dehydrate } from "@tanstack/react-query";
import { createClient, http } from "viem";
import type { RuntimeConfig } from "@/lib/config/schema";
import { protocolKey, readProtocol, readVault, vaultKey } from "@/lib/query/figures";
import { createQueryClient } from "@/lib/query-client";
import { chainOf } from "@/lib/wallet/chain";

/** Longer than this nobody waits for a first page: the browser then reads the figures itself. */
const patience = 700;

/** Reads the figures of the first page for its first paint. A service that is slow or down costs nothing but the figures. */
export async function firstFigures(config: RuntimeConfig): Promise<DehydratedState> {
  const queryClient = createQueryClient();
  const client = createClient({
    chain: chainOf(config),
    transport: http(config.rpcUrl, { timeout: patience, retryCount: 0 }),
  });
  await Promise.all([
    queryClient.prefetchQuery({
      queryKey: protocolKey,
      retry: false,
      queryFn: () => readProtocol(config.graphqlUrl, AbortSignal.timeout(patience)),
    }),
    queryClient.prefetchQuery({ queryKey: vaultKey, retry: false, queryFn: () => readVault(client) }),
  ]);
  return dehydrate(queryClient);
}
