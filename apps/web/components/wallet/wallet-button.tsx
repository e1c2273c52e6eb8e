"use client";

import { Button } from "@/components/ui/button";
import { shortAddress } from "@/lib/format/address";
import { useAccountState } from "@/lib/wallet/use-account";
import { AccountMark } from "./account-mark";
import { useOpenWallet } from "./wallet-dialog-provider";

/** Connects a wallet, or shows which one is connected. */
export function WalletButton() {
  const account = useAccountState();
  const openWallet = useOpenWallet();
  if (account.status !== "connected")
    return (
      <Button look="primary" onClick={openWallet} className="h-10" disabled={account.status === "starting"}>
        Connect<span className="max-sm:sr-only"> a wallet</span>
      </Button>
    );
  return (
    <Button onClick={openWallet} className="h-10 px-3">
      <AccountMark address={account.address} />
      <span className="sr-only">Account </span>
      {shortAddress(account.address)}
    </Button>
  );
}
