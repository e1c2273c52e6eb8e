"use client";

import type { GetCreditPoolReturnType, GetNoticeReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Day } from "@/components/ui/time";
import { SignerGate } from "@/components/wallet/signer-gate";
import { dollarWords } from "@/lib/domain/dollars";
import { type NoticeState, sharesWorth } from "@/lib/domain/pools";

/** A notice that stands: when its shares can leave, and the ways to take them out or back. */
export function NoticePanel({
  notice,
  state,
  redeemable,
  pool,
}: {
  notice: GetNoticeReturnType;
  state: NoticeState;
  /** Share units that can leave now. */
  redeemable: bigint;
  pool: GetCreditPoolReturnType;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const worth = (shares: bigint) => dollarWords(sharesWorth(shares, pool.totalAssets, pool.totalShares), t);

  async function redeem() {
    const { redeemNoticeFlow } = await import("./lend-flows");
    transact(
      redeemNoticeFlow(
        { shares: redeemable, worth: sharesWorth(redeemable, pool.totalAssets, pool.totalShares) },
        t,
      ),
    );
  }

  async function cancel() {
    const { cancelNoticeFlow } = await import("./lend-flows");
    transact(cancelNoticeFlow(notice.shares, t));
  }

  return (
    <div className="grid gap-4">
      <Callout
        tone={state === "waiting" ? "note" : state === "ready" ? "done" : "warning"}
        title={t("lend.notice.title")}
      >
        {t.rich(`lend.notice.${state}`, {
          amount: worth(notice.shares),
          day: () => <Day at={state === "waiting" ? notice.readyAt : notice.until} />,
        })}
        {state === "ready" && redeemable < notice.shares && (
          <p>{t("lend.notice.partly", { amount: worth(redeemable) })}</p>
        )}
      </Callout>
      <SignerGate>
        <div className="flex flex-wrap gap-2">
          {state === "ready" && redeemable > 0n && (
            <Button size="small" look="primary" onClick={() => void redeem()}>
              {t("lend.notice.redeem")}
            </Button>
          )}
          <Button size="small" onClick={() => void cancel()}>
            {t("lend.notice.cancel")}
          </Button>
        </div>
      </SignerGate>
    </div>
  );
}
