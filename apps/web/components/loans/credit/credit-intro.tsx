"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { Facts } from "@/components/ui/facts";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { SignerGate } from "@/components/wallet/signer-gate";
import { afterDraw, type CreditReading } from "@/lib/domain/credit";
import { dollarWords } from "@/lib/domain/dollars";
import { tierName } from "@/lib/domain/words";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount } from "@/lib/format/amount";
import { useChainNow } from "@/lib/query/chain-time";
import { type BookNow, useCreditBook, useTierCaps } from "@/lib/query/credit";
import { useAddress } from "@/lib/wallet/use-account";
import { LineCalendar } from "./line-calendar";

/** What the example draws. Money units. */
const example = 200_000_000n;
const steps = ["apply", "draw", "pay", "late"] as const;

/** What a credit line is, what it costs, and what would happen to who draws today: for who has none yet. */
export function CreditIntro() {
  const t = useTranslations();
  const account = useAddress();
  const book = useCreditBook();
  const problem = useErrorText(book.error);
  const now = useChainNow();
  return (
    <div className="grid grid-cols-1 gap-16">
      <Section title={t("credit.intro.title")}>
        <ol className="grid max-w-prose list-decimal gap-3 pl-5">
          {steps.map((step) => (
            <li key={step} className="pl-1">
              {t(`credit.intro.${step}`)}
            </li>
          ))}
        </ol>
        {problem && !book.data ? (
          <Problem text={problem} onRetry={book.refetch} busy={book.isFetching} className="mt-6" />
        ) : (
          <div className="mt-6 max-w-2xl">
            {book.data ? <Terms book={book.data} /> : <SkeletonLines lines={5} />}
          </div>
        )}
        {!account && (
          <div className="mt-6 max-w-sm">
            <SignerGate>{null}</SignerGate>
          </div>
        )}
      </Section>
      {book.data && now !== undefined && (
        <LineCalendar
          reading={afterDraw(emptyLine(book.data, now), example, now)}
          now={now}
          example={example}
        />
      )}
    </div>
  );
}

/** A line on which nothing ever happened, with a limit as large as the example. */
function emptyLine({ terms, start }: BookNow, now: number): CreditReading {
  const line = {
    principal: 0n,
    interest: 0n,
    limit: example,
    cycle: 0,
    paidPrincipal: 0n,
    paidInterest: 0n,
    at: now,
  };
  return { line, terms, start, cap: 2n * example, barredUntil: 0, writtenOff: false };
}

function Terms({ book }: { book: BookNow }) {
  const t = useTranslations();
  const caps = useTierCaps();
  const { rateBps, lateBps, minimumBps, growthBps, floor } = book.terms;
  const percent = (part: number) => `${formatAmount(BigInt(part), { decimals: 2 }, t)} %`;
  return (
    <Facts
      rows={[
        { label: t("credit.intro.cost"), value: t("credit.intro.costValue", { rate: percent(rateBps) }) },
        {
          label: t("credit.intro.lateCost"),
          value: t("credit.intro.lateCostValue", { late: percent(lateBps) }),
        },
        {
          label: t("credit.intro.minimum"),
          value: t("credit.intro.minimumValue", {
            minimum: percent(minimumBps),
            floor: dollarWords(floor, t),
          }),
        },
        {
          label: t("credit.intro.growth"),
          value: t("credit.intro.growthValue", { growth: percent(growthBps) }),
        },
        ...(caps.data
          ? [
              {
                label: t("credit.intro.caps"),
                value: caps.data
                  .map((cap, index) => `${tierName(index + 1, t)} ${dollarWords(cap, t)}`)
                  .join(", "),
              },
            ]
          : []),
      ]}
    />
  );
}
