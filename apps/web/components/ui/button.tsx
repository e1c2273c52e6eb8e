import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

const buttonStyle = cva(
  "inline-flex select-none items-center justify-center gap-x-2 whitespace-nowrap rounded-md font-medium transition-colors aria-disabled:cursor-not-allowed aria-disabled:opacity-55 disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      look: {
        primary: "bg-accent text-accent-ink hover:bg-accent-hover",
        secondary: "border border-rule-strong bg-surface text-ink hover:bg-sunken",
        quiet: "text-ink hover:bg-sunken",
        danger: "border border-loss bg-surface text-loss hover:bg-loss-soft",
      },
      size: {
        large: "h-12 px-6 text-base",
        normal: "h-11 px-4 text-[0.9375rem]",
        small: "h-9 px-3 text-sm",
        compact: "h-10 px-3 text-[0.9375rem]",
        tall: "min-h-14 flex-col px-3 py-2 text-[0.9375rem]",
        icon: "tap-target size-10",
      },
    },
    defaultVariants: { look: "secondary", size: "normal" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonStyle> & {
    /** Renders the child (a link) with the looks of a button. */
    asChild?: boolean;
    /** Work is under way: shows it, and ignores further clicks without taking the focus away. */
    busy?: boolean;
  };

/** A button. `type` is "button" unless said otherwise, so that none submits a form by accident. */
export function Button({
  look,
  size,
  asChild = false,
  busy = false,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  const style = cn(buttonStyle({ look, size }), className);
  if (asChild)
    return (
      <Slot.Root className={style} {...rest}>
        {children}
      </Slot.Root>
    );
  return (
    <button
      type={type}
      className={style}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {busy && <LoaderCircle aria-hidden className="animate-turn" />}
      {children}
    </button>
  );
}
