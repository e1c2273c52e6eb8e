import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

/** Something that is compared: its name, what it is in a sentence, and the way to it. */
export type SideColumn<id extends string> = {
  id: id;
  name: string;
  says: string;
  action: ReactNode;
};

/** What differs, by column. */
export type SideRow<id extends string> = { label: string; cells: { readonly [column in id]: ReactNode } };

/** On a phone the name of a row stands above its two cells, so that both stay side by side. */
const rowStyle =
  "grid grid-cols-2 gap-x-4 border-b border-b-rule py-3 sm:gap-x-8 md:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1fr)]";

/** Two things side by side, with what differs in plain words, and the choice between them. */
export function SideBySide<id extends string>({
  caption,
  what,
  columns,
  rows,
}: {
  caption: string;
  /** Names the column of the rows' names for those who cannot see that it has none. */
  what: string;
  columns: readonly [SideColumn<id>, SideColumn<id>];
  rows: readonly SideRow<id>[];
}) {
  return (
    <table className="block w-full text-left">
      <caption className="sr-only">{caption}</caption>
      <thead className="block">
        <tr className={cn(rowStyle, "border-t border-t-ink pt-4")}>
          <th scope="col" className="hidden md:block">
            <span className="sr-only">{what}</span>
          </th>
          {columns.map(({ id, name, says }) => (
            <th key={id} scope="col" className="font-normal">
              <span className="block font-semibold text-lg">{name}</span>
              <span className="mt-1 block text-muted">{says}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block">
        {rows.map(({ label, cells }) => (
          <tr key={label} className={rowStyle}>
            <th scope="row" className="col-span-2 mb-1 font-normal text-muted text-sm md:col-span-1 md:mb-0">
              {label}
            </th>
            {columns.map(({ id }) => (
              <td key={id} className="min-w-0 text-[0.9375rem] [overflow-wrap:anywhere]">
                {cells[id]}
              </td>
            ))}
          </tr>
        ))}
        <tr className={cn(rowStyle, "border-b-0 pb-0")}>
          <td className="hidden md:block" />
          {columns.map(({ id, action }) => (
            <td key={id} className="min-w-0">
              {action}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
