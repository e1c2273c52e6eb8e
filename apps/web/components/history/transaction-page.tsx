"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
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
  const found = useChainTransaction(hash);
  const problem = useErrorText(found.error);
  if (problem && found.data === undefined)
    return (
      <>
        <PageHead title="Transaction" />
        <Problem text={problem} onRetry={found.refetch} busy={found.isFetching} />
      </>
    );
  if (found.data === undefined)
    return (
      <>
        <PageHead title="Transaction" lead="Asking the chain." />
        <SkeletonLines lines={6} />
      </>
    );
  if (found.data === null)
    return (
      <>
        <PageHead title="No such transaction" />
        <Empty
          title="The chain does not know this hash"
          action={
            <Button asChild>
              <Link href="/transactions">See all transactions</Link>
            </Button>
          }
        >
          {shortAddress(hash)} is no transaction of this network, or it was dropped before a block held it.
        </Empty>
      </>
    );
  return <KnownTransaction hash={hash} found={found.data} />;
}

function KnownTransaction({ hash, found }: { hash: Hash; found: Found }) {
  const { transaction, receipt, at, reason } = found;
  const refusal = useErrorText(reason);
  return (
    <>
      <PageHead
        title="Transaction"
        lead={
          <CopyText text={hash} label="transaction hash">
            {shortAddress(hash)}
          </CopyText>
        }
        action={
          !receipt ? (
            <Badge tone="accent">Pending</Badge>
          ) : receipt.status === "success" ? (
            <Badge tone="gain">Done</Badge>
          ) : (
            <Badge tone="loss">Refused</Badge>
          )
        }
      />
      {!receipt && (
        <Callout title="No block holds it yet" className="mb-8">
          This page looks again every few seconds.
        </Callout>
      )}
      {receipt?.status === "reverted" && (
        <Callout tone="problem" title={refusal?.sentence ?? "The contract refused it."} className="mb-8">
          Nothing changed but the fee. {refusal?.next}
        </Callout>
      )}
      {receipt && (
        <Figures>
          <Figure label="When" value={at !== null && <Time at={at} />} />
          <Figure label="Block" value={receipt.blockNumber.toString()} />
          <Figure
            label="Gas used"
            value={formatAmount(receipt.gasUsed, { decimals: 0 })}
            note={`of at most ${formatAmount(transaction.gas, { decimals: 0 })}`}
          />
          <Figure
            label="Fee paid"
            value={`${formatAmount(receipt.gasUsed * receipt.effectiveGasPrice, { decimals: 18, maximum: 6 })} ETH`}
            note={`${formatAmount(receipt.effectiveGasPrice, { decimals: 9, maximum: 3 })} gwei a unit of gas`}
          />
        </Figures>
      )}
      <div className="mt-12 grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-12">
          <Section title="What it did">
            {receipt?.status === "success" ? (
              <TransactionEvents hash={hash} />
            ) : (
              <p className="text-muted">{receipt ? "Nothing." : "Nothing yet."}</p>
            )}
          </Section>
          {receipt && (
            <Section title="Proof">
              <TransactionProof hash={hash} />
            </Section>
          )}
        </div>
        <Section title="Who signed it" className="lg:self-start">
          <Facts
            rows={[
              { label: "Sender", value: <AddressText address={transaction.from} /> },
              {
                label: "Called",
                value: transaction.to ? (
                  <AddressText address={transaction.to} />
                ) : receipt?.contractAddress ? (
                  <AddressText address={receipt.contractAddress} note="made here" />
                ) : (
                  "A new contract"
                ),
              },
              ...(transaction.to && transaction.input !== "0x"
                ? [
                    {
                      label: "Asked for",
                      value: <CallSentence target={transaction.to} data={transaction.input} />,
                    },
                  ]
                : []),
              { label: "Number of the sender", value: transaction.nonce },
              ...(transaction.value > 0n
                ? [
                    {
                      label: "Ether sent along",
                      value: `${formatAmount(transaction.value, { decimals: 18, maximum: 6 })} ETH`,
                    },
                  ]
                : []),
              ...(receipt
                ? [
                    {
                      label: "Hash of the block",
                      value: (
                        <CopyText text={receipt.blockHash} label="hash of the block">
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
