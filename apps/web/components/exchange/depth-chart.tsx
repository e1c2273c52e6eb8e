import type { BookLevel, OrderBook } from "@qti/sdk/exchange/wire";
import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/amount";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
import { depthPath, pricesOf } from "./depth-path";

const shares = (units: bigint, t: Translator) => formatAmount(units, { decimals: 18, maximum: 2 }, t);

/** How much could be bought and sold up to each price: a picture, and the figures behind it. */
export function DepthChart({ book, symbol }: { book: OrderBook; symbol: string }) {
  const t = useTranslations();
  const bids = depthPath(book, "bids");
  const asks = depthPath(book, "asks");
  const [low, high] = pricesOf(book);
  const [bestBid, bestAsk] = [book.bids[0], book.asks[0]];
  return (
    <figure>
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="text-muted">{t("exchange.depth.title")}</span>
        <span>
          {bestBid &&
            bestAsk &&
            t.rich("exchange.depth.between", {
              low: () => <Money value={bestBid.price} />,
              high: () => <Money value={bestAsk.price} />,
            })}
        </span>
      </figcaption>
      <svg
        role="img"
        aria-label={t("exchange.depth.picture", {
          bids: bidsWords(book.bids, symbol, t),
          asks: asksWords(book.asks, symbol, t),
        })}
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
        <Levels side="buyers" levels={book.bids} />
        <Levels side="sellers" levels={book.asks} />
      </div>
    </figure>
  );
}

const allShares = (levels: readonly BookLevel[], symbol: string, t: Translator) =>
  `${shares(levels.at(-1)?.cumulativeShares ?? 0n, t)} ${symbol}`;
const bidsWords = (levels: readonly BookLevel[], symbol: string, t: Translator) =>
  levels[0] ? t("exchange.depth.bids", { shares: allShares(levels, symbol, t) }) : t("exchange.depth.noBids");
const asksWords = (levels: readonly BookLevel[], symbol: string, t: Translator) =>
  levels[0] ? t("exchange.depth.asks", { shares: allShares(levels, symbol, t) }) : t("exchange.depth.noAsks");

function Levels({ side, levels }: { side: "buyers" | "sellers"; levels: readonly BookLevel[] }) {
  const t = useTranslations();
  return (
    <div>
      <h3 className="mb-2 font-medium">{t(`exchange.depth.${side}.title`)}</h3>
      {levels.length === 0 ? (
        <p className="text-muted">{t(`exchange.depth.${side}.none`)}</p>
      ) : (
        <Table caption={t(`exchange.depth.${side}.table`)} className="max-h-64 overflow-y-auto">
          <thead>
            <tr>
              <ColumnHead>{t("exchange.depth.price")}</ColumnHead>
              <ColumnHead numeric>{t("exchange.depth.shares")}</ColumnHead>
              <ColumnHead numeric>{t("exchange.depth.upTo")}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {levels.map((level) => (
              <tr key={String(level.price)}>
                <Cell>
                  <Money value={level.price} />
                </Cell>
                <Cell numeric>{shares(level.shares, t)}</Cell>
                <Cell numeric>{shares(level.cumulativeShares, t)}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
