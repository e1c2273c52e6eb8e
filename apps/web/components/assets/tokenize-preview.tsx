import { assetClassWords } from "@/lib/domain/asset-words";
import { countryName } from "@/lib/domain/countries";
import { formatAmount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";
import { classOf, type TokenizeDraft } from "./tokenize-draft";

const holders: { readonly [tier: string]: string } = {
  "1": "All verified people",
  "2": "People verified in full",
  "3": "Accredited investors",
};

function positive(text: string, decimals: number): bigint | undefined {
  const parsed = parseAmount(text, decimals);
  return parsed.ok && parsed.value > 0n ? parsed.value : undefined;
}

/** What others will see of the asset, filled in while its terms are typed. */
export function TokenizePreview({ draft, document }: { draft: TokenizeDraft; document: string | undefined }) {
  const kind = classOf(draft.assetClass);
  const shares = positive(draft.shares, 0);
  const valuation = positive(draft.valuation, 6);
  const rows = [
    { label: "Kind", value: kind && assetClassWords[kind] },
    {
      label: "Governing law",
      value: draft.jurisdiction === "" ? undefined : countryName(Number(draft.jurisdiction)),
    },
    {
      label: "Stated value",
      value: valuation && `$${formatAmount(valuation, { decimals: 6, maximum: 2 })}`,
    },
    { label: "Shares", value: shares && `${formatAmount(shares, { decimals: 0 })} ${draft.symbol}` },
    {
      label: "A share",
      value:
        shares &&
        valuation &&
        `$${formatAmount(valuation / shares, { decimals: 6, maximum: 4, minimum: 2 })}`,
    },
    { label: "May be held by", value: holders[draft.minTier] },
    { label: "Document", value: document === undefined ? "none" : "a salted hash of it" },
  ];
  return (
    <aside
      aria-labelledby="preview-title"
      className="border-ink border-t pt-4 lg:sticky lg:top-24 lg:self-start"
    >
      <h2 id="preview-title" className="text-muted text-sm">
        What others will see
      </h2>
      <p className="mt-3 font-semibold text-xl tracking-tight [overflow-wrap:anywhere]">
        {draft.name.trim() || <span className="text-faint">Name of the asset</span>}
      </p>
      <dl className="mt-3 grid">
        {rows.map(({ label, value }) => (
          <div
            key={label}
            className="flex items-baseline justify-between gap-4 border-rule border-b py-2 text-[0.9375rem]"
          >
            <dt className="text-muted">{label}</dt>
            <dd className="text-right">{value || <span className="text-faint">to come</span>}</dd>
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
