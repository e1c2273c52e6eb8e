import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

const tones = {
  note: { icon: Info, style: "bg-accent-soft text-ink", mark: "text-accent" },
  done: { icon: CircleCheck, style: "bg-gain-soft text-ink", mark: "text-gain" },
  warning: { icon: TriangleAlert, style: "bg-warn-soft text-ink", mark: "text-warn" },
  problem: { icon: CircleAlert, style: "bg-loss-soft text-ink", mark: "text-loss" },
} as const;

/** A sentence that matters now, and where there is one the next step. */
export function Callout({
  tone = "note",
  title,
  children,
  action,
  className,
  live = false,
}: {
  tone?: keyof typeof tones;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
  /** Read out when it appears. */
  live?: boolean;
}) {
  const { icon: Icon, style, mark } = tones[tone];
  return (
    <div
      role={live ? (tone === "problem" ? "alert" : "status") : undefined}
      className={cn(
        "flex flex-col gap-3 rounded-md p-4 text-sm sm:flex-row sm:items-center",
        style,
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 gap-3">
        <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", mark)} />
        <div className="min-w-0 [overflow-wrap:anywhere]">
          {title && <p className="font-semibold">{title}</p>}
          {children && <div>{children}</div>}
        </div>
      </div>
      {action && <div className="shrink-0 pl-7 sm:pl-0">{action}</div>}
    </div>
  );
}
