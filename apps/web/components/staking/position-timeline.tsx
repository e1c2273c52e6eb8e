"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { type MoveKind, moveKinds, type PositionMove } from "@/lib/domain/position";
import { formatAmount } from "@/lib/format/amount";
import { longDay, shortDay } from "@/lib/format/time";
import { timelineOf } from "./timeline";

/** Each kind has a shape of its own: colours alone would not tell them apart for everybody. Drawn around the origin. */
const shapes: { readonly [kind in MoveKind]: { path: string; style: string } } = {
  OPENED: { path: "M-6 0A6 6 0 1 1 6 0A6 6 0 1 1-6 0Z", style: "fill-accent" },
  INCREASED: { path: "M0-7L7 5H-7Z", style: "fill-accent" },
  CLAIMED: { path: "M0-7L7 0L0 7L-7 0Z", style: "fill-gain" },
  POKED: { path: "M0 7L7-5H-7Z", style: "fill-muted" },
  WITHDRAWN: { path: "M-5.5-5.5H5.5V5.5H-5.5Z", style: "fill-ink" },
};

/** The life of a position as a picture, with what happened in a table behind it. */
export function PositionTimeline({
  position,
  moves,
  now,
}: {
  position: { positionId: bigint; start: number; unlock: number };
  /** Oldest first. */
  moves: readonly PositionMove[];
  now: number;
}) {
  const t = useTranslations();
  const line = timelineOf(position, moves, now);
  const { lock } = line;
  const title = t("staking.timeline.title", { id: `${position.positionId}` });
  const facts = { title, count: moves.length, first: longDay(line.from, t) };
  const kinds = moveKinds.filter((kind) => moves.some((move) => move.kind === kind));
  return (
    <figure>
      <svg
        role="img"
        aria-label={
          lock
            ? t("staking.timeline.locked", { ...facts, day: longDay(position.unlock, t) })
            : t("staking.timeline.endless", facts)
        }
        className="h-14 w-full overflow-visible"
      >
        <line x1="2%" x2="98%" y1="36" y2="36" className="stroke-rule-strong" strokeWidth="2" />
        {lock && (
          <>
            <rect
              x={`${lock.from}%`}
              width={`${lock.to - lock.from}%`}
              y="32"
              height="8"
              rx="4"
              className="fill-accent-soft stroke-accent"
            />
            <rect
              x={`${lock.from}%`}
              width={`${lock.passed - lock.from}%`}
              y="32"
              height="8"
              rx="4"
              className="fill-accent"
              opacity="0.45"
            />
            <line
              x1={`${lock.to}%`}
              x2={`${lock.to}%`}
              y1="22"
              y2="50"
              className="stroke-accent"
              strokeWidth="2"
            />
          </>
        )}
        <line
          x1={`${line.now}%`}
          x2={`${line.now}%`}
          y1="18"
          y2="52"
          className="stroke-ink"
          strokeWidth="1"
          strokeDasharray="3 3"
        />
        <text
          x={`${line.now}%`}
          y="12"
          textAnchor={line.now < 10 ? "start" : line.now > 90 ? "end" : "middle"}
          className="fill-muted text-xs"
        >
          {t("staking.timeline.now")}
        </text>
        {line.marks.map(({ move, x }) => (
          <svg key={move.id} x={`${x}%`} y="36" overflow="visible" aria-hidden="true">
            <Shape kind={move.kind} />
          </svg>
        ))}
      </svg>
      <div className="flex justify-between gap-4 text-muted text-xs" aria-hidden>
        <span>{shortDay(line.from, t)}</span>
        {lock && lock.to > 60 && lock.to < 97 ? (
          <span>{t("staking.timeline.freeFrom", { day: shortDay(position.unlock, t) })}</span>
        ) : null}
        <span>{shortDay(line.to, t)}</span>
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs" aria-hidden>
        {kinds.map((kind) => (
          <li key={kind} className="flex items-center gap-1.5">
            <svg viewBox="-8 -8 16 16" className="size-3" aria-hidden="true">
              <Shape kind={kind} />
            </svg>
            {t(`staking.timeline.kinds.${kind}`)}
          </li>
        ))}
      </ul>
      {moves.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="disclosure">{t("staking.timeline.figures")}</summary>
          <Moves caption={title} moves={moves} />
        </details>
      )}
    </figure>
  );
}

function Shape({ kind }: { kind: MoveKind }) {
  const { path, style } = shapes[kind];
  return <path d={path} className={`${style} stroke-paper`} strokeWidth="1.5" />;
}

function Moves({ caption, moves }: { caption: string; moves: readonly PositionMove[] }) {
  const t = useTranslations();
  const qti = (amount: bigint) =>
    amount === 0n ? "" : formatAmount(amount, { decimals: 18, maximum: 4 }, t);
  return (
    <Table caption={caption} className="mt-2 max-h-72 overflow-y-auto">
      <thead>
        <tr>
          <ColumnHead>{t("staking.timeline.when")}</ColumnHead>
          <ColumnHead>{t("staking.timeline.what")}</ColumnHead>
          <ColumnHead numeric>{t("staking.timeline.amount")}</ColumnHead>
          <ColumnHead numeric>{t("staking.timeline.behind")}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ id, kind, timestamp, moved, penalty, transactionHash }) => (
          <tr key={id}>
            <Cell>
              <Time at={Number(timestamp)} />
            </Cell>
            <Cell>
              <Link href={`/transactions/${transactionHash}`} className="prose-link">
                {t(`staking.timeline.kinds.${kind}`)}
              </Link>
            </Cell>
            <Cell numeric>{qti(moved)}</Cell>
            <Cell numeric>{qti(penalty)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
