import { isBid, isPartial, type Order, type OrderIssue, type Refusal, refusals } from "@qti/sdk";
import { assetTokenAbi, exchangeAbi } from "@qti/sdk/abis";
import type { Address } from "viem";
import type { ChainClient } from "../core/chain.ts";

/** What stands behind an order, whether or not a window of it is open. */
export type MakerFacts = {
  /** Whether the exchange takes the money. */
  listed: boolean;
  /** Units of what the order sells that its maker has (frozen shares left out), and that the exchange may move. */
  balance: bigint;
  allowance: bigint;
  /** Why the asset would not let its maker send or receive. */
  refusal: Refusal;
};

/**
 * Asks what the quoter asks once a window is open. Before that it speaks of time alone, and whoever has nothing could fill the
 * book with orders for tomorrow.
 *
 * @throws whatever keeps the chain from answering
 */
export async function makerFacts(chain: ChainClient, exchange: Address, order: Order): Promise<MakerFacts> {
  const bid = isBid(order);
  const { asset, maker, money } = order;
  const [listed, balance, allowance, refusal] = await chain.multicall({
    contracts: [
      { address: exchange, abi: exchangeAbi, functionName: "isMoney", args: [money] },
      bid
        ? { address: money, abi: assetTokenAbi, functionName: "balanceOf", args: [maker] }
        : { address: asset, abi: assetTokenAbi, functionName: "unfrozenBalanceOf", args: [maker] },
      {
        address: bid ? money : asset,
        abi: assetTokenAbi,
        functionName: "allowance",
        args: [maker, exchange],
      },
      // Nothing to oneself is judged by all rules about persons, both as sender and as receiver.
      { address: asset, abi: assetTokenAbi, functionName: "transferRefusal", args: [maker, maker, 0n] },
    ],
    deployless: true,
  });
  // The exchange always answers: without that nothing is known of the tokens either.
  if (listed.error !== undefined) throw listed.error;
  const refused = refusals[refusal.result ?? refusals.length] ?? "moduleFailed";
  return {
    listed: listed.result,
    // A token that does not answer has nothing for anybody.
    balance: balance.result ?? 0n,
    allowance: allowance.result ?? 0n,
    refusal: ownRefusal(refused, bid),
  };
}

/**
 * A buyer only receives and a seller only sends: what is said of the other half is said of it, or does not matter. In a lock-up
 * the issuer may still take the order.
 */
function ownRefusal(refused: Refusal, bid: boolean): Refusal {
  if (refused === "locked") return "none";
  if (!bid) return refused.startsWith("receiver") ? "none" : refused;
  const received = refused.replace(/^sender/, "receiver");
  return refusals.find((one) => one === received) ?? refused;
}

/** The first of them that will keep the order from being filled; `none` when all is well. */
export function issueOf(order: Order, { listed, balance, allowance, refusal }: MakerFacts): OrderIssue {
  const needed = isPartial(order) ? 1n : order.sellAmount;
  if (!listed) return "moneyNotListed";
  if (balance < needed) return "makerBalance";
  if (allowance < needed) return "makerAllowance";
  return refusal === "none" ? "none" : "compliance";
}
