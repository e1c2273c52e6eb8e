"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
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
  const t = useTranslations();
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
        <Field id="desk-asset" label={t("compliance.assets.asset")} required>
          {(control) => (
            <AssetPicker
              {...control}
              asset={asset}
              onPick={show}
              placeholder={t("compliance.assets.placeholder")}
            />
          )}
        </Field>
      </search>
      {asset ? (
        <AssetPanel key={asset} asset={asset} />
      ) : (
        <Section title={t("compliance.lately")}>
          <TransactionList kinds={aboutRules} limit={10} empty={t("compliance.assets.noneYet")} />
        </Section>
      )}
    </div>
  );
}

function AssetPanel({ asset }: { asset: Address }) {
  const t = useTranslations();
  const found = useAsset(asset);
  const indexed = useIndexedAsset(asset);
  const now = useNow();
  const problem = useErrorText(found.error);
  if (problem && found.data === undefined)
    return <Problem text={problem} onRetry={found.refetch} busy={found.isFetching} />;
  if (found.data === undefined) return <SkeletonLines lines={6} />;
  if (found.data === null)
    return <Empty title={t("compliance.assets.unknown")}>{t("compliance.assets.unknownText")}</Empty>;

  const { rules, state, pausedUntil, module, issuer, symbol } = found.data.asset;
  const paused = now !== undefined && pausedUntil > now;
  const words = assetStateWords(state, t);
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
          action={
            <Badge tone={paused ? "warn" : words.tone}>
              {paused ? t("compliance.assets.paused") : words.word}
            </Badge>
          }
        >
          <Facts
            className="mb-6"
            rows={[
              { label: t("compliance.assets.issuer"), value: <AddressText address={issuer} /> },
              { label: t("compliance.assets.holders"), value: String(found.data.asset.holders) },
              {
                label: t("compliance.assets.shares"),
                value: `${formatAmount(found.data.asset.totalSupply, { decimals: 18, maximum: 4 }, t)} ${symbol}`,
              },
              ...(paused
                ? [{ label: t("compliance.assets.pausedUntil"), value: <Day at={pausedUntil} /> }]
                : []),
              { label: t("compliance.assets.page"), value: <AssetName asset={asset} /> },
            ]}
          />
          <ActionBar
            actions={[
              paused
                ? { id: "unpauseAsset", label: t("compliance.actions.endPause"), ...about }
                : { id: "pauseAsset", label: t("compliance.actions.pause"), ...about },
              { id: "freezeShares", label: t("compliance.actions.freezeShares"), ...about },
              { id: "forcedTransfer", label: t("compliance.actions.forcedTransfer"), ...about },
              { id: "forcedBurn", label: t("compliance.actions.forcedBurn"), ...about },
            ]}
          />
        </Section>
        <Section title={t("compliance.assets.before")}>
          <TransactionList asset={asset} kinds={aboutRules} empty={t("compliance.assets.nothing")} />
        </Section>
      </div>
      <div className="grid content-start gap-12">
        <Section title={t("compliance.assets.rules")}>
          <ul className="mb-6 grid border-rule border-t">
            {rulesLines(rules, t).map((line) => (
              <li key={line} className="border-rule border-b py-3">
                {upperFirst(line)}
              </li>
            ))}
          </ul>
          <ActionBar
            actions={[
              { id: "tighten", label: t("compliance.actions.tighten"), ...present },
              { id: "setRules", label: t("compliance.actions.setRules"), ...present },
            ]}
          />
        </Section>
        <Section title={t("compliance.assets.excluded")}>
          {blocked.length === 0 ? (
            <p className="mb-6 text-muted">{t("compliance.assets.noCountry")}</p>
          ) : (
            <ul className="mb-6 grid border-rule border-t">
              {blocked.map((country) => (
                <li key={country} className="border-rule border-b py-3">
                  {countryName(country, t)}
                </li>
              ))}
            </ul>
          )}
          <ActionBar
            actions={[
              { id: "blockCountry", label: t("compliance.actions.exclude"), ...about, target: module },
              { id: "unblockCountry", label: t("compliance.actions.admit"), ...about, target: module },
            ]}
          />
        </Section>
      </div>
    </div>
  );
}

const upperFirst = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
