"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { PageHead } from "@/components/shell/page-head";
import { TransactionList } from "@/components/transactions/transaction-list";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { useOpenWallet } from "@/components/wallet/wallet-dialog-provider";
import { type HistoryFilter, historyQuery, readFilter, writeFilter } from "@/lib/history/filter";
import { useAddress } from "@/lib/wallet/use-account";
import { HistoryExport } from "./history-export";
import { HistoryFilters } from "./history-filters";

/** What happened, in all domains? */
export function HistoryPage() {
  const pathname = usePathname();
  const search = useSearchParams();
  const account = useAddress();
  const openWallet = useOpenWallet();
  const filter = readFilter(search);
  const query = historyQuery(filter, account);
  const isFiltered = Object.keys(filter).length > 0;

  function show(next: HistoryFilter) {
    const text = writeFilter(next);
    // Only the address changes: the page has all it needs, and going back leads to where one came from.
    window.history.replaceState(null, "", text === "" ? pathname : `${pathname}?${text}`);
  }

  return (
    <>
      <PageHead
        title="Transactions"
        lead="Everything that happened here, in one list. Open a line to see what it changed, what it cost, and the proof that the chain holds it."
        action={query && <HistoryExport query={query} />}
      />
      <HistoryFilters filter={filter} onChange={show} />
      {query ? (
        <TransactionList
          {...query}
          empty={
            isFiltered ? (
              <Empty
                title="Nothing fits these filters"
                action={<Button onClick={() => show({})}>Show everything</Button>}
              >
                Take one of them away, or choose more days.
              </Empty>
            ) : (
              "Nothing has happened yet"
            )
          }
        />
      ) : (
        <Empty
          title="Connect a wallet to see what is yours"
          action={
            <Button look="primary" onClick={openWallet}>
              Connect a wallet
            </Button>
          }
        >
          Or choose another account above: the history of every account is public.
        </Empty>
      )}
    </>
  );
}
