import type { BookLevel, OrderBook } from "@qti/sdk/exchange/wire";
import { Money } from "@/components/ui/amount";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { formatAmount } from "@/lib/format/amount";
import { depthPath, pricesOf } from "./depth-path";

const shares = (units: bigint) => formatAmount(units, { decimals: 18, maximum: 2 });

/** How much could be bought and sold up to each price: a picture, and the figures behind it. */
export function DepthChart({ book, symbol }: { book: OrderBook; symbol: string }) {
  const bids = depthPath(book, "bids");
  const asks = depthPath(book, "asks");
  const [low, high] = pricesOf(book);
  const [bestBid, bestAsk] = [book.bids[0], book.asks[0]];
  return (
    <figure>
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="text-muted">Shares that could be sold (left) and bought (right), by price</span>
        <span>
          {bestBid && bestAsk && (
            <>
              between <Money value={bestBid.price} /> and <Money value={bestAsk.price} />
            </>
          )}
        </span>
      </figcaption>
      <svg
        role="img"
        aria-label={`Depth of the market: ${bidsWords(book.bids, symbol)}; ${asksWords(book.asks, symbol)}`}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="mt-4 h-48 w-full border-rule border-b"
      >
        {bids && (
          <path
            d={bids}
            className="fill-gain-soft stroke-gain"
            strokeWidth="1.5"
            vectorEffect="non-scaling-stroke"
          />
        )}
        {asks && (
          <path
            d={asks}
            className="fill-loss-soft stroke-loss"
            strokeWidth="1.5"
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
      {low < high && (
        <div className="mt-2 flex justify-between text-muted text-xs" aria-hidden>
          <Money value={low} />
          <Money value={high} />
        </div>
      )}
      <div className="mt-6 grid grid-cols-1 gap-8 sm:grid-cols-2">
        <Levels title="Buyers" levels={book.bids} empty="Nobody wants to buy now." />
        <Levels title="Sellers" levels={book.asks} empty="Nobody wants to sell now." />
      </div>
    </figure>
  );
}

const bidsWords = (levels: readonly BookLevel[], symbol: string) =>
  levels[0] ? `buyers want ${shares(levels.at(-1)?.cumulativeShares ?? 0n)} ${symbol}` : "no buyers";
const asksWords = (levels: readonly BookLevel[], symbol: string) =>
  levels[0] ? `sellers offer ${shares(levels.at(-1)?.cumulativeShares ?? 0n)} ${symbol}` : "no sellers";

function Levels({ title, levels, empty }: { title: string; levels: readonly BookLevel[]; empty: string }) {
  return (
    <div>
      <h3 className="mb-2 font-medium">{title}</h3>
      {levels.length === 0 ? (
        <p className="text-muted">{empty}</p>
      ) : (
        <Table caption={`${title} by price, best first`} className="max-h-64 overflow-y-auto">
          <thead>
            <tr>
              <ColumnHead>Price</ColumnHead>
              <ColumnHead numeric>Shares</ColumnHead>
              <ColumnHead numeric>Up to here</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {levels.map((level) => (
              <tr key={String(level.price)}>
                <Cell>
                  <Money value={level.price} />
                </Cell>
                <Cell numeric>{shares(level.shares)}</Cell>
                <Cell numeric>{shares(level.cumulativeShares)}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
