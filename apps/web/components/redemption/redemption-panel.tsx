"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { isAddressEqual } from "viem";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Facts } from "@/components/ui/facts";
import { QueryPanel } from "@/components/ui/query-panel";
import { useRuntimeConfig } from "@/lib/config/context";
import { moneyWords } from "@/lib/domain/money";
import { sharesWords } from "@/lib/domain/rules-words";
import { formatShare } from "@/lib/format/amount";
import { useRedemption } from "@/lib/query/redemption";
import { useAccountState } from "@/lib/wallet/use-account";
import { OpenRedemptionForm } from "./open-redemption-form";
import { RedeemForm } from "./redeem-form";

const whole = 10n ** 18n;

/** The end of an asset: the issuer pays in, holders burn their shares for their part. */
export function RedemptionPanel({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const redemption = useRedemption(asset.asset);
  const config = useRuntimeConfig();
  const account = useAccountState();
  const transact = useTransact();
  const isIssuer = account.status === "connected" && isAddressEqual(account.address, asset.issuer);
  const canSign = account.status === "connected" && account.canSign;
  return (
    <QueryPanel query={redemption} lines={3}>
      {(found) => {
        if (found === null)
          return asset.state === "matured" && isIssuer ? (
            <OpenRedemptionForm asset={asset} />
          ) : (
            <Empty
              title={
                asset.state === "matured" ? t("redemption.panel.notPaid") : t("redemption.panel.notMatured")
              }
            >
              {t("redemption.panel.later")}
            </Empty>
          );
        const words = (value: bigint) => moneyWords(value, found.money, config, t);
        const left = found.amount - found.paid;
        return (
          <div className="grid gap-6">
            <Facts
              rows={[
                { label: t("redemption.panel.paid"), value: words(found.amount) },
                { label: t("redemption.shareGets"), value: words((found.amount * whole) / found.supply) },
                {
                  label: t("redemption.panel.redeemed"),
                  value: `${sharesWords(found.redeemed, t)}, ${formatShare(found.redeemed, found.supply, 2, t)}`,
                },
                {
                  label: found.closed ? t("redemption.panel.wentBack") : t("redemption.panel.waits"),
                  value: words(left),
                },
              ]}
            />
            {!found.closed && asset.totalSupply > 0n && <RedeemForm asset={asset} money={found.money} />}
            {!found.closed && asset.totalSupply === 0n && (
              <Button
                className="justify-self-start"
                disabled={!canSign}
                onClick={() =>
                  void import("./redemption-flows").then(({ closeFlow }) =>
                    transact(closeFlow(asset, left, words, t)),
                  )
                }
              >
                {t("redemption.panel.close")}
              </Button>
            )}
          </div>
        );
      }}
    </QueryPanel>
  );
}
