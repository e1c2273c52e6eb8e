import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { Skeleton } from "./skeleton";

/** A figure and what it counts. A row of them stands on one line of the page, parted by room. */
export function Figure({
  label,
  value,
  note,
  large = false,
}: {
  label: string;
  /** `undefined` while it is on its way; `null` when it cannot be had, which the panel around it explains. */
  value: ReactNode | undefined;
  note?: ReactNode;
  large?: boolean;
}) {
  return (
    <div className="grid grid-cols-1 content-start gap-1">
      <dt className="text-muted text-sm">{label}</dt>
      <dd
        className={cn(
          "tracking-tight",
          large ? "whitespace-nowrap font-semibold text-2xl sm:text-4xl" : "font-semibold text-2xl",
        )}
      >
        {value === undefined ? (
          <Skeleton height={large ? "h-11" : "h-8"} className={large ? "w-48" : "w-28"} />
        ) : (
          (value ?? "–")
        )}
      </dd>
      {note && <dd className="text-muted text-sm">{note}</dd>}
    </div>
  );
}

/** Several figures side by side. */
export function Figures({ children, columns = 4 }: { children: ReactNode; columns?: 3 | 4 }) {
  return (
    <dl
      className={cn("grid grid-cols-2 gap-x-6 gap-y-8", columns === 4 ? "lg:grid-cols-4" : "sm:grid-cols-3")}
    >
      {children}
    </dl>
  );
}
