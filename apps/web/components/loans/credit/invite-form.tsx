"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Address, isAddressEqual } from "viem";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { AddressInput } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { readAddress } from "@/lib/format/address";
import { useStanding } from "@/lib/query/chain";
import { useNameOf } from "@/lib/query/names";

/** Lets somebody vouch for one's line, by any account of theirs. */
export function InviteForm({ account, onDone }: { account: Address; onDone: () => void }) {
  const t = useTranslations();
  const transact = useTransact();
  const nameOf = useNameOf();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const voucher = readAddress(typed);
  const standing = useStanding(voucher);
  const problem =
    voucher === undefined
      ? t("credit.vouchers.wrong")
      : isAddressEqual(voucher, account)
        ? t("credit.vouchers.self")
        : standing.data && !standing.data.identity
          ? t("credit.vouchers.unknown")
          : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (problem || !voucher) return;
    const { inviteFlow } = await import("./credit-flows");
    transact(inviteFlow(voucher, { who: nameOf(voucher), invited: true }, onDone, t));
  }

  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      className="mb-6 grid max-w-md grid-cols-1 gap-4"
    >
      <Field
        id="invite-voucher"
        label={t("credit.vouchers.who")}
        hint={t("credit.vouchers.whoHint")}
        required
        error={tried || voucher ? problem : undefined}
      >
        {(control) => (
          <AddressInput {...control} value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      <SignerGate>
        <Button type="submit" look="primary">
          {t("credit.vouchers.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
