"use client";

import type { GetStandingReturnType } from "@qti/sdk";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { isAddressEqual } from "viem";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Handover } from "@/components/ui/handover";
import { AddressInput, TextArea } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { readAddress } from "@/lib/format/address";
import { useAddress } from "@/lib/wallet/use-account";

/** Two wallets of one person: the verified one prepares the link, the new one takes it. */
export function LinkWallet({ standing }: { standing: GetStandingReturnType }) {
  // Kept over a change of the account: the same person goes on with the other wallet.
  const [text, setText] = useState("");
  return standing.identity ? (
    <PrepareForm standing={standing} text={text} onPrepared={setText} />
  ) : (
    <JoinForm text={text} onChange={setText} />
  );
}

function PrepareForm({
  standing,
  text,
  onPrepared,
}: {
  standing: GetStandingReturnType;
  text: string;
  onPrepared: (text: string) => void;
}) {
  const t = useTranslations();
  const { apiUrl } = useRuntimeConfig();
  const account = useAddress();
  const transact = useTransact();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const wanted = readAddress(typed);
  const problem = !wanted
    ? t("identity.link.addressWrong")
    : account && isAddressEqual(wanted, account)
      ? t("identity.link.sameAccount")
      : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!wanted || problem) return;
    const [{ prepareFlow }, { writeLink }] = await Promise.all([
      import("./link-flows"),
      import("./wallet-link"),
    ]);
    transact(
      prepareFlow(
        apiUrl,
        wanted,
        (prepared) => onPrepared(writeLink(prepared)),
        () => void queryClient.invalidateQueries({ queryKey: ["session"] }),
        t,
      ),
    );
  }

  if (!standing.canReceive) return <p className="text-muted">{t("identity.link.notInForce")}</p>;
  if (standing.accounts >= 8) return <p className="text-muted">{t("identity.link.full")}</p>;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <Field
        id="link-account"
        label={t("identity.link.other")}
        required
        hint={t("identity.link.otherHint")}
        error={tried || wanted ? problem : undefined}
      >
        {(control) => (
          <AddressInput {...control} value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      <SignerGate>
        <Button type="submit" size="large" className="w-full">
          {t("identity.link.prepare")}
        </Button>
      </SignerGate>
      {text !== "" && (
        <Handover title={t("identity.link.prepared")} text={text} name={t("identity.link.name")}>
          {t("identity.link.handover")}
        </Handover>
      )}
    </form>
  );
}

function JoinForm({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = useTranslations();
  const transact = useTransact();
  const [problem, setProblem] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const [{ joinFlow }, { readLink }] = await Promise.all([import("./link-flows"), import("./wallet-link")]);
    const result = readLink(text, t);
    if (!result.ok) return setProblem(result.problem);
    setProblem(undefined);
    transact(joinFlow(result.prepared, () => onChange(""), t));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <Callout>{t("identity.link.joinText")}</Callout>
      <Field id="link-text" label={t("identity.link.text")} required error={problem}>
        {(control) => (
          <TextArea
            {...control}
            value={text}
            rows={5}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <SignerGate>
        <Button type="submit" size="large" className="w-full">
          {t("identity.link.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
