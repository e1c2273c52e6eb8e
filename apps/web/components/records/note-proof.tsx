"use client";

import { getKeys } from "@qti/sdk";
import { useQuery } from "@tanstack/react-query";
import { Check, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { getAddress } from "viem";
import { Time } from "@/components/ui/time";
import { useRuntimeConfig } from "@/lib/config/context";
import { addressWords } from "@/lib/domain/names";
import { useReadClient } from "@/lib/query/read-client";
import { useRecords } from "@/lib/records/context";
import type { OpenedNote } from "@/lib/records/notes";
import { Fingerprint } from "./fingerprint";

function Line({ proven, title, children }: { proven: boolean; title: string; children: ReactNode }) {
  const t = useTranslations();
  const Icon = proven ? Check : CircleDashed;
  return (
    <li className="flex gap-3 border-rule border-b py-3">
      <Icon
        aria-hidden
        className={proven ? "mt-1 size-4 shrink-0 text-gain" : "mt-1 size-4 shrink-0 text-muted"}
      />
      <div className="min-w-0">
        <p className="font-medium">
          <span className="sr-only">{proven ? t("records.proof.proven") : t("records.proof.notProven")}</span>
          {title}
        </p>
        <div className="text-muted text-sm">{children}</div>
      </div>
    </li>
  );
}

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
      <Line proven title={t("records.proof.unchanged")}>
        {t("records.proof.unchangedText")}
      </Line>
      <Line proven title={t("records.proof.author")}>
        {t.rich("records.proof.authorText", { keys: () => <Fingerprint value={manifest.author} /> })}
      </Line>
      <Line proven title={t("records.proof.version", { version: `${manifest.version}` })}>
        {t.rich(manifest.previous ? "records.proof.later" : "records.proof.first", {
          time: () => <Time at={Date.parse(manifest.created) / 1000} />,
        })}
      </Line>
      <Line
        proven={onChain.data === true}
        title={t("records.proof.owner", { account: addressWords(getAddress(row.owner), config, t) })}
      >
        {onChain.data === true
          ? t("records.proof.registered")
          : onChain.isPending
            ? t("records.proof.asking")
            : t("records.proof.unregistered")}
      </Line>
    </ul>
  );
}
