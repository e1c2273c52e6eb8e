"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import dynamic from "next/dynamic";
import Link from "next/link";
import { type Address, isAddressEqual } from "viem";
import { AssetLife } from "@/components/assets/asset-life";
import { AssetValuations } from "@/components/assets/asset-valuations";
import { DocumentRoots } from "@/components/assets/document-roots";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
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
import { formatAmount } from "@/lib/format/amount";
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

/** One asset as its issuer sees it. */
export function IssuerAssetPage({ asset: address }: { asset: Address }) {
  const asset = useAsset(address);
  const problem = useErrorText(asset.error);
  if (problem && asset.data === undefined)
    return (
      <>
        <PageHead title="Issuer's desk" />
        <Problem text={problem} onRetry={asset.refetch} busy={asset.isFetching} />
      </>
    );
  if (asset.data === undefined)
    return (
      <>
        <PageHead title="Issuer's desk" lead="Asking the chain." />
        <SkeletonLines lines={6} />
      </>
    );
  if (asset.data === null)
    return (
      <>
        <PageHead title="No such asset" />
        <Empty
          title="The registry does not know this address"
          action={
            <Button asChild>
              <Link href="/issuer">See the assets that you issued</Link>
            </Button>
          }
        >
          {shortAddress(address)} is not the token of an asset on this network.
        </Empty>
      </>
    );
  return <Desk asset={asset.data.asset} />;
}

function Desk({ asset }: { asset: GetAssetReturnType }) {
  const account = useAccountState();
  const isIssuer = account.status === "connected" && isAddressEqual(account.address, asset.issuer);
  const words = assetStateWords[asset.state];
  return (
    <>
      <PageHead
        title={asset.name}
        lead={
          <Link href={`/assets/${asset.asset}`} className="prose-link text-base">
            As everybody sees it
          </Link>
        }
        action={<Badge tone={words.tone}>{words.word}</Badge>}
      />
      {!isIssuer && account.status !== "starting" && (
        <Callout className="mb-8" title="This is the desk of another account">
          You see what its issuer sees. Only the issuer can act here.
        </Callout>
      )}
      <div className="mb-12">
        <AssetLife asset={asset.asset} state={asset.state} />
        {isIssuer && <LifeActions asset={asset} />}
      </div>
      <Figures>
        <Figure
          label="Stated value"
          value={<Money value={asset.valuation} maximum={0} />}
          note={
            asset.shares > 0n && (
              <>
                <Money value={asset.valuation / asset.shares} /> a share
              </>
            )
          }
        />
        <Figure
          label="Shares"
          value={formatAmount(asset.totalSupply, { decimals: 18, maximum: 2 })}
          note={`of ${formatAmount(asset.shares, { decimals: 0 })} at first`}
        />
        <Figure label="Holders" value={String(asset.holders)} />
        <Figure label="Additions of documents" value={String(asset.documentsRoots.length)} />
      </Figures>
      <div className="mt-12">
        <Tabs
          label={`Desk of ${asset.name}`}
          tabs={[
            { id: "value", title: "Value", content: <Value asset={asset} isIssuer={isIssuer} /> },
            { id: "holders", title: "Holders", content: <IssuerHolders asset={asset} /> },
            { id: "documents", title: "Documents", content: <Documents asset={asset} isIssuer={isIssuer} /> },
            { id: "income", title: "Income", content: <Income asset={asset} isIssuer={isIssuer} /> },
            {
              id: "redemption",
              title: "Redemption",
              content: (
                <Section title="Redemption">
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
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
      <Section title="What you stated so far" className="min-w-0">
        <AssetValuations asset={asset.asset} />
      </Section>
      {isIssuer && asset.state !== "retired" && (
        <Section title="State a value" className="lg:self-start">
          <ValueForm asset={asset} />
        </Section>
      )}
    </div>
  );
}

function Documents({ asset, isIssuer }: DeskProps) {
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
      <Section title="Committed to so far" className="min-w-0">
        <DocumentRoots asset={asset} />
      </Section>
      {isIssuer && asset.state !== "retired" && (
        <Section title="Append documents" className="lg:self-start">
          <AppendDocuments asset={asset} />
        </Section>
      )}
    </div>
  );
}

function Income({ asset, isIssuer }: DeskProps) {
  const { contracts } = useRuntimeConfig();
  return (
    <div className="grid grid-cols-1 gap-12">
      {isIssuer && contracts.testDollar && asset.state !== "draft" && asset.state !== "retired" && (
        <Section
          title="Pay income"
          lead="You pay in once. Who gets how much follows from the holdings at the end of a block; everybody can check it for a day, then holders claim."
        >
          <PayIncomeForm
            asset={asset.asset}
            issuer={asset.issuer}
            symbol={asset.symbol}
            money={contracts.testDollar}
          />
        </Section>
      )}
      <Section title="Payments">
        <IncomePayments asset={asset.asset} empty="No income was paid yet" />
      </Section>
    </div>
  );
}
