"use client";

import type { GetStandingReturnType } from "@qti/sdk";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { getAddress, isAddress, isAddressEqual } from "viem";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Handover } from "@/components/ui/handover";
import { Input, TextArea } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
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
  const { apiUrl } = useRuntimeConfig();
  const account = useAddress();
  const transact = useTransact();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const wanted = isAddress(typed.trim(), { strict: false }) ? getAddress(typed.trim()) : undefined;
  const problem = !wanted
    ? "Enter an address: 0x and 40 hexadecimal digits."
    : account && isAddressEqual(wanted, account)
      ? "This is the connected account. Enter the other one."
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
      ),
    );
  }

  if (!standing.canReceive)
    return <p className="text-muted">Another wallet can join once the verification is in force again.</p>;
  if (standing.accounts >= 8)
    return <p className="text-muted">This identity has eight accounts, as many as one may have.</p>;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <Field
        id="link-account"
        label="The other wallet"
        required
        hint="An account of yours that was never verified."
        error={tried || wanted ? problem : undefined}
      >
        {(control) => (
          <Input
            {...control}
            value={typed}
            placeholder="0x…"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <SignerGate>
        <Button type="submit" size="large" className="w-full">
          Prepare the link
        </Button>
      </SignerGate>
      {text !== "" && (
        <Handover title="The link is prepared" text={text} name="link">
          Connect the other wallet, come back to this page within an hour and take it there.
        </Handover>
      )}
    </form>
  );
}

function JoinForm({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const transact = useTransact();
  const [problem, setProblem] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const [{ joinFlow }, { readLink }] = await Promise.all([import("./link-flows"), import("./wallet-link")]);
    const result = readLink(text);
    if (!result.ok) return setProblem(result.problem);
    setProblem(undefined);
    transact(joinFlow(result.prepared, () => onChange("")));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <Callout>
        If another account of yours is verified, this one can join it. Connect that one first and prepare a
        link for this one.
      </Callout>
      <Field id="link-text" label="The prepared link" required error={problem}>
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
          Review the link
        </Button>
      </SignerGate>
    </form>
  );
}
