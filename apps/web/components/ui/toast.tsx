"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { cn } from "@/lib/cn";
import { Button } from "./button";

type Tone = "done" | "problem";
type Toast = { id: number; tone: Tone; text: string };

const ToastContext = createContext<(tone: Tone, text: string) => void>(() => {});

/** Says something short that is over: it goes away by itself, so it is never the only place where it is said. */
export function useToast(): (tone: Tone, text: string) => void {
  return use(ToastContext);
}

/** Holds the messages, above the bar of a phone and at the corner of a desk. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const [show] = useState(() => {
    let next = 0;
    return (tone: Tone, text: string) => setToasts((all) => [...all.slice(-2), { id: next++, tone, text }]);
  });
  const remove = (id: number) => setToasts((all) => all.filter((toast) => toast.id !== id));
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        className="pointer-events-none fixed inset-x-4 bottom-[calc(72px+env(safe-area-inset-bottom))] z-40 grid gap-2 sm:left-auto sm:w-96 md:bottom-6"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onGone={() => remove(toast.id)} />
        ))}
      </div>
    </ToastContext>
  );
}

function ToastCard({ toast, onGone }: { toast: Toast; onGone: () => void }) {
  const t = useTranslations();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onGone, 7_000);
    return () => clearTimeout(timer);
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only gives more time to read
    <div
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={cn(
        "pointer-events-auto flex animate-rise items-center gap-3 rounded-md border-l-4 bg-surface py-2 pr-2 pl-4 shadow-raised",
        toast.tone === "done" ? "border-gain" : "border-loss",
      )}
    >
      <p className="flex-1 text-sm">{toast.text}</p>
      <Button look="quiet" size="icon" aria-label={t("ui.dismiss")} onClick={onGone}>
        <X aria-hidden />
      </Button>
    </div>
  );
}
