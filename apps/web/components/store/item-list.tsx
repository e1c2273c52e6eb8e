"use client";

import { useTranslations } from "next-intl";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { itemRefusal } from "@/lib/domain/store";
import { formatAmount, formatCount } from "@/lib/format/amount";
import { type StoreItemNow, useItemsHad, useStoreItems } from "@/lib/query/store";
import { useAccountState, useAddress } from "@/lib/wallet/use-account";

/** Everything that can be had for points, what is sold out last. */
export function ItemList({ points, mayRedeem }: { points: bigint | undefined; mayRedeem: boolean }) {
  const t = useTranslations();
  const items = useStoreItems();
  const had = useItemsHad(
    useAddress(),
    items.data?.map(({ itemId }) => itemId),
  );
  return (
    <QueryPanel
      query={items}
      meanwhile={indexMeanwhile}
      isEmpty={(found) => found.length === 0}
      empty={<Empty title={t("store.items.none")}>{t("store.items.noneText")}</Empty>}
    >
      {(found) => (
        <ul className="grid grid-cols-1 gap-x-8 sm:grid-cols-2">
          {found.map((item) => (
            <Item
              key={String(item.itemId)}
              item={item}
              points={points}
              had={had.data?.get(item.itemId) ?? 0n}
              mayRedeem={mayRedeem}
            />
          ))}
        </ul>
      )}
    </QueryPanel>
  );
}

function Item({
  item,
  points,
  had,
  mayRedeem,
}: {
  item: StoreItemNow;
  points: bigint | undefined;
  /** How many of it the person has had. */
  had: bigint;
  mayRedeem: boolean;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const account = useAccountState();
  const canSign = account.status === "connected" && account.canSign;
  const name = item.name ?? t("store.items.unnamed", { number: String(item.itemId) });
  const words = (value: bigint) => formatAmount(value, { decimals: 6, maximum: 2 }, t);
  const refusal = points === undefined ? undefined : itemRefusal(item, { points, had });

  async function redeem() {
    if (points === undefined) return;
    const { redeemItemFlow } = await import("./store-flows");
    transact(redeemItemFlow({ itemId: item.itemId, name, price: item.price, held: points }, t));
  }

  return (
    <li className="grid content-start gap-3 border-rule border-b py-5">
      <div className="flex items-start justify-between gap-4">
        <h3 className="font-medium">{name}</h3>
        {item.stock === 0n ? (
          <Badge>{t("store.items.soldOut")}</Badge>
        ) : (
          <span className="whitespace-nowrap text-muted text-sm">
            {t("store.items.stock", { count: Number(item.stock), n: formatCount(item.stock, t) })}
          </span>
        )}
      </div>
      {item.description && <p className="text-[0.9375rem] text-muted">{item.description}</p>}
      <p className="flex flex-wrap gap-x-4 text-sm">
        <span className="font-semibold">{t("store.items.price", { points: words(item.price) })}</span>
        {item.limit > 0n && (
          <span className="text-muted">
            {t("store.items.limit", { count: Number(item.limit), n: formatCount(item.limit, t) })}
          </span>
        )}
        {had > 0n && <span className="text-muted">{t("store.items.yours", { n: formatCount(had, t) })}</span>}
      </p>
      {canSign && item.stock > 0n && (
        <div className="grid gap-2">
          <Button
            className="justify-self-start"
            aria-label={`${t("store.items.have")}: ${name}`}
            disabled={!mayRedeem || points === undefined || refusal !== undefined}
            onClick={() => void redeem()}
          >
            {t("store.items.have")}
          </Button>
          {refusal?.reason === "limit" && <p className="text-muted text-sm">{t("store.items.reached")}</p>}
          {refusal?.reason === "short" && (
            <p className="text-muted text-sm">{t("store.items.short", { points: words(refusal.missing) })}</p>
          )}
        </div>
      )}
    </li>
  );
}
