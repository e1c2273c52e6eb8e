"use client";

import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** Chooses a file, or takes one that is dropped onto it, as the browser's own field does. */
export function FileInput({
  onPick,
  onPickAll,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type" | "onChange" | "value"> & {
  onPick?: (file: File | undefined) => void;
  /** With `multiple`: all of them. */
  onPickAll?: (files: readonly File[]) => void;
}) {
  return (
    <input
      type="file"
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        onPick?.(files[0]);
        onPickAll?.(files);
      }}
      className={cn(
        "w-full min-w-0 rounded-md border border-rule-strong border-dashed p-2 text-sm file:mr-3 file:h-9 file:rounded-md file:border file:border-rule-strong file:border-solid file:bg-surface file:px-3 file:text-ink",
        className,
      )}
      {...rest}
    />
  );
}
