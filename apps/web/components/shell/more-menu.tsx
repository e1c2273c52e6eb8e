"use client";

import { ChevronDown } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { cn } from "@/lib/cn";
import { MoreLinks } from "./more-links";
import { deskPages, isCurrent, mainPages, morePages, onTablets } from "./navigation";

/** The pages that the head does not carry, under a button that opens them. Escape and a look elsewhere close it. */
export function MoreMenu() {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const pathname = usePathname();
  const panelId = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const holdsCurrent = [...morePages, ...deskPages].some(({ href }) => isCurrent(href, pathname));
  const holdsOnTablets = mainPages.slice(onTablets).some(({ href }) => isCurrent(href, pathname));

  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
      document.removeEventListener("keydown", closeOnEscape);
    };
  }, [open]);

  return (
    <div ref={root} className="relative">
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => setOpen(!open)}
        className={cn(
          "flex h-11 items-center gap-1 rounded-sm px-3 text-[0.9375rem] text-muted hover:text-ink",
          holdsCurrent && "font-medium text-ink underline decoration-2 decoration-accent underline-offset-8",
          holdsOnTablets &&
            "max-lg:font-medium max-lg:text-ink max-lg:underline max-lg:decoration-2 max-lg:decoration-accent max-lg:underline-offset-8",
        )}
      >
        {t("shell.more")}
        <ChevronDown aria-hidden className={cn("size-4 transition-transform", open && "rotate-180")} />
      </button>
      <div
        id={panelId}
        hidden={!open}
        className="absolute top-full left-0 mt-1 w-60 rounded-lg border border-rule bg-surface p-2 shadow-raised"
      >
        {open && <MoreLinks onNavigate={() => setOpen(false)} />}
      </div>
    </div>
  );
}
