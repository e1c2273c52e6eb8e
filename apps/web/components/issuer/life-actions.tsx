"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { useAccountState } from "@/lib/wallet/use-account";

/** The next step in the life of an asset, where its issuer can take it now. */
export function LifeActions({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const transact = useTransact();
  const account = useAccountState();
  if (account.status !== "connected" || !account.canSign) return null;

  async function open(what: "activate" | "mature" | "retire") {
    const flows = await import("./issuer-flows");
    const flow = { activate: flows.activateFlow, mature: flows.matureFlow, retire: flows.retireFlow }[what];
    transact(flow(asset, t));
  }

  if (asset.state === "draft")
    return (
      <Button look="primary" className="mt-6" onClick={() => void open("activate")}>
        {t("issuer.activate.verb")}
      </Button>
    );
  if (asset.state === "active")
    return (
      <Button className="mt-6" onClick={() => void open("mature")}>
        {t("issuer.mature.verb")}
      </Button>
    );
  if (asset.state === "matured" && asset.totalSupply === 0n)
    return (
      <Button className="mt-6" onClick={() => void open("retire")}>
        {t("issuer.retire.verb")}
      </Button>
    );
  return null;
}
