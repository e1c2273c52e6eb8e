"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Callout } from "./callout";
import { CopyText } from "./copy";

/** A signed text that a person carries somewhere else: said, shown, copied. */
export function Handover({
  title,
  text,
  name,
  children,
}: {
  title: string;
  text: string;
  /** What is copied: "statement". */
  name: string;
  children: ReactNode;
}) {
  const t = useTranslations();
  return (
    <div className="grid gap-3">
      <Callout live tone="done" title={title}>
        {children}
      </Callout>
      <section
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-48 overflow-auto rounded-md bg-sunken p-4"
      >
        <pre className="whitespace-pre-wrap break-all text-sm">{text}</pre>
      </section>
      <CopyText text={text} label={name} className="justify-self-start text-sm">
        {t("ui.copyThe", { what: name })}
      </CopyText>
    </div>
  );
}
