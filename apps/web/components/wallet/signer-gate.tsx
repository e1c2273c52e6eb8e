"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useAccountState } from "@/lib/wallet/use-account";
import { useOpenWallet } from "./wallet-dialog-provider";

/** Shows an action to who can sign it; to others, what they need first. */
export function SignerGate({ children }: { children: ReactNode }) {
  const t = useTranslations();
  const account = useAccountState();
  const openWallet = useOpenWallet();
  if (account.status === "starting")
    return (
      <Button size="large" className="w-full" disabled>
        {t("wallet.starting")}
      </Button>
    );
  if (account.status === "none")
    return (
      <Button look="primary" size="large" className="w-full" onClick={openWallet}>
        {t("wallet.connect")}
      </Button>
    );
  if (!account.canSign)
    return (
      <Callout
        title={t("wallet.watched.title")}
        action={
          <Button size="small" onClick={openWallet}>
            {t("wallet.watched.change")}
          </Button>
        }
      >
        {t("wallet.watched.text")}
      </Callout>
    );
  return children;
}
