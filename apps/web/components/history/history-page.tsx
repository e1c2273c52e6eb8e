"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
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
  const t = useTranslations();
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
        title={t("history.page.title")}
        lead={t("history.page.lead")}
        action={query && <HistoryExport query={query} />}
      />
      <HistoryFilters filter={filter} onChange={show} />
      {query ? (
        <TransactionList
          {...query}
          empty={
            isFiltered ? (
              <Empty
                title={t("history.page.noFit")}
                action={<Button onClick={() => show({})}>{t("history.page.showAll")}</Button>}
              >
                {t("history.page.noFitText")}
              </Empty>
            ) : undefined
          }
        />
      ) : (
        <Empty
          title={t("history.page.connect")}
          action={
            <Button look="primary" onClick={openWallet}>
              {t("wallet.connect")}
            </Button>
          }
        >
          {t("history.page.connectText")}
        </Empty>
      )}
    </>
  );
}
