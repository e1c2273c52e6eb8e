"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { useToast } from "@/components/ui/toast";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useReadClient } from "@/lib/query/read-client";
import { useRecords } from "@/lib/records/context";
import type { OpenedNote } from "@/lib/records/notes";
import { follow, type ListedReader } from "@/lib/records/readers";
import { compared, type JudgedKeys } from "@/lib/records/trust";
import { KeysChanged } from "./keys-changed";

type Reading = { opened: OpenedNote; reader: ListedReader; own: boolean };

/** Says where a reader's keys are others now, or none any more; nothing where they are the known ones. */
export function ReaderKeys({ opened, reader, own }: Reading) {
  const t = useTranslations();
  const { now, fingerprint } = reader;
  if (!now) return null;
  if (now.trust.state === "revoked")
    return (
      <Callout tone="warning" title={t("records.readers.keysRevoked")}>
        {t(
          now.trust.directory === "revoked"
            ? "records.readers.keysRevokedOnChain"
            : "records.readers.keysRevokedText",
        )}{" "}
        {own && t("records.readers.keysRevokedOwn")}
      </Callout>
    );
  // Keys that were compared elsewhere are known; the note is still sealed for those of before.
  if (now.trust.state !== "changed" && now.offered.fingerprint === fingerprint) return null;
  return <Changed opened={opened} reader={reader} own={own} now={now} />;
}

function Changed({
  opened: { row },
  reader: { fingerprint: before },
  own,
  now: { offered, trust },
}: Reading & { now: JudgedKeys }) {
  const t = useTranslations();
  const { chainId } = useRuntimeConfig();
  const { load } = useRecords();
  const chain = useReadClient();
  const queryClient = useQueryClient();
  const showToast = useToast();
  const follows = own && offered.fingerprint !== before;
  const decide = useMutation({
    mutationFn: async () => {
      const records = await load();
      if (follows) await follow(records, chain, row, { before, now: offered }, chainId);
      else await compared(records, offered, chainId);
    },
    onSuccess: async () => {
      await Promise.all(
        ["list", "readers"].map((part) => queryClient.invalidateQueries({ queryKey: ["records", part] })),
      );
      showToast("done", t(follows ? "records.readers.followed" : "records.readers.noted"));
    },
  });
  const problem = useErrorText(decide.error);
  return (
    <>
      <KeysChanged
        known={trust.state === "changed" ? trust.pinned.fingerprint : before}
        offered={offered.fingerprint}
        opinion={t(`records.readers.directory.${trust.directory}`)}
        busy={decide.isPending}
        onCompared={() => decide.mutate()}
      />
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
    </>
  );
}
