import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import { exactAmount, formatAmount } from "@/lib/format/amount";

/** An amount with its unit. The whole figure is there on hover and for screen readers when the short one was cut. */
export function Amount({
  value,
  decimals,
  unit,
  maximum = 4,
  minimum,
  signed = false,
  className,
}: {
  value: bigint;
  decimals: number;
  unit: string;
  maximum?: number;
  minimum?: number;
  /** Puts a plus before gains and colours both. */
  signed?: boolean;
  className?: string;
}) {
  const t = useTranslations();
  const short = formatAmount(value, { decimals, maximum, ...(minimum === undefined ? {} : { minimum }) }, t);
  const exact = exactAmount(value, decimals, t);
  return (
    <span
      title={short === exact ? undefined : `${exact} ${unit}`}
      className={cn(
        "whitespace-nowrap",
        signed && (value > 0n ? "text-gain" : value < 0n ? "text-loss" : ""),
        className,
      )}
    >
      {signed && value > 0n && "+"}
      {short} <span className="font-normal text-muted [font-size:max(0.75em,0.8125rem)]">{unit}</span>
    </span>
  );
}

/** Money in the test dollar: six decimals, two of them shown. */
export function Money({
  value,
  maximum = 2,
  className,
}: {
  value: bigint;
  maximum?: number;
  className?: string;
}) {
  const t = useTranslations();
  return (
    <span
      className={cn("whitespace-nowrap", className)}
      title={t("ui.usDollars", { amount: exactAmount(value, 6, t) })}
    >
      ${formatAmount(value, { decimals: 6, maximum, minimum: Math.min(2, maximum) }, t)}
    </span>
  );
}
