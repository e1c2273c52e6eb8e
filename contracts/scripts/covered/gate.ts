import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addStatementCoverageInstrumentation, latestSupportedSolidityVersion } from "@nomicfoundation/edr";
import { type Figures, type MeasuredFile, measure, sum, type Uncovered } from "./figures.ts";

/** Of a hundred statements, and of a hundred lines, so many have to run in some test. */
const BAR = 99.5;

/** A statement of which somebody said why no test can run it. */
interface Excused extends Omit<Uncovered, "line"> {
  readonly why: string;
}

/** Whether the tests run enough of the contracts, and what to say about it. */
export interface Judgement {
  readonly ok: boolean;
  readonly figures: Figures;
  readonly complaints: readonly string[];
}

/** Judges the package in `root` by what Hardhat's runners left in its folder `coverage`. */
export function judgeCoverage(root: string): Judgement {
  const ran = new Set(
    globSync("coverage/data/*/*.json", { cwd: root }).flatMap((file) =>
      Object.keys(JSON.parse(readFileSync(join(root, file), "utf8")) as Record<string, number>),
    ),
  );
  const excused = JSON.parse(readFileSync(join(root, "snapshots/uncovered.json"), "utf8")) as Excused[];
  return judge(instrumented(root), ran, excused);
}

/** Every statement that does not run needs an excuse, and all excuses together are not to be many. */
export function judge(
  files: readonly MeasuredFile[],
  ran: ReadonlySet<string>,
  excused: readonly Excused[],
): Judgement {
  const measured = files.map((file) => measure(file, ran));
  const figures = sum(measured);
  const uncovered = measured.flatMap((each) => each.uncovered);
  const isSame = (a: Omit<Uncovered, "line">, b: Omit<Uncovered, "line">) =>
    a.file === b.file && a.text === b.text;
  const complaints = [
    ...uncovered
      .filter((each) => !excused.some((excuse) => isSame(excuse, each)))
      .map(({ file, line, text }) => `src/${file}:${line} runs in no test: ${text}`),
    ...excused
      .filter((excuse) => !uncovered.some((each) => isSame(excuse, each)))
      .map(({ file, text }) => `snapshots/uncovered.json excuses what runs or is no more: ${file}: ${text}`),
    ...[percent(figures.ran, figures.statements), percent(figures.linesRan, figures.lines)]
      .filter((share) => share < BAR)
      .map((share) => `${share.toFixed(2)} % is below ${BAR} %.`),
  ];
  return { ok: complaints.length === 0, figures, complaints };
}

/** "1,234 of 1,234 statements (100.00 %) and 1,000 of 1,000 lines (100.00 %)" */
export function shownFigures({ statements, ran, lines, linesRan }: Figures): string {
  const part = (some: number, all: number, what: string) =>
    `${some} of ${all} ${what} (${percent(some, all).toFixed(2)} %)`;
  return `${part(ran, statements, "statements")} and ${part(linesRan, lines, "lines")}`;
}

/** The statements of all contracts, with the tags that Hardhat gives them when it instruments them. */
function instrumented(root: string): MeasuredFile[] {
  const version = latestSupportedSolidityVersion();
  return globSync("src/**/*.sol", { cwd: root })
    .sort()
    .map((path) => {
      const content = readFileSync(join(root, path), "utf8");
      const { metadata } = addStatementCoverageInstrumentation(content, `project/${path}`, version);
      const statements = metadata.map(({ startUtf16, endUtf16, tag }) => ({
        start: Number(startUtf16),
        end: Number(endUtf16),
        tag: Buffer.from(tag).toString("hex"),
      }));
      return { file: path.replace("src/", ""), content, statements };
    });
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (part * 100) / whole;
}
