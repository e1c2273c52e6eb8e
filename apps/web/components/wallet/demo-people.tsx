"use client";

import { type Connector, useConnect } from "wagmi";
import { Button } from "@/components/ui/button";
import { useWallets } from "@/lib/wallet/context";

/** Accounts of the demo's data, under the numbers that they have on every Hardhat chain. */
export const demoPeople = [
  { index: 10, name: "Ada", role: "issues assets" },
  { index: 11, name: "Ben", role: "holds shares" },
  { index: 12, name: "Cleo", role: "holds shares" },
] as const;

/** Steps into the shoes of somebody of the demo, whose portfolio is already full. */
export function DemoPeople({ connector }: { connector: Connector }) {
  const connect = useConnect();
  const { burner } = useWallets();
  async function become(index: number, name: string) {
    const [{ demoPersonKey }, { addBurnerKey }] = await Promise.all([
      import("@/lib/wallet/burner-signer"),
      import("@/lib/wallet/burner-store"),
    ]);
    addBurnerKey(demoPersonKey(index, name));
    await burner?.announceAccounts();
    connect.mutate({ connector });
  }
  return (
    <section className="mt-6 border-rule border-t pt-4" aria-label="People of the demo">
      <p className="text-muted text-sm">Or look around as somebody of the demo. Their keys are public.</p>
      <div className="mt-3 grid grid-cols-3 gap-2">
        {demoPeople.map(({ index, name, role }) => (
          <Button key={name} size="tall" onClick={() => void become(index, name)}>
            {name}
            <span className="font-normal text-muted text-xs">{role}</span>
          </Button>
        ))}
      </div>
    </section>
  );
}
