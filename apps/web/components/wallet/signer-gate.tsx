"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useAccountState } from "@/lib/wallet/use-account";
import { useOpenWallet } from "./wallet-dialog-provider";

/** Shows an action to who can sign it; to others, what they need first. */
export function SignerGate({ children }: { children: ReactNode }) {
  const account = useAccountState();
  const openWallet = useOpenWallet();
  if (account.status === "starting")
    return (
      <Button size="large" className="w-full" disabled>
        One moment
      </Button>
    );
  if (account.status === "none")
    return (
      <Button look="primary" size="large" className="w-full" onClick={openWallet}>
        Connect a wallet
      </Button>
    );
  if (!account.canSign)
    return (
      <Callout
        title="This address is only watched"
        action={
          <Button size="small" onClick={openWallet}>
            Change
          </Button>
        }
      >
        Connect the wallet that holds its key to act for it.
      </Callout>
    );
  return children;
}
