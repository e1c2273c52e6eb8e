import type { Address } from "viem";
import type { BookOrder, OrderSide } from "../wire.ts";

/** Part of an address after the question mark; what is undefined is left out. */
export function toQuery(parameters: Record<string, string | number | undefined>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}

/** What an order was asked to be of. */
type OrderFilter = {
  asset?: Address | undefined;
  money?: Address | undefined;
  maker?: Address | undefined;
  taker?: Address | undefined;
  side?: OrderSide | undefined;
};

/**
 * Whether the service answered what was asked: whoever takes an order from a list of one market would otherwise get the shares
 * of another, as signed by their seller and under the name of the first.
 */
export function isAsked({ order, side }: BookOrder, asked: OrderFilter): boolean {
  const fields = ["asset", "money", "maker", "taker"] as const;
  const fits = fields.every(
    (field) => (asked[field] ?? order[field]).toLowerCase() === order[field].toLowerCase(),
  );
  return fits && (asked.side ?? side) === side;
}
