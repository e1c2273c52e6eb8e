import type { BrowserContext, Page } from "playwright-core";
import {
  type Address,
  concat,
  createWalletClient,
  type Hash,
  type Hex,
  http,
  numberToHex,
  slice,
  type TypedDataDefinition,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";

/** What the wallet does with a request: what a person behind a real wallet could do, and what a broken one does. */
export type WalletAct =
  | "approve"
  | "reject"
  | "hang"
  /** Signs typed data well, and otherwise than the last time: as wallets do that choose a nonce each time. */
  | "vary"
  | { code: number; message: string }
  | { after: Promise<void> };

type Answer = { result: unknown } | { error: { code: number; message: string } };

class WalletFault extends Error {
  override readonly name = "WalletFault";
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Requests that a person answers; everything else the wallet answers by itself. */
const asksPerson = new Set([
  "eth_requestAccounts",
  "wallet_requestPermissions",
  "personal_sign",
  "eth_signTypedData_v4",
  "eth_sendTransaction",
  "wallet_switchEthereumChain",
  "wallet_addEthereumChain",
]);

/** Another signature of the same by the same key: s and the order of the curve without s are both good. */
function otherSignature(signature: Hex): Hex {
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
  const s = numberToHex(order - BigInt(slice(signature, 32, 64)), { size: 32 });
  return concat([slice(signature, 0, 32), s, signature.endsWith("1b") ? "0x1c" : "0x1b"]);
}

/** A wallet as a real browser sees one: announced by EIP-6963, with its keys in Node. */
export type TestWallet = Awaited<ReturnType<typeof createTestWallet>>;

/** How many transactions a wallet was asked to send. */
export function sentBy(wallet: TestWallet): number {
  return wallet.seen.filter(({ method }) => method === "eth_sendTransaction").length;
}

/** Makes a wallet and installs it in every page that the context opens from now on. */
export async function createTestWallet(
  context: BrowserContext,
  options: { privateKeys: readonly Hex[]; rpcUrl: string; chainId: number; name?: string; onChain?: number },
) {
  const { rpcUrl, name = "Test Wallet" } = options;
  let accounts = options.privateKeys.map((privateKey) => privateKeyToAccount(privateKey));
  let chainId = options.onChain ?? options.chainId;
  const known = new Set([chainId]);
  let connected = false;
  const acts = new Map<string, WalletAct[]>();
  const seen: { method: string; params: readonly unknown[] }[] = [];
  const sent: Hash[] = [];

  const addresses = () => (connected ? accounts.map(({ address }) => address) : []);
  const active = () => {
    const account = accounts[0];
    if (!account || !connected) throw new WalletFault(4100, "Not connected.");
    return account;
  };

  async function forward(method: string, params: readonly unknown[]): Promise<unknown> {
    const response = await fetch(rpcUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
    });
    const body: unknown = await response.json();
    if (typeof body === "object" && body !== null && "error" in body) {
      const { error } = body;
      const code =
        typeof error === "object" && error !== null && "code" in error ? Number(error.code) : -32603;
      const message =
        typeof error === "object" && error !== null && "message" in error ? String(error.message) : "";
      throw new WalletFault(code, message);
    }
    return typeof body === "object" && body !== null && "result" in body ? body.result : null;
  }

  async function perform(method: string, params: readonly unknown[]): Promise<unknown> {
    const first = params[0];
    switch (method) {
      case "eth_accounts":
        return addresses();
      case "eth_requestAccounts":
        connected = true;
        return addresses();
      case "wallet_requestPermissions":
        connected = true;
        return [
          {
            parentCapability: "eth_accounts",
            caveats: [{ type: "restrictReturnedAccounts", value: addresses() }],
          },
        ];
      case "wallet_revokePermissions":
        connected = false;
        return null;
      case "eth_chainId":
        return numberToHex(chainId);
      case "wallet_switchEthereumChain": {
        const wanted = Number((first as { chainId: string }).chainId);
        if (!known.has(wanted)) throw new WalletFault(4902, "Unrecognized chain. Try adding it first.");
        await moveTo(wanted);
        return null;
      }
      case "wallet_addEthereumChain": {
        const added = Number((first as { chainId: string }).chainId);
        known.add(added);
        await moveTo(added);
        return null;
      }
      case "personal_sign":
        return active().signMessage({ message: { raw: first as Hex } });
      case "eth_signTypedData_v4":
        return active().signTypedData(JSON.parse(String(params[1])) as TypedDataDefinition);
      case "eth_sendTransaction": {
        if (chainId !== options.chainId) throw new WalletFault(4901, "The wallet is on another chain.");
        const { to, data, value, gas } = first as { to?: Address; data?: Hex; value?: Hex; gas?: Hex };
        const hash = await createWalletClient({ account: active(), transport: http(rpcUrl) }).sendTransaction(
          {
            chain: null,
            ...(to ? { to } : {}),
            ...(data ? { data } : {}),
            ...(value ? { value: BigInt(value) } : {}),
            ...(gas ? { gas: BigInt(gas) } : {}),
          },
        );
        sent.push(hash);
        return hash;
      }
      default:
        return forward(method, params);
    }
  }

  async function answer(method: string, params: readonly unknown[]): Promise<Answer> {
    seen.push({ method, params });
    const act = asksPerson.has(method) ? (acts.get(method)?.shift() ?? "approve") : "approve";
    if (act === "hang") return new Promise<Answer>(() => undefined);
    if (act === "reject") return { error: { code: 4001, message: "User rejected the request." } };
    if (typeof act === "object" && "code" in act) return { error: act };
    if (typeof act === "object") await act.after;
    try {
      const result = (await perform(method, params)) ?? null;
      return { result: act === "vary" ? otherSignature(result as Hex) : result };
    } catch (error) {
      const code = error instanceof WalletFault ? error.code : -32603;
      return { error: { code, message: error instanceof Error ? error.message : "Internal error" } };
    }
  }

  async function emit(event: string, value: unknown): Promise<void> {
    for (const page of context.pages())
      await page.evaluate(
        ([type, detail]) => window.dispatchEvent(new CustomEvent(`test-wallet:${type}`, { detail })),
        [event, value] as const,
      );
  }

  async function moveTo(id: number): Promise<void> {
    chainId = id;
    known.add(id);
    await emit("chainChanged", numberToHex(id));
  }

  // A binding of its own for each wallet: several may live in one page.
  const binding = `testWallet${Math.random().toString(36).slice(2)}`;
  await context.exposeBinding(
    binding,
    (_source: { page: Page }, method: string, params: readonly unknown[]) => answer(method, params),
  );
  await context.addInitScript(announce, { binding, name });

  return {
    get address(): Address {
      const account = accounts[0];
      if (!account) throw new WalletFault(4100, "The wallet has no account.");
      return account.address;
    },
    /** Every request so far. */
    seen,
    /** The transactions that it sent. */
    sent,
    /** Decides the next request of a method; several decide several, in order. Otherwise the person approves. */
    next(method: string, act: WalletAct): void {
      acts.set(method, [...(acts.get(method) ?? []), act]);
    },
    /** The person switches the network in the wallet. */
    moveTo,
    /** The person switches the account in the wallet. */
    async use(privateKey: Hex): Promise<void> {
      accounts = [
        privateKeyToAccount(privateKey),
        ...accounts.filter((each) => each.address !== privateKeyToAccount(privateKey).address),
      ];
      await emit("accountsChanged", addresses());
    },
  };
}

/** Runs in the page before any script of it: an EIP-1193 provider that asks Node, announced by EIP-6963. */
function announce({ binding, name }: { binding: string; name: string }): void {
  type Listener = (value: unknown) => void;
  const listeners = new Map<string, Set<Listener>>();
  for (const type of ["accountsChanged", "chainChanged", "disconnect"])
    window.addEventListener(`test-wallet:${type}`, (event) => {
      for (const listener of listeners.get(type) ?? []) listener((event as CustomEvent).detail);
    });
  const provider = {
    async request({
      method,
      params = [],
    }: {
      method: string;
      params?: readonly unknown[];
    }): Promise<unknown> {
      const ask = Reflect.get(window, binding) as (
        method: string,
        params: readonly unknown[],
      ) => Promise<{ result: unknown } | { error: { code: number; message: string } }>;
      const response = await ask(method, params);
      if ("error" in response)
        throw Object.assign(new Error(response.error.message), { code: response.error.code });
      return response.result;
    },
    on(type: string, listener: Listener) {
      listeners.set(type, (listeners.get(type) ?? new Set()).add(listener));
    },
    removeListener(type: string, listener: Listener) {
      listeners.get(type)?.delete(listener);
    },
  };
  const detail = Object.freeze({
    info: Object.freeze({
      uuid: crypto.randomUUID(),
      name,
      icon: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><rect width='8' height='8' fill='%23765'/></svg>",
      rdns: `test.wallet.${name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}`,
    }),
    provider,
  });
  const say = () => window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  window.addEventListener("eip6963:requestProvider", say);
  say();
}
