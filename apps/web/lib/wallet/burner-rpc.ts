import { type Chain, createClient, http, numberToHex } from "viem";
import { addBurnerKey, burnerAccounts, readBurner } from "./burner-store";
import { WalletRequestError, walletCodes } from "./errors";

/** What a dApp asks of a wallet. */
export type WalletRequest = { method: string; params?: unknown };

function activeKey() {
  const { keys, active } = readBurner();
  const key = keys[active];
  if (!key) throw new WalletRequestError(walletCodes.unauthorized, "The burner wallet has no key yet.");
  return key;
}

/** Keys and signatures need elliptic curves: loaded when one is made or used. */
const loadSigner = () => import("./burner-signer");

async function connect(): Promise<`0x${string}`[]> {
  if (readBurner().keys.length === 0) {
    const { createBurnerKey } = await loadSigner();
    addBurnerKey(createBurnerKey("Burner 1"));
  }
  return burnerAccounts(readBurner());
}

function names(params: unknown, id: number): boolean {
  const first: unknown = Array.isArray(params) ? params[0] : undefined;
  return (
    typeof first === "object" && first !== null && "chainId" in first && first.chainId === numberToHex(id)
  );
}

/** Answers as a wallet does. Signs at once and asks nobody. What is no affair of a wallet goes on to the node. */
export async function answerBurner(chain: Chain, { method, params }: WalletRequest): Promise<unknown> {
  switch (method) {
    case "eth_accounts":
      return burnerAccounts(readBurner());
    case "eth_requestAccounts":
      return connect();
    case "wallet_requestPermissions":
      return [
        {
          parentCapability: "eth_accounts",
          caveats: [{ type: "restrictReturnedAccounts", value: await connect() }],
        },
      ];
    case "wallet_revokePermissions":
      return null;
    case "wallet_switchEthereumChain":
      if (names(params, chain.id)) return null;
      throw new WalletRequestError(
        walletCodes.unknownChain,
        "The burner wallet lives on the local chain only.",
      );
    case "personal_sign":
      return (await loadSigner()).signPersonal(activeKey(), params);
    case "eth_signTypedData_v4":
      return (await loadSigner()).signTypedData(activeKey(), params);
    case "eth_sendTransaction":
      return (await loadSigner()).sendTransaction(activeKey(), params, chain);
    default: {
      const { transport } = createClient({ chain, transport: http(chain.rpcUrls.default.http[0]) });
      // What the node answers is passed on as it is; which methods exist is the node's affair.
      return transport.request({ method, params: Array.isArray(params) ? params : [] });
    }
  }
}
