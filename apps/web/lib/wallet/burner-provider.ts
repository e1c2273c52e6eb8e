import { type Chain, createClient, custom, type EIP1193Provider, http, numberToHex } from "viem";
import { burnerAccounts, readBurner } from "./burner-store";
import { WalletRequestError, walletCodes } from "./errors";
import { createProviderEvents } from "./provider-events";

/** The burner wallet as any dApp sees a wallet, and the way to tell it that another key was chosen. */
export type BurnerProvider = EIP1193Provider & { announceAccounts: () => void };

/**
 * An EIP-1193 provider over keys in this browser's storage. It signs at once and asks nobody: the app's own review
 * before each action is the only question. It exists on chain 31337 only.
 */
export function createBurnerProvider(chain: Chain): BurnerProvider {
  const rpc = createClient({ chain, transport: http(chain.rpcUrls.default.http[0]) });
  const events = createProviderEvents();

  function activeKey() {
    const { keys, active } = readBurner();
    const key = keys[active];
    if (!key) throw new WalletRequestError(walletCodes.unauthorized, "The burner wallet has no key yet.");
    return key;
  }

  async function ensureKey(): Promise<void> {
    if (readBurner().keys.length > 0) return;
    const [{ createBurnerKey }, { addBurnerKey }] = await Promise.all([
      import("./burner-signer"),
      import("./burner-store"),
    ]);
    addBurnerKey(createBurnerKey("Burner 1"));
  }

  async function answer({ method, params }: { method: string; params?: unknown }): Promise<unknown> {
    switch (method) {
      case "eth_accounts":
        return burnerAccounts(readBurner());
      case "eth_requestAccounts":
        await ensureKey();
        return burnerAccounts(readBurner());
      case "wallet_requestPermissions":
        await ensureKey();
        return [
          {
            parentCapability: "eth_accounts",
            caveats: [{ type: "restrictReturnedAccounts", value: burnerAccounts(readBurner()) }],
          },
        ];
      case "wallet_revokePermissions":
        return null;
      case "eth_chainId":
        return numberToHex(chain.id);
      case "wallet_switchEthereumChain":
        if (!isChain(params, chain.id))
          throw new WalletRequestError(
            walletCodes.unknownChain,
            "The burner wallet lives on the local chain only.",
          );
        return null;
      case "personal_sign":
        return (await import("./burner-signer")).signPersonal(activeKey(), params);
      case "eth_signTypedData_v4":
        return (await import("./burner-signer")).signTypedData(activeKey(), params);
      case "eth_sendTransaction":
        return (await import("./burner-signer")).sendTransaction(activeKey(), params, chain);
      default:
        return forward(method, params);
    }
  }

  async function forward(method: string, params: unknown): Promise<unknown> {
    // What the node answers is passed on as it is; which methods exist is the node's affair.
    return rpc.transport.request({ method, params: Array.isArray(params) ? params : [] });
  }

  // viem wraps the answers into the typed request function and the errors into classes that keep their code.
  const { request } = createClient({ chain, transport: custom({ request: answer }, { retryCount: 0 }) });

  return {
    request,
    on: events.on,
    removeListener: events.removeListener,
    announceAccounts: () => events.accountsChanged(burnerAccounts(readBurner())),
  };
}

function isChain(params: unknown, id: number): boolean {
  const first: unknown = Array.isArray(params) ? params[0] : undefined;
  return (
    typeof first === "object" && first !== null && "chainId" in first && first.chainId === numberToHex(id)
  );
}
