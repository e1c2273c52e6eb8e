import { contractCall } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { confirm } from "../core/confirm.ts";
import { type CallParameters, defineWrite, type WriteOptions } from "../core/defineWrite.ts";
import type { WaitOptions } from "../core/waitForTransaction.ts";
import { fillBatchFunction, orderFilledEvent } from "../generated/abi/exchange.ts";
import { exchange } from "../generated/addressTables.ts";
import { extractOutcomes } from "./extractOutcomes.ts";
import type { FillRequest } from "./fill.ts";

/** Parameters of {@link fillBatch}. */
export type FillBatchParameters = {
  requests: readonly FillRequest[];
  /** Gas that one order may use at most, 100,000 to 2,000,000. Default 500,000. */
  gasEach?: bigint | undefined;
};

/**
 * Takes several orders in one transaction. One that cannot be filled spoils nothing: `extractOutcomes` tells what became of
 * each.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link FillBatchParameters}
 * @returns Hash of the transaction.
 * @throws {@link ExchangePausedError} while trading is paused.
 * @throws {@link ExchangeBatchGasError} when the transaction has too little gas for all of them.
 *
 * @example
 * ```ts
 * const limits = { sellAmount: amount, maxGive: 1_000_000_000n, minGet: amount };
 * const { outcomes } = await fillBatchSync(client, { requests: [{ order, signature, ...limits }] });
 * for (const { orderHash, error } of outcomes) if (error) show(orderHash, error.shortMessage);
 * ```
 */
export const fillBatch = /* @__PURE__ */ defineWrite({
  contracts: { exchange },
  call: ({ exchange, requests, gasEach = 500_000n }: CallParameters<FillBatchParameters, "exchange">) =>
    contractCall(exchange, fillBatchFunction, [requests, gasEach]),
  event: orderFilledEvent,
});

/** {@link fillBatch}, then waits: answers with the receipt and what became of each order. */
export async function fillBatchSync(
  client: QtiClient,
  parameters: FillBatchParameters & WriteOptions & WaitOptions,
) {
  const receipt = await confirm(client, await fillBatch(client, parameters), parameters);
  return { receipt, outcomes: await extractOutcomes(receipt.logs) };
}
