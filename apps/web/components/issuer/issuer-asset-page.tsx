"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Address, isAddressEqual } from "viem";
import { AssetLife } from "@/components/assets/asset-life";
import { AssetValuations } from "@/components/assets/asset-valuations";
import { DocumentRoots } from "@/components/assets/document-roots";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { Begin } from "@/components/spaces/begin";
import { Money } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Empty } from "@/components/ui/empty";
import { Figure, Figures } from "@/components/ui/figure";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { useRuntimeConfig } from "@/lib/config/context";
import { assetStateWords } from "@/lib/domain/asset-words";
import { useErrorText } from "@/lib/errors/use-error-text";
import { shortAddress } from "@/lib/format/address";
import { formatAmount, formatCount } from "@/lib/format/amount";
import { useAsset } from "@/lib/query/assets";
import { useAccountState } from "@/lib/wallet/use-account";
import { AppendDocuments } from "./append-documents";
import { IssuerHolders } from "./issuer-holders";
import { LifeActions } from "./life-actions";
import { ValueForm } from "./value-form";

const IncomePayments = dynamic(
  () => import("@/components/income/income-payments").then((module) => module.IncomePayments),
  { ssr: false, loading: () => <SkeletonLines lines={2} /> },
);
const RedemptionPanel = dynamic(
  () => import("@/components/redemption/redemption-panel").then((module) => module.RedemptionPanel),
  { ssr: false, loading: () => <SkeletonLines lines={2} /> },
);
const PayIncomeForm = dynamic(
  () => import("@/components/income/pay-income-form").then((module) => module.PayIncomeForm),
  { ssr: false, loading: () => <SkeletonLines lines={4} /> },
);

const IssuerDocuments = dynamic(
  () => import("@/components/spaces/issuer-documents").then((module) => module.IssuerDocuments),
  { ssr: false, loading: () => <SkeletonLines lines={4} /> },
);

/** One asset as its issuer sees it. */
export function IssuerAssetPage({ asset: address }: { asset: Address }) {
  const t = useTranslations();
  const asset = useAsset(address);
  const problem = useErrorText(asset.error);
  if (problem && asset.data === undefined)
    return (
      <>
        <PageHead title={t("shell.pages.issuer")} />
        <Problem text={problem} onRetry={asset.refetch} busy={asset.isFetching} />
      </>
    );
  if (asset.data === undefined)
    return (
      <>
        <PageHead title={t("shell.pages.issuer")} lead={t("assets.asking")} />
        <SkeletonLines lines={6} />
      </>
    );
  if (asset.data === null)
    return (
      <>
        <PageHead title={t("assets.unknown.title")} />
        <Empty
          title={t("assets.unknown.text")}
          action={
            <Button asChild>
              <Link href="/issuer">{t("issuer.seeIssued")}</Link>
            </Button>
          }
        >
          {t("assets.unknown.address", { address: shortAddress(address) })}
        </Empty>
      </>
    );
  return <Desk asset={asset.data.asset} />;
}

function Desk({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const account = useAccountState();
  const isIssuer = account.status === "connected" && isAddressEqual(account.address, asset.issuer);
  const words = assetStateWords(asset.state, t);
  return (
    <>
      <PageHead
        title={asset.name}
        lead={
          <Link href={`/assets/${asset.asset}`} className="prose-link text-base">
            {t("issuer.asEverybody")}
          </Link>
        }
        action={<Badge tone={words.tone}>{words.word}</Badge>}
      />
      {!isIssuer && account.status !== "starting" && (
        <Callout className="mb-8" title={t("issuer.other.title")}>
          {t("issuer.other.text")}
        </Callout>
      )}
      <div className="mb-12">
        <AssetLife asset={asset.asset} state={asset.state} />
        {isIssuer && <LifeActions asset={asset} />}
      </div>
      <Figures>
        <Figure
          label={t("assets.figures.value")}
          value={<Money value={asset.valuation} maximum={0} />}
          note={
            asset.shares > 0n &&
            t.rich("issuer.figures.perShare", {
              value: () => <Money value={asset.valuation / asset.shares} />,
            })
          }
        />
        <Figure
          label={t("assets.figures.shares")}
          value={formatAmount(asset.totalSupply, { decimals: 18, maximum: 2 }, t)}
          note={t("issuer.figures.atFirst", { amount: formatAmount(asset.shares, { decimals: 0 }, t) })}
        />
        <Figure label={t("assets.holders.title")} value={formatCount(asset.holders, t)} />
        <Figure label={t("issuer.figures.additions")} value={formatCount(asset.documentsRoots.length, t)} />
      </Figures>
      <div className="mt-12">
        <Tabs
          label={t("issuer.tabs.label", { asset: asset.name })}
          tabs={[
            {
              id: "value",
              title: t("issuer.tabs.value"),
              content: <Value asset={asset} isIssuer={isIssuer} />,
            },
            { id: "holders", title: t("assets.holders.title"), content: <IssuerHolders asset={asset} /> },
            {
              id: "documents",
              title: t("issuer.tabs.documents"),
              content: <Documents asset={asset} isIssuer={isIssuer} />,
            },
            {
              id: "sealed",
              title: t("spaces.assets.tab"),
              content: isIssuer ? (
                <Begin words={t("spaces.assets.open")} why={t("spaces.assets.issuerWhy")}>
                  <IssuerDocuments asset={asset} />
                </Begin>
              ) : (
                <p className="text-muted">{t("spaces.assets.onlyIssuer")}</p>
              ),
            },
            {
              id: "income",
              title: t("issuer.tabs.income"),
              content: <Income asset={asset} isIssuer={isIssuer} />,
            },
            {
              id: "redemption",
              title: t("issuer.tabs.redemption"),
              content: (
                <Section title={t("issuer.tabs.redemption")}>
                  <RedemptionPanel asset={asset} />
                </Section>
              ),
            },
          ]}
        />
      </div>
    </>
  );
}

type DeskProps = { asset: GetAssetReturnType; isIssuer: boolean };

function Value({ asset, isIssuer }: DeskProps) {
  const t = useTranslations();
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
      <Section title={t("issuer.value.soFar")} className="min-w-0">
        <AssetValuations asset={asset.asset} />
      </Section>
      {isIssuer && asset.state !== "retired" && (
        <Section title={t("issuer.value.title")} className="lg:self-start">
          <ValueForm asset={asset} />
        </Section>
      )}
    </div>
  );
}

function Documents({ asset, isIssuer }: DeskProps) {
  const t = useTranslations();
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
      <Section title={t("issuer.documents.soFar")} className="min-w-0">
        <DocumentRoots asset={asset} />
      </Section>
      {isIssuer && asset.state !== "retired" && (
        <Section title={t("issuer.documents.title")} className="lg:self-start">
          <AppendDocuments asset={asset} />
        </Section>
      )}
    </div>
  );
}

function Income({ asset, isIssuer }: DeskProps) {
  const t = useTranslations();
  const { contracts } = useRuntimeConfig();
  return (
    <div className="grid grid-cols-1 gap-12">
      {isIssuer && contracts.testDollar && asset.state !== "draft" && asset.state !== "retired" && (
        <Section title={t("issuer.income.pay")} lead={t("issuer.income.lead")}>
          <PayIncomeForm
            asset={asset.asset}
            issuer={asset.issuer}
            symbol={asset.symbol}
            money={contracts.testDollar}
          />
        </Section>
      )}
      <Section title={t("issuer.income.payments")}>
        <IncomePayments asset={asset.asset} empty={t("assets.income.none")} />
      </Section>
    </div>
  );
}
