"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { QueryPanel } from "@/components/ui/query-panel";
import { SignerGate } from "@/components/wallet/signer-gate";
import type { MarketAction, MarketNow } from "@/lib/domain/market";
import { longDay } from "@/lib/format/time";
import { useChainNow } from "@/lib/query/chain-time";
import { useAtHand, useMarketPosition, useMarketsPause } from "@/lib/query/markets";
import { useAddress } from "@/lib/wallet/use-account";
import { ActionForm } from "./action-form";

/** A choice of what to do in a market, and the form of what was chosen. */
export function ActionForms({ market, actions }: { market: MarketNow; actions: readonly MarketAction[] }) {
  const t = useTranslations();
  const account = useAddress();
  const [action, setAction] = useState(actions[0] ?? "lend");
  const position = useMarketPosition(market.id, account);
  const atHand = useAtHand(market, account);
  const pausedUntil = useMarketsPause().data ?? 0;
  const now = useChainNow(60);
  const isPaused = now !== undefined && pausedUntil > now;
  return (
    <div className="grid gap-6">
      {isPaused && (
        <Callout tone="warning" title={t("markets.market.paused", { day: longDay(pausedUntil, t) })}>
          {t("markets.market.pausedText")}
        </Callout>
      )}
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="sr-only">{t("markets.form.choose")}</legend>
        {actions.map((each) => (
          <Button
            key={each}
            aria-pressed={action === each}
            look={action === each ? "primary" : "secondary"}
            onClick={() => setAction(each)}
          >
            {t(`markets.form.actions.${each}`)}
          </Button>
        ))}
      </fieldset>
      {account === undefined ? (
        <SignerGate>{null}</SignerGate>
      ) : (
        <QueryPanel query={position} lines={4}>
          {(found) =>
            found && (
              <ActionForm
                key={action}
                action={action}
                market={market}
                position={found}
                atHand={atHand.data ?? undefined}
              />
            )
          }
        </QueryPanel>
      )}
    </div>
  );
}
