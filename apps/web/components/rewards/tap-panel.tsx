"use client";

import type { TapRules, TapState } from "@qti/sdk/rewards/taps";
import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { useToast } from "@/components/ui/toast";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { barred, tapView, untilFull } from "@/lib/domain/taps";
import { factorWords, pointsWords } from "@/lib/domain/taps-words";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount } from "@/lib/format/amount";
import { tapKeys, useTapRules, useTapState } from "@/lib/query/taps";
import { useTapCounter } from "@/lib/taps/use-tap-counter";
import { useNow } from "@/lib/use-now";
import { TapFigures } from "./tap-figures";
import { TapNotice } from "./tap-notice";
import { TapTarget } from "./tap-target";

/** The target of an account with what stands around it, once the service has said what it counts by. */
export function TapPanel({ account }: { account: Address }) {
  const rules = useTapRules();
  const state = useTapState(account);
  const problem = useErrorText(rules.data ? (state.data ? undefined : state.error) : rules.error);
  if (problem)
    return (
      <Problem
        text={problem}
        onRetry={() => Promise.all([rules.refetch(), state.refetch()])}
        busy={rules.isFetching || state.isFetching}
      />
    );
  if (!rules.data || !state.data) return <SkeletonLines lines={9} />;
  return <Tapping rules={rules.data} state={state.data} />;
}

function Tapping({ rules, state }: { rules: TapRules; state: TapState }) {
  const t = useTranslations();
  const { account } = state;
  const { counter, count, otherTab } = useTapCounter(rules, state);
  const { apiUrl } = useRuntimeConfig();
  const transact = useTransact();
  const showToast = useToast();
  const queries = useQueryClient();
  // Energy comes back while one looks.
  const second = useNow(1);
  if (otherTab)
    return (
      <Callout live title={t("rewards.trouble.otherTab.title")}>
        {t("rewards.trouble.otherTab.text")}
      </Callout>
    );
  if (!counter || !count || second === undefined) return <SkeletonLines lines={9} />;

  const { permission, heard, ahead, waiting, hasIdentity, trouble } = count;
  const now = Math.max(second * 1_000, heard.at, ahead.last);
  const view = tapView(heard, ahead, rules, now);
  const bar = barred(view, heard, rules, hasIdentity);
  const full = untilFull(view.energy, rules);
  const hours = Math.round(rules.session.lifeSeconds / 3_600);
  const live = permission.status === "live";

  async function allow() {
    if (!counter) return;
    const { allowTapsFlow } = await import("./tap-flows");
    const onAllowed = () => {
      showToast("done", t("rewards.session.flow.done"));
      void queries.invalidateQueries({ queryKey: tapKeys.state(account) });
    };
    transact(allowTapsFlow({ account, rules, apiUrl, counter }, onAllowed, t));
  }

  async function end() {
    await counter?.end();
    showToast("done", t("rewards.session.ended"));
  }

  return (
    <div className="grid grid-cols-1 gap-8">
      <TapTarget
        today={formatAmount(view.today, { decimals: 6, maximum: 1 }, t)}
        energy={view.energy}
        most={rules.energy.most}
        factor={factorWords(view.multiplierBps, t)}
        worth={formatAmount(view.worth, { decimals: 6, maximum: 2 }, t)}
        open={live && bar === undefined}
        onTap={counter.tap}
      />
      {live ? (
        <div className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2 text-muted text-sm">
          <p>{t.rich("rewards.session.active", { time: () => <Time at={permission.expiresAt} /> })}</p>
          <Button size="small" onClick={() => void end()}>
            {t("rewards.session.end")}
          </Button>
        </div>
      ) : (
        <div className="grid justify-items-center gap-4">
          {permission.status === "none" ? (
            <p className="max-w-prose text-center text-muted">{t("rewards.session.startText", { hours })}</p>
          ) : (
            <Callout live title={t(`rewards.session.${permission.status}`)}>
              {permission.status === "elsewhere"
                ? t("rewards.session.elsewhereText")
                : t("rewards.session.expiredText", { hours })}
            </Callout>
          )}
          <div className="w-full max-w-xs">
            <SignerGate>
              <Button look="primary" size="large" className="w-full" onClick={() => void allow()}>
                {t("rewards.session.start")}
              </Button>
            </SignerGate>
          </div>
        </div>
      )}
      <TapNotice
        trouble={trouble}
        bar={live ? bar : undefined}
        untilFull={full}
        cap={heard.progress.cap}
        now={Math.floor(now / 1_000)}
      />
      <TapFigures
        rules={rules}
        progress={heard.progress}
        today={view.today}
        energy={view.energy}
        multiplierBps={view.multiplierBps}
        waiting={waiting}
        untilFull={full}
      />
      {!hasIdentity && (
        <Callout
          tone="warning"
          title={t("rewards.claim.needsIdentity")}
          action={
            <Button asChild size="small">
              <Link href="/identity">{t("rewards.claim.verify")}</Link>
            </Button>
          }
        >
          <p>
            {t("rewards.claim.needsIdentityText", {
              points: pointsWords(heard.progress.waiting, t),
              cap: formatAmount(rules.waitingCap, { decimals: 6, maximum: 0 }, t),
            })}
          </p>
          <p className="mt-1">{t("rewards.claim.laterWallet")}</p>
        </Callout>
      )}
    </div>
  );
}
