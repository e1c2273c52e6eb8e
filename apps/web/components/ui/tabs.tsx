"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";

/**
 * Views of one thing, one at a time. Arrow keys move between them, Home and End jump. All are in the page, so that what
 * was typed into one is still there after a look at another.
 */
export function Tabs({
  label,
  tabs,
  initial,
}: {
  label: string;
  tabs: readonly { id: string; title: string; content: ReactNode }[];
  /** The one that is shown at first; the first when left out. */
  initial?: string | undefined;
}) {
  const [active, setActive] = useState(initial ?? tabs[0]?.id);
  const list = useRef<HTMLDivElement>(null);
  const prefix = useId();

  function move(event: KeyboardEvent) {
    const at = tabs.findIndex(({ id }) => id === active);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    setActive(next?.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next?.id}"]`)?.focus();
  }

  return (
    <div>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        onKeyDown={move}
        className="flex gap-6 overflow-x-auto border-rule border-b"
      >
        {tabs.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${prefix}-tab-${id}`}
            data-tab={id}
            aria-selected={id === active}
            aria-controls={`${prefix}-panel-${id}`}
            tabIndex={id === active ? 0 : -1}
            onClick={() => setActive(id)}
            className="-mb-px min-h-11 whitespace-nowrap border-transparent border-b-2 py-2 text-muted -outline-offset-2 hover:text-ink aria-selected:border-accent aria-selected:font-medium aria-selected:text-ink"
          >
            {title}
          </button>
        ))}
      </div>
      {tabs.map(({ id, content }) => (
        <div
          key={id}
          role="tabpanel"
          id={`${prefix}-panel-${id}`}
          aria-labelledby={`${prefix}-tab-${id}`}
          hidden={id !== active}
          className="pt-6"
        >
          {content}
        </div>
      ))}
    </div>
  );
}
