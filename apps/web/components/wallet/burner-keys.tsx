"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { shortAddress } from "@/lib/format/address";
import { addBurnerKey, selectBurnerKey } from "@/lib/wallet/burner-store";
import { useWallets } from "@/lib/wallet/context";
import { useBurnerState } from "@/lib/wallet/use-burner";
import { AccountMark } from "./account-mark";

/** The keys of the burner wallet: switch between people, or make another. */
export function BurnerKeys() {
  const t = useTranslations();
  const { keys, active } = useBurnerState();
  const { burner } = useWallets();

  async function make() {
    const { createBurnerKey } = await import("@/lib/wallet/burner-signer");
    addBurnerKey(createBurnerKey(t("wallet.keys.name", { number: `${keys.length + 1}` })));
    await burner?.announceAccounts();
  }

  return (
    <section aria-label={t("wallet.dialog.burner")} className="grid gap-2">
      <p className="text-muted text-sm">{t("wallet.keys.text")}</p>
      <div role="radiogroup" aria-label={t("wallet.keys.inUse")} className="grid">
        {keys.map(({ address, label }, index) => (
          <label
            key={address}
            className="flex min-h-11 cursor-pointer items-center gap-3 border-rule border-b py-2 has-checked:font-medium"
          >
            <input
              type="radio"
              name="burner-key"
              className="size-4 accent-accent"
              checked={index === active}
              onChange={() => {
                selectBurnerKey(address);
                void burner?.announceAccounts();
              }}
            />
            <AccountMark address={address} />
            <span className="flex-1">{label}</span>
            <span className="text-muted text-sm">{shortAddress(address)}</span>
          </label>
        ))}
      </div>
      <Button size="small" look="quiet" onClick={() => void make()} className="justify-self-start">
        <Plus aria-hidden />
        {t("wallet.keys.another")}
      </Button>
    </section>
  );
}
