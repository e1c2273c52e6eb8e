"use client";

import { useTranslations } from "next-intl";
import { Amount, Money } from "@/components/ui/amount";
import { Figure, Figures } from "@/components/ui/figure";
import { QueryPanel } from "@/components/ui/query-panel";
import { formatCompact, formatCount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
import { useVaultNow } from "@/lib/query/chain";
import { useProtocol } from "@/lib/query/graph";

/** The figures of the whole: from the index, and the price of the stake from the chain where it is exact. */
export function ProtocolFigures() {
  const t = useTranslations();
  const protocol = useProtocol();
  const vault = useVaultNow();
  const figures = protocol.data;
  return (
    <section aria-label={t("home.figures.title")} className="border-ink border-t pt-6">
      {protocol.error && (
        <QueryPanel query={{ ...protocol, data: undefined }} meanwhile={t("home.figures.meanwhile")}>
          {() => null}
        </QueryPanel>
      )}
      <Figures>
        <Figure
          large
          label={t("home.figures.value")}
          value={figures ? money(figures.statedValue, t) : unknown(protocol.error)}
          note={figures && t("home.figures.valueNote", { count: formatCount(figures.activeAssetCount, t) })}
        />
        <Figure
          large
          label={t("home.figures.verified")}
          value={figures ? formatCount(figures.verifiedAccountCount, t) : unknown(protocol.error)}
          note={figures && t("home.figures.verifiedNote", { count: formatCount(figures.holdingCount, t) })}
        />
        <Figure
          large
          label={t("home.figures.staked")}
          value={
            vault.data
              ? formatCompact(vault.data.totalAssets, { decimals: 18, maximum: 0 }, t)
              : unknown(vault.error)
          }
          note={figures && t("home.figures.stakedNote", { count: formatCount(figures.stakerCount, t) })}
        />
        <Figure
          large
          label={t("home.figures.share")}
          value={
            vault.data ? (
              <Amount value={vault.data.sharePrice} decimals={18} unit="QTI" />
            ) : (
              unknown(vault.error)
            )
          }
          note={t("home.figures.shareNote")}
        />
      </Figures>
    </section>
  );
}

function money(value: bigint, t: Translator) {
  return value >= 10n ** 12n ? (
    `$${formatCompact(value, { decimals: 6 }, t)}`
  ) : (
    <Money value={value} maximum={0} />
  );
}

/** A figure that cannot be had is a dash; one on its way is a placeholder. */
function unknown(error: unknown): null | undefined {
  return error ? null : undefined;
}
