"use client";

import type { RecordsProgress } from "@qti/sdk/records/client";
import {
  type AssetDocuments,
  type FoundReaders,
  groupCopies,
  type SpaceRecord,
  type SyncOutcome,
  syncDocumentReaders,
  syncReaders,
} from "@qti/sdk/records/spaces";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AddressText } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ChooseButton } from "@/components/ui/choose-button";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useSpaceChanged, useVault } from "@/lib/records/use-spaces";
import { useAddress } from "@/lib/wallet/use-account";

type OwnFiles =
  | { space: "kyc" | "loans"; files: readonly SpaceRecord<unknown>[] }
  /** With every copy of them. */
  | { space: "assets"; files: readonly SpaceRecord<AssetDocuments>[] };

/** Own papers, who is to read them and who does; where the two differ, bringing them in line. */
export function Readers({ wanted, ...own }: OwnFiles & { wanted: FoundReaders }) {
  const { space, files } = own;
  const t = useTranslations();
  const load = useVault();
  const changed = useSpaceChanged(space);
  const [leaving, setLeaving] = useState<"rewrap" | "revoke">("rewrap");
  const [progress, setProgress] = useState<RecordsProgress>();
  const update = useMutation({
    mutationFn: async () => {
      const vault = await load();
      const how = { wanted, leaving, onProgress: setProgress };
      return own.space === "assets"
        ? syncDocumentReaders(vault, { files: own.files, ...how })
        : syncReaders(vault, { files, ...how });
    },
    onSettled: async () => {
      setProgress(undefined);
      await changed();
    },
  });
  const problem = useErrorText(update.error);
  const each = own.space === "assets" ? groupCopies(own.files) : files.map((file) => [file]);
  const readsAll = (fingerprint: `0x${string}`) =>
    each.every((copies) => copies.some(({ record }) => record.readers.includes(fingerprint)));
  return (
    <div className="grid grid-cols-1 gap-4">
      <ul className="grid border-rule border-t" aria-label={t("spaces.readers.title")}>
        {wanted.readers.map(({ account, keys }) => (
          <li
            key={account}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-rule border-b py-2"
          >
            <AddressText address={account} />
            {files.length === 0 ? (
              <Badge>{t("spaces.readers.ready")}</Badge>
            ) : (
              <Badge tone={readsAll(keys.fingerprint) ? "gain" : "warn"}>
                {t(readsAll(keys.fingerprint) ? "spaces.readers.reads" : "spaces.readers.notYet")}
              </Badge>
            )}
          </li>
        ))}
        {wanted.unreachable.map(({ account, reason }) => (
          <li
            key={account}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-rule border-b py-2"
          >
            <AddressText address={account} />
            <span className="text-muted text-sm">{t(`spaces.readers.unreachable.${reason}`)}</span>
          </li>
        ))}
        {wanted.readers.length + wanted.unreachable.length === 0 && (
          <li className="border-rule border-b py-2 text-muted">{t("spaces.readers.none")}</li>
        )}
      </ul>
      {files.length > 0 && (
        <fieldset className="grid grid-cols-1 gap-3">
          <legend className="mb-2 font-medium text-sm">{t("spaces.readers.leaving")}</legend>
          <div className="flex flex-wrap gap-2">
            <ChooseButton chosen={leaving === "rewrap"} onChoose={() => setLeaving("rewrap")}>
              {t("spaces.readers.rewrap")}
            </ChooseButton>
            <ChooseButton chosen={leaving === "revoke"} onChoose={() => setLeaving("revoke")}>
              {t("spaces.readers.revoke")}
            </ChooseButton>
          </div>
          <p className="text-muted text-sm">
            {t(leaving === "rewrap" ? "spaces.readers.rewrapText" : "spaces.readers.revokeText")}
          </p>
          <Button className="justify-self-start" busy={update.isPending} onClick={() => update.mutate()}>
            {t("spaces.readers.update")}
          </Button>
          {progress && (
            <p role="status" className="text-muted text-sm">
              {t("spaces.readers.progress", { done: `${progress.done}`, total: `${progress.total}` })}
            </p>
          )}
        </fieldset>
      )}
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      {update.data && !update.isPending && <Outcome outcome={update.data} />}
    </div>
  );
}

/** What was done, and for whom. */
function Outcome({ outcome }: { outcome: SyncOutcome }) {
  const t = useTranslations();
  const own = useAddress()?.toLowerCase();
  const { synced, failures } = outcome;
  const accounts = (pick: (each: (typeof synced)[number]) => readonly { account: string | null }[]) =>
    [...new Set(synced.flatMap((each) => pick(each).map(({ account }) => account)))].filter(
      (account) => account !== null && account !== own,
    );
  const rows = [
    { words: t("spaces.readers.added"), who: accounts(({ added }) => added) },
    {
      words: t("spaces.readers.takenOut"),
      who: accounts(({ change, removed }) => (change === "rewrap" ? removed : [])),
    },
    {
      words: t("spaces.readers.shutOut"),
      who: accounts(({ change, removed }) => (change === "revoke" ? removed : [])),
    },
    { words: t("spaces.readers.rekeyed"), who: accounts(({ rekeyed }) => rekeyed) },
  ].filter(({ who }) => who.length > 0);
  return (
    <Callout
      live
      tone={failures.length > 0 ? "warning" : "done"}
      title={
        failures.length > 0
          ? t("spaces.readers.left", { count: `${failures.length}` })
          : t(rows.length > 0 ? "spaces.readers.done" : "spaces.readers.nothing")
      }
    >
      {rows.length > 0 && (
        <ul className="mt-2 grid gap-3">
          {rows.map(({ words, who }) => (
            <li key={words} className="flex flex-wrap gap-x-3 gap-y-3">
              <span>{words}</span>
              {who.map((account) => account && <AddressText key={account} address={account} />)}
            </li>
          ))}
        </ul>
      )}
    </Callout>
  );
}
