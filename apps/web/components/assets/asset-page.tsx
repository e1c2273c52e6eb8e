"use client";

import type { DecodeMetadataReturnType, GetAssetReturnType } from "@qti/sdk";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { Begin } from "@/components/spaces/begin";
import { AddressText } from "@/components/ui/address";
import { Amount, Money } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy";
import { Empty } from "@/components/ui/empty";
import { Facts } from "@/components/ui/facts";
import { Figure, Figures } from "@/components/ui/figure";
import { Problem } from "@/components/ui/problem";
import { Skeleton, SkeletonLines } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { assetStateWords } from "@/lib/domain/asset-words";
import { countriesWords } from "@/lib/domain/rules-words";
import { tierName } from "@/lib/domain/words";
import { useErrorText } from "@/lib/errors/use-error-text";
import { shortAddress } from "@/lib/format/address";
import { formatAmount, formatCount } from "@/lib/format/amount";
import { languageOf } from "@/lib/i18n/translator";
import { useAsset, useHolding } from "@/lib/query/assets";
import { useIndexedAsset } from "@/lib/query/graph";
import { useNow } from "@/lib/use-now";
import { useAddress } from "@/lib/wallet/use-account";
import { AssetDocuments } from "./asset-documents";
import { AssetLife } from "./asset-life";
import { AssetOrigin } from "./asset-origin";
import { AssetValuations } from "./asset-valuations";
import { Eligibility } from "./eligibility";
import { TransferForm } from "./transfer-form";

// Below what is seen first, and with much to do in them.
const IncomePayments = dynamic(
  () => import("@/components/income/income-payments").then((module) => module.IncomePayments),
  { ssr: false, loading: () => <SkeletonLines lines={2} /> },
);
const RedemptionPanel = dynamic(
  () => import("@/components/redemption/redemption-panel").then((module) => module.RedemptionPanel),
  { ssr: false, loading: () => <SkeletonLines lines={2} /> },
);

const AssetHolders = dynamic(() => import("./asset-holders").then((module) => module.AssetHolders), {
  ssr: false,
  loading: () => <SkeletonLines lines={4} />,
});
const AssetHistory = dynamic(() => import("./asset-history").then((module) => module.AssetHistory), {
  ssr: false,
  loading: () => <SkeletonLines lines={4} />,
});

const HolderDocuments = dynamic(
  () => import("@/components/spaces/holder-documents").then((module) => module.HolderDocuments),
  { ssr: false, loading: () => <SkeletonLines lines={2} /> },
);

/** What is this asset, who holds it, and what can I do with my part? */
export function AssetPage({ asset: address }: { asset: Address }) {
  const t = useTranslations();
  const asset = useAsset(address);
  const problem = useErrorText(asset.error);
  if (problem && !asset.data)
    return (
      <>
        <PageHead title={t("shell.pages.asset")} />
        <Problem text={problem} onRetry={asset.refetch} busy={asset.isFetching} />
      </>
    );
  if (asset.isPending)
    return (
      <>
        <PageHead title={t("shell.pages.asset")} lead={t("assets.asking")} />
        <SkeletonLines lines={6} />
      </>
    );
  if (!asset.data)
    return (
      <>
        <PageHead title={t("assets.unknown.title")} />
        <Empty
          title={t("assets.unknown.text")}
          action={
            <Button asChild>
              <Link href="/assets">{t("assets.unknown.all")}</Link>
            </Button>
          }
        >
          {t("assets.unknown.address", { address: shortAddress(address) })}
        </Empty>
      </>
    );
  return <KnownAsset asset={asset.data.asset} metadata={asset.data.metadata} />;
}

function KnownAsset({ asset, metadata }: { asset: GetAssetReturnType; metadata: DecodeMetadataReturnType }) {
  const t = useTranslations();
  const account = useAddress();
  const holding = useHolding(asset.asset, account);
  const now = useNow();
  const statedAt =
    holding.data && holding.data.balance > 0n && asset.totalSupply > 0n
      ? (asset.valuation * holding.data.balance) / asset.totalSupply
      : undefined;
  const state = assetStateWords(asset.state, t);
  const paused = now !== undefined && asset.pausedUntil > now;
  return (
    <>
      <PageHead
        title={asset.name}
        lead={<AssetOrigin asset={asset.asset} />}
        action={
          <div className="flex items-center gap-3">
            <Badge tone={paused ? "warn" : state.tone}>{paused ? t("assets.page.paused") : state.word}</Badge>
            <CopyText text={asset.asset} label={t("assets.page.address")} className="text-muted text-sm">
              {shortAddress(asset.asset)}
            </CopyText>
          </div>
        }
      />
      <Figures>
        <Figure
          label={t("assets.figures.value")}
          value={<Money value={asset.valuation} maximum={0} />}
          note={t("assets.figures.valueNote")}
        />
        <Figure
          label={t("assets.figures.share")}
          value={asset.shares > 0n ? <Money value={asset.valuation / asset.shares} /> : null}
          note={t("assets.figures.shareNote")}
        />
        <Figure
          label={t("assets.figures.shares")}
          value={formatAmount(asset.shares, { decimals: 0 }, t)}
          note={asset.symbol}
        />
        <Figure label={t("assets.holders.title")} value={formatCount(asset.holders, t)} />
      </Figures>
      <div className="mt-12 grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-12 max-lg:order-2">
          <Section title={t("assets.page.what")}>
            {metadata.ok ? (
              <div className="grid max-w-prose gap-4">
                <p className="whitespace-pre-line [overflow-wrap:anywhere]">
                  {metadata.metadata.description}
                </p>
                {metadata.metadata.location && <p className="text-muted">{metadata.metadata.location}</p>}
                {metadata.metadata.links && (
                  <ul className="flex flex-wrap gap-x-6 gap-y-2">
                    {metadata.metadata.links.map(({ label, url }) => (
                      <li key={url}>
                        <a
                          className="prose-link"
                          href={url}
                          rel="noreferrer noopener nofollow"
                          target="_blank"
                        >
                          {label}
                        </a>
                      </li>
                    ))}
                  </ul>
                )}
                <p className="text-muted text-sm">{t("assets.page.issuersWords")}</p>
              </div>
            ) : (
              <p className="text-muted">
                {t("assets.page.noDescription")}
                {/* Why is said in English only, for whoever made the description. */}
                {languageOf(t) === "en" && ` ${metadata.reason}`}
              </p>
            )}
          </Section>
          <Section title={t("assets.page.life")}>
            <AssetLife asset={asset.asset} state={asset.state} />
          </Section>
          <Section title={t("assets.page.valueOverTime")}>
            <AssetValuations asset={asset.asset} />
          </Section>
          <Section title={t("assets.page.rules")}>
            <Eligibility asset={asset} />
            <Rules asset={asset} />
          </Section>
          {asset.state !== "draft" && (
            <Section title={t("assets.income.title")} lead={t("assets.income.lead")}>
              <IncomePayments asset={asset.asset} empty={t("assets.income.none")} />
            </Section>
          )}
          {(asset.state === "matured" || asset.state === "retired") && (
            <Section title={t("assets.page.redemption")}>
              <RedemptionPanel asset={asset} />
            </Section>
          )}
          <Section title={t("assets.documents.title")}>
            <AssetDocuments asset={asset} />
          </Section>
          <Section title={t("spaces.assets.list")} lead={t("spaces.assets.lead")}>
            <Begin words={t("spaces.assets.show")} why={t("spaces.assets.why")}>
              <HolderDocuments asset={asset} />
            </Begin>
          </Section>
          <Section title={t("assets.holders.title")}>
            <AssetHolders asset={asset} />
          </Section>
          <Section title={t("assets.page.history")}>
            <AssetHistory asset={asset.asset} />
          </Section>
        </div>
        <aside
          aria-label={t("assets.yours.title")}
          className="grid content-start gap-6 lg:sticky lg:top-24 lg:self-start"
        >
          <div className="border-ink border-t pt-4">
            <h2 className="font-semibold text-lg">{t("assets.yours.title")}</h2>
            {account && (
              <p className="mt-2 font-semibold text-3xl tracking-tight">
                {holding.data ? (
                  <Amount value={holding.data.balance} decimals={18} unit={asset.symbol} />
                ) : holding.error ? (
                  "–"
                ) : (
                  <Skeleton height="h-9" className="w-40" />
                )}
              </p>
            )}
            {statedAt !== undefined && (
              <p className="mt-1 text-muted text-sm">
                {t.rich("assets.yours.statedAt", {
                  value: () => <Money value={statedAt} />,
                })}
              </p>
            )}
            {holding.data && holding.data.frozen > 0n && (
              <p className="mt-1 text-sm text-warn">
                {t("assets.yours.frozen", {
                  amount: formatAmount(holding.data.frozen, { decimals: 18, maximum: 4 }, t),
                })}
              </p>
            )}
          </div>
          {holding.data && holding.data.balance > 0n && <TransferForm asset={asset} holding={holding.data} />}
          {(!account || holding.data?.balance === 0n) && (
            <p className="text-muted">{t(account ? "assets.yours.none" : "assets.yours.connect")}</p>
          )}
        </aside>
      </div>
    </>
  );
}

function Rules({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const { rules } = asset;
  const now = useNow();
  const indexed = useIndexedAsset(asset.asset);
  const blocked = indexed.data?.rules?.blockedCountries ?? [];
  const rows = [
    {
      label: t("assets.rules.receivers"),
      value:
        rules.minTier > 0
          ? t("assets.rules.fromTier", { tier: tierName(rules.minTier, t).toLowerCase() })
          : t("assets.rules.verified"),
    },
    {
      label: t("assets.rules.mostHolders"),
      value:
        rules.maxHolders > 0
          ? t("assets.rules.accounts", { count: rules.maxHolders, n: formatCount(rules.maxHolders, t) })
          : t("assets.rules.noLimit"),
    },
    {
      label: t("assets.rules.cap"),
      value:
        rules.capPerIdentity > 0n
          ? t("assets.rules.shares", {
              amount: formatAmount(rules.capPerIdentity, { decimals: 18, maximum: 4 }, t),
            })
          : t("assets.rules.noLimit"),
    },
    {
      label: t("assets.rules.lockUp"),
      value:
        rules.lockedUntil > 0 && now !== undefined && rules.lockedUntil > now
          ? t.rich("assets.rules.locked", { time: () => <Time at={rules.lockedUntil} /> })
          : t("assets.rules.none"),
    },
    ...(blocked.length > 0
      ? [{ label: t("assets.rules.countries"), value: countriesWords(blocked, t) }]
      : []),
    {
      label: t("assets.rules.issuer"),
      value: <AddressText address={asset.issuer} />,
    },
  ];
  return <Facts rows={rows} />;
}
