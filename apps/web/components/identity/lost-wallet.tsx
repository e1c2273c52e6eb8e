"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { isAddressEqual } from "viem";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Handover } from "@/components/ui/handover";
import { AddressInput } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { readAddress } from "@/lib/format/address";
import { useStanding } from "@/lib/query/chain";
import { useNameOf } from "@/lib/query/names";
import { useAddress } from "@/lib/wallet/use-account";

/** A new account signs that it takes the place of a lost one; the text goes to the compliance desk. */
export function LostWallet() {
  const t = useTranslations();
  const account = useAddress();
  const standing = useStanding(account);
  const transact = useTransact();
  const nameOf = useNameOf();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const [statement, setStatement] = useState<string>();
  const lost = readAddress(typed);
  const problem = !lost
    ? t("identity.link.addressWrong")
    : account && isAddressEqual(lost, account)
      ? t("identity.lost.sameAccount")
      : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!lost || problem) return;
    const [{ statementFlow }, { writeStatement }] = await Promise.all([
      import("@/components/compliance/recovery-flows"),
      import("@/lib/desks/recovery-statement"),
    ]);
    transact(statementFlow(lost, (signed) => setStatement(writeStatement({ lost, ...signed })), nameOf, t));
  }

  if (standing.data?.identity) return <p className="text-muted">{t("identity.lost.verified")}</p>;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <Field
        id="lost-account"
        label={t("identity.lost.account")}
        required
        error={tried || lost ? problem : undefined}
      >
        {(control) => (
          <AddressInput
            {...control}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setStatement(undefined);
            }}
          />
        )}
      </Field>
      <SignerGate>
        <Button type="submit" size="large" className="w-full">
          {t("compliance.statement.sign")}
        </Button>
      </SignerGate>
      {statement && (
        <Handover title={t("compliance.statement.done")} text={statement} name={t("identity.lost.name")}>
          {t("identity.lost.handover")}
        </Handover>
      )}
    </form>
  );
}
