/** Measures the SDK and writes its figures into the file that QTI_BENCH_OUT names, or shows them. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchRecords } from "../bench/records.ts";
import type { BenchRow } from "../bench/row.ts";
import * as sdk from "../src/index.ts";
import { budgetOf, measure, readDomains, weighDomains } from "./size.ts";
import { instantiations } from "./typeCost.ts";

const kB = (bytes: number) => Math.round(bytes / 10) / 100;

async function benchSize(): Promise<BenchRow[]> {
  // What decision 0040 means by everything at once; whoever imports a name pays for that name.
  const all = await measure(["qti"]);
  const withViem = await measure(["qti"], { withViem: true });
  const { later } = await measure("all");
  const writes = Object.entries(sdk).flatMap(([name, value]) =>
    typeof value === "function" && "estimateGas" in value ? [name] : [],
  );
  const alone: number[] = [];
  for (const name of writes) alone.push((await measure([name])).initial);
  const weight = weighDomains();
  const whole: { domain: string; bytes: number }[] = [];
  for (const [domain, names] of readDomains()) whole.push({ domain, bytes: (await measure(names)).initial });
  // The one that is closest to its budget.
  const [fullest] = whole.sort((a, b) => b.bytes / budgetOf(b.domain) - a.bytes / budgetOf(a.domain));
  const row = (name: string, bytes: number, bar?: number): BenchRow => ({
    name: `sdk/size/${name}`,
    value: kB(bytes),
    unit: "kB brotli",
    ...(bar === undefined ? {} : { bar }),
    better: "lower",
  });
  return [
    row("all", all.initial, 2 * weight),
    row("action", Math.max(...alone), 2),
    row("withViem", withViem.initial, 75),
    row("domain", fullest?.bytes ?? 0, budgetOf(fullest?.domain ?? "")),
    // Loaded at the first error, and not before.
    row("errors", later, 2 * weight),
  ];
}

/** What the example of the README costs the compiler, beyond viem's own share of it. */
function benchTypes(): BenchRow[] {
  const example = readFileSync(join(import.meta.dirname, "../examples/stake.ts"), "utf8");
  const viemAlone = example
    .split("\n")
    .filter(
      (line) => line.includes('from "viem') || /^const (phrase|account|transport|client|assets)/.test(line),
    )
    .join("\n");
  const value = instantiations(example) - instantiations(viemAlone);
  return [{ name: "sdk/types/example", value, unit: "instantiations", better: "lower" }];
}

const rows = [...(await benchSize()), ...benchTypes(), ...(await benchRecords())];
const out = process.env.QTI_BENCH_OUT;
if (out) writeFileSync(out, `${JSON.stringify(rows, null, 2)}\n`);
else console.table(rows);
