import type { Account, Address, Hash, Hex } from "viem";
import { hashTypedData } from "viem";
import { parseAccount } from "viem/accounts";
import { getChainId, signTypedData } from "viem/actions";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import type { QtiClient } from "../core/client.ts";
import { toQtiError } from "../core/toQtiError.ts";
import { AccountMissingError } from "../errors/transaction.ts";
import * as addresses from "../generated/addressTables.ts";
import type { Order } from "./order.ts";
import { orderTypedData } from "./orderTypedData.ts";

/** Parameters of {@link signOrder}. */
export type SignOrderParameters = ContractsOption & {
  /** From `limitOrder`, `dutchOrder` or `standingOrder`. */
  order: Order;
  /** Who signs, the maker; the account of the client when left out. */
  account?: Account | Address | undefined;
};

/** A signed order, as `postOrder`, `fill` and the book take it. */
export type SignedOrder = { order: Order; signature: Hex; orderHash: Hash };

/**
 * Lets the maker sign an order. Nothing is sent: the signature is the offer, and whoever has it can fill the order until it
 * ends or is cancelled.
 *
 * @param client - A viem client with the account of the maker.
 * @param parameters - {@link SignOrderParameters}
 * @returns {@link SignedOrder}
 * @throws {@link AccountMissingError} when there is nobody to sign.
 * @throws {@link UserRejectedError} when the maker declines in the wallet.
 *
 * @example
 * ```ts
 * const signed = await signOrder(client, { order });
 * ```
 */
export async function signOrder(client: QtiClient, parameters: SignOrderParameters): Promise<SignedOrder> {
  const { order, account = client.account, contracts } = parameters;
  try {
    if (!account) throw new AccountMissingError();
    const { exchange } = await resolveContracts(client, { exchange: addresses.exchange }, contracts);
    const chainId = client.chain?.id ?? (await getChainId(client));
    const typedData = orderTypedData({ chainId, exchange, order });
    const signature = await signTypedData(client, { account: parseAccount(account), ...typedData });
    return { order, signature, orderHash: hashTypedData(typedData) };
  } catch (error) {
    throw await toQtiError(error);
  }
}
