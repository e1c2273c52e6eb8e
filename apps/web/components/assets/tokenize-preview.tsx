import { useTranslations } from "next-intl";
import { assetClassName } from "@/lib/domain/asset-words";
import { countryName } from "@/lib/domain/countries";
import { formatAmount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";
import type { Translator } from "@/lib/i18n/translator";
import { classOf, type TokenizeDraft } from "./tokenize-draft";

const holders = { "1": "all", "2": "full", "3": "accredited" } as const;

function mayHold(tier: string, t: Translator): string | undefined {
  return tier === "1" || tier === "2" || tier === "3"
    ? t(`assets.tokenize.tiers.${holders[tier]}`)
    : undefined;
}

function positive(text: string, decimals: number, t: Translator): bigint | undefined {
  const parsed = parseAmount(text, decimals, t);
  return parsed.ok && parsed.value > 0n ? parsed.value : undefined;
}

/** What others will see of the asset, filled in while its terms are typed. */
export function TokenizePreview({ draft, document }: { draft: TokenizeDraft; document: string | undefined }) {
  const t = useTranslations();
  const kind = classOf(draft.assetClass);
  const shares = positive(draft.shares, 0, t);
  const valuation = positive(draft.valuation, 6, t);
  const rows = [
    { label: t("assets.tokenize.kind"), value: kind && assetClassName(kind, t) },
    {
      label: t("assets.tokenize.law"),
      value: draft.jurisdiction === "" ? undefined : countryName(Number(draft.jurisdiction), t),
    },
    {
      label: t("assets.figures.value"),
      value: valuation && `$${formatAmount(valuation, { decimals: 6, maximum: 2 }, t)}`,
    },
    {
      label: t("assets.figures.shares"),
      value: shares && `${formatAmount(shares, { decimals: 0 }, t)} ${draft.symbol}`,
    },
    {
      label: t("assets.figures.share"),
      value:
        shares &&
        valuation &&
        `$${formatAmount(valuation / shares, { decimals: 6, maximum: 4, minimum: 2 }, t)}`,
    },
    { label: t("assets.tokenize.heldBy"), value: mayHold(draft.minTier, t) },
    {
      label: t("assets.tokenize.document.label"),
      value: document === undefined ? t("assets.tokenize.document.none") : t("assets.tokenize.document.hash"),
    },
  ];
  return (
    <aside
      aria-labelledby="preview-title"
      className="border-ink border-t pt-4 lg:sticky lg:top-24 lg:self-start"
    >
      <h2 id="preview-title" className="text-muted text-sm">
        {t("assets.tokenize.preview")}
      </h2>
      <p className="mt-3 font-semibold text-xl tracking-tight [overflow-wrap:anywhere]">
        {draft.name.trim() || <span className="text-faint">{t("assets.tokenize.nameMissing")}</span>}
      </p>
      <dl className="mt-3 grid">
        {rows.map(({ label, value }) => (
          <div
            key={label}
            className="flex items-baseline justify-between gap-4 border-rule border-b py-2 text-[0.9375rem]"
          >
            <dt className="text-muted">{label}</dt>
            <dd className="text-right">
              {value || <span className="text-faint">{t("assets.tokenize.toCome")}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {draft.description.trim() !== "" && (
        <p className="mt-4 line-clamp-6 text-muted text-sm [overflow-wrap:anywhere]">
          {draft.description.trim()}
        </p>
      )}
    </aside>
  );
}
