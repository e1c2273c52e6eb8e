import {
  type Address,
  type Chain,
  createClient,
  custom,
  type EIP1193Provider,
  getAddress,
  http,
  isAddress,
  numberToHex,
} from "viem";
import { WalletRequestError, walletCodes } from "./errors";
import { createProviderEvents } from "./provider-events";

const storageKey = "qti.watch";

/** The address that is being watched, if any. */
export function readWatched(): Address | undefined {
  if (typeof window === "undefined") return undefined;
  const stored = window.localStorage.getItem(storageKey);
  return stored && isAddress(stored) ? getAddress(stored) : undefined;
}

/** Remembers which address to watch. */
export function writeWatched(address: Address): void {
  window.localStorage.setItem(storageKey, getAddress(address));
}

const signingMethods = /^(personal_sign|eth_sign.*|eth_sendTransaction|wallet_sendCalls)$/;

/** A wallet without a key: shows what an address owns and signs nothing. */
export function createWatchProvider(chain: Chain): EIP1193Provider {
  const rpc = createClient({ chain, transport: http(chain.rpcUrls.default.http[0]) });
  const events = createProviderEvents();

  async function answer({ method, params }: { method: string; params?: unknown }): Promise<unknown> {
    const watched = readWatched();
    const accounts = watched ? [watched] : [];
    if (method === "eth_accounts" || method === "eth_requestAccounts") return accounts;
    if (method === "wallet_requestPermissions")
      return [
        {
          parentCapability: "eth_accounts",
          caveats: [{ type: "restrictReturnedAccounts", value: accounts }],
        },
      ];
    if (method === "eth_chainId") return numberToHex(chain.id);
    if (signingMethods.test(method))
      throw new WalletRequestError(
        walletCodes.unauthorized,
        "This address is only watched. Connect a wallet that holds its key.",
      );
    if (method.startsWith("wallet_"))
      throw new WalletRequestError(walletCodes.unsupported, "A watched address has no wallet.");
    return rpc.transport.request({ method, params: Array.isArray(params) ? params : [] });
  }

  const { request } = createClient({ chain, transport: custom({ request: answer }, { retryCount: 0 }) });
  return { request, on: events.on, removeListener: events.removeListener };
}
