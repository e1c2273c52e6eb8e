"use client";

import type { GetAssetReturnType } from "@qti/sdk";
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
                asset.state === "matured"
                  ? "The issuer has not paid in yet"
                  : "Shares can be redeemed once the asset has matured"
              }
            >
              The issuer then pays in once for all shares, and each holder takes their part whenever they
              want.
            </Empty>
          );
        const words = (value: bigint) => moneyWords(value, found.money, config);
        const left = found.amount - found.paid;
        return (
          <div className="grid gap-6">
            <Facts
              rows={[
                { label: "Paid in for all shares", value: words(found.amount) },
                { label: "A share gets", value: words((found.amount * whole) / found.supply) },
                {
                  label: "Redeemed",
                  value: `${sharesWords(found.redeemed)}, ${formatShare(found.redeemed, found.supply)}`,
                },
                { label: found.closed ? "Went back to the issuer" : "Waits for holders", value: words(left) },
              ]}
            />
            {!found.closed && asset.totalSupply > 0n && <RedeemForm asset={asset} money={found.money} />}
            {!found.closed && asset.totalSupply === 0n && (
              <Button
                className="justify-self-start"
                disabled={!canSign}
                onClick={() =>
                  void import("./redemption-flows").then(({ closeFlow }) =>
                    transact(closeFlow(asset, left, words)),
                  )
                }
              >
                Close the redemption
              </Button>
            )}
          </div>
        );
      }}
    </QueryPanel>
  );
}
