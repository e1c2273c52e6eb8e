import { getContracts, transferQti } from "@qti/sdk";
import {
  type Address,
  createWalletClient,
  defineChain,
  erc20Abi,
  type Hex,
  http,
  isAddress,
  publicActions,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { E2eStack } from "./stack.ts";

/** Asks the chain for what only a development node does. */
export async function askChain(
  rpc: string,
  method: string,
  params: readonly unknown[] = [],
): Promise<unknown> {
  const response = await fetch(rpc, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  const body: unknown = await response.json();
  if (typeof body !== "object" || body === null || !("result" in body))
    throw new Error(`${method}: ${JSON.stringify(body)}`);
  return body.result;
}

/**
 * Holds blocks back while `work` goes on, which mines when it wants to. Whatever happens, the chain then mines at once
 * again. Nothing here takes the chain back: the index follows it forward only.
 */
export async function holdBlocks(
  rpc: string,
  work: (mine: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const mine = async () => {
    await askChain(rpc, "evm_mine");
  };
  await askChain(rpc, "evm_setAutomine", [false]);
  try {
    await work(mine);
  } finally {
    await askChain(rpc, "evm_setAutomine", [true]);
    await mine();
  }
}

/** Between two looks of a page at the clock. */
const aMoment = 10;

/** Turns the clock of the chain forward, a moment further than asked. Files with this in them come last. */
export async function passTime(rpc: string, seconds: number): Promise<void> {
  await askChain(rpc, "evm_increaseTime", [seconds + aMoment]);
  await askChain(rpc, "evm_mine");
}

/** A wallet in Node, for what happens outside of the browser. */
export function outsider(stack: E2eStack, privateKey: Hex) {
  const contracts = Object.fromEntries(
    Object.entries(stack.contracts).flatMap(([name, address]) =>
      isAddress(address) ? [[name, { address }]] : [],
    ),
  );
  const chain = defineChain({
    id: stack.chainId,
    name: "local",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [stack.rpc] } },
    contracts,
  });
  const account = privateKeyToAccount(privateKey);
  // Blocks are mined at once: to wait longer than this between two looks only makes tests slow.
  return createWalletClient({ account, chain, transport: http(), pollingInterval: 50 }).extend(publicActions);
}

/** Gives test dollars to an account, from who holds those of the deployment. */
export async function giveDollars(stack: E2eStack, from: Hex, to: Address, dollars: bigint): Promise<void> {
  const giver = outsider(stack, from);
  const { testDollar } = await getContracts(giver, { names: ["testDollar"] });
  const hash = await giver.writeContract({
    address: testDollar,
    abi: erc20Abi,
    functionName: "transfer",
    args: [to, dollars * 1_000_000n],
  });
  await giver.waitForTransactionReceipt({ hash });
}

/** Gives QTI to an account, from somebody of the demo who has some. */
export async function giveQti(stack: E2eStack, from: Hex, to: Address, amount: bigint): Promise<void> {
  const giver = outsider(stack, from);
  const hash = await transferQti(giver, { to, amount });
  await giver.waitForTransactionReceipt({ hash });
}
