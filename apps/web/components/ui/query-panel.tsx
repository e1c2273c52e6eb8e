"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useErrorText } from "@/lib/errors/use-error-text";
import { Button } from "./button";
import { Callout } from "./callout";
import { SkeletonLines } from "./skeleton";

/** What still works where the index does not answer. The panel has the words. */
export const indexMeanwhile = Symbol("index");

/** What a panel needs of a query of TanStack Query. */
export type PanelQuery<data> = {
  data: data | undefined;
  error: unknown;
  isFetching: boolean;
  refetch: () => unknown;
};

/**
 * The four states of everything that is read: on its way, failed, empty, there. What was read before stays on the page when
 * reading it anew fails, with a word that it may be old.
 */
export function QueryPanel<data>({
  query,
  empty,
  isEmpty = () => false,
  lines = 4,
  meanwhile,
  children,
}: {
  query: PanelQuery<data>;
  /** Shown when there is nothing. */
  empty?: ReactNode;
  isEmpty?: (data: data) => boolean;
  /** Lines of the placeholder. */
  lines?: number;
  /** What still works while this does not. */
  meanwhile?: string | typeof indexMeanwhile;
  children: (data: data) => ReactNode;
}) {
  const t = useTranslations();
  const still = meanwhile === indexMeanwhile ? t("ui.indexMeanwhile") : meanwhile;
  const problem = useErrorText(query.error);
  const notice = problem && (
    <Callout
      live
      tone="warning"
      title={problem.sentence}
      className="mb-4"
      action={
        <Button size="small" busy={query.isFetching} onClick={() => void query.refetch()}>
          {t("ui.again")}
        </Button>
      }
    >
      {query.data === undefined ? (still ?? problem.next) : t("ui.maybeOld")}
    </Callout>
  );
  if (query.data === undefined) return notice ?? <SkeletonLines lines={lines} />;
  return (
    <>
      {notice}
      {isEmpty(query.data) ? empty : children(query.data)}
    </>
  );
}
