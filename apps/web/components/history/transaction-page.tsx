"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Hash } from "viem";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { AddressText } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyText } from "@/components/ui/copy";
import { Empty } from "@/components/ui/empty";
import { Facts } from "@/components/ui/facts";
import { Figure, Figures } from "@/components/ui/figure";
import { Problem } from "@/components/ui/problem";
import { Skeleton, SkeletonLines } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { useErrorText } from "@/lib/errors/use-error-text";
import { shortAddress } from "@/lib/format/address";
import { formatAmount } from "@/lib/format/amount";
import { useChainTransaction } from "@/lib/query/transaction";
import { TransactionEvents } from "./transaction-events";

const CallSentence = dynamic(
  () => import("@/components/desks/call-sentence").then((module) => module.CallSentence),
  { ssr: false, loading: () => <Skeleton className="w-32" /> },
);

const TransactionProof = dynamic(
  () => import("./transaction-proof").then((module) => module.TransactionProof),
  { ssr: false, loading: () => <SkeletonLines lines={3} /> },
);

type Found = NonNullable<ReturnType<typeof useChainTransaction>["data"]>;

/** What did this transaction do, what did it cost, and does the chain hold it? */
export function TransactionPage({ hash }: { hash: Hash }) {
  const t = useTranslations();
  const found = useChainTransaction(hash);
  const problem = useErrorText(found.error);
  if (problem && found.data === undefined)
    return (
      <>
        <PageHead title={t("history.one.title")} />
        <Problem text={problem} onRetry={found.refetch} busy={found.isFetching} />
      </>
    );
  if (found.data === undefined)
    return (
      <>
        <PageHead title={t("history.one.title")} lead={t("history.one.asking")} />
        <SkeletonLines lines={6} />
      </>
    );
  if (found.data === null)
    return (
      <>
        <PageHead title={t("history.one.unknown")} />
        <Empty
          title={t("history.one.unknownHash")}
          action={
            <Button asChild>
              <Link href="/transactions">{t("history.one.seeAll")}</Link>
            </Button>
          }
        >
          {t("history.one.unknownText", { hash: shortAddress(hash) })}
        </Empty>
      </>
    );
  return <KnownTransaction hash={hash} found={found.data} />;
}

function KnownTransaction({ hash, found }: { hash: Hash; found: Found }) {
  const t = useTranslations();
  const { transaction, receipt, at, reason } = found;
  const refusal = useErrorText(reason);
  return (
    <>
      <PageHead
        title={t("history.one.title")}
        lead={
          <CopyText text={hash} label={t("history.one.hashName")}>
            {shortAddress(hash)}
          </CopyText>
        }
        action={
          !receipt ? (
            <Badge tone="accent">{t("history.one.pending")}</Badge>
          ) : receipt.status === "success" ? (
            <Badge tone="gain">{t("history.one.done")}</Badge>
          ) : (
            <Badge tone="loss">{t("history.one.refused")}</Badge>
          )
        }
      />
      {!receipt && (
        <Callout title={t("history.one.noBlock")} className="mb-8">
          {t("history.one.noBlockText")}
        </Callout>
      )}
      {receipt?.status === "reverted" && (
        <Callout tone="problem" title={refusal?.sentence ?? t("history.one.refusedTitle")} className="mb-8">
          {t("history.one.refusedText")} {refusal?.next}
        </Callout>
      )}
      {receipt && (
        <Figures>
          <Figure label={t("history.one.when")} value={at !== null && <Time at={at} />} />
          <Figure label={t("history.one.block")} value={receipt.blockNumber.toString()} />
          <Figure
            label={t("history.one.gas")}
            value={formatAmount(receipt.gasUsed, { decimals: 0 }, t)}
            note={t("history.one.gasMost", { gas: formatAmount(transaction.gas, { decimals: 0 }, t) })}
          />
          <Figure
            label={t("history.one.fee")}
            value={`${formatAmount(receipt.gasUsed * receipt.effectiveGasPrice, { decimals: 18, maximum: 6 }, t)} ETH`}
            note={t("history.one.gasPrice", {
              price: formatAmount(receipt.effectiveGasPrice, { decimals: 9, maximum: 3 }, t),
            })}
          />
        </Figures>
      )}
      <div className="mt-12 grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-12">
          <Section title={t("history.one.did")}>
            {receipt?.status === "success" ? (
              <TransactionEvents hash={hash} />
            ) : (
              <p className="text-muted">
                {receipt ? t("history.one.didNothing") : t("history.one.nothingYet")}
              </p>
            )}
          </Section>
          {receipt && (
            <Section title={t("history.one.proof")}>
              <TransactionProof hash={hash} />
            </Section>
          )}
        </div>
        <Section title={t("history.one.signed")} className="lg:self-start">
          <Facts
            rows={[
              { label: t("history.one.sender"), value: <AddressText address={transaction.from} /> },
              {
                label: t("history.one.called"),
                value: transaction.to ? (
                  <AddressText address={transaction.to} />
                ) : receipt?.contractAddress ? (
                  <AddressText address={receipt.contractAddress} note={t("history.one.madeHere")} />
                ) : (
                  t("history.one.newContract")
                ),
              },
              ...(transaction.to && transaction.input !== "0x"
                ? [
                    {
                      label: t("history.one.askedFor"),
                      value: <CallSentence target={transaction.to} data={transaction.input} />,
                    },
                  ]
                : []),
              { label: t("history.one.nonce"), value: transaction.nonce },
              ...(transaction.value > 0n
                ? [
                    {
                      label: t("history.one.ether"),
                      value: `${formatAmount(transaction.value, { decimals: 18, maximum: 6 }, t)} ETH`,
                    },
                  ]
                : []),
              ...(receipt
                ? [
                    {
                      label: t("history.one.blockHash"),
                      value: (
                        <CopyText text={receipt.blockHash} label={t("history.one.blockHashName")}>
                          {shortAddress(receipt.blockHash)}
                        </CopyText>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Section>
      </div>
    </>
  );
}
