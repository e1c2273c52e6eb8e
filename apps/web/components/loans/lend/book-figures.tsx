"use client";

import { previewPools } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/amount";
import { Callout } from "@/components/ui/callout";
import { Figure, Figures } from "@/components/ui/figure";
import { Problem } from "@/components/ui/problem";
import { Day } from "@/components/ui/time";
import { dollarWords } from "@/lib/domain/dollars";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatShare } from "@/lib/format/amount";
import { useChainNow } from "@/lib/query/chain-time";
import { useCreditBook } from "@/lib/query/credit";

const wad = 10n ** 18n;

/** How the whole book stands: cash, debt, what of it is late, and how much may be lost before seniors lose. */
export function BookFigures() {
  const t = useTranslations();
  const book = useCreditBook();
  const now = useChainNow();
  const problem = useErrorText(book.error);
  const data = book.data;
  const cushion = data && previewPools({ book: data, lost: 0n }).seniorsLoseFrom;
  const isPaused = data !== undefined && now !== undefined && data.pausedUntil > now;
  if (problem && !data)
    return <Problem text={problem} onRetry={book.refetch} busy={book.isFetching} className="mb-12" />;
  return (
    <section aria-label={t("lend.book.title")} className="mb-12 grid gap-6">
      <Figures>
        <Figure label={t("lend.book.debt")} value={data && <Money value={data.debt} />} />
        <Figure
          label={t("lend.book.cash")}
          value={data && <Money value={data.cash} />}
          note={data && data.queued > 0n && t("lend.book.cashNote", { queued: dollarWords(data.queued, t) })}
        />
        <Figure
          label={t("lend.book.late")}
          value={data && <Money value={data.debt + data.cash - data.assets} />}
          note={t("lend.book.lateNote")}
        />
        <Figure
          label={t("lend.book.cushion")}
          value={
            data &&
            (cushion === undefined || cushion > wad ? t("lend.book.never") : formatShare(cushion, wad, 1, t))
          }
          note={t("lend.book.cushionNote")}
        />
      </Figures>
      {data && !data.isOpen && (
        <Callout tone="warning" title={t("lend.closed.title")}>
          {t("lend.closed.loss")}
        </Callout>
      )}
      {data && isPaused && (
        <Callout tone="warning" title={t("lend.closed.title")}>
          {t.rich("lend.closed.paused", { day: () => <Day at={data.pausedUntil} /> })}
        </Callout>
      )}
    </section>
  );
}
