import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

/** A line of {@link Facts}: what it is, and what it is now. */
export type Fact = { label: string; value: ReactNode };

/** What is known of a thing, line by line, parted by hairlines. */
export function Facts({ rows, className }: { rows: readonly Fact[]; className?: string }) {
  return (
    <dl className={cn("grid", className)}>
      {rows.map(({ label, value }) => (
        <div
          key={label}
          className="flex items-baseline justify-between gap-6 border-rule border-b py-3 last:border-0"
        >
          <dt className="max-w-2/3 shrink-0 text-muted">{label}</dt>
          <dd className="min-w-0 text-right [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
