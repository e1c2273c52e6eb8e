import { qtiPointsAbi, rewardStoreAbi } from "@qti/sdk/abis";
import { type Address, createPublicClient, createWalletClient, http, parseEther, parseEventLogs } from "viem";
import { hardhat } from "viem/chains";
import type { Trader, World } from "./market.ts";

const point = 1_000_000n;
const operatorAddressIndex = 8;

/** The store of a chain that one file has to itself. */
export class Shop {
  readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  get #store(): Address {
    return this.world.address("rewardStore");
  }

  /** A node closes connections that were quiet for a while, and this finds it out for the calls that are not repeated. */
  async #awake(): Promise<void> {
    await createPublicClient({ transport: http(this.world.rpcUrl, { retryCount: 5 }) }).getChainId();
  }

  /** A new item at one point, and its number. */
  async item(stock = 1_000n): Promise<bigint> {
    await this.#awake();
    const desk = this.world.desk(operatorAddressIndex);
    const store = { address: this.#store, abi: rewardStoreAbi } as const;
    const itemId = await this.world.node.readContract({ ...store, functionName: "itemCount" });
    const uri = "data:application/json,%7B%22name%22%3A%22Coffee%22%7D";
    const item = { price: point, stock, limit: 0, uri };
    const hash = await desk.writeContract({ ...store, functionName: "setItem", args: [itemId, item] });
    await this.world.node.waitForTransactionReceipt({ hash, pollingInterval: 20 });
    return itemId;
  }

  /** Somebody verified, with a hundred points from the channel of taps. */
  async buyer(): Promise<Trader> {
    await this.#awake();
    const buyer = await this.world.stranger();
    await this.world.attest(buyer.address);
    const { node } = this.world;
    const account = this.world.address("tapRewards");
    await node.setBalance({ address: account, value: parseEther("1") });
    await node.impersonateAccount({ address: account });
    const channel = createWalletClient({ account, chain: hardhat, transport: http(this.world.rpcUrl) });
    const hash = await channel.writeContract({
      address: this.world.address("qtiPoints"),
      abi: qtiPointsAbi,
      functionName: "earn",
      args: [buyer.address, 100n * point],
    });
    await node.waitForTransactionReceipt({ hash, pollingInterval: 20 });
    return buyer;
  }

  /** Buys, and answers with the number of the order. */
  async buy(buyer: Trader, itemId: bigint, quantity = 1n): Promise<bigint> {
    await this.#awake();
    const hash = await buyer.wallet.writeContract({
      address: this.#store,
      abi: rewardStoreAbi,
      functionName: "redeemItem",
      args: [itemId, quantity, 1_000n * point],
    });
    const { logs } = await this.world.node.waitForTransactionReceipt({ hash, pollingInterval: 20 });
    const [event] = parseEventLogs({ abi: rewardStoreAbi, eventName: "ItemRedeemed", logs });
    if (event === undefined) throw new Error("nothing was bought");
    return event.args.orderId;
  }
}
