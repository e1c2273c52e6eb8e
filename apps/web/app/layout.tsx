import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import "./globals.css";
import { BootScript } from "@/components/shell/boot-script";
import { ConfigurationProblem } from "@/components/shell/configuration-problem";
import { Shell } from "@/components/shell/shell";
import { getRuntimeConfig } from "@/lib/config/server";
import { Providers } from "./providers";

const instrument = localFont({
  src: "../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2",
  weight: "400 700",
  variable: "--font-instrument",
  display: "swap",
});

export const metadata: Metadata = {
  title: { default: "QTI: real assets, held privately", template: "%s · QTI" },
  description:
    "Tokenize real-world assets, hold and stake from a browser wallet, and keep records that stay private after quantum computers exist.",
  applicationName: "QTI",
  robots: { index: true, follow: true },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf9f5" },
    { media: "(prefers-color-scheme: dark)", color: "#141210" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [runtime, requestHeaders] = await Promise.all([getRuntimeConfig(), headers()]);
  const nonce = requestHeaders.get("x-nonce") ?? undefined;
  return (
    <html lang="en" className={instrument.variable} suppressHydrationWarning>
      <head>
        <BootScript nonce={nonce} />
      </head>
      <body>
        {runtime.ok ? (
          <Providers config={runtime.config}>
            <Shell>{children}</Shell>
          </Providers>
        ) : (
          <ConfigurationProblem wrong={runtime.wrong} />
        )}
      </body>
    </html>
  );
}
