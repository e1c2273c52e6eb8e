import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StepUpDesk } from "@/components/settings/step-up-desk";
import { TransactionsProvider } from "@/components/transactions/transactions-provider";
import { ToastProvider } from "@/components/ui/toast";
import { NetworkBanner } from "@/components/wallet/network-banner";
import { WalletDialogProvider } from "@/components/wallet/wallet-dialog-provider";
import { BottomBar } from "./bottom-bar";
import { DueBanner } from "./due-banner";
import { Footer } from "./footer";
import { Header } from "./header";
import { PreferencesGate } from "./preferences-gate";

/** What stands around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations();
  return (
    <ToastProvider>
      <TransactionsProvider>
        <WalletDialogProvider>
          <a
            href="#content"
            className="sr-only z-50 rounded-md bg-ink px-4 py-3 text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
          >
            {t("shell.skip")}
          </a>
          <Header />
          <NetworkBanner />
          <DueBanner />
          <PreferencesGate />
          {/* Room for the bar at the bottom, which covers the end of the page on phones. */}
          <div className="flex min-h-[calc(100dvh-65px)] flex-col pb-[calc(64px+env(safe-area-inset-bottom))] md:pb-0">
            <main
              id="content"
              tabIndex={-1}
              className="mx-auto w-full max-w-[1120px] flex-1 px-4 py-8 outline-none sm:px-8 sm:py-12"
            >
              {children}
            </main>
            <Footer />
          </div>
          <BottomBar />
          <StepUpDesk />
        </WalletDialogProvider>
      </TransactionsProvider>
    </ToastProvider>
  );
}
