import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

/** A table with hairlines between its rows. The caption names it for those who cannot see where it stands. */
export function Table({
  caption,
  children,
  className,
}: {
  caption: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
      tabIndex={0}
      className={cn("overflow-x-auto", className)}
    >
      <table className="w-full border-collapse text-left text-[0.9375rem]">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

/** The head of a column. Numbers stand to the right. */
export function ColumnHead({
  numeric = false,
  className,
  ...rest
}: ComponentProps<"th"> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={cn(
        "whitespace-nowrap border-rule border-b py-2 pr-4 font-medium text-muted text-sm last:pr-0",
        numeric && "text-right",
        className,
      )}
      {...rest}
    />
  );
}

/** A cell. */
export function Cell({ numeric = false, className, ...rest }: ComponentProps<"td"> & { numeric?: boolean }) {
  return (
    <td
      className={cn(
        "border-rule border-b py-3 pr-4 align-baseline last:pr-0",
        numeric && "text-right",
        className,
      )}
      {...rest}
    />
  );
}
