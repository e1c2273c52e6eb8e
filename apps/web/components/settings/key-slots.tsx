"use client";

import type { KeyPublic } from "@qti/sdk/records/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Address } from "viem";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { shortAddress } from "@/lib/format/address";
import { type Records, useRecords } from "@/lib/records/context";
import { useUnlockSignature } from "@/lib/records/use-unlock-signature";
import { FactorRow } from "./factor-row";
import { SaveBackup } from "./save-backup";
import { WalletWay } from "./wallet-way";

const loadWalletWay = () => import("@/lib/records/wallet-way");

/** Shorter ones are guessed, whatever each guess costs. */
const shortestPassphrase = 12;

/** The ways to open the keys: each of them alone does. The backup holds all but this browser's. */
export function KeySlots({ account, keys }: { account: Address; keys: KeyPublic }) {
  const t = useTranslations();
  const { load } = useRecords();
  const { chainId } = useRuntimeConfig();
  const sign = useUnlockSignature();
  const queryClient = useQueryClient();
  const [isBackupOld, setIsBackupOld] = useState(false);
  const [adding, setAdding] = useState<"passphrase" | "wallet">();
  const queryKey = ["records", "slots", account];
  const found = useQuery({
    queryKey,
    queryFn: async () => (await load()).worker.findKeys({ account }),
  });
  const change = useMutation({
    mutationFn: async (make: (records: Records) => Promise<unknown>) => make(await load()),
    onSuccess: async () => {
      setAdding(undefined);
      setIsBackupOld(true);
      await queryClient.invalidateQueries({ queryKey });
    },
  });
  const problem = useErrorText(change.error ?? found.error);
  const slots = found.data?.slots;
  return (
    <div className="grid justify-items-start gap-3">
      <p className="font-medium">{t("settings.slots.title")}</p>
      <p className="text-muted text-sm">{t("settings.slots.text")}</p>
      {!slots && !problem && <SkeletonLines lines={2} />}
      {slots && (
        <ul className="grid w-full border-rule border-t" aria-label={t("settings.slots.title")}>
          {slots.map(({ id, kind, createdAt }) => (
            <FactorRow
              key={id}
              name={t(`settings.slots.kinds.${kind}`)}
              createdAt={createdAt}
              lastUsedAt={null}
              busy={change.isPending}
              {...(kind !== "device" && {
                onRemove: () =>
                  change.mutate(async (records) => {
                    if (kind !== "wallet") return records.worker.removeSlot({ id });
                    const { removeWallet } = await loadWalletWay();
                    return removeWallet(records, { fingerprint: keys.fingerprint, id, slots });
                  }),
              })}
            />
          ))}
        </ul>
      )}
      {problem && (
        <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      {adding === "passphrase" && (
        <PassphraseForm
          busy={change.isPending}
          onCancel={() => setAdding(undefined)}
          onGiven={(passphrase) => change.mutate(({ worker }) => worker.addPassphrase({ passphrase }))}
        />
      )}
      {adding === "wallet" && (
        <WalletWay
          busy={change.isPending}
          onCancel={() => setAdding(undefined)}
          onWanted={() =>
            change.mutate(async (records) => {
              const { addWallet } = await loadWalletWay();
              return addWallet(records, { account, chainId, keys, sign });
            })
          }
        />
      )}
      {adding === undefined && (
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            busy={change.isPending}
            onClick={() =>
              change.mutate(async ({ client, worker }) =>
                worker.addPasskey({ passkey: await client.createPasskey({ name: shortAddress(account) }) }),
              )
            }
          >
            {t("settings.slots.addPasskey")}
          </Button>
          <Button size="small" onClick={() => setAdding("passphrase")}>
            {t("settings.slots.addPassphrase")}
          </Button>
          {slots && !slots.some(({ kind }) => kind === "wallet") && (
            <Button size="small" onClick={() => setAdding("wallet")}>
              {t("settings.slots.addWallet")}
            </Button>
          )}
        </div>
      )}
      {isBackupOld && (
        <Callout
          live
          tone="warning"
          title={t("settings.slots.backupOld")}
          action={<SaveBackup onSaved={() => setIsBackupOld(false)} />}
        >
          {t("settings.slots.backupOldText")}
        </Callout>
      )}
    </div>
  );
}

function PassphraseForm({
  busy,
  onGiven,
  onCancel,
}: {
  busy: boolean;
  onGiven: (passphrase: string) => void;
  onCancel: () => void;
}) {
  const t = useTranslations();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [tried, setTried] = useState(false);
  const isShort = first.length < shortestPassphrase;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isShort && first === second && !busy) onGiven(first);
  }

  return (
    <form onSubmit={submit} noValidate className="grid w-full gap-4 sm:max-w-sm">
      <Field
        id="passphrase"
        label={t("settings.slots.passphrase")}
        hint={t("settings.slots.passphraseHint", { least: `${shortestPassphrase}` })}
        required
        error={tried && isShort ? t("settings.slots.short", { least: `${shortestPassphrase}` }) : undefined}
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="new-password"
            value={first}
            maxLength={1024}
            onChange={(event) => setFirst(event.target.value)}
          />
        )}
      </Field>
      <Field
        id="passphrase-again"
        label={t("settings.slots.passphraseAgain")}
        required
        error={tried && first !== second ? t("settings.slots.different") : undefined}
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="new-password"
            value={second}
            maxLength={1024}
            onChange={(event) => setSecond(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" look="primary" busy={busy}>
          {t("settings.slots.keep")}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t("settings.factors.app.cancel")}
        </Button>
      </div>
    </form>
  );
}
