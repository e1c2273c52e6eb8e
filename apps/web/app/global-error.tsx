"use client";

import "./globals.css";

/** The frame itself broke: the last page there is. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto grid min-h-dvh max-w-xl content-center justify-items-start gap-4 px-4">
          <title>QTI: something broke</title>
          <h1 className="font-semibold text-2xl">The app broke</h1>
          <p className="text-muted">Nothing that you signed or sent is lost. Load the app again to go on.</p>
          <button
            type="button"
            onClick={retry}
            className="h-11 rounded-md bg-accent px-4 font-medium text-accent-ink"
          >
            Load again
          </button>
        </main>
      </body>
    </html>
  );
}
