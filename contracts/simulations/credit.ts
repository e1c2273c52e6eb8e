/**
 * Lives through the credit lines many times with the reference model and says where their limits should be: writes
 * docs/credit-simulation.md with its pictures, and simulations/credit/results.json.
 *
 *   node simulations/credit.ts [--lives 200]
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ASSUMPTIONS } from "./credit/assumptions.ts";
import { book, histogram, lines } from "./credit/charts.ts";
import type { Life } from "./credit/life.ts";
import { type Lived, type Results, reportOf } from "./credit/report.ts";
import { DEPLOYED } from "./credit/rules.ts";
import { deployed, STRESS, type Sweep, sweeps } from "./credit/settings.ts";
import { type Setting, Study, spreadOf } from "./credit/study.ts";

const { values } = parseArgs({ options: { lives: { type: "string", default: "200" } } });
const lives = Number(values.lives);
if (!Number.isInteger(lives) || lives < 1) {
  console.error(`--lives ${values.lives}: say a whole number above 0, such as 200.`);
  process.exit(1);
}

let now = "";
const study = new Study((done, all) => {
  if (done % 10 === 0 || done === all) console.log(`${now}: ${done} of ${all} lives`);
});

const main = await live("the deployment's terms", deployed(lives));
const hard = await live(`${STRESS} times as many who stop`, deployed(Math.ceil(lives / 2), STRESS));
const all = sweeps(Math.ceil(lives / 2));
const results: Results = {
  rules: DEPLOYED,
  deployed: spreadOf(deployed(lives), main),
  stressed: spreadOf(deployed(Math.ceil(lives / 2), STRESS), hard),
  sweeps: {
    leverage: await liveAll(all.leverage),
    leverageStressed: await liveAll(all.leverageStressed),
    growth: await liveAll(all.growth),
    caps: await liveAll(all.caps),
    rate: await liveAll(all.rate),
    senior: await liveAll(all.senior),
  },
};
await study.end();

write(
  "simulations/credit/results.json",
  `${JSON.stringify({ assumptions: ASSUMPTIONS, ...results }, null, 1)}\n`,
);
write("../docs/credit-simulation.md", reportOf(results));
await drawPictures();
console.log(
  "Written: docs/credit-simulation.md, its pictures in docs/images, simulations/credit/results.json.",
);

async function live(name: string, setting: Setting): Promise<Life[]> {
  now = name;
  return study.live(setting);
}

async function liveAll(sweep: Sweep): Promise<Lived> {
  const found = [];
  for (const { value, setting } of sweep.points)
    found.push(spreadOf(setting, await live(`${sweep.name} ${value}, stress ${setting.stress}`, setting)));
  return { sweep, found };
}

async function drawPictures(): Promise<void> {
  const byLeverage = (series: string, { sweep, found }: Lived) =>
    sweep.points.map(({ value }, index) => ({
      x: value,
      percent: (found[index]?.figures.seniorLoss.p99 ?? 0) * 100,
      series,
    }));
  const { leverage, leverageStressed } = results.sweeps;
  const dots = [
    ...byLeverage("as assumed", leverage),
    ...byLeverage(`${STRESS} times as many stop paying`, leverageStressed),
  ];
  const title = "What seniors lose, 99 of 100 lives";
  write(
    "../docs/images/credit-leverage.svg",
    await lines(title, "debt / first loss", "% of their claim", dots),
  );

  const yields = main.map(({ juniorYield }) => juniorYield);
  write(
    "../docs/images/credit-first-loss.svg",
    await histogram("What the first loss earns a year, life by life", "% a year", yields),
  );
  const byYield = [...main].sort((a, b) => a.juniorYield - b.juniorYield);
  const pick = async (file: string, name: string, life: Life | undefined) => {
    if (life) write(`../docs/images/${file}`, await book(name, life.months));
  };
  await pick("credit-ordinary.svg", "The book in an ordinary life", byYield[Math.floor(byYield.length / 2)]);
  await pick("credit-worst.svg", "The book in the worst life for the first loss", byYield[0]);
}

function write(file: string, text: string): void {
  writeFileSync(new URL(`../${file}`, import.meta.url), text);
}
