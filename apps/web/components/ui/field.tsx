import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What a control needs from the field around it. */
export type FieldControlProps = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
};

/**
 * A label, a control, a hint, and what is wrong with what was typed. The text of an error says what to do.
 *
 * @example
 * <Field id="shares" label="Shares" error={errors.shares}>
 *   {(control) => <Input {...control} name="shares" />}
 * </Field>
 */
export function Field({
  id,
  label,
  hint,
  error,
  required = false,
  aside,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  /** Stands opposite of the label: a balance, a counter. */
  aside?: ReactNode;
  children: (control: FieldControlProps) => ReactNode;
}) {
  const t = useTranslations();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint ? hintId : "", error ? errorId : ""].filter(Boolean).join(" ");
  return (
    <div className="grid min-w-0 grid-cols-1 content-start gap-2">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="font-medium text-sm">
          {label}
          {!required && <span className="ml-2 font-normal text-faint">{t("ui.optional")}</span>}
        </label>
        {aside && <div className="text-muted text-sm">{aside}</div>}
      </div>
      {children({
        id,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": error ? true : undefined,
        "aria-required": required || undefined,
      })}
      {hint && (
        <p id={hintId} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {/* Always in the page, so that what appears in it is read out. */}
      <p id={errorId} aria-live="polite" className="text-loss text-sm empty:hidden">
        {error}
      </p>
    </div>
  );
}
