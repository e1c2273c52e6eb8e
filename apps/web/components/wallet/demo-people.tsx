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

/** Accounts that hold a role from the start; see contracts/ignition/parameters/devnet.json. */
const demoDesks = [
  { index: 3, name: "Compliance desk", role: "revokes, freezes" },
  { index: 4, name: "Compliance force", role: "acts after 48 hours" },
  { index: 2, name: "Attester", role: "vouches for people" },
  { index: 7, name: "Guardian", role: "cancels what waits" },
  { index: 6, name: "Pauser", role: "stops transfers" },
  { index: 1, name: "Administrator", role: "gives roles" },
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
        {demoPeople.map((person) => (
          <PersonButton key={person.name} {...person} onClick={become} />
        ))}
      </div>
      <details className="mt-3">
        <summary className="disclosure text-sm">Sit at a desk instead</summary>
        <div className="mt-3 grid grid-cols-2 gap-2">
          {demoDesks.map((desk) => (
            <PersonButton key={desk.name} {...desk} onClick={become} />
          ))}
        </div>
      </details>
    </section>
  );
}

function PersonButton({
  index,
  name,
  role,
  onClick,
}: {
  index: number;
  name: string;
  role: string;
  onClick: (index: number, name: string) => Promise<void>;
}) {
  return (
    <Button size="tall" onClick={() => void onClick(index, name)}>
      {name}
      <span className="font-normal text-muted text-xs">{role}</span>
    </Button>
  );
}
