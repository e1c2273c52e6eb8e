"use client";

import { getKeys } from "@qti/sdk";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { getAddress } from "viem";
import { Time } from "@/components/ui/time";
import { useRuntimeConfig } from "@/lib/config/context";
import { addressWords } from "@/lib/domain/names";
import { useReadClient } from "@/lib/query/read-client";
import { useRecords } from "@/lib/records/context";
import type { OpenedNote } from "@/lib/records/notes";
import { Fingerprint } from "./fingerprint";
import { NoteLog } from "./note-log";
import { ProofLine } from "./proof-line";

/** What was checked when the note was opened, in words, and what the chain adds. */
export function NoteProof({ opened }: { opened: OpenedNote }) {
  const { row, manifest } = opened;
  const client = useReadClient();
  const { load } = useRecords();
  const config = useRuntimeConfig();
  const t = useTranslations();
  const onChain = useQuery({
    queryKey: ["chain", "keyDirectory", row.owner, manifest.author],
    queryFn: async () => {
      const records = await load();
      const [published, entries] = await Promise.all([
        records.client.getKeys(records.api, { fingerprint: manifest.author }),
        getKeys(client, { account: getAddress(row.owner) }),
      ]);
      const prints = await records.client.keyFingerprints(published);
      return entries.history.some(
        ({ recipient, verifier }) => recipient === prints.recipient && verifier === prints.verifier,
      );
    },
  });
  return (
    <ul className="grid border-rule border-t">
      <ProofLine state="proven" title={t("records.proof.unchanged")}>
        {t("records.proof.unchangedText")}
      </ProofLine>
      <ProofLine state="proven" title={t("records.proof.author")}>
        {t.rich("records.proof.authorText", { keys: () => <Fingerprint value={manifest.author} /> })}
      </ProofLine>
      <ProofLine state="proven" title={t("records.proof.version", { version: `${manifest.version}` })}>
        {t.rich(manifest.previous ? "records.proof.later" : "records.proof.first", {
          time: () => <Time at={Date.parse(manifest.created) / 1000} />,
        })}
      </ProofLine>
      <ProofLine
        state={onChain.data === true ? "proven" : "open"}
        title={t("records.proof.owner", { account: addressWords(getAddress(row.owner), config, t) })}
      >
        {onChain.data === true
          ? t("records.proof.registered")
          : onChain.isPending
            ? t("records.proof.asking")
            : t("records.proof.unregistered")}
      </ProofLine>
      <NoteLog opened={opened} />
    </ul>
  );
}
