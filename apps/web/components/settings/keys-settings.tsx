"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Fingerprint } from "@/components/records/fingerprint";
import { KeysPanel } from "@/components/records/keys-panel";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useRecords } from "@/lib/records/context";
import { useKeys, useKeysChanged } from "@/lib/records/use-keys";
import { useAccountState } from "@/lib/wallet/use-account";
import { KeyRotation } from "./key-rotation";
import { KeySlots } from "./key-slots";
import { PublishedKeys } from "./published-keys";
import { SaveBackup } from "./save-backup";

/** The keys that open this account's records: made here, saved elsewhere, forgotten here. */
export function KeysSettings() {
  const t = useTranslations();
  const account = useAccountState();
  const keys = useKeys();
  const problem = useErrorText(keys.error);
  if (account.status !== "connected") return <p className="text-muted">{t("settings.keys.connect")}</p>;
  if (!account.canSign) return <p className="text-muted">{t("settings.keys.watched")}</p>;
  if (problem)
    return (
      <Callout tone="problem" title={problem.sentence}>
        {problem.next}
      </Callout>
    );
  if (!keys.data) return <SkeletonLines lines={2} />;
  if (keys.data.status !== "ready") return <KeysPanel state={keys.data} isSealed={false} />;
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <p className="text-muted text-sm">{t("settings.keys.fingerprint")}</p>
        <Fingerprint value={keys.data.public.fingerprint} />
      </div>
      <SuiteLine />
      <KeySlots key={keys.data.public.fingerprint} account={account.address} keys={keys.data.public} />
      <Backup />
      <KeyRotation fingerprint={keys.data.public.fingerprint} />
      <PublishedKeys current={keys.data.public.fingerprint} />
      <Forget account={account.address} />
    </div>
  );
}

function SuiteLine() {
  const t = useTranslations();
  const { load } = useRecords();
  const status = useQuery({
    queryKey: ["records", "suite"],
    queryFn: async () => (await load()).worker.status(),
  });
  if (!status.data) return null;
  const { kem, signatures } = status.data.cryptography;
  return (
    <p className="text-muted text-sm">
      {t("settings.keys.suite", {
        kem: t(`settings.keys.${kem}`),
        signatures: t(`settings.keys.${signatures}`),
      })}
    </p>
  );
}

function Backup() {
  const t = useTranslations();
  return (
    <div className="grid justify-items-start gap-2">
      <p className="font-medium">{t("settings.keys.backup.title")}</p>
      <p className="text-muted text-sm">{t("settings.keys.backup.text")}</p>
      <SaveBackup />
    </div>
  );
}

function Forget({ account }: { account: `0x${string}` }) {
  const t = useTranslations();
  const { load } = useRecords();
  const keysChanged = useKeysChanged();
  const [asked, setAsked] = useState(false);
  const forget = useMutation({
    mutationFn: async () => (await load()).worker.forget({ account }),
    onSuccess: async () => {
      setAsked(false);
      await keysChanged();
    },
  });
  const problem = useErrorText(forget.error);
  return (
    <div className="grid justify-items-start gap-2">
      <p className="flex items-center gap-2 font-medium">
        {t("settings.keys.forget.title")} <Badge tone="warn">{t("settings.keys.forget.warning")}</Badge>
      </p>
      <p className="text-muted text-sm">{t("settings.keys.forget.text")}</p>
      <Button
        look="danger"
        busy={forget.isPending}
        onClick={() => (asked ? forget.mutate() : setAsked(true))}
      >
        {asked ? t("settings.keys.forget.sure") : t("settings.keys.forget.go")}
      </Button>
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
    </div>
  );
}
