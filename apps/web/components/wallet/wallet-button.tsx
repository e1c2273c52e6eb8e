"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { shortAddress } from "@/lib/format/address";
import { useAccountState } from "@/lib/wallet/use-account";
import { AccountMark } from "./account-mark";
import { prepareWallet, useOpenWallet } from "./wallet-dialog-provider";

/** Connects a wallet, or shows which one is connected. */
export function WalletButton() {
  const t = useTranslations();
  const account = useAccountState();
  const openWallet = useOpenWallet();
  if (account.status !== "connected")
    return (
      <Button
        look="primary"
        size="compact"
        onClick={openWallet}
        onPointerEnter={() => prepareWallet(false)}
        disabled={account.status === "starting"}
      >
        <span>
          {t.rich("wallet.connectShort", {
            more: (words) => <span className="max-lg:sr-only">{words}</span>,
          })}
        </span>
      </Button>
    );
  return (
    <Button size="compact" onClick={openWallet} onPointerEnter={() => prepareWallet(true)}>
      <AccountMark address={account.address} />
      <span className="sr-only">{t("wallet.account")} </span>
      {shortAddress(account.address)}
    </Button>
  );
}
