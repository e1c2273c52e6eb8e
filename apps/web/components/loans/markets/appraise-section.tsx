"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Address } from "viem";
import { AssetPicker } from "@/components/assets/asset-picker";
import { Section } from "@/components/shell/section";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Money } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Facts } from "@/components/ui/facts";
import { Field } from "@/components/ui/field";
import { AmountInput } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { glideSeconds } from "@/lib/domain/appraisal";
import { partWords } from "@/lib/domain/market";
import { parseAmount } from "@/lib/format/parse-amount";
import { durationWords } from "@/lib/format/time";
import type { Translator } from "@/lib/i18n/translator";
import { useAsset } from "@/lib/query/assets";
import { type AppraisalNow, useAppraisalNow } from "@/lib/query/markets";
import { useHoldsRole } from "@/lib/query/operator";

const wad = 10n ** 18n;

/** Says what an asset is worth; the glide that this starts is shown while one types. */
export function AppraiseSection() {
  const t = useTranslations();
  const transact = useTransact();
  const holds = useHoldsRole("appraiser").data === true;
  const [asset, setAsset] = useState<Address>();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const now = useAppraisalNow(asset);
  const found = useAsset(asset ?? "0x");
  const parsed = parseAmount(typed, 6, t);
  const value = parsed.ok && parsed.value > 0n ? parsed.value : undefined;
  const terms = now.data;
  const isKnown = terms !== undefined && terms !== null && terms.dailyBps > 0;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!asset || value === undefined || !isKnown) return;
    const { appraiseFlow } = await import("./appraise-flow");
    const clear = () => {
      setTyped("");
      setTried(false);
    };
    const symbol = found.data?.asset.symbol ?? "";
    transact(appraiseFlow({ asset, symbol, value, now: terms }, clear, t));
  }

  return (
    <Section title={t("markets.desk.appraise.title")} lead={t("markets.desk.appraise.lead")}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-6">
        <Field
          id="appraise-asset"
          label={t("markets.desk.appraise.asset")}
          required
          error={tried && !asset ? t("markets.desk.appraise.assetWrong") : undefined}
        >
          {(control) => (
            <AssetPicker
              {...control}
              asset={asset}
              placeholder={t("markets.desk.appraise.assetWrong")}
              onPick={setAsset}
            />
          )}
        </Field>
        {asset && terms && !isKnown && <Callout tone="warning">{t("markets.desk.appraise.noTerms")}</Callout>}
        <Field
          id="appraise-value"
          label={t("markets.desk.appraise.value")}
          required
          error={
            tried || (typed !== "" && parsed.ok)
              ? value === undefined
                ? t("markets.desk.appraise.valueWrong")
                : undefined
              : undefined
          }
        >
          {(control) => (
            <AmountInput
              {...control}
              unit="USD"
              placeholder="0"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {isKnown && <Glide now={terms} value={value} />}
        <SignerGate>
          <Button type="submit" look="primary" size="large" disabled={!holds}>
            {t("markets.desk.appraise.review")}
          </Button>
        </SignerGate>
      </form>
    </Section>
  );
}

/** Where the price stands, where it would glide to, and how long that takes. */
function Glide({ now, value }: { now: AppraisalNow; value: bigint | undefined }) {
  const t = useTranslations();
  const before = now.value;
  return (
    <Facts
      className="text-sm"
      rows={[
        ...(before === undefined
          ? []
          : [{ label: t("markets.desk.appraise.now"), value: <Money value={before} maximum={0} /> }]),
        ...(value === undefined
          ? []
          : [
              {
                label: t("markets.desk.appraise.to"),
                value: (
                  <>
                    <Money value={value} maximum={0} />
                    <span className="block text-muted">
                      {before === undefined
                        ? t("markets.desk.appraise.atOnce")
                        : t("markets.desk.appraise.days", {
                            time: durationWords(glideSeconds(before, value, now.dailyBps), t),
                          })}
                    </span>
                  </>
                ),
              },
              ...(before === undefined
                ? []
                : [{ label: t("markets.desk.appraise.change"), value: changeWords(before, value, t) }]),
            ]),
      ]}
    />
  );
}

function changeWords(before: bigint, value: bigint, t: Translator): string {
  if (value === before) return t("markets.desk.appraise.same");
  const part = partWords(((value > before ? value - before : before - value) * wad) / before, t);
  return value > before ? t("markets.desk.appraise.up", { part }) : t("markets.desk.appraise.down", { part });
}
