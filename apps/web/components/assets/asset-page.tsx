"use client";

import type { DecodeMetadataReturnType, GetAssetReturnType } from "@qti/sdk";
import dynamic from "next/dynamic";
import Link from "next/link";
import type { Address } from "viem";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
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
import { formatAmount } from "@/lib/format/amount";
import { useAsset, useHolding } from "@/lib/query/assets";
import { useIndexedAsset } from "@/lib/query/graph";
import { useNow } from "@/lib/use-now";
import { useAddress } from "@/lib/wallet/use-account";
import { AssetDocuments } from "./asset-documents";
import { AssetHistory } from "./asset-history";
import { AssetHolders } from "./asset-holders";
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

/** What is this asset, who holds it, and what can I do with my part? */
export function AssetPage({ asset: address }: { asset: Address }) {
  const asset = useAsset(address);
  const problem = useErrorText(asset.error);
  if (problem && !asset.data)
    return (
      <>
        <PageHead title="Asset" />
        <Problem text={problem} onRetry={asset.refetch} busy={asset.isFetching} />
      </>
    );
  if (asset.isPending)
    return (
      <>
        <PageHead title="Asset" lead="Asking the chain." />
        <SkeletonLines lines={6} />
      </>
    );
  if (!asset.data)
    return (
      <>
        <PageHead title="No such asset" />
        <Empty
          title="The registry does not know this address"
          action={
            <Button asChild>
              <Link href="/assets">See all assets</Link>
            </Button>
          }
        >
          {shortAddress(address)} is not the token of an asset on this network.
        </Empty>
      </>
    );
  return <KnownAsset asset={asset.data.asset} metadata={asset.data.metadata} />;
}

function KnownAsset({ asset, metadata }: { asset: GetAssetReturnType; metadata: DecodeMetadataReturnType }) {
  const account = useAddress();
  const holding = useHolding(asset.asset, account);
  const now = useNow();
  const state = assetStateWords[asset.state];
  const paused = now !== undefined && asset.pausedUntil > now;
  return (
    <>
      <PageHead
        title={asset.name}
        lead={<AssetOrigin asset={asset.asset} />}
        action={
          <div className="flex items-center gap-3">
            <Badge tone={paused ? "warn" : state.tone}>{paused ? "Paused" : state.word}</Badge>
            <CopyText text={asset.asset} label="address of the asset" className="text-muted text-sm">
              {shortAddress(asset.asset)}
            </CopyText>
          </div>
        }
      />
      <Figures>
        <Figure
          label="Stated value"
          value={<Money value={asset.valuation} maximum={0} />}
          note="by its issuer"
        />
        <Figure
          label="A share"
          value={asset.shares > 0n ? <Money value={asset.valuation / asset.shares} /> : null}
          note="stated value by shares"
        />
        <Figure label="Shares" value={formatAmount(asset.shares, { decimals: 0 })} note={asset.symbol} />
        <Figure label="Holders" value={String(asset.holders)} />
      </Figures>
      <div className="mt-12 grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-12 max-lg:order-2">
          <Section title="What it is">
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
                <p className="text-muted text-sm">
                  These are the words of the issuer. Nobody else has checked them.
                </p>
              </div>
            ) : (
              <p className="text-muted">
                The issuer gave no description that can be shown. {metadata.reason}
              </p>
            )}
          </Section>
          <Section title="Life">
            <AssetLife asset={asset.asset} state={asset.state} />
          </Section>
          <Section title="Value over time">
            <AssetValuations asset={asset.asset} />
          </Section>
          <Section title="Rules for holding it">
            <Eligibility asset={asset} />
            <Rules asset={asset} />
          </Section>
          {asset.state !== "draft" && (
            <Section title="Income" lead="What the issuer paid to those who held it.">
              <IncomePayments asset={asset.asset} empty="No income was paid yet" />
            </Section>
          )}
          {(asset.state === "matured" || asset.state === "retired") && (
            <Section title="Redemption">
              <RedemptionPanel asset={asset} />
            </Section>
          )}
          <Section title="Documents">
            <AssetDocuments asset={asset} />
          </Section>
          <Section title="Holders">
            <AssetHolders asset={asset} />
          </Section>
          <Section title="History">
            <AssetHistory asset={asset.asset} />
          </Section>
        </div>
        <aside
          aria-label="Your shares"
          className="grid content-start gap-6 lg:sticky lg:top-24 lg:self-start"
        >
          <div className="border-ink border-t pt-4">
            <h2 className="font-semibold text-lg">Your shares</h2>
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
            {holding.data && holding.data.balance > 0n && asset.totalSupply > 0n && (
              <p className="mt-1 text-muted text-sm">
                Stated at <Money value={(asset.valuation * holding.data.balance) / asset.totalSupply} />
              </p>
            )}
            {holding.data && holding.data.frozen > 0n && (
              <p className="mt-1 text-sm text-warn">
                {formatAmount(holding.data.frozen, { decimals: 18, maximum: 4 })} are frozen by the compliance
                desk
              </p>
            )}
          </div>
          {holding.data && holding.data.balance > 0n && <TransferForm asset={asset} holding={holding.data} />}
          {(!account || holding.data?.balance === 0n) && (
            <p className="text-muted">
              {account
                ? "You hold none. A holder can send you shares once your account is verified."
                : "Connect a wallet to see what you hold of it."}
            </p>
          )}
        </aside>
      </div>
    </>
  );
}

function Rules({ asset }: { asset: GetAssetReturnType }) {
  const { rules } = asset;
  const now = useNow();
  const indexed = useIndexedAsset(asset.asset);
  const blocked = indexed.data?.rules?.blockedCountries ?? [];
  const rows = [
    {
      label: "Who may receive it",
      value:
        rules.minTier > 0
          ? `Verified people, tier ${tierName(rules.minTier).toLowerCase()} or above`
          : "Verified people",
    },
    {
      label: "Most holders",
      value: rules.maxHolders > 0 ? `${rules.maxHolders} accounts` : "No limit",
    },
    {
      label: "Most that one person may hold",
      value:
        rules.capPerIdentity > 0n
          ? `${formatAmount(rules.capPerIdentity, { decimals: 18, maximum: 4 })} shares`
          : "No limit",
    },
    {
      label: "Lock-up",
      value:
        rules.lockedUntil > 0 && now !== undefined && rules.lockedUntil > now ? (
          <>
            Only from or to the issuer, until <Time at={rules.lockedUntil} />
          </>
        ) : (
          "None"
        ),
    },
    ...(blocked.length > 0 ? [{ label: "May not be received in", value: countriesWords(blocked) }] : []),
    {
      label: "Issuer",
      value: <AddressText address={asset.issuer} />,
    },
  ];
  return <Facts rows={rows} />;
}
