"use client";

import { Gift } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { QueryPanel } from "@/components/ui/query-panel";
import { Time } from "@/components/ui/time";
import { formatCount } from "@/lib/format/amount";
import { type Delivery, useDeliveries, useStoreItems } from "@/lib/query/store";
import { CodeDialog } from "./code-dialog";

/** What the store delivered, and what it still owes: codes that only this person opens, one order at a time. */
export function Codes({ opened }: { opened: string | null }) {
  const t = useTranslations();
  const pathname = usePathname();
  const deliveries = useDeliveries();
  const items = useStoreItems();

  function nameOf({ itemId, quantity }: Pick<Delivery, "itemId" | "quantity">): string {
    const item = items.data?.find((each) => each.itemId === itemId);
    const name = item?.name ?? t("store.items.unnamed", { number: `${itemId}` });
    return quantity > 1n ? t("store.orders.quantity", { name, n: formatCount(quantity, t) }) : name;
  }

  function show(recordId: string | null) {
    // Only the address changes: the page has all it needs, and going back leads to where one came from.
    window.history.replaceState(null, "", recordId === null ? pathname : `${pathname}?code=${recordId}`);
  }

  return (
    <Section title={t("records.codes.title")}>
      <QueryPanel
        query={deliveries}
        isEmpty={(found) => found.length === 0}
        empty={
          <Empty
            title={t("records.codes.none")}
            action={
              <Link href="/rewards/store" className="underline underline-offset-4">
                {t("records.codes.store")}
              </Link>
            }
          >
            {t("records.codes.noneText")}
          </Empty>
        }
      >
        {(found) => (
          <ul className="grid border-rule border-t">
            {found.map((delivery) => (
              <Row
                key={`${delivery.orderId}`}
                delivery={delivery}
                name={nameOf(delivery)}
                onOpen={() => show(delivery.recordId)}
              />
            ))}
          </ul>
        )}
      </QueryPanel>
      {deliveries.hasNextPage && (
        <Button
          className="mt-4"
          busy={deliveries.isFetchingNextPage}
          onClick={() => void deliveries.fetchNextPage()}
        >
          {t("records.codes.older")}
        </Button>
      )}
      {opened !== null && <CodeDialog recordId={opened} nameOf={nameOf} onClose={() => show(null)} />}
    </Section>
  );
}

function Row({ delivery, name, onOpen }: { delivery: Delivery; name: string; onOpen: () => void }) {
  const t = useTranslations();
  const { orderId, state, at } = delivery;
  return (
    <li className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 border-rule border-b py-3">
      <span className="min-w-0 flex-1 basis-48">
        <span className="block font-medium">{name}</span>
        <span className="block text-muted text-sm">
          {t.rich(state === "delivered" ? "records.codes.delivered" : "records.codes.waiting", {
            order: `${orderId}`,
            state: t(`store.orders.states.${state}`),
            time: () => <Time at={at} />,
          })}
        </span>
      </span>
      {state === "delivered" && (
        <Button
          size="small"
          aria-label={t("records.codes.openOf", { name, order: `${orderId}` })}
          onClick={onOpen}
        >
          <Gift aria-hidden />
          {t("store.orders.record")}
        </Button>
      )}
    </li>
  );
}
