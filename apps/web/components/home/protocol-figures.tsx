"use client";

import { Amount, Money } from "@/components/ui/amount";
import { Figure, Figures } from "@/components/ui/figure";
import { QueryPanel } from "@/components/ui/query-panel";
import { formatCompact } from "@/lib/format/amount";
import { useVaultNow } from "@/lib/query/chain";
import { useProtocol } from "@/lib/query/graph";

/** The figures of the whole: from the index, and the price of the stake from the chain where it is exact. */
export function ProtocolFigures() {
  const protocol = useProtocol();
  const vault = useVaultNow();
  const figures = protocol.data;
  return (
    <section aria-label="QTI in figures" className="border-ink border-t pt-6">
      {protocol.error && (
        <QueryPanel
          query={{ ...protocol, data: undefined }}
          meanwhile="These figures are missing until it does. Balances and everything you can do come from the chain and go on."
        >
          {() => null}
        </QueryPanel>
      )}
      <Figures>
        <Figure
          large
          label="Stated value in circulation"
          value={figures ? money(figures.statedValue) : unknown(protocol.error)}
          note={figures && `${figures.activeAssetCount} assets, valued by their issuers`}
        />
        <Figure
          large
          label="Verified accounts"
          value={figures ? figures.verifiedAccountCount.toLocaleString("en") : unknown(protocol.error)}
          note={figures && `${figures.holdingCount.toLocaleString("en")} holdings among them`}
        />
        <Figure
          large
          label="QTI staked"
          value={
            vault.data
              ? formatCompact(vault.data.totalAssets, { decimals: 18, maximum: 0 })
              : unknown(vault.error)
          }
          note={figures && `by ${figures.stakerCount.toLocaleString("en")} people`}
        />
        <Figure
          large
          label="One sQTI"
          value={
            vault.data ? (
              <Amount value={vault.data.sharePrice} decimals={18} unit="QTI" />
            ) : (
              unknown(vault.error)
            )
          }
          note="the share of the staking vault"
        />
      </Figures>
    </section>
  );
}

function money(value: bigint) {
  return value >= 10n ** 12n ? (
    `$${formatCompact(value, { decimals: 6 })}`
  ) : (
    <Money value={value} maximum={0} />
  );
}

/** A figure that cannot be had is a dash; one on its way is a placeholder. */
function unknown(error: unknown): null | undefined {
  return error ? null : undefined;
}
