"use client";

import { type CreditPool, type PoolPreview, previewPools } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Section } from "@/components/shell/section";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { QueryPanel } from "@/components/ui/query-panel";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { dollarDecimals, dollarWords } from "@/lib/domain/dollars";
import { pools } from "@/lib/domain/pools";
import { formatShare } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";
import { type BookNow, useCreditBook } from "@/lib/query/credit";
import { SimulatedLives } from "./simulated-lives";

const wad = 10n ** 18n;
const percent = wad / 100n;
/** Parts of the debt that the table shows, in percent. */
const steps = [0n, 2n, 5n, 10n, 15n, 20n, 30n, 50n, 75n, 100n];

/** A wave of defaults before one deposits: what becomes of both pools, and of the deposit. */
export function WaveSimulation({ chosen }: { chosen: CreditPool }) {
  const t = useTranslations();
  const book = useCreditBook();
  return (
    <Section title={t("lend.wave.title")} lead={t("lend.wave.lead")}>
      <QueryPanel query={book}>{(data) => <Wave key={chosen} book={data} chosen={chosen} />}</QueryPanel>
      <div className="mt-8">
        <SimulatedLives />
      </div>
    </Section>
  );
}

function Wave({ book, chosen }: { book: BookNow; chosen: CreditPool }) {
  const t = useTranslations();
  const sliderId = useId();
  const [lost, setLost] = useState(10n);
  const [pool, setPool] = useState(chosen);
  const [typed, setTyped] = useState("1000");
  const parsed = parseAmount(typed, dollarDecimals, t);
  const assets = parsed.ok ? parsed.value : 0n;
  const at = (part: bigint) => previewPools({ book, lost: part * percent, deposit: { pool, assets } });
  const now = at(lost);
  if (book.debt === 0n) return <p className="text-muted">{t("lend.wave.nothing")}</p>;
  const from = now.seniorsLoseFrom;
  return (
    <div className="grid gap-6">
      <div className="grid gap-6 sm:grid-cols-2">
        <Field id={`${sliderId}-pool`} label={t("lend.wave.pool")} required>
          {(control) => (
            <Select
              {...control}
              value={pool}
              onChange={(event) => setPool(pools.find((each) => each === event.target.value) ?? "senior")}
            >
              {pools.map((each) => (
                <option key={each} value={each}>
                  {t(`lend.pools.${each}.name`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          id={`${sliderId}-amount`}
          label={t("lend.wave.amount")}
          required
          error={parsed.ok ? undefined : parsed.reason}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Field id={sliderId} label={t("lend.wave.lost")} required aside={`${lost} %`}>
        {(control) => (
          <input
            {...control}
            type="range"
            min="0"
            max="100"
            step="1"
            value={String(lost)}
            aria-valuetext={`${lost} %`}
            onChange={(event) => setLost(BigInt(event.target.value))}
            className="h-11 w-full accent-accent"
          />
        )}
      </Field>
      <figure
        role="img"
        aria-label={t("lend.wave.picture", {
          lost: `${lost} %`,
          senior: dollarWords(now.senior.after, t),
          firstLoss: dollarWords(now.firstLoss.after, t),
        })}
        className="grid gap-4"
      >
        <Bar label={t("lend.wave.senior")} part={now.senior} />
        <Bar label={t("lend.wave.firstLoss")} part={now.firstLoss} />
        {now.deposit && assets > 0n && <Bar label={t("lend.wave.deposit")} part={now.deposit} strong />}
      </figure>
      <p aria-live="polite" className="text-muted">
        {from === undefined || from > wad
          ? t("lend.wave.fromNever")
          : t("lend.wave.from", { part: formatShare(from, wad, 1, t) })}
      </p>
      <details>
        <summary className="disclosure">{t("lend.wave.table")}</summary>
        <Table caption={t("lend.wave.title")} className="mt-2">
          <thead>
            <tr>
              <ColumnHead>{t("lend.wave.part")}</ColumnHead>
              <ColumnHead numeric>{t("lend.wave.senior")}</ColumnHead>
              <ColumnHead numeric>{t("lend.wave.firstLoss")}</ColumnHead>
              <ColumnHead numeric>{t("lend.wave.deposit")}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {steps.map((part) => {
              const { senior, firstLoss, deposit } = at(part);
              return (
                <tr key={String(part)}>
                  <Cell>{`${part} %`}</Cell>
                  <Cell numeric>{dollarWords(senior.after, t)}</Cell>
                  <Cell numeric>{dollarWords(firstLoss.after, t)}</Cell>
                  <Cell numeric>{dollarWords(deposit?.after ?? 0n, t)}</Cell>
                </tr>
              );
            })}
          </tbody>
        </Table>
      </details>
    </div>
  );
}

/** What is left of something, as a bar: what was lost stands open at its end. */
function Bar({ label, part, strong = false }: { label: string; part: PoolPreview; strong?: boolean }) {
  const t = useTranslations();
  const { before, after, loss } = part;
  const kept = before === 0n ? 100 : Number((after * 1_000n) / before) / 10;
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className={strong ? "font-medium" : "text-muted"}>{label}</span>
        <span>
          <span className="font-medium">{dollarWords(after, t)}</span>{" "}
          <span className="text-muted">{t("lend.wave.of", { before: dollarWords(before, t) })}</span>{" "}
          <span className={loss > 0n ? "text-loss" : "text-gain"}>
            {loss > 0n ? t("lend.wave.loses", { loss: dollarWords(loss, t) }) : t("lend.wave.keeps")}
          </span>
        </span>
      </div>
      <svg aria-hidden="true" className="mt-1 h-3 w-full">
        <rect x="0" width="100%" height="100%" rx="3" className="fill-loss-soft" />
        <rect
          x="0"
          width={`${kept}%`}
          height="100%"
          rx="3"
          className={strong ? "fill-accent" : "fill-rule-strong"}
        />
      </svg>
    </div>
  );
}
