import type { Hex } from "viem";
import { contractCall, read } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import type { PermitWithValue } from "../core/permit.ts";
import { transferRefusalFunction } from "../generated/abi/assetToken.ts";
import { fillFunction, fillWithPermitFunction, orderFilledEvent } from "../generated/abi/exchange.ts";
import { exchange } from "../generated/addressTables.ts";
import { isBid, type Order } from "./order.ts";

/** What a taker wants of an order, and the worst it agrees to: a price may change before its transaction is in a block. */
export type FillRequest = {
  order: Order;
  /** The maker's. */
  signature: Hex;
  /** Units of the order's sell side to take: shares of an ask, money of a bid. */
  sellAmount: bigint;
  /** Most units to give: money of an ask, fee included; shares of a bid. `gives` of a quote, or more. */
  maxGive: bigint;
  /** Least units to get: shares of an ask; money of a bid, fee off. `gets` of a quote, or less. */
  minGet: bigint;
};

/** Parameters of {@link fill}. */
export type FillParameters = FillRequest & {
  /** From a requirement of type `permit`; replaces an approval of what the taker gives. */
  permit?: PermitWithValue | undefined;
};

/**
 * Takes an order: the caller gets `sellAmount` of what it sells and gives what it wants for that now, both or neither.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link FillParameters}
 * @returns Hash of the transaction.
 * @throws {@link ExchangeOrderNotOpenError} while no window of the order is open.
 * @throws {@link ExchangeAmountTooLargeError} when less is left.
 * @throws {@link ExchangeLimitExceededError} when the price moved past a limit.
 * @throws {@link ExchangeOrderCancelledError} when the maker cancelled it.
 * @throws {@link ExchangePausedError} while trading is paused.
 * @throws {@link ERC20InsufficientAllowanceError} without approval or permit; `requirements` says what is missing.
 * @throws {@link TransferRefusedError} when a rule of the asset refuses: its sentence says which.
 *
 * @example
 * ```ts
 * const { sellAmount, gives: maxGive, gets: minGet } = await getQuote(client, { order, signature, taker: owner });
 * const [missing] = await requirements(client, { action: "fill", order, maxGive, owner });
 * const permit = missing?.type === "permit" ? missing.apply(await client.signTypedData(missing.typedData)) : {};
 * const { event } = await fillSync(client, { order, signature, sellAmount, maxGive, minGet, ...permit });
 * console.log(event.args.trade.moneyAmount);
 * ```
 */
export const fill = /* @__PURE__ */ defineWrite({
  contracts: { exchange },
  call: ({ exchange, permit, ...request }: CallParameters<FillParameters, "exchange">) =>
    permit
      ? contractCall(exchange, fillWithPermitFunction, [
          request,
          permit.value,
          permit.deadline,
          permit.v,
          permit.r,
          permit.s,
        ])
      : contractCall(exchange, fillFunction, [request]),
  event: orderFilledEvent,
  explain: async (client, { account, order, sellAmount, maxGive }, error) => {
    const { explainTransfer } = await import("../errors/decode.ts");
    const { maker, asset } = order;
    const shares = isBid(order)
      ? ([account, maker, maxGive] as const)
      : ([maker, account, sellAmount] as const);
    return explainTransfer(error, () => read(client, contractCall(asset, transferRefusalFunction, shares)));
  },
});

/** {@link fill}, then waits: answers with the receipt and the `OrderFilled` event. */
export const fillSync = /* @__PURE__ */ defineSync(fill);
