"use client";

import type { BookOrder } from "@qti/sdk/exchange/wire";
import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
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
  const account = useAddress();
  const openWallet = useOpenWallet();
  return (
    <>
      <PageHead
        title="My orders"
        lead="What you offered, what became of it, and the dates of your standing orders."
        action={
          <Button asChild>
            <Link href="/exchange">All markets</Link>
          </Button>
        }
      />
      {account ? (
        <Orders maker={account} />
      ) : (
        <Empty
          title="Connect a wallet to see its orders"
          action={<Button onClick={openWallet}>Connect a wallet</Button>}
        >
          Orders belong to the account that signed them.
        </Empty>
      )}
    </>
  );
}

function Orders({ maker }: { maker: `0x${string}` }) {
  const orders = useMyOrders(maker);
  const live = useLiveBook({ maker });
  return (
    <QueryPanel
      query={orders}
      lines={6}
      meanwhile="Your orders are kept by the service and are shown again when it answers. Nothing is lost meanwhile."
      isEmpty={(items) => items.length === 0}
      empty={
        <Empty
          title="You have left no orders"
          action={
            <Button asChild>
              <Link href="/exchange">See the markets</Link>
            </Button>
          }
        >
          An order is signed for free and waits until somebody meets it.
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
              title="In the book"
              action={
                live ? (
                  alive.length > 0 && <CancelAll count={alive.length} />
                ) : (
                  <Badge tone="warn">interrupted, trying again</Badge>
                )
              }
            >
              <Rows orders={single} empty="No single order waits." />
            </Section>
            <Section title="Standing orders" lead="Each opens again and again, for one day at a time.">
              <Rows orders={standing} empty="You have no standing order." />
            </Section>
            {ended.length > 0 && (
              <Section title="Ended">
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
  const transact = useTransact();
  const queries = useQueryClient();
  async function cancel() {
    const { cancelAllFlow } = await import("./order-flows");
    transact(cancelAllFlow(count, () => void queries.invalidateQueries({ queryKey: ["book"] })));
  }
  return (
    <Button size="small" look="danger" onClick={() => void cancel()}>
      Cancel all
    </Button>
  );
}
