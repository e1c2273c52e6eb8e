"use client";

import "./globals.css";
import { useState } from "react";
import { lastLanguage, lastWords } from "@/lib/i18n/last-words";

/** The frame itself broke: the last page there is. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  // Read once: what is drawn here replaces the element that knew the language.
  const [language] = useState(lastLanguage);
  const words = lastWords[language];
  return (
    <html lang={language}>
      <body>
        <main className="mx-auto grid min-h-dvh max-w-xl content-center justify-items-start gap-4 px-4">
          <title>{words.tab}</title>
          <h1 className="font-semibold text-2xl">{words.title}</h1>
          <p className="text-muted">{words.text}</p>
          <button
            type="button"
            onClick={retry}
            className="h-11 rounded-md bg-accent px-4 font-medium text-accent-ink"
          >
            {words.again}
          </button>
        </main>
      </body>
    </html>
  );
}
