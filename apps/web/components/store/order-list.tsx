"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Amount } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { formatCount } from "@/lib/format/amount";
import { type Delivery, useDeliveries, useStoreOrders } from "@/lib/query/store";
import { useSession } from "@/lib/session/use-session";
import { useAccountState, useAddress } from "@/lib/wallet/use-account";

/** What the connected account has had, and where the codes are. */
export function OrderList() {
  const t = useTranslations();
  const account = useAddress();
  const state = useAccountState();
  const session = useSession();
  const orders = useStoreOrders(account);
  const isSignedIn = session.session != null;
  const deliveries = useDeliveries(isSignedIn);
  if (!account) return <p className="text-muted">{t("store.orders.connect")}</p>;
  const canSign = state.status === "connected" && state.canSign;
  return (
    <QueryPanel
      query={orders}
      meanwhile={indexMeanwhile}
      isEmpty={(found) => found.length === 0}
      empty={<Empty title={t("store.orders.none")}>{t("store.orders.noneText")}</Empty>}
    >
      {(found) => (
        <div className="grid gap-4">
          {session.session === null && canSign && (
            <Callout
              action={
                <Button size="small" busy={session.begin.isPending} onClick={() => session.begin.mutate()}>
                  {t("store.orders.signInVerb")}
                </Button>
              }
            >
              {t("store.orders.signIn")}
            </Callout>
          )}
          <Table caption={t("store.orders.caption")}>
            <thead>
              <tr>
                <ColumnHead>{t("store.orders.item")}</ColumnHead>
                <ColumnHead>{t("store.orders.when")}</ColumnHead>
                <ColumnHead numeric>{t("store.orders.points")}</ColumnHead>
                {isSignedIn && <ColumnHead>{t("store.orders.delivery")}</ColumnHead>}
              </tr>
            </thead>
            <tbody>
              {found.map((order) => {
                const name = order.name ?? t("store.items.unnamed", { number: String(order.itemId) });
                return (
                  <tr key={String(order.orderId)}>
                    <Cell>
                      {order.quantity > 1n
                        ? t("store.orders.quantity", { name, n: formatCount(order.quantity, t) })
                        : name}
                    </Cell>
                    <Cell>
                      <Time at={Number(order.timestamp)} />
                    </Cell>
                    <Cell numeric>
                      <Amount value={order.points} decimals={6} unit={t("words.points")} maximum={2} />
                    </Cell>
                    {isSignedIn && (
                      <Cell>
                        <Where delivery={deliveries.data?.find(({ orderId }) => orderId === order.orderId)} />
                      </Cell>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </Table>
        </div>
      )}
    </QueryPanel>
  );
}

function Where({ delivery }: { delivery: Delivery | undefined }) {
  const t = useTranslations();
  if (!delivery) return <span className="text-muted">{t("store.orders.states.confirming")}</span>;
  if (delivery.recordId !== null)
    return (
      <Link href={`/records?code=${delivery.recordId}`} className="underline underline-offset-4">
        {t("store.orders.record")}
      </Link>
    );
  if (delivery.state === "waitingForKeys")
    return (
      <Link href="/records" className="underline underline-offset-4">
        {t("store.orders.states.waitingForKeys")}
      </Link>
    );
  return <span className="text-muted">{t(`store.orders.states.${delivery.state}`)}</span>;
}
