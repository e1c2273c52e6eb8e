"use client";

import { useTranslations } from "next-intl";
import { ActionBar } from "@/components/desks/action-bar";
import { AddressText } from "@/components/ui/address";
import { AssetName } from "@/components/ui/phrase";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import type { PersonAccount } from "@/lib/desks/read-person";
import { formatAmount, formatShare, plainAmount } from "@/lib/format/amount";
import { usePortfolio } from "@/lib/query/graph";
import { BringOver } from "./bring-over";

/** What a person holds over all their accounts, and what can be done about it by order. */
export function PersonShares({ accounts }: { accounts: readonly PersonAccount[] }) {
  return (
    <div className="grid gap-8">
      {accounts.map((each) => (
        <AccountShares key={each.account} of={each} named={accounts.length > 1} />
      ))}
    </div>
  );
}

function AccountShares({ of: { account, recovery }, named }: { of: PersonAccount; named: boolean }) {
  const t = useTranslations();
  const portfolio = usePortfolio(account);
  return (
    <div>
      {named && (
        <h3 className="mb-2 text-sm">
          <AddressText address={account} />
        </h3>
      )}
      <QueryPanel
        query={portfolio}
        meanwhile={indexMeanwhile}
        lines={2}
        isEmpty={(data) => data.holdings.length === 0}
        empty={<p className="text-muted">{t("compliance.person.noShares")}</p>}
      >
        {(data) => (
          <ul className="grid border-rule border-t">
            {data.holdings.map(({ asset, balance, frozen }, index) => {
              const at = { asset: asset.asset, holder: account };
              return (
                <li key={asset.asset} className="grid gap-3 border-rule border-b py-4">
                  <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                    <AssetName asset={asset.asset} />
                    <span>
                      {t.rich("compliance.person.holding", {
                        amount: `${formatAmount(balance, { decimals: 18, maximum: 4 }, t)} ${asset.symbol}`,
                        share: formatShare(balance, asset.supply, 2, t),
                        part: (text) => <span className="text-muted">{text}</span>,
                      })}
                    </span>
                  </div>
                  {frozen > 0n && (
                    <p className="text-sm text-warn">
                      {t("compliance.person.frozen", {
                        amount: formatAmount(frozen, { decimals: 18, maximum: 4 }, t),
                      })}
                    </p>
                  )}
                  {recovery.status === "recovered" ? (
                    <BringOver asset={asset.asset} lost={account} successor={recovery.successor} />
                  ) : (
                    <ActionBar
                      quiet={index > 0}
                      actions={[
                        {
                          id: "freezeShares",
                          label: t("compliance.actions.freezeShares"),
                          initial: { ...at, amount: plainAmount(frozen, 18) },
                          fixed: ["asset", "holder"],
                        },
                        {
                          id: "forcedTransfer",
                          label: t("compliance.actions.forcedTransfer"),
                          initial: { asset: asset.asset, from: account },
                          fixed: ["asset", "from"],
                        },
                        {
                          id: "forcedBurn",
                          label: t("compliance.actions.forcedBurn"),
                          initial: at,
                          fixed: ["asset", "holder"],
                        },
                      ]}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </QueryPanel>
    </div>
  );
}
