"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { CopyText } from "@/components/ui/copy";
import { Skeleton } from "@/components/ui/skeleton";
import { useRecords } from "@/lib/records/context";

/** The fingerprint of keys, in groups that people can read to each other. */
export function Fingerprint({ value }: { value: `0x${string}` }) {
  const t = useTranslations();
  const { load } = useRecords();
  const words = useQuery({
    queryKey: ["fingerprint", value],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await load()).client.formatFingerprint(value),
  });
  if (!words.data) return <Skeleton className="w-64" />;
  return (
    <CopyText
      text={words.data}
      label={t("records.fingerprint.name")}
      className="text-left text-sm leading-6 [overflow-wrap:anywhere]"
    >
      <span data-fingerprint>{words.data}</span>
    </CopyText>
  );
}
