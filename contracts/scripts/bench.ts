/**
 * Measures gas and code sizes as on a public network (`production` profile), a transaction a block.
 *
 *   node scripts/bench.ts            prints a table; rows go to the file that QTI_BENCH_OUT names
 *   node scripts/bench.ts --update   accepts the figures as the new snapshot; a rise needs a reason in the commit
 *
 * Fails when a figure is above that of snapshots/bench.json by more than a byte or two of call data (a time has more
 * zero bytes on one day than on another).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

process.env.HARDHAT_BUILD_PROFILE = "production";
// The configuration is read on import, and it depends on the profile.
const { default: hre } = await import("hardhat");
const { benchAssets } = await import("../bench/assets.ts");
const { benchExchange } = await import("../bench/exchange.ts");
const { benchLoans } = await import("../bench/loans.ts");
const { benchRecords } = await import("../bench/records.ts");
const { benchRewards } = await import("../bench/rewards.ts");
const { benchSizes } = await import("../bench/sizes.ts");
const { benchStaking } = await import("../bench/staking.ts");

const TOLERANCE = 24;
const snapshotFile = join(import.meta.dirname, "../snapshots/bench.json");

await hre.tasks.getTask("build").run({ quiet: true, noTests: true });
const rows = [
  ...(await benchAssets(hre)),
  ...(await benchExchange(hre)),
  ...(await benchStaking(hre)),
  ...(await benchLoans(hre)),
  ...(await benchRecords(hre)),
  ...(await benchRewards(hre)),
  ...(await benchSizes(hre)),
];

console.table(rows);
if (process.env.QTI_BENCH_OUT) writeFileSync(process.env.QTI_BENCH_OUT, `${JSON.stringify(rows, null, 2)}\n`);

const figures = Object.fromEntries(rows.map(({ name, value }) => [name, value]));
if (process.argv.includes("--update")) {
  writeFileSync(snapshotFile, `${JSON.stringify(figures, null, 2)}\n`);
  process.exit(0);
}
const snapshot = JSON.parse(readFileSync(snapshotFile, "utf8")) as Record<string, number>;
const risen = rows.filter(
  ({ name, value }) => value > (snapshot[name] ?? Number.POSITIVE_INFINITY) + TOLERANCE,
);
for (const { name, value } of risen) console.error(`${name} rose from ${snapshot[name]} to ${value}`);
process.exit(risen.length === 0 ? 0 : 1);
