import { type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";

/** A part of a page under its own heading, set off by a line and by room, not by a box. */
export function Section({
  title,
  lead,
  action,
  children,
  className,
  anchor,
}: {
  title: string;
  lead?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
  className?: string;
  /** By which links lead here. */
  anchor?: string;
}) {
  const id = useId();
  return (
    <section id={anchor} aria-labelledby={id} className={cn("border-ink border-t pt-4", className)}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id={id} className="font-semibold text-lg">
          {title}
        </h2>
        {/* A button here must not push the heading below that of a neighbour without one. */}
        {action && <div className="-my-1.5 text-sm">{action}</div>}
        {lead && (
          <div className="basis-full text-muted">
            <div className="max-w-prose">{lead}</div>
          </div>
        )}
      </div>
      {children}
    </section>
  );
}
