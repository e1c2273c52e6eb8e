"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy";
import { Dialog } from "@/components/ui/dialog";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatCount } from "@/lib/format/amount";
import type { Delivery } from "@/lib/query/store";
import { openCodes } from "@/lib/records/codes";
import { useRecords } from "@/lib/records/context";
import { useAddress } from "@/lib/wallet/use-account";

/** The codes of one order, opened in this browser. They are in the page only while this is open. */
export function CodeDialog({
  recordId,
  nameOf,
  onClose,
}: {
  recordId: string;
  nameOf: (order: Pick<Delivery, "itemId" | "quantity">) => string;
  onClose: () => void;
}) {
  const t = useTranslations();
  const account = useAddress();
  const { chainId } = useRuntimeConfig();
  const { load } = useRecords();
  const opened = useQuery({
    queryKey: ["records", "codes", account, recordId],
    queryFn: async () => openCodes(await load(), recordId, chainId),
    staleTime: Number.POSITIVE_INFINITY,
    // What is closed is forgotten.
    gcTime: 0,
    retry: false,
  });
  const problem = useErrorText(opened.error);
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        opened.data
          ? nameOf(opened.data.order)
          : problem
            ? t("records.codes.unopened")
            : t("records.note.opening")
      }
      description={opened.data && t("records.codes.proven", { order: `${opened.data.order.orderId}` })}
      footer={
        <Button look="primary" onClick={onClose}>
          {t("records.codes.close")}
        </Button>
      }
    >
      {problem && (
        <div className="grid gap-4">
          <Problem text={problem} onRetry={opened.refetch} busy={opened.isFetching} />
          <p className="flex flex-wrap gap-x-6 text-sm">
            <Link href="/rewards/store" className="underline underline-offset-4">
              {t("records.codes.store")}
            </Link>
            <Link href="/settings" className="underline underline-offset-4">
              {t("records.codes.keys")}
            </Link>
          </p>
        </div>
      )}
      {opened.isPending && !problem && <SkeletonLines lines={2} />}
      {opened.data && (
        <div className="grid gap-4">
          <ul className="grid gap-2">
            {opened.data.codes.map((code, index) => (
              <li
                key={code}
                className="rounded-md bg-sunken p-4 font-medium text-lg leading-8 tracking-wide [overflow-wrap:anywhere]"
              >
                <CopyText
                  text={code}
                  label={t("records.codes.code", { n: formatCount(BigInt(index + 1), t) })}
                  className="text-left"
                >
                  <span data-code>{code}</span>
                </CopyText>
              </li>
            ))}
          </ul>
          <p className="text-muted text-sm">{t("records.codes.careful")}</p>
        </div>
      )}
    </Dialog>
  );
}
