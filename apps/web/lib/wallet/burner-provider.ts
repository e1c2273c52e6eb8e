import { type Chain, createClient, custom, type EIP1193Provider, numberToHex } from "viem";
import type { WalletRequest } from "./burner-rpc";
import { createProviderEvents } from "./provider-events";

/** The burner wallet as any dApp sees a wallet, and the way to tell it that another key was chosen. */
export type BurnerProvider = EIP1193Provider & { announceAccounts: () => Promise<void> };

export const burnerStorageKey = "qti.burner";

/**
 * An EIP-1193 provider over keys in this browser's storage, on chain 31337 only. Whoever has no burner wallet loads
 * nothing but these lines.
 */
export function createBurnerProvider(chain: Chain): BurnerProvider {
  const events = createProviderEvents();

  async function answer(request: WalletRequest): Promise<unknown> {
    if (request.method === "eth_chainId") return numberToHex(chain.id);
    if (request.method === "eth_accounts" && window.localStorage.getItem(burnerStorageKey) === null)
      return [];
    return (await import("./burner-rpc")).answerBurner(chain, request);
  }

  // viem wraps the answers into the typed request function, and the errors into classes that keep their code.
  const { request } = createClient({ chain, transport: custom({ request: answer }, { retryCount: 0 }) });

  return {
    request,
    on: events.on,
    removeListener: events.removeListener,
    announceAccounts: async () => {
      const { burnerAccounts, readBurner } = await import("./burner-store");
      events.accountsChanged(burnerAccounts(readBurner()));
    },
  };
}
