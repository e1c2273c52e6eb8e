import { ASSUMPTIONS, MEANING, SOURCE } from "./assumptions.ts";
import type { StatedRules } from "./rules.ts";
import { STRESS, type Sweep } from "./settings.ts";
import type { Figure, Found } from "./study.ts";

/** A sweep with what was found at each of its points. */
export type Lived = { sweep: Sweep; found: readonly Found[] };

/** Everything that the report tells. */
export type Results = {
  rules: StatedRules;
  deployed: Found;
  stressed: Found;
  sweeps: Record<"leverage" | "leverageStressed" | "growth" | "caps" | "rate" | "senior", Lived>;
};

const percent = (value: number) => {
  const shown = (value * 100).toFixed(value !== 0 && Math.abs(value) < 0.0995 ? 2 : 1);
  return `${Number(shown)} %`;
};
const money = (value: number) => `${Math.round(value).toLocaleString("en")} dollars`;
const row = (...cells: string[]) => `| ${cells.join(" | ")} |`;

/** The largest leverage at which the seniors lost nothing in 99 of 100 lives; 0 where they always did. */
export function safeLeverage({ sweep, found }: Lived): number {
  const safe = sweep.points.filter((_, index) => found[index]?.figures.seniorLoss.p99 === 0);
  // Lives differ by chance: what is above one that failed does not count.
  const unsafe = sweep.points.find((point) => !safe.includes(point))?.value ?? Number.POSITIVE_INFINITY;
  return Math.max(0, ...safe.map(({ value }) => value).filter((value) => value < unsafe));
}

/** The page about the simulation, in Markdown. */
export function reportOf(results: Results): string {
  const { deployed, stressed, sweeps, rules } = results;
  const calm = safeLeverage(sweeps.leverage);
  const hard = safeLeverage(sweeps.leverageStressed);
  const lost = (found: Found) => found.figures.seniorLoss;
  const people = ASSUMPTIONS.borrowers.toLocaleString("en");
  return `${[
    "# Where the limits of the credit lines should be",
    "",
    "<!-- Written by `npm run simulate:credit`: change the simulation, not this page. -->",
    "",
    `${people} people come over ${ASSUMPTIONS.years} years, draw, pay, are late, stop paying and leave, as assumed below, and the`,
    "[reference model](../contracts/test/loans/creditModel.ts) keeps the books: the one that the contracts are compared with to the unit. Each such life of the",
    "book has its own luck and its own economy. What is asked: with which terms do seniors lose nothing in 99 of 100 lives?",
    "",
    "## The answer",
    "",
    `- **Leverage.** Seniors lost nothing at the 99th percentile up to a debt of ${calm} times the first loss, and up to ${hard} times if people stop paying ${STRESS} times as often as`,
    `  assumed. The deployment allows **${rules.leverageBps / 10_000}**.`,
    `- **In ${deployed.setting.lives} lives with the deployment's terms** seniors lost ${percent(lost(deployed).p99)} at the 99th percentile and ${percent(lost(deployed).most)} at worst; with ${STRESS} times as many who stop,`,
    `  ${percent(lost(stressed).p99)} and ${percent(lost(stressed).most)} (${stressed.setting.lives} lives).`,
    `- **What lenders earned a year**: seniors ${percent(deployed.figures.seniorYield.p50)} in the median life and ${percent(deployed.figures.seniorYield.p1)} in the worst of 100; first loss`,
    `  ${percent(deployed.figures.juniorYield.p50)} and ${percent(deployed.figures.juniorYield.p1)}, so that it does what its name says. Nothing of this is a promise: it is what these assumptions make.`,
    `- **Underwriters' quota.** On the busiest day of all lives they gave ${money(deployed.figures.busiestDay.most)}; the deployment's quota a day is a little above it, as it is also what a stolen key could give away.`,
    "- **Growth and caps** move the seniors little, as no line is large beside the first loss; they were chosen so that nobody's limit grows faster than its record.",
    "",
    "The terms are those of [`contracts/ignition/credit.ts`](../contracts/ignition/credit.ts); a test fails when they, or the assumptions, are no longer those that were simulated.",
    "",
    row("term", "deployed"),
    row("---", "---"),
    row("interest", `${rules.rateBps / 100} % a year`),
    row("more when late", `${rules.lateBps / 100} % a year`),
    row(
      "due at a statement",
      `${rules.minimumBps / 100} % of the principal, all below ${rules.floor} dollars`,
    ),
    row("growth of a limit", `${rules.growthBps / 100} % for a whole cycle carried and paid in time`),
    row("seniors' share of the interest", `${rules.seniorBps / 100} %`),
    row("debt for each unit of first loss", `${rules.leverageBps / 10_000}`),
    row("cap of tiers 1, 2, 3", `${rules.caps.map((cap) => cap.toLocaleString("en")).join(", ")} dollars`),
    "",
    "![What seniors lose at the 99th percentile, by leverage](images/credit-leverage.svg)",
    "",
    "![A year's yield of the first loss, life by life](images/credit-first-loss.svg)",
    "",
    "![The book in an ordinary life](images/credit-ordinary.svg)",
    "",
    "![The book in the life that was worst for the first loss](images/credit-worst.svg)",
    "",
    "## In figures",
    "",
    `The deployment's terms, ${people} people, ${deployed.setting.lives} lives:`,
    "",
    ...spreadTable(deployed),
    "",
    `The same when people stop paying ${STRESS} times as often, ${stressed.setting.lives} lives:`,
    "",
    ...spreadTable(stressed),
    "",
    ...Object.values(sweeps).flatMap(sweepTable),
    "## What is assumed",
    "",
    `${SOURCE} What is assumed of those who stop is above the first of these for newcomers, and everything below is on the careful side where nobody knows.`,
    "",
    row("tier", "of all", "stop in their first year", "first limit"),
    row("---", "---", "---", "---"),
    ...ASSUMPTIONS.tiers.map(({ share, firstYear, firstLimit }, index) =>
      row(`${index + 1}`, percent(share), percent(firstYear), `${firstLimit.join(" to ")} dollars`),
    ),
    "",
    row("assumption", "value", "what it is"),
    row("---", "---", "---"),
    ...Object.entries(MEANING).map(([name, meaning]) =>
      row(`\`${name}\``, String(ASSUMPTIONS[name as keyof typeof MEANING]).replace(",", " to "), meaning),
    ),
    "",
    "Left out: vouchers, who lose before the first loss and so make it safer; payments before they are due; underwriters who learn; TREASURER, who would",
    "raise rates and lower caps when times get bad. Identities are taken to be persons.",
    "",
    "## Running it",
    "",
    "`npm run simulate:credit` lives through all of this again on every core and rewrites this page, its pictures and",
    "[`results.json`](../contracts/simulations/credit/results.json). `-- --lives 20` is quicker and says less. The same seeds give the same lives on any machine.",
  ].join("\n")}\n`;
}

const WORDS: Record<Figure, string> = {
  seniorLoss: "seniors lost, of their highest claim",
  deepestShortfall: "most that seniors missed at any time",
  seniorYield: "seniors earned a year",
  juniorYield: "first loss earned a year",
  writtenOff: "of all that was lent, written off for good",
  refused: "of what people could draw, no money was there for",
  busiestDay: "most that underwriters gave on a day",
  meanLimit: "mean limit of who still pays after the last year",
};
const inMoney = new Set<Figure>(["busiestDay", "meanLimit"]);

function spreadTable({ figures }: Found): string[] {
  return [
    row("", "1 of 100", "10 of 100", "median", "90 of 100", "99 of 100", "most"),
    row("---", "---", "---", "---", "---", "---", "---"),
    ...(Object.keys(WORDS) as Figure[]).map((figure) => {
      const { p1, p10, p50, p90, p99, most } = figures[figure];
      const say = inMoney.has(figure)
        ? (value: number) => `${Math.round(value).toLocaleString("en")}`
        : percent;
      return row(WORDS[figure], ...[p1, p10, p50, p90, p99, most].map(say));
    }),
  ];
}

function sweepTable({ sweep, found }: Lived): string[] {
  const { setting } = found[0] ?? {};
  const who = `${setting?.borrowers.toLocaleString("en")} people, ${setting?.lives} lives each`;
  const stress = setting?.stress === 1 ? "" : `, who stop paying ${setting?.stress} times as often`;
  return [
    `### By ${sweep.name}`,
    "",
    `${who}${stress}.`,
    "",
    row(
      `${sweep.name}, ${sweep.unit}`,
      "seniors lost, 99 of 100",
      "at worst",
      "seniors earned a year, median",
      "first loss earned a year, median",
      "10 of 100",
      "no money for draws, median",
    ),
    row("---", "---", "---", "---", "---", "---", "---"),
    ...sweep.points.map(({ value }, index) => {
      const figures = found[index]?.figures;
      if (figures === undefined) return "";
      const { seniorLoss, seniorYield, juniorYield, refused } = figures;
      return row(
        `${value}`,
        ...[
          seniorLoss.p99,
          seniorLoss.most,
          seniorYield.p50,
          juniorYield.p50,
          juniorYield.p10,
          refused.p50,
        ].map(percent),
      );
    }),
    "",
  ];
}
