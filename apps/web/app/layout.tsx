import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import "./globals.css";
import { BootScript } from "@/components/shell/boot-script";
import { ConfigurationProblem } from "@/components/shell/configuration-problem";
import { Shell } from "@/components/shell/shell";
import { getRuntimeConfig } from "@/lib/config/server";
import { compiledMessages } from "@/lib/i18n/compiled";
import { frameDomains } from "@/lib/i18n/page";
import { Providers } from "./providers";

const instrument = localFont({
  src: "../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2",
  weight: "400 700",
  variable: "--font-instrument",
  display: "swap",
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return {
    title: { default: t("shell.title"), template: "%s · QTI" },
    description: t("shell.description"),
    applicationName: "QTI",
    robots: { index: true, follow: true },
  };
}

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
  const [runtime, requestHeaders, language] = await Promise.all([getRuntimeConfig(), headers(), getLocale()]);
  const nonce = requestHeaders.get("x-nonce") ?? undefined;
  return (
    <html lang={language} className={instrument.variable} suppressHydrationWarning>
      <head>
        <BootScript nonce={nonce} />
      </head>
      <body>
        <NextIntlClientProvider messages={compiledMessages(language, frameDomains)}>
          {runtime.ok ? (
            <Providers config={runtime.config}>
              <Shell>{children}</Shell>
            </Providers>
          ) : (
            <ConfigurationProblem wrong={runtime.wrong} />
          )}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
