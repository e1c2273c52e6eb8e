"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type Address, getAddress, isAddress } from "viem";
import { AssetPicker } from "@/components/assets/asset-picker";
import { ActionBar } from "@/components/desks/action-bar";
import { Section } from "@/components/shell/section";
import { TransactionList } from "@/components/transactions/transaction-list";
import { AddressText } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import { Facts } from "@/components/ui/facts";
import { Field } from "@/components/ui/field";
import { AssetName } from "@/components/ui/phrase";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Day } from "@/components/ui/time";
import { assetStateWords } from "@/lib/domain/asset-words";
import { countryName } from "@/lib/domain/countries";
import { rulesLines } from "@/lib/domain/rules-words";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount, plainAmount } from "@/lib/format/amount";
import { localDay } from "@/lib/format/time";
import { useAsset } from "@/lib/query/assets";
import { useIndexedAsset } from "@/lib/query/graph";
import { useNow } from "@/lib/use-now";

const aboutRules = [
  "RULES_SET",
  "COUNTRY_BLOCKED",
  "COUNTRY_UNBLOCKED",
  "MODULE_SET",
  "ASSET_PAUSED",
  "ASSET_UNPAUSED",
  "SHARES_FROZEN",
  "SHARES_FORCED",
  "SHARES_FORCE_BURNED",
] as const;

/** Looks an asset up, and changes who may hold it. The choice stands in the address of the page. */
export function ComplianceAssets() {
  const pathname = usePathname();
  const search = useSearchParams();
  const given = search.get("asset") ?? "";
  const asset = isAddress(given, { strict: false }) ? getAddress(given) : undefined;

  function show(next: Address | undefined) {
    const parameters = new URLSearchParams(search);
    if (next) parameters.set("asset", next);
    else parameters.delete("asset");
    window.history.replaceState(null, "", parameters.size === 0 ? pathname : `${pathname}?${parameters}`);
  }

  return (
    <div className="grid grid-cols-1 gap-12">
      <search className="max-w-2xl">
        <Field id="desk-asset" label="Asset" required>
          {(control) => (
            <AssetPicker
              {...control}
              asset={asset}
              onPick={show}
              placeholder="Name or address of the asset"
            />
          )}
        </Field>
      </search>
      {asset ? (
        <AssetPanel key={asset} asset={asset} />
      ) : (
        <Section title="Lately">
          <TransactionList kinds={aboutRules} limit={10} empty="Nothing was frozen, moved or changed yet" />
        </Section>
      )}
    </div>
  );
}

function AssetPanel({ asset }: { asset: Address }) {
  const found = useAsset(asset);
  const indexed = useIndexedAsset(asset);
  const now = useNow();
  const problem = useErrorText(found.error);
  if (problem && found.data === undefined)
    return <Problem text={problem} onRetry={found.refetch} busy={found.isFetching} />;
  if (found.data === undefined) return <SkeletonLines lines={6} />;
  if (found.data === null)
    return <Empty title="The registry does not know this address">Choose an asset from the list.</Empty>;

  const { rules, state, pausedUntil, module, issuer, symbol } = found.data.asset;
  const paused = now !== undefined && pausedUntil > now;
  const words = assetStateWords[state];
  const blocked = indexed.data?.rules?.blockedCountries ?? [];
  const about = { initial: { asset }, fixed: ["asset"] };
  const present = {
    initial: {
      asset,
      minTier: String(rules.minTier),
      maxHolders: rules.maxHolders === 0 ? "" : String(rules.maxHolders),
      capPerIdentity: rules.capPerIdentity === 0n ? "" : plainAmount(rules.capPerIdentity, 18),
      lockedUntil: rules.lockedUntil === 0 ? "" : localDay(rules.lockedUntil),
    },
    fixed: ["asset"],
    target: module,
  };
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
      <div className="grid min-w-0 grid-cols-1 content-start gap-12">
        <Section
          title={found.data.asset.name}
          action={<Badge tone={paused ? "warn" : words.tone}>{paused ? "Paused" : words.word}</Badge>}
        >
          <Facts
            className="mb-6"
            rows={[
              { label: "Issuer", value: <AddressText address={issuer} /> },
              { label: "Holders", value: String(found.data.asset.holders) },
              {
                label: "Shares",
                value: `${formatAmount(found.data.asset.totalSupply, { decimals: 18, maximum: 4 })} ${symbol}`,
              },
              ...(paused ? [{ label: "Paused until", value: <Day at={pausedUntil} /> }] : []),
              { label: "Page of the asset", value: <AssetName asset={asset} /> },
            ]}
          />
          <ActionBar
            actions={[
              paused
                ? { id: "unpauseAsset", label: "End the pause", ...about }
                : { id: "pauseAsset", label: "Pause", ...about },
              { id: "freezeShares", label: "Freeze shares", ...about },
              { id: "forcedTransfer", label: "Move by order", ...about },
              { id: "forcedBurn", label: "Cancel by order", ...about },
            ]}
          />
        </Section>
        <Section title="Frozen, moved and changed before">
          <TransactionList asset={asset} kinds={aboutRules} empty="Nothing yet" />
        </Section>
      </div>
      <div className="grid content-start gap-12">
        <Section title="Rules">
          <ul className="mb-6 grid border-rule border-t">
            {rulesLines(rules).map((line) => (
              <li key={line} className="border-rule border-b py-3">
                {upperFirst(line)}
              </li>
            ))}
          </ul>
          <ActionBar
            actions={[
              { id: "tighten", label: "Make stricter", ...present },
              { id: "setRules", label: "Set anew", ...present },
            ]}
          />
        </Section>
        <Section title="Countries that may not receive it">
          {blocked.length === 0 ? (
            <p className="mb-6 text-muted">None.</p>
          ) : (
            <ul className="mb-6 grid border-rule border-t">
              {blocked.map((country) => (
                <li key={country} className="border-rule border-b py-3">
                  {countryName(country)}
                </li>
              ))}
            </ul>
          )}
          <ActionBar
            actions={[
              { id: "blockCountry", label: "Exclude", ...about, target: module },
              { id: "unblockCountry", label: "Admit", ...about, target: module },
            ]}
          />
        </Section>
      </div>
    </div>
  );
}

const upperFirst = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
