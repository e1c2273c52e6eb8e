import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

const tones = {
  plain: "bg-sunken text-ink",
  accent: "bg-accent-soft text-accent",
  gain: "bg-gain-soft text-gain",
  loss: "bg-loss-soft text-loss",
  warn: "bg-warn-soft text-warn",
} as const;

/** A word about the state of something. */
export function Badge({ tone = "plain", children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span
      className={cn(
        "inline-flex h-6 items-center whitespace-nowrap rounded-sm px-2 font-medium text-xs",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
