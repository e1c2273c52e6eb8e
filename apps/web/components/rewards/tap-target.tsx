"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from "react";
import { cn } from "@/lib/cn";
import { isTimeToSay, nothingUnsaid, ringDash, type Unsaid, withTap } from "@/lib/domain/taps";
import { formatCount } from "@/lib/format/amount";

/** Where a tap fell, in hundredths of the target, and what it was worth. */
type Echo = { id: number; x: number; y: number; words: string };

/** Echoes on the screen at once: more could not be read. */
const mostEchoes = 10;

/**
 * The thing one taps. It answers when a finger comes down and not when it leaves; each finger counts; a held key counts
 * once. It knows nothing of sessions or services: `onTap` is asked what a tap was worth, and says nothing when it was none.
 */
export function TapTarget({
  today,
  energy,
  most,
  factor,
  worth,
  open,
  onTap,
}: {
  /** Points of today, in words. */
  today: string;
  energy: number;
  most: number;
  /** How much a tap counts for by the combo: "1.4". */
  factor: string;
  /** What the next tap is worth, in words: "1.4". */
  worth: string;
  /** Whether a tap would count. The target stays where it is and can be reached all the same. */
  open: boolean;
  /** Counts a tap; false when it is none. */
  onTap: () => boolean;
}) {
  const t = useTranslations();
  const [echoes, setEchoes] = useState<readonly Echo[]>([]);
  const [fingers, setFingers] = useState<ReadonlySet<number>>(new Set());
  const [key, setKey] = useState(false);
  const [said, setSaid] = useState("");
  const unsaid = useRef<Unsaid>(nothingUnsaid);
  // A pointer or a key was counted: the click that follows from it is not another tap.
  const counted = useRef(false);
  const nextId = useRef(0);
  const helpId = useId();

  function count(x: number, y: number): void {
    if (!onTap()) return;
    const now = Date.now();
    unsaid.current = withTap(unsaid.current, now);
    nextId.current += 1;
    const echo = { id: nextId.current, x, y, words: `+${worth}` };
    setEchoes((before) => [...before.slice(1 - mostEchoes), echo]);
  }

  const summary = useRef("");
  useEffect(() => {
    summary.current = t("rewards.tap.left", { today, energy: formatCount(energy, t) });
  }, [today, energy, t]);
  useEffect(() => {
    const timer = setInterval(() => {
      const now = Date.now();
      if (!isTimeToSay(unsaid.current, now)) return;
      const { taps } = unsaid.current;
      unsaid.current = nothingUnsaid;
      setSaid(`${t("rewards.tap.said", { count: taps, n: formatCount(taps, t) })} ${summary.current}`);
      setEchoes([]);
    }, 500);
    return () => clearInterval(timer);
  }, [t]);

  function down(event: PointerEvent<HTMLButtonElement>): void {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    counted.current = true;
    const { pointerId } = event;
    setFingers((before) => new Set(before).add(pointerId));
    const box = event.currentTarget.getBoundingClientRect();
    count(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
  }

  function up({ pointerId }: PointerEvent): void {
    setFingers((before) => {
      const after = new Set(before);
      after.delete(pointerId);
      return after;
    });
  }

  function keyDown(event: KeyboardEvent): void {
    if (event.key !== " " && event.key !== "Enter") return;
    // No scrolling, and no click of the browser's own.
    event.preventDefault();
    if (event.repeat) return;
    setKey(true);
    count(50, 30);
  }

  function keyUp(event: KeyboardEvent): void {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    setKey(false);
  }

  const pressed = key || fingers.size > 0;
  return (
    <div className="grid justify-items-center gap-4">
      <div
        data-pressed={pressed || undefined}
        className="relative size-64 transition-transform duration-75 motion-safe:data-pressed:scale-[0.97] sm:size-80"
      >
        <button
          type="button"
          aria-label={t("rewards.tap.label")}
          aria-describedby={helpId}
          aria-disabled={!open || undefined}
          data-tap-target
          onPointerDown={down}
          onPointerUp={up}
          onPointerCancel={up}
          onPointerLeave={up}
          onKeyDown={keyDown}
          onKeyUp={keyUp}
          onBlur={() => setKey(false)}
          onContextMenu={(event) => event.preventDefault()}
          onClick={(event) => {
            // What helps people to use a page clicks without a pointer or a key.
            if (event.detail === 0 && !counted.current) count(50, 30);
            counted.current = false;
          }}
          className={cn(
            "size-full touch-none select-none rounded-full outline-offset-8 [-webkit-tap-highlight-color:transparent]",
            !open && "cursor-not-allowed",
          )}
        >
          <svg viewBox="0 0 200 200" aria-hidden="true" className="size-full">
            <circle
              cx="100"
              cy="100"
              r="84"
              className={cn(
                "transition-colors duration-75",
                !open ? "fill-sunken" : pressed ? "fill-accent-hover" : "fill-accent",
              )}
            />
            <circle cx="100" cy="100" r="95" fill="none" className="stroke-rule" strokeWidth="6" />
            <circle
              cx="100"
              cy="100"
              r="95"
              fill="none"
              pathLength="100"
              strokeDasharray={ringDash(energy, most)}
              transform="rotate(-90 100 100)"
              className={energy > 0 ? "stroke-accent" : "stroke-transparent"}
              strokeWidth="6"
            />
          </svg>
        </button>
        {/* Over the target and not in it: its name is what it does, and not what it counts. */}
        <p
          className={cn(
            "pointer-events-none absolute inset-0 grid select-none place-content-center justify-items-center gap-1",
            open ? "text-accent-ink" : "text-muted",
          )}
        >
          <span className="font-semibold text-5xl tracking-tight sm:text-6xl">{today}</span>{" "}
          <span className="text-sm">{t("rewards.tap.today")}</span>{" "}
          <span className="mt-2 h-6 font-medium">{open && t("rewards.tap.factor", { factor })}</span>
        </p>
        {echoes.map(({ id, x, y, words }) => (
          <Echoed key={id} x={x} y={y}>
            {words}
          </Echoed>
        ))}
      </div>
      <div className="grid gap-1 text-center text-sm">
        <p className="font-medium">
          {t("rewards.tap.energy", { energy: formatCount(energy, t), most: formatCount(most, t) })}
        </p>
        {/* Who may not tap yet is shown how to begin instead: on a phone both have no room. */}
        <p id={helpId} className={open ? "max-w-prose text-muted" : "sr-only"}>
          {t("rewards.tap.help")}
        </p>
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

/** What a tap was worth, where it fell. Gone by itself; not there at all for who wants no motion. */
function Echoed({ x, y, children }: { x: number; y: number; children: React.ReactNode }) {
  return (
    <span
      aria-hidden
      style={{ left: `${x}%`, top: `${y}%` }}
      className="pointer-events-none absolute -translate-x-1/2 -translate-y-full animate-echo whitespace-nowrap rounded-sm bg-surface px-1.5 font-semibold text-accent text-sm shadow-raised motion-reduce:hidden"
    >
      {children}
    </span>
  );
}
