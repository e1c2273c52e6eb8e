"use client";

import { createContext, type ReactNode, use, useState } from "react";
import { useConnection } from "wagmi";
import { AccountDialog } from "./account-dialog";
import { ConnectDialog } from "./connect-dialog";

const OpenWalletContext = createContext<() => void>(() => {});

/** Opens the wallet's dialog from anywhere: the list of wallets, or the account when one is connected. */
export function useOpenWallet(): () => void {
  return use(OpenWalletContext);
}

/** Holds the one dialog about wallets. */
export function WalletDialogProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const { status } = useConnection();
  const connected = status === "connected";
  return (
    <OpenWalletContext value={() => setOpen(true)}>
      {children}
      <ConnectDialog open={open && !connected} onClose={() => setOpen(false)} />
      <AccountDialog open={open && connected} onClose={() => setOpen(false)} />
    </OpenWalletContext>
  );
}
