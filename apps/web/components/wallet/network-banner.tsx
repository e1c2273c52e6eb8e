"use client";

import { useTranslations } from "next-intl";
import { useSwitchChain } from "wagmi";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useWallets } from "@/lib/wallet/context";
import { useAccountState } from "@/lib/wallet/use-account";

/** Says that the wallet is on another network, and switches it: adding the network where the wallet does not know it. */
export function NetworkBanner() {
  const t = useTranslations();
  const account = useAccountState();
  const { chain } = useWallets();
  const switchChain = useSwitchChain();
  const problem = useErrorText(switchChain.error);
  if (account.status !== "connected" || account.onChain) return null;
  return (
    <div className="mx-auto max-w-[1120px] px-4 pt-4 sm:px-8">
      <Callout
        live
        tone="warning"
        title={t("wallet.network.title", { network: chain.name })}
        action={
          <Button
            size="small"
            busy={switchChain.isPending}
            onClick={() => switchChain.mutate({ chainId: chain.id })}
          >
            {t("wallet.network.switch")}
          </Button>
        }
      >
        {problem ? `${problem.sentence} ${problem.next}` : t("wallet.network.text")}
      </Callout>
    </div>
  );
}
