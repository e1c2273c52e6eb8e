import type { Address } from "viem";

/** A small picture of an address: two accounts are told apart at a glance, never recognised by it alone. */
export function AccountMark({ address }: { address: Address }) {
  const bits = BigInt(address);
  const hue = Number(bits % 360n);
  // A mirrored grid of 5 by 5 from fifteen bits of the address.
  const cells = Array.from({ length: 15 }, (_, index) => ((bits >> BigInt(index + 16)) & 1n) === 1n).flatMap(
    (on, index) => {
      if (!on) return [];
      const column = index % 3;
      const row = Math.floor(index / 3);
      return column === 2 ? [[2, row] as const] : [[column, row] as const, [4 - column, row] as const];
    },
  );
  return (
    <svg viewBox="-1 -1 7 7" aria-hidden="true" className="size-5 shrink-0 rounded-sm bg-sunken">
      {cells.map(([x, y]) => (
        <rect key={`${x}-${y}`} x={x} y={y} width="1.02" height="1.02" fill={`oklch(0.6 0.09 ${hue})`} />
      ))}
    </svg>
  );
}
