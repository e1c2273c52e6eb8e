"use client";

import { useTranslations } from "next-intl";
import { type Connector, useConnect } from "wagmi";
import { Button } from "@/components/ui/button";
import { useWallets } from "@/lib/wallet/context";

/** Accounts of the demo's data, under the numbers that they have on every Hardhat chain. */
export const demoPeople = [
  { index: 10, name: "Ada", role: "issues" },
  { index: 11, name: "Ben", role: "holds" },
  { index: 12, name: "Cleo", role: "holds" },
  { index: 29, name: "Noor", role: "borrows" },
] as const;

/** Accounts that hold a role from the start; see contracts/ignition/parameters/devnet.json. */
const demoDesks = [
  { index: 3, role: "complianceDesk" },
  { index: 4, role: "complianceForce" },
  { index: 2, role: "attester" },
  { index: 8, role: "operator" },
  { index: 27, role: "underwriter" },
  { index: 7, role: "guardian" },
  { index: 6, role: "pauser" },
  { index: 1, role: "administrator" },
] as const;

/** Steps into the shoes of somebody of the demo, whose portfolio is already full. */
export function DemoPeople({ connector }: { connector: Connector }) {
  const t = useTranslations();
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
    <section className="mt-6 border-rule border-t pt-4" aria-label={t("wallet.demo.title")}>
      <p className="text-muted text-sm">{t("wallet.demo.text")}</p>
      <div className="mt-3 grid grid-cols-2 gap-2 sm:grid-cols-4">
        {demoPeople.map((person) => (
          <PersonButton
            key={person.name}
            {...person}
            role={t(`wallet.demo.${person.role}`)}
            onClick={become}
          />
        ))}
      </div>
      <details className="mt-3">
        <summary className="disclosure text-sm">{t("wallet.demo.desks")}</summary>
        <div className="mt-3 grid grid-cols-2 gap-2">
          {demoDesks.map((desk) => (
            <PersonButton
              key={desk.role}
              index={desk.index}
              name={t(`words.demo.${desk.role}`)}
              role={t(`wallet.demo.${desk.role}`)}
              onClick={become}
            />
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
      <span className="whitespace-normal font-normal text-muted text-xs">{role}</span>
    </Button>
  );
}
