import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

const controlStyle =
  "w-full min-w-0 rounded-md border border-rule-strong bg-surface px-3 text-base text-ink placeholder:text-faint aria-invalid:border-loss disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted";

/** A line of text. Sixteen pixels of type, so that phones do not zoom in. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cn(controlStyle, "h-11", className)} {...rest} />;
}

/** An address of an account or a contract. */
export function AddressInput(props: ComponentProps<"input">) {
  return <Input placeholder="0x…" autoComplete="off" spellCheck={false} {...props} />;
}

/** A number with its unit beside it. Text and not `type=number`: amounts are exact and longer than a double. */
export function AmountInput({
  unit,
  action,
  className,
  ...rest
}: ComponentProps<"input"> & { unit: string; action?: ReactNode }) {
  return (
    <div className="relative flex items-center">
      <input
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        className={cn(controlStyle, "h-14 pr-32 text-xl", className)}
        {...rest}
      />
      <div className="absolute right-3 flex items-center gap-2">
        {action}
        <span aria-hidden className="text-muted">
          {unit}
        </span>
      </div>
    </div>
  );
}

/** Several lines of text; `rows` says how many at first. */
export function TextArea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={rows} className={cn(controlStyle, "py-2 leading-6", className)} {...rest} />;
}

/** One of a list, with the platform's own picker: nothing beats it on a phone. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <div className="relative">
      <select className={cn(controlStyle, "h-11 appearance-none truncate pr-10", className)} {...rest}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
      />
    </div>
  );
}

/** Yes or no, with its words beside it. */
export function Checkbox({
  children,
  className,
  ...rest
}: ComponentProps<"input"> & { children: ReactNode }) {
  return (
    <label className={cn("flex min-h-11 items-start gap-3 py-2", className)}>
      <input type="checkbox" className="mt-0.5 size-5 shrink-0 accent-accent" {...rest} />
      <span>{children}</span>
    </label>
  );
}
