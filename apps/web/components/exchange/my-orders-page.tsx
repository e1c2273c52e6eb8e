"use client";

import type { BookOrder } from "@qti/sdk/exchange/wire";
import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { QueryPanel } from "@/components/ui/query-panel";
import { useOpenWallet } from "@/components/wallet/wallet-dialog-provider";
import { useLiveBook, useMyOrders } from "@/lib/query/exchange";
import { useAddress } from "@/lib/wallet/use-account";
import { OrderRow } from "./order-row";

const living = ["open", "waiting", "unfillable"];

/** What did I offer, and what became of it? */
export function MyOrdersPage() {
  const t = useTranslations();
  const account = useAddress();
  const openWallet = useOpenWallet();
  return (
    <>
      <PageHead
        title={t("shell.pages.orders")}
        lead={t("exchange.mine.lead")}
        action={
          <Button asChild>
            <Link href="/exchange">{t("exchange.allMarkets")}</Link>
          </Button>
        }
      />
      {account ? (
        <Orders maker={account} />
      ) : (
        <Empty
          title={t("exchange.mine.connect")}
          action={<Button onClick={openWallet}>{t("wallet.connect")}</Button>}
        >
          {t("exchange.mine.connectText")}
        </Empty>
      )}
    </>
  );
}

function Orders({ maker }: { maker: `0x${string}` }) {
  const t = useTranslations();
  const orders = useMyOrders(maker);
  const live = useLiveBook({ maker });
  return (
    <QueryPanel
      query={orders}
      lines={6}
      meanwhile={t("exchange.mine.meanwhile")}
      isEmpty={(items) => items.length === 0}
      empty={
        <Empty
          title={t("exchange.mine.none")}
          action={
            <Button asChild>
              <Link href="/exchange">{t("exchange.mine.markets")}</Link>
            </Button>
          }
        >
          {t("exchange.mine.noneText")}
        </Empty>
      }
    >
      {(items) => {
        const alive = items.filter(({ state }) => living.includes(state));
        const standing = alive.filter(({ order }) => order.interval > 0);
        const single = alive.filter(({ order }) => order.interval === 0);
        const ended = items.filter(({ state }) => !living.includes(state));
        return (
          <div className="grid gap-12">
            <Section
              title={t("exchange.mine.book")}
              action={
                live ? (
                  alive.length > 0 && <CancelAll count={alive.length} />
                ) : (
                  <Badge tone="warn">{t("exchange.interrupted")}</Badge>
                )
              }
            >
              <Rows orders={single} empty={t("exchange.mine.noSingle")} />
            </Section>
            <Section title={t("exchange.mine.standing")} lead={t("exchange.mine.standingLead")}>
              <Rows orders={standing} empty={t("exchange.mine.noStanding")} />
            </Section>
            {ended.length > 0 && (
              <Section title={t("exchange.mine.ended")}>
                <Rows orders={ended} empty="" />
              </Section>
            )}
          </div>
        );
      }}
    </QueryPanel>
  );
}

function Rows({ orders, empty }: { orders: readonly BookOrder[]; empty: string }) {
  if (orders.length === 0) return <p className="text-muted">{empty}</p>;
  return (
    <ul className="grid border-rule border-t">
      {orders.map((order) => (
        <OrderRow key={order.hash} order={order} />
      ))}
    </ul>
  );
}

function CancelAll({ count }: { count: number }) {
  const t = useTranslations();
  const transact = useTransact();
  const queries = useQueryClient();
  async function cancel() {
    const { cancelAllFlow } = await import("./order-flows");
    transact(cancelAllFlow(count, () => void queries.invalidateQueries({ queryKey: ["book"] }), t));
  }
  return (
    <Button size="small" look="danger" onClick={() => void cancel()}>
      {t("exchange.mine.cancelAll")}
    </Button>
  );
}
