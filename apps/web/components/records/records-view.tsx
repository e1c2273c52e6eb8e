"use client";

import type { KeyPublic, RecordRow } from "@qti/sdk/records/client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Section } from "@/components/shell/section";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useRecords } from "@/lib/records/context";
import { notesSpace } from "@/lib/records/notes";
import { useAddress } from "@/lib/wallet/use-account";
import { Codes } from "./codes";
import { FingerprintPanel } from "./fingerprint-panel";
import { NoteDialog } from "./note-dialog";
import { NoteEditor } from "./note-editor";
import { NoteRow } from "./note-row";
import { ProfilePanel } from "./profile-panel";

/** What only this person reads: notes, codes from the store, and their profile. */
export function RecordsView({ keys, code }: { keys: KeyPublic; code: string | null }) {
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_320px]">
      <div className="grid min-w-0 grid-cols-1 content-start gap-12">
        <Notes />
        <Codes opened={code} />
      </div>
      <div className="grid min-w-0 grid-cols-1 content-start gap-12">
        <FingerprintPanel keys={keys} />
        <ProfilePanel />
      </div>
    </div>
  );
}

/** The notes of an account and those shared with it. */
function Notes() {
  const t = useTranslations();
  const account = useAddress();
  const { load } = useRecords();
  const [writing, setWriting] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const list = useInfiniteQuery({
    queryKey: ["records", "list", account, notesSpace],
    initialPageParam: "",
    queryFn: async ({ pageParam, signal }) => {
      const { client, api } = await load();
      return client.listRecords(api, {
        space: notesSpace,
        signal,
        ...(pageParam ? { cursor: pageParam } : {}),
      });
    },
    getNextPageParam: (page) => page.nextCursor,
  });
  const problem = useErrorText(list.error);
  const rows: RecordRow[] = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const opened = rows.find(({ id }) => id === openId);

  return (
    <>
      <Section
        title={t("records.notes.title")}
        action={
          <Button look="primary" size="small" onClick={() => setWriting(true)}>
            <Plus aria-hidden />
            {t("records.notes.write")}
          </Button>
        }
      >
        {problem && <Problem text={problem} onRetry={list.refetch} busy={list.isFetching} className="mb-4" />}
        {list.isPending && !problem && <SkeletonLines lines={4} />}
        {list.data && rows.length === 0 && (
          <Empty title={t("records.notes.none")}>{t("records.notes.noneText")}</Empty>
        )}
        {rows.length > 0 && (
          <ul className="grid border-rule border-t">
            {rows.map((row) => (
              <NoteRow
                key={row.id}
                row={row}
                own={row.owner === account?.toLowerCase()}
                onOpen={() => setOpenId(row.id)}
              />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <Button className="mt-4" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("records.notes.older")}
          </Button>
        )}
      </Section>
      {writing && <NoteEditor onClose={() => setWriting(false)} />}
      {opened && <NoteDialog row={opened} onClose={() => setOpenId(undefined)} />}
    </>
  );
}
