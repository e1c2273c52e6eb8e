"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { WagmiProvider } from "wagmi";
import { RuntimeConfigProvider } from "@/lib/config/context";
import type { RuntimeConfig } from "@/lib/config/schema";
import { createQueryClient } from "@/lib/query-client";
import { RecordsProvider } from "@/lib/records/context";
import { loadActions } from "@/lib/sdk/load";
import { createWallets } from "@/lib/wallet/config";
import { WalletsProvider } from "@/lib/wallet/context";

// The first read will need them: fetched beside the page, not after it.
if (typeof window !== "undefined") loadActions().catch(() => undefined);

/** Everything below knows where the services are, which wallet is connected, and what was already read. */
export function Providers({ config, children }: { config: RuntimeConfig; children: ReactNode }) {
  const [wallets] = useState(() => createWallets(config));
  const [queryClient] = useState(createQueryClient);
  return (
    <RuntimeConfigProvider config={config}>
      <WagmiProvider config={wallets.wagmi}>
        <QueryClientProvider client={queryClient}>
          <WalletsProvider wallets={wallets}>
            <RecordsProvider>{children}</RecordsProvider>
          </WalletsProvider>
        </QueryClientProvider>
      </WagmiProvider>
    </RuntimeConfigProvider>
  );
}
