"use client";

import { Check, Copy as CopyIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { cn } from "@/lib/cn";

/** Copies a text and says so. */
export function useCopy(): { copied: boolean; copy: (text: string) => void } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return {
    copied,
    copy: (text) => {
      navigator.clipboard.writeText(text).then(
        () => setCopied(true),
        // Without permission nothing was copied, and the mark does not claim it.
        () => setCopied(false),
      );
    },
  };
}

/** A text that copies itself on click. */
export function CopyText({
  text,
  label,
  children,
  className,
}: {
  text: string;
  /** What is copied, in words: "address". */
  label: string;
  children: React.ReactNode;
  className?: string;
}) {
  const t = useTranslations();
  const { copied, copy } = useCopy();
  const Icon = copied ? Check : CopyIcon;
  return (
    <button
      type="button"
      onClick={() => copy(text)}
      title={text}
      className={cn(
        "group tap-target inline-flex max-w-full items-center gap-1.5 rounded-sm decoration-rule-strong underline-offset-4 hover:underline",
        className,
      )}
    >
      {children}
      <span className="sr-only">{t("ui.copy", { what: label })}</span>
      <Icon
        aria-hidden
        className={cn(
          "size-3.5 shrink-0",
          copied ? "text-gain" : "text-faint opacity-60 group-hover:opacity-100",
        )}
      />
      <span className="sr-only" aria-live="polite">
        {copied ? t("ui.copied") : ""}
      </span>
    </button>
  );
}
