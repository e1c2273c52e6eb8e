import {
  type Account,
  type Address,
  type Chain,
  createClient,
  defineChain,
  http,
  type PublicActions,
  publicActions,
  type Transport,
  type WalletClient,
  walletActions,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { KeeperError } from "./errors.ts";

/** A client that reads the chain and signs with the keeper's key. */
export type KeeperClient = WalletClient<Transport, Chain, KeeperAccount> &
  PublicActions<Transport, Chain, KeeperAccount>;
export type KeeperAccount = ReturnType<typeof privateKeyToAccount> & Account;

export type ChainOptions = {
  rpcUrl: string;
  chainId: number;
  contracts: Readonly<Record<string, Address>>;
  key: `0x${string}`;
};

/** Opens the chain. The SDK finds the contracts through the client. */
export function openChain({ rpcUrl, chainId, contracts, key }: ChainOptions): KeeperClient {
  const chain = defineChain({
    id: chainId,
    name: `chain ${chainId}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
    contracts: Object.fromEntries(Object.entries(contracts).map(([name, address]) => [name, { address }])),
  });
  return createClient({
    account: privateKeyToAccount(key),
    chain,
    transport: http(rpcUrl, { timeout: 10_000, retryCount: 2 }),
    // What counts is what the next block will allow. The last one may be long ago, on a chain that makes blocks on demand.
    experimental_blockTag: "pending",
  })
    .extend(publicActions)
    .extend(walletActions);
}

/**
 * The chain's first block tells it from every other, also from one that began again with the same id.
 *
 * @throws {@link KeeperError} when the node is on another chain.
 */
export async function genesisOf(client: KeeperClient): Promise<`0x${string}`> {
  const actual = await client.getChainId();
  if (actual !== client.chain.id) {
    throw new KeeperError(
      `The node is on chain ${actual}, the keeper was told ${client.chain.id}. Correct QTI_RPC_URL or QTI_CHAIN_ID.`,
    );
  }
  const { hash } = await client.getBlock({ blockNumber: 0n });
  return hash;
}
