"use client";

import { useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useOpenWallet } from "@/components/wallet/wallet-dialog-provider";
import { useAccountState } from "@/lib/wallet/use-account";
import { ClosedTarget } from "./closed-target";
import { RewardsNav } from "./rewards-nav";
import { TapClaim } from "./tap-claim";
import { TapHistory } from "./tap-history";
import { TapPanel } from "./tap-panel";
import { TapWorth } from "./tap-worth";

/** What can I earn by a tap, and what have I earned? */
export function RewardsPage() {
  const t = useTranslations();
  const account = useAccountState();
  return (
    <>
      <PageHead title={t("rewards.page.title")} lead={t("rewards.page.lead")} />
      <RewardsNav />
      <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="min-w-0">
          <Tapping account={account} />
        </div>
        <TapWorth />
      </div>
      {account.status === "connected" && (
        <div className="mt-12 grid grid-cols-1 gap-12 lg:grid-cols-2">
          <TapClaim account={account.address} />
          <TapHistory account={account.address} />
        </div>
      )}
    </>
  );
}

function Tapping({ account }: { account: ReturnType<typeof useAccountState> }) {
  const t = useTranslations();
  const openWallet = useOpenWallet();
  if (account.status === "starting") return <SkeletonLines lines={9} />;
  if (account.status === "none")
    return (
      <div className="grid gap-8">
        <ClosedTarget />
        <div className="grid justify-items-center gap-4 text-center">
          <p className="max-w-prose text-muted">{t("rewards.page.connectText")}</p>
          <Button look="primary" size="large" onClick={openWallet}>
            {t("rewards.page.connect")}
          </Button>
        </div>
      </div>
    );
  return (
    <>
      {!account.canSign && <Callout className="mb-6">{t("rewards.page.watched")}</Callout>}
      <TapPanel key={account.address} account={account.address} />
    </>
  );
}
