import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { merkleDistributorAbi, qtiTokenAbi, stakingPoolAbi } from "@qti/sdk/abis";
import {
  type Abi,
  type Address,
  createWalletClient,
  http,
  numberToHex,
  parseEventLogs,
  publicActions,
  toHex,
} from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { inject, onTestFinished } from "vitest";
import { keyOf, openTestChain } from "./chain.ts";

export const qti = 10n ** 18n;
export const epochSeconds = 7 * 86_400;
const holderAccount = 9;
const guardianAccount = 7;

export const addressOf = (name: string): Address => inject("contracts")[name] ?? "0x";

const walletOf = (key: `0x${string}`) =>
  createWalletClient({
    account: privateKeyToAccount(key),
    chain: hardhat,
    transport: http(inject("rpcUrl")),
    pollingInterval: 20,
  }).extend(publicActions);

async function write(
  key: `0x${string}`,
  call: { address: Address; abi: Abi; functionName: string; args: readonly unknown[] },
) {
  const wallet = walletOf(key);
  const hash = await wallet.writeContract(call);
  return wallet.waitForTransactionReceipt({ hash });
}

/** Somebody new who stakes QTI under a lock; answers with who it is and the number of the position. */
export async function stake(amount: bigint, lock: number): Promise<{ account: Address; positionId: bigint }> {
  const key = generatePrivateKey();
  const account = privateKeyToAccount(key).address;
  const [token, pool] = [addressOf("qtiToken"), addressOf("stakingPool")];
  await openTestChain().setBalance({ address: account, value: 10n ** 19n });
  const qtiToken = { address: token, abi: qtiTokenAbi as Abi };
  await write(keyOf(holderAccount), { ...qtiToken, functionName: "transfer", args: [account, amount] });
  await write(key, { ...qtiToken, functionName: "approve", args: [pool, amount] });
  const receipt = await write(key, {
    address: pool,
    abi: stakingPoolAbi as Abi,
    functionName: "stake",
    args: [amount, lock],
  });
  const [event] = parseEventLogs({ abi: stakingPoolAbi, eventName: "Staked", logs: receipt.logs });
  return { account, positionId: event?.args.positionId ?? 0n };
}

/** A guardian removes the root that waits for a campaign. */
export const veto = (campaignId: bigint) =>
  write(keyOf(guardianAccount), {
    address: addressOf("merkleDistributor"),
    abi: merkleDistributorAbi as Abi,
    functionName: "vetoRoot",
    args: [numberToHex(campaignId, { size: 32 })],
  });

/** Unix seconds that the next block will have, about. */
export async function chainNow(): Promise<number> {
  return Number((await openTestChain().getBlock({ blockTag: "pending" })).timestamp);
}

/** Lets time pass until a moment, and makes a block then. */
export async function passUntil(time: number): Promise<void> {
  const chain = openTestChain();
  await chain.setNextBlockTimestamp({ timestamp: BigInt(time) });
  await chain.mine({ blocks: 1 });
}

/** Every root that was ever proposed for campaigns, oldest first. */
export async function proposalsOf() {
  const logs = await openTestChain().getLogs({ address: addressOf("merkleDistributor"), fromBlock: 0n });
  const events = parseEventLogs({ abi: merkleDistributorAbi, logs });
  return events.flatMap((event) => {
    if (event.eventName !== "RootProposed") return [];
    const { subject, root, readyAt, uri, total } = event.args;
    const ended = events.find(
      (later) =>
        (later.eventName === "RootActivated" || later.eventName === "RootVetoed") &&
        later.args.subject === subject &&
        (later.blockNumber > event.blockNumber ||
          (later.blockNumber === event.blockNumber && later.logIndex > event.logIndex)),
    );
    const state = ended === undefined ? "PENDING" : ended.eventName === "RootVetoed" ? "VETOED" : "ACTIVE";
    return [{ contract: event.address.toLowerCase(), subject, root, readyAt, uri, total, state }];
  });
}

type Variables = { block?: number; after?: string; now?: string; start?: string; subject?: string };

/** Positions as the chain had them at the end of a block, in the form of the index. */
async function positionsAt(blockNumber?: bigint) {
  const chain = openTestChain();
  const pool = { address: addressOf("stakingPool"), abi: stakingPoolAbi, blockNumber } as const;
  const count = await chain.readContract({ ...pool, functionName: "positionCount" });
  return Promise.all(
    Array.from({ length: Number(count) }, async (_, index) => {
      const positionId = BigInt(index + 1);
      const position = await chain.readContract({ ...pool, functionName: "positionOf", args: [positionId] });
      return { ...position, positionId, id: toHex(positionId, { size: 24 }) };
    }),
  );
}

/** Answers the keeper's questions as the subgraph would, straight from the chain: what it cannot know this does not either. */
async function answer(query: string, { block, after = "0x", now, start, subject }: Variables) {
  if (query.includes("_meta")) {
    const number = Number(await openTestChain().getBlockNumber({ cacheTime: 0 }));
    return { _meta: { block: { number, hash: null, timestamp: null }, hasIndexingErrors: false } };
  }
  if (query.includes("rootProposals")) {
    const found = (await proposalsOf()).filter((each) =>
      now === undefined ? each.subject === subject : each.state === "PENDING" && each.readyAt <= Number(now),
    );
    return { rootProposals: found.reverse() };
  }
  const positions = await positionsAt(block === undefined ? undefined : BigInt(block));
  const staked = positions.filter(({ amount, lock }) => amount > 0n && lock > 0);
  if (now !== undefined) {
    const expired = staked.filter(({ unlock, weight, amount }) => unlock <= Number(now) && weight > amount);
    return { poolPositions: expired.map(({ positionId }) => ({ positionId: `${positionId}` })) };
  }
  const taking = staked.filter(({ id, start: began }) => id > after && began <= Number(start));
  return {
    poolPositions: taking.map(({ id, owner, amount, lock, start: began }) => ({
      id,
      owner: { id: owner.toLowerCase() },
      amount: `${amount}`,
      lock,
      start: `${began}`,
    })),
  };
}

/** As graph-node writes what JSON has no numbers for. */
const asText = (_: string, value: unknown) => (typeof value === "bigint" ? `${value}` : value);

/** An index for one test; its URL. */
export async function startIndex(): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
      const data = await answer(query, variables);
      response.setHeader("content-type", "application/json").end(JSON.stringify({ data }, asText));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
