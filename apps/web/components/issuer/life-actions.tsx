"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { useAccountState } from "@/lib/wallet/use-account";

/** The next step in the life of an asset, where its issuer can take it now. */
export function LifeActions({ asset }: { asset: GetAssetReturnType }) {
  const transact = useTransact();
  const account = useAccountState();
  if (account.status !== "connected" || !account.canSign) return null;

  async function open(what: "activate" | "mature" | "retire") {
    const flows = await import("./issuer-flows");
    const flow = { activate: flows.activateFlow, mature: flows.matureFlow, retire: flows.retireFlow }[what];
    transact(flow(asset));
  }

  if (asset.state === "draft")
    return (
      <Button look="primary" className="mt-6" onClick={() => void open("activate")}>
        Put into circulation
      </Button>
    );
  if (asset.state === "active")
    return (
      <Button className="mt-6" onClick={() => void open("mature")}>
        Let it mature
      </Button>
    );
  if (asset.state === "matured" && asset.totalSupply === 0n)
    return (
      <Button className="mt-6" onClick={() => void open("retire")}>
        End it
      </Button>
    );
  return null;
}
