"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, use, useState } from "react";
import { useConnection, useConnectionEffect } from "wagmi";

const loadConnect = () => import("./connect-dialog").then((module) => module.ConnectDialog);
const loadAccount = () => import("./account-dialog").then((module) => module.AccountDialog);
const ConnectDialog = dynamic(loadConnect, { ssr: false });
const AccountDialog = dynamic(loadAccount, { ssr: false });

const OpenWalletContext = createContext<() => void>(() => {});

/** Opens the wallet's dialog from anywhere: the list of wallets, or the account when one is connected. */
export function useOpenWallet(): () => void {
  return use(OpenWalletContext);
}

/** Fetches the dialog before it is asked for: a pointer on the button is a good guess. */
export function prepareWallet(connected: boolean): void {
  void (connected ? loadAccount() : loadConnect());
}

/** Holds the one dialog about wallets. */
export function WalletDialogProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const { status } = useConnection();
  const connected = status === "connected";
  // Whoever has just come or gone has done what the dialog was opened for.
  useConnectionEffect({ onConnect: () => setOpen(false), onDisconnect: () => setOpen(false) });
  return (
    <OpenWalletContext value={() => setOpen(true)}>
      {children}
      {open && !connected && <ConnectDialog onClose={() => setOpen(false)} />}
      {open && connected && <AccountDialog onClose={() => setOpen(false)} />}
    </OpenWalletContext>
  );
}
