"use client";

import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/amount";
import { Figure, Figures } from "@/components/ui/figure";
import { Problem } from "@/components/ui/problem";
import { Time } from "@/components/ui/time";
import { dollarWords } from "@/lib/domain/dollars";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useCreditBook, useUnderwritingQuota } from "@/lib/query/credit";

/** How the credit lines stand as a whole, for who works on them. */
export function DeskFigures() {
  const t = useTranslations();
  const book = useCreditBook();
  const quota = useUnderwritingQuota();
  const problem = useErrorText(book.error ?? quota.error);
  const data = book.data;
  const given = quota.data;
  return (
    <section aria-label={t("creditDesk.figures.title")} className="mb-12">
      {problem && (!data || given === undefined) && (
        <Problem
          text={problem}
          onRetry={() => Promise.all([book.refetch(), quota.refetch()])}
          busy={book.isFetching || quota.isFetching}
          className="mb-6"
        />
      )}
      <Figures>
        <Figure
          label={t("creditDesk.figures.quota")}
          value={given === undefined ? undefined : given && <Money value={given.used} />}
          note={
            given === null
              ? t("creditDesk.figures.quotaNone")
              : given &&
                t.rich("creditDesk.figures.quotaNote", {
                  limit: dollarWords(given.limit, t),
                  time: () => <Time at={given.resetsAt} />,
                })
          }
        />
        <Figure
          label={t("creditDesk.figures.debt")}
          value={data && <Money value={data.debt} />}
          note={data && t("creditDesk.figures.debtNote", { limit: dollarWords(data.leverageLimit, t) })}
        />
        <Figure
          label={t("creditDesk.figures.late")}
          value={data && <Money value={data.debt + data.cash - data.assets} />}
          note={t("creditDesk.figures.lateNote")}
        />
        <Figure
          label={t("creditDesk.figures.waits")}
          value={data && <Money value={data.queued} />}
          note={data && t("creditDesk.figures.waitsNote", { cash: dollarWords(data.cash, t) })}
        />
      </Figures>
    </section>
  );
}
