import type { ReactNode } from "react";

/** The title of a page, the question that it answers, and its one main action. */
export function PageHead({
  title,
  lead,
  action,
}: {
  title: ReactNode;
  lead?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <header className="mb-8 flex flex-col gap-4 sm:mb-12 sm:flex-row sm:items-end sm:justify-between sm:gap-8">
      <div className="max-w-2xl">
        <h1 className="font-semibold text-3xl tracking-tight sm:text-4xl">{title}</h1>
        {lead && <div className="mt-2 text-lg text-muted">{lead}</div>}
      </div>
      {action && <div className="shrink-0">{action}</div>}
    </header>
  );
}
