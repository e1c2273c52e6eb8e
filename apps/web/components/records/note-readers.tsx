"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { shortAddress } from "@/lib/format/address";
import { useReadClient } from "@/lib/query/read-client";
import { useRecords } from "@/lib/records/context";
import { ReaderKeysChangedError } from "@/lib/records/errors";
import type { OpenedNote } from "@/lib/records/notes";
import { confirm, type ListedReader, listReaders, revoke, share, unshare } from "@/lib/records/readers";
import { compared } from "@/lib/records/trust";
import { useAddress } from "@/lib/wallet/use-account";
import { Fingerprint } from "./fingerprint";
import { KeysChanged } from "./keys-changed";
import { ReaderKeys } from "./reader-keys";

/** Who can open a note; its owner adds and removes readers here. */
export function NoteReaders({ opened, own }: { opened: OpenedNote; own: boolean }) {
  const t = useTranslations();
  const { row } = opened;
  const account = useAddress();
  const { chainId } = useRuntimeConfig();
  const { load } = useRecords();
  const chain = useReadClient();
  const readers = useQuery({
    queryKey: ["records", "readers", account, row.id, row.version, row.revision],
    queryFn: async () => listReaders(await load(), chain, row, chainId),
  });
  const problem = useErrorText(readers.error);
  return (
    <div className="grid gap-6">
      {problem && (
        <Callout tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      {readers.isPending && !problem && <SkeletonLines lines={2} />}
      {readers.data && (
        <ul className="grid border-rule border-t" aria-label={t("records.note.readers")}>
          <li className="border-rule border-b py-3">
            {own ? t("records.readers.you") : t("records.readers.youAndOwner")}
          </li>
          {readers.data.map((reader) => (
            <li key={reader.fingerprint} className="grid gap-2 border-rule border-b py-3">
              <span className="font-medium">{shortAddress(reader.account)}</span>
              <Fingerprint value={reader.fingerprint} />
              {reader.confirmed ? (
                <ReaderKeys opened={opened} reader={reader} own={own} />
              ) : (
                <ConfirmReader opened={opened} reader={reader} />
              )}
              {own && <RemoveReader opened={opened} fingerprint={reader.fingerprint} />}
            </li>
          ))}
        </ul>
      )}
      {own && <ShareForm opened={opened} />}
    </div>
  );
}

/** A reader whom only the service names: nothing is sealed for them before the person says that it may be. */
function ConfirmReader({ opened, reader }: { opened: OpenedNote; reader: ListedReader }) {
  const t = useTranslations();
  const { chainId } = useRuntimeConfig();
  const { load } = useRecords();
  const queryClient = useQueryClient();
  const confirming = useMutation({
    mutationFn: async () => confirm(await load(), opened.row, reader, chainId),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["records", "readers"] }),
  });
  const problem = useErrorText(confirming.error);
  return (
    <Callout
      tone="warning"
      title={t("records.readers.unconfirmed")}
      action={
        <Button size="small" busy={confirming.isPending} onClick={() => confirming.mutate()}>
          {t("records.readers.confirm")}
        </Button>
      }
    >
      {problem?.sentence ?? t("records.readers.unconfirmedText")}
    </Callout>
  );
}

function ShareForm({ opened }: { opened: OpenedNote }) {
  const t = useTranslations();
  const { chainId } = useRuntimeConfig();
  const { load } = useRecords();
  const chain = useReadClient();
  const queryClient = useQueryClient();
  const showToast = useToast();
  const [typed, setTyped] = useState("");
  const add = useMutation({
    mutationFn: async (changed: ReaderKeysChangedError | undefined) => {
      const records = await load();
      const fingerprint = records.client.parseFingerprint(typed);
      // Compared are those keys that the warning named, and no others that were typed since.
      if (changed?.offered === fingerprint) await compared(records, changed, chainId);
      return share(records, chain, opened.row, fingerprint, chainId);
    },
    onSuccess: async () => {
      setTyped("");
      await queryClient.invalidateQueries({ queryKey: ["records", "list"] });
      showToast("done", t("records.readers.shared"));
    },
  });
  const problem = useErrorText(add.error);
  const changed = add.error instanceof ReaderKeysChangedError ? add.error : undefined;
  function submit(event: FormEvent) {
    event.preventDefault();
    add.mutate(undefined);
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field
        id="share-with"
        label={t("records.readers.shareWith")}
        required
        hint={t("records.readers.shareHint")}
        error={changed ? undefined : problem && `${problem.sentence} ${problem.next}`}
      >
        {(control) => (
          <Input
            {...control}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      {changed && (
        <KeysChanged
          known={changed.known}
          offered={changed.offered}
          busy={add.isPending}
          onCompared={() => add.mutate(changed)}
        />
      )}
      <Button type="submit" className="justify-self-start" busy={add.isPending}>
        {t("records.readers.share")}
      </Button>
    </form>
  );
}

/** Two ways to take a reader away, and what each of them does and does not do. */
function RemoveReader({ opened, fingerprint }: { opened: OpenedNote; fingerprint: `0x${string}` }) {
  const t = useTranslations();
  const account = useAddress();
  const { chainId } = useRuntimeConfig();
  const { load } = useRecords();
  const queryClient = useQueryClient();
  const showToast = useToast();
  const done = (words: string) => async () => {
    await queryClient.invalidateQueries({ queryKey: ["records", "list"] });
    showToast("done", words);
  };
  const unsharing = useMutation({
    mutationFn: async () => unshare(await load(), opened.row, fingerprint, chainId),
    onSuccess: done(t("records.readers.unshared")),
  });
  const revoking = useMutation({
    mutationFn: async () => {
      if (account) await revoke(await load(), opened, fingerprint, { account, chainId });
    },
    onSuccess: done(t("records.readers.revoked")),
  });
  const problem = useErrorText(unsharing.error ?? revoking.error);
  return (
    <details className="text-sm">
      <summary className="disclosure">{t("records.readers.takeAway")}</summary>
      <dl className="mt-3 grid gap-4">
        <div className="grid justify-items-start gap-2">
          <dt className="font-medium">{t("records.readers.unshare")}</dt>
          <dd className="text-muted">{t("records.readers.unshareText")}</dd>
          <Button size="small" busy={unsharing.isPending} onClick={() => unsharing.mutate()}>
            {t("records.readers.unshare")}
          </Button>
        </div>
        <div className="grid justify-items-start gap-2">
          <dt className="font-medium">{t("records.readers.revoke")}</dt>
          <dd className="text-muted">{t("records.readers.revokeText")}</dd>
          <Button size="small" busy={revoking.isPending} onClick={() => revoking.mutate()}>
            {t("records.readers.revoke")}
          </Button>
        </div>
      </dl>
      {problem && (
        <Callout live tone="problem" title={problem.sentence} className="mt-3">
          {problem.next}
        </Callout>
      )}
    </details>
  );
}
