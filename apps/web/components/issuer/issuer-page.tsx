"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { PageHead } from "@/components/shell/page-head";
import { Money } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useOpenWallet } from "@/components/wallet/wallet-dialog-provider";
import { assetStateWords } from "@/lib/domain/asset-words";
import { formatAmount, formatCount } from "@/lib/format/amount";
import { usePortfolio } from "@/lib/query/graph";
import { useAccountState } from "@/lib/wallet/use-account";

/** Which assets did I issue, and what do they need? */
export function IssuerPage() {
  const t = useTranslations();
  const account = useAccountState();
  const openWallet = useOpenWallet();
  return (
    <>
      <PageHead
        title={t("shell.pages.issuer")}
        lead={t("issuer.lead")}
        action={
          <Button asChild look="primary">
            <Link href="/assets/tokenize">{t("shell.pages.tokenize")}</Link>
          </Button>
        }
      />
      {account.status === "starting" && <SkeletonLines lines={6} />}
      {account.status === "none" && (
        <Empty
          title={t("issuer.connect")}
          action={
            <Button look="primary" onClick={openWallet}>
              {t("wallet.connect")}
            </Button>
          }
        />
      )}
      {account.status === "connected" && <Issued account={account.address} />}
    </>
  );
}

function Issued({ account }: { account: Address }) {
  const t = useTranslations();
  const portfolio = usePortfolio(account);
  return (
    <QueryPanel
      query={portfolio}
      meanwhile={indexMeanwhile}
      isEmpty={(data) => data.issued.length === 0}
      empty={<Empty title={t("issuer.none")}>{t("issuer.noneText")}</Empty>}
    >
      {(data) => (
        <ul className="grid border-rule border-t">
          {data.issued.map((asset) => {
            const words = assetStateWords(asset.state, t);
            return (
              <li key={asset.asset} className="border-rule border-b">
                <Link
                  href={`/issuer/${asset.asset}`}
                  className="grid min-h-16 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-3 -outline-offset-2 hover:bg-sunken sm:-mx-2 sm:px-2"
                >
                  <span className="min-w-0">
                    <span className="block truncate font-medium">{asset.name}</span>
                    <span className="block truncate text-muted text-sm">
                      {t("issuer.row", {
                        shares: `${formatAmount(asset.shares, { decimals: 0 }, t)} ${asset.symbol}`,
                        count: asset.holderCount,
                        n: formatCount(asset.holderCount, t),
                      })}
                    </span>
                  </span>
                  <span className="grid justify-items-end gap-1 text-right">
                    <Money value={asset.valuation} maximum={0} />
                    <Badge tone={words.tone}>{words.word}</Badge>
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </QueryPanel>
  );
}
