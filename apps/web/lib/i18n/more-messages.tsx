"use client";

import { type Messages, NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";

/** Adds the messages of a page to those of the frame around it. */
export function MoreMessages({ messages, children }: { messages: Partial<Messages>; children: ReactNode }) {
  const language = useLocale();
  const around = useMessages();
  return (
    <NextIntlClientProvider locale={language} messages={{ ...around, ...messages }}>
      {children}
    </NextIntlClientProvider>
  );
}
