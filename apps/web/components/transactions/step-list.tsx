import { Check, LoaderCircle, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import type { RowMark, StepRow } from "@/lib/transactions/step-rows";

/** Where an action stands, line by line. */
export function StepList({ rows }: { rows: readonly StepRow[] }) {
  const t = useTranslations();
  return (
    <ol className="grid">
      {rows.map(({ id, title, detail, mark }, index) => (
        <li
          key={id}
          data-step={id}
          data-mark={mark}
          aria-current={mark === "current" ? "step" : undefined}
          className="flex gap-4"
        >
          <div className="flex flex-col items-center">
            <Mark mark={mark} />
            {index < rows.length - 1 && (
              <span
                aria-hidden
                className={cn("my-1 w-px flex-1", mark === "done" ? "bg-accent" : "bg-rule")}
              />
            )}
          </div>
          <div className={cn("min-w-0 pb-4", index === rows.length - 1 && "pb-0")}>
            <p
              className={cn(
                "leading-6",
                mark === "current" && "font-semibold",
                mark === "waiting" && "text-muted",
              )}
            >
              {title}
              <span className="sr-only">, {t(`transactions.marks.${mark}`)}</span>
            </p>
            {detail && <p className="text-muted text-sm">{detail}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Mark({ mark }: { mark: RowMark }) {
  const style = "grid size-6 shrink-0 place-items-center rounded-full [&_svg]:size-3.5";
  switch (mark) {
    case "done":
      return (
        <span className={cn(style, "bg-accent text-accent-ink")}>
          <Check aria-hidden strokeWidth={3} />
        </span>
      );
    case "current":
      return (
        <span className={cn(style, "text-accent [&_svg]:size-6")}>
          <LoaderCircle aria-hidden className="animate-turn" />
        </span>
      );
    case "stopped":
      return (
        <span className={cn(style, "bg-sunken text-ink")}>
          <Minus aria-hidden strokeWidth={3} />
        </span>
      );
    case "waiting":
      return <span className={cn(style, "border border-rule-strong")} />;
  }
}
