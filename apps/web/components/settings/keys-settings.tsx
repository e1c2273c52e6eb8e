"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
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
import { saveBlob } from "@/lib/save-blob";
import { useAccountState } from "@/lib/wallet/use-account";

/** The keys that open this account's records: made here, saved elsewhere, forgotten here. */
export function KeysSettings() {
  const account = useAccountState();
  const keys = useKeys();
  const problem = useErrorText(keys.error);
  if (account.status !== "connected")
    return <p className="text-muted">Connect a wallet: each account has keys of its own.</p>;
  if (!account.canSign) return <p className="text-muted">A watched address has no keys here.</p>;
  if (problem)
    return (
      <Callout tone="problem" title={problem.sentence}>
        {problem.next}
      </Callout>
    );
  if (!keys.data) return <SkeletonLines lines={2} />;
  if (keys.data.status !== "ready") return <KeysPanel state={keys.data} />;
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <p className="text-muted text-sm">Fingerprint of your public keys</p>
        <Fingerprint value={keys.data.public.fingerprint} />
      </div>
      <SuiteLine />
      <Backup />
      <Forget account={account.address} />
    </div>
  );
}

function SuiteLine() {
  const { load } = useRecords();
  const status = useQuery({
    queryKey: ["records", "suite"],
    queryFn: async () => (await load()).worker.status(),
  });
  if (!status.data) return null;
  const { kem, signatures } = status.data.cryptography;
  const words = { native: "by this browser itself", noble: "in JavaScript" } as const;
  return (
    <p className="text-muted text-sm">
      Sealed with ML-KEM-768 and X25519 together, computed {words[kem]}; signed with ML-DSA-65, computed{" "}
      {words[signatures]}.
    </p>
  );
}

function Backup() {
  const { load } = useRecords();
  const save = useMutation({
    mutationFn: async () => (await load()).worker.backup(),
    onSuccess: (backup) =>
      saveBlob(
        new Blob([JSON.stringify(backup, null, 2)], { type: "application/json" }),
        "qti-keys-backup.json",
      ),
  });
  const problem = useErrorText(save.error);
  return (
    <div className="grid justify-items-start gap-2">
      <p className="font-medium">Backup for another device</p>
      <p className="text-muted text-sm">
        A file that opens only with your recovery code. Keep it anywhere; on its own it is of no use to
        anyone.
      </p>
      <Button busy={save.isPending} onClick={() => save.mutate()}>
        Save the backup
      </Button>
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
    </div>
  );
}

function Forget({ account }: { account: `0x${string}` }) {
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
        Forget the keys on this device <Badge tone="warn">needs the backup to undo</Badge>
      </p>
      <p className="text-muted text-sm">
        For a device that you give away. Without the backup and the recovery code your records stay closed for
        ever.
      </p>
      <Button
        look="danger"
        busy={forget.isPending}
        onClick={() => (asked ? forget.mutate() : setAsked(true))}
      >
        {asked ? "I have the backup: forget them" : "Forget the keys"}
      </Button>
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
    </div>
  );
}
