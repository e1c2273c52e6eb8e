"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { useNameOf } from "@/lib/query/names";
import { useAccountState } from "@/lib/wallet/use-account";

/** Moves what a lost account holds of one asset to the account that took its place. Anybody may. */
export function BringOver({ asset, lost, successor }: { asset: Address; lost: Address; successor: Address }) {
  const t = useTranslations();
  const transact = useTransact();
  const nameOf = useNameOf();
  const account = useAccountState();
  const mayAct = account.status === "connected" && account.canSign;

  async function open() {
    const { bringOverFlow } = await import("./recovery-flows");
    transact(bringOverFlow({ asset, lost, successor }, nameOf, t));
  }

  return (
    <div className="grid justify-items-start gap-2">
      <Button size="small" look="primary" disabled={!mayAct} onClick={() => void open()}>
        {t("compliance.bringOver.go")}
      </Button>
      <p className="text-muted text-sm">
        {mayAct ? t("compliance.bringOver.anybody") : t("compliance.bringOver.connect")}
      </p>
    </div>
  );
}
