"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Address, isAddressEqual } from "viem";
import { Section } from "@/components/shell/section";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AddressText } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { AddressInput } from "@/components/ui/input";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Time } from "@/components/ui/time";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { addressWords } from "@/lib/domain/names";
import { readAddress } from "@/lib/format/address";
import { useMarketAuthorizations } from "@/lib/query/markets";
import { useAddress } from "@/lib/wallet/use-account";

/** Who may act for the account that looks, with the way to take that back, or to let somebody. */
export function AuthorizedPanel() {
  const t = useTranslations();
  const account = useAddress();
  const given = useMarketAuthorizations(account);
  if (!account) return null;
  return (
    <Section title={t("markets.authorized.title")} lead={t("markets.authorized.lead")}>
      <QueryPanel
        query={given}
        meanwhile={indexMeanwhile}
        lines={2}
        isEmpty={(rows) => rows.length === 0}
        empty={<p className="text-muted">{t("markets.authorized.none")}</p>}
      >
        {(rows) => (
          <ul className="grid border-rule border-t">
            {rows.map(({ authorized, updatedAt }) => (
              <li
                key={authorized}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-rule border-b py-3"
              >
                <div>
                  <AddressText address={authorized} />
                  <span className="block text-muted text-sm">
                    {t.rich("markets.authorized.since", { time: () => <Time at={Number(updatedAt)} /> })}
                  </span>
                </div>
                <Revoke authorized={authorized} />
              </li>
            ))}
          </ul>
        )}
      </QueryPanel>
      <details className="mt-6">
        <summary className="disclosure">{t("markets.authorized.give")}</summary>
        <GiveForm account={account} />
      </details>
    </Section>
  );
}

function Revoke({ authorized }: { authorized: Address }) {
  const t = useTranslations();
  const config = useRuntimeConfig();
  const transact = useTransact();
  const who = addressWords(authorized, config, t);

  async function revoke() {
    const { authorizationFlow } = await import("./market-flows");
    transact(authorizationFlow({ authorized, who, isAuthorized: false }, () => undefined, t));
  }

  return (
    <SignerGate>
      <Button
        size="small"
        aria-label={t("markets.authorized.revokeOf", { who })}
        onClick={() => void revoke()}
      >
        {t("markets.authorized.revoke")}
      </Button>
    </SignerGate>
  );
}

function GiveForm({ account }: { account: Address }) {
  const t = useTranslations();
  const config = useRuntimeConfig();
  const transact = useTransact();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const authorized = readAddress(typed);
  const problem = !authorized
    ? t("markets.authorized.accountWrong")
    : isAddressEqual(authorized, account)
      ? t("markets.authorized.accountSelf")
      : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!authorized || problem) return;
    const { authorizationFlow } = await import("./market-flows");
    const who = addressWords(authorized, config, t);
    const clear = () => {
      setTyped("");
      setTried(false);
    };
    transact(authorizationFlow({ authorized, who, isAuthorized: true }, clear, t));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="mt-4 grid max-w-md gap-4">
      <Field
        id="market-authorized"
        label={t("markets.authorized.account")}
        required
        hint={t("markets.authorized.risk")}
        error={tried ? problem : undefined}
      >
        {(control) => (
          <AddressInput {...control} value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      <SignerGate>
        <Button type="submit">{t("markets.authorized.review")}</Button>
      </SignerGate>
    </form>
  );
}
