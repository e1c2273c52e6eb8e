import { type Hash, type Log, parseEventLogs } from "viem";
import type { EventOf } from "../core/defineWrite.ts";
import { toQtiError } from "../core/toQtiError.ts";
import type { QtiError } from "../errors/base.ts";
import { batchFillFailedEvent, orderFilledEvent } from "../generated/abi/exchange.ts";

/** What became of one order of a batch: what it moved, or why nothing. */
export type FillOutcome =
  | { orderHash: Hash; trade: EventOf<typeof orderFilledEvent>["args"]["trade"]; error?: undefined }
  | { orderHash: Hash; trade?: undefined; error: QtiError };

/**
 * Reads from the logs of a receipt what became of each order of a batch.
 *
 * @param logs - Of the receipt of `fillBatch`.
 * @returns A list of {@link FillOutcome}, in the order of the requests.
 *
 * @example
 * ```ts
 * const filled = (await extractOutcomes(receipt.logs)).filter(({ trade }) => trade);
 * ```
 */
export async function extractOutcomes(logs: readonly Log[]): Promise<readonly FillOutcome[]> {
  const found = parseEventLogs({
    abi: [orderFilledEvent, batchFillFailedEvent],
    logs: [...logs],
    strict: true,
  });
  return Promise.all(
    found.map(async ({ eventName, args }) => {
      const { orderHash } = args;
      // Told apart by name for the type checker; the reason is cut off at 64 bytes, which still names the error.
      if (eventName === "OrderFilled") return { orderHash, trade: args.trade };
      const data = args.reason;
      return { orderHash, error: await toQtiError({ code: 3, message: "execution reverted", data }) };
    }),
  );
}
