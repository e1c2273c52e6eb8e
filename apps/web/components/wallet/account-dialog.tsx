"use client";

import { LogOut } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDisconnect } from "wagmi";
import { Button } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy";
import { Dialog } from "@/components/ui/dialog";
import { useRuntimeConfig } from "@/lib/config/context";
import { shortAddress } from "@/lib/format/address";
import { isLocalChain } from "@/lib/wallet/chain";
import { burnerConnectorId } from "@/lib/wallet/config";
import { useAccountState } from "@/lib/wallet/use-account";
import { AccountBalances } from "./account-balances";
import { AccountMark } from "./account-mark";
import { Activity } from "./activity";
import { BurnerKeys } from "./burner-keys";
import { Faucet } from "./faucet";
import { StandingLine } from "./standing-line";

/** Who is connected, what they have at hand, what they sent lately. */
export function AccountDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const account = useAccountState();
  const config = useRuntimeConfig();
  const disconnect = useDisconnect();
  if (account.status !== "connected") return null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={account.canSign ? t("wallet.own.title") : t("wallet.own.watchedTitle")}
      footer={
        <>
          <Button asChild>
            <Link href="/settings" onClick={onClose}>
              {t("wallet.own.settings")}
            </Link>
          </Button>
          <Button onClick={() => disconnect.mutate({})} busy={disconnect.isPending}>
            <LogOut aria-hidden />
            {t("wallet.own.disconnect")}
          </Button>
        </>
      }
    >
      <div className="grid gap-6">
        <div className="flex items-center gap-3">
          <AccountMark address={account.address} />
          <div className="min-w-0">
            <CopyText text={account.address} label={t("ui.address")} className="font-medium">
              {shortAddress(account.address)}
            </CopyText>
            <StandingLine account={account.address} onNavigate={onClose} />
          </div>
        </div>
        <AccountBalances account={account.address} />
        {isLocalChain(config) && account.canSign && <Faucet account={account.address} />}
        {account.connectorId === burnerConnectorId && <BurnerKeys />}
        {account.canSign && <Activity />}
      </div>
    </Dialog>
  );
}
