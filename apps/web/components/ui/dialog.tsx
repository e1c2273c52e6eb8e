"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { cn } from "@/lib/cn";
import { Button } from "./button";

/**
 * A modal dialog on the browser's own `<dialog>`: focus stays inside, the rest of the page is inert, Escape closes and
 * focus returns to where it was. On a phone it is a sheet at the bottom, where the thumb is.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  footer,
  wide = false,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  /** For what is read, not only decided. */
  wide?: boolean;
}) {
  const t = useTranslations();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const descriptionId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      aria-describedby={description ? descriptionId : undefined}
      onClose={onClose}
      // A click on the dialog itself, not on what it holds, is a click on the backdrop.
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      // Escape closes by the browser; the handler is here for whoever listens to keys.
      onKeyDown={(event) => {
        if (event.key === "Escape") event.stopPropagation();
      }}
      className={cn(
        "fixed inset-x-0 bottom-0 top-auto m-0 max-h-[92dvh] w-full max-w-none overflow-hidden rounded-t-lg bg-surface p-0 text-ink shadow-raised",
        "sm:inset-0 sm:m-auto sm:max-h-[88dvh] sm:rounded-lg",
        wide ? "sm:w-[min(640px,calc(100vw-32px))]" : "sm:w-[min(480px,calc(100vw-32px))]",
        "open:animate-rise",
      )}
    >
      {open && (
        <div className="flex max-h-[92dvh] flex-col sm:max-h-[88dvh]">
          <header className="flex items-start justify-between gap-4 border-rule border-b px-6 py-4">
            <div className="min-w-0">
              <h2 id={titleId} className="font-semibold text-lg leading-7">
                {title}
              </h2>
              {description && (
                <p id={descriptionId} className="mt-1 text-muted text-sm">
                  {description}
                </p>
              )}
            </div>
            <Button
              look="quiet"
              size="icon"
              aria-label={t("ui.close")}
              onClick={onClose}
              className="-mr-2 -mt-1.5"
            >
              <X aria-hidden />
            </Button>
          </header>
          <section
            aria-labelledby={titleId}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 py-6 -outline-offset-2"
          >
            {children}
          </section>
          {footer && (
            <footer className="flex flex-col-reverse gap-2 border-rule border-t px-6 py-4 pb-[max(16px,env(safe-area-inset-bottom))] sm:flex-row sm:justify-end">
              {footer}
            </footer>
          )}
        </div>
      )}
    </dialog>
  );
}
