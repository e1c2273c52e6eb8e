"use client";

import { Tabs as Primitive } from "radix-ui";
import type { ReactNode } from "react";

/** Views of one thing, one at a time. Arrow keys move between them. */
export function Tabs({
  label,
  tabs,
  defaultTab,
  onChange,
}: {
  label: string;
  tabs: readonly { id: string; title: string; content: ReactNode }[];
  defaultTab?: string;
  onChange?: (id: string) => void;
}) {
  return (
    <Primitive.Root
      defaultValue={defaultTab ?? tabs[0]?.id ?? ""}
      {...(onChange ? { onValueChange: onChange } : {})}
    >
      <Primitive.List aria-label={label} className="flex gap-6 overflow-x-auto border-rule border-b">
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px min-h-11 whitespace-nowrap border-transparent border-b-2 py-2 text-muted hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink"
          >
            {tab.title}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.id} value={tab.id} className="pt-6">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}
