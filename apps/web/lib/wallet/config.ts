import { createConfig, createStorage, http, injected } from "wagmi";
import type { RuntimeConfig } from "@/lib/config/schema";
import { type BurnerProvider, createBurnerProvider } from "./burner-provider";
import { chainOf, isLocalChain } from "./chain";
import { createWatchProvider } from "./watch-provider";

export const burnerConnectorId = "qti.burner";
export const watchConnectorId = "qti.watch";

/**
 * The wallets and the connection to the chain for one mounted app.
 *
 * Made for each mount and never at module level: a module lives as long as the server, and one visitor's wallet must
 * not be handed to the next. What is remembered lies in the browser's own storage, so the server never sees it.
 */
export function createWallets(config: RuntimeConfig) {
  const chain = chainOf(config);
  const local = isLocalChain(config);
  const burner: BurnerProvider | undefined = local ? createBurnerProvider(chain) : undefined;
  const watch = createWatchProvider(chain);

  const wagmi = createConfig({
    chains: [chain],
    transports: { [chain.id]: http(config.rpcUrl, { batch: { wait: 8 } }) },
    connectors: [
      ...(burner
        ? [injected({ target: { id: burnerConnectorId, name: "Burner wallet", provider: () => burner } })]
        : []),
      injected({ target: { id: watchConnectorId, name: "Watched address", provider: () => watch } }),
    ],
    // The server remembers nothing, and asks nothing that only a browser has.
    storage:
      typeof window === "undefined"
        ? null
        : createStorage({ key: "qti.wallet", storage: window.localStorage }),
    pollingInterval: local ? 500 : 4_000,
    ssr: true,
  });
  return { wagmi, burner, chain };
}

/** What {@link createWallets} makes. */
export type Wallets = ReturnType<typeof createWallets>;

declare module "wagmi" {
  interface Register {
    config: Wallets["wagmi"];
  }
}
