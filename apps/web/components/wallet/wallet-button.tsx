"use client";

import { Button } from "@/components/ui/button";
import { shortAddress } from "@/lib/format/address";
import { useAccountState } from "@/lib/wallet/use-account";
import { AccountMark } from "./account-mark";
import { prepareWallet, useOpenWallet } from "./wallet-dialog-provider";

/** Connects a wallet, or shows which one is connected. */
export function WalletButton() {
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
          Connect<span className="max-sm:sr-only"> a wallet</span>
        </span>
      </Button>
    );
  return (
    <Button size="compact" onClick={openWallet} onPointerEnter={() => prepareWallet(true)}>
      <AccountMark address={account.address} />
      <span className="sr-only">Account </span>
      {shortAddress(account.address)}
    </Button>
  );
}
