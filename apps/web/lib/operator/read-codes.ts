/** What was read out of pasted codes. */
export type ReadCodes = {
  /** Each once, in the order of the text. */
  codes: readonly string[];
  /** Lines whose code stands above already. */
  repeated: number;
  /** Numbers of the lines that no code can be, from 1. */
  wrong: readonly number[];
};

/** Characters of one code that the service keeps. */
const longest = 500;

/** Reads codes, one a line. Room around them and empty lines do not count. */
export function readCodes(text: string): ReadCodes {
  const codes = new Set<string>();
  const wrong: number[] = [];
  let repeated = 0;
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const code = line.trim();
    if (code === "") continue;
    if (code.length > longest || /[\p{Cc}\p{Cs}]/u.test(code)) wrong.push(index + 1);
    else if (codes.has(code)) repeated++;
    else codes.add(code);
  }
  return { codes: [...codes], repeated, wrong };
}

/** Codes that are missing: what can be bought and what was bought must be there. */
export function missingCodes({
  stock,
  wanted,
  available,
}: {
  stock: bigint;
  wanted: bigint;
  available: number;
}): bigint {
  const needed = stock + wanted - BigInt(available);
  return needed > 0n ? needed : 0n;
}

/** Parts of a list, each at most so long. */
export function inParts<item>(list: readonly item[], length: number): readonly (readonly item[])[] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, part) =>
    list.slice(part * length, (part + 1) * length),
  );
}
