import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";

/** The place of something that is on its way. Says nothing by itself: the panel around it is `aria-busy`. */
export function Skeleton({ height = "h-4", className }: { height?: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn("block max-w-full animate-breathe rounded-sm bg-sunken", height, className)}
    />
  );
}

/** Several lines on their way. */
export function SkeletonLines({ lines = 3, className }: { lines?: number; className?: string }) {
  const t = useTranslations();
  return (
    <div role="status" className={cn("grid gap-4 py-2", className)}>
      <span className="sr-only">{t("ui.loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <Skeleton key={line} className={line % 3 === 2 ? "w-2/3" : "w-full"} />
      ))}
    </div>
  );
}
