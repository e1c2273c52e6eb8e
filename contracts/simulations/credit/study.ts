import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Life } from "./life.ts";
import type { StatedRules } from "./rules.ts";

/** One setting that is lived through many times. */
export type Setting = {
  rules: StatedRules;
  borrowers: number;
  /** Everybody's chance to stop paying, as a multiple of the assumed one. */
  stress: number;
  lives: number;
};

/** What a worker is asked for: one life of a setting. */
export type Task = { setting: Setting; seed: number };

/** Figures of which percentiles are told. */
export const FIGURES = [
  "seniorLoss",
  "deepestShortfall",
  "seniorYield",
  "juniorYield",
  "writtenOff",
  "refused",
  "busiestDay",
  "meanLimit",
] as const;
export type Figure = (typeof FIGURES)[number];

/** The first, tenth, fiftieth, ninetieth and ninety-ninth percentile, and the most. */
export type Spread = { p1: number; p10: number; p50: number; p90: number; p99: number; most: number };
export type Found = { setting: Setting; figures: Record<Figure, Spread> };

/** Lives through every setting, on all cores, the same seeds for each: differences are those of the settings. */
export class Study {
  private readonly workers: Worker[];
  private readonly told: (done: number, all: number) => void;

  constructor(told: (done: number, all: number) => void, cores = availableParallelism()) {
    this.told = told;
    this.workers = Array.from({ length: cores }, () => new Worker(new URL("./worker.ts", import.meta.url)));
  }

  /** All lives of a setting, by seed. */
  async live(setting: Setting): Promise<Life[]> {
    const seeds = Array.from({ length: setting.lives }, (_, index) => index + 1);
    const lives: Life[] = [];
    await Promise.all(
      this.workers.map(async (worker) => {
        for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
          lives.push(await ask(worker, { setting, seed }));
          this.told(lives.length, setting.lives);
        }
      }),
    );
    return lives.sort((a, b) => a.seed - b.seed);
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}

function ask(worker: Worker, task: Task): Promise<Life> {
  return new Promise((resolve, reject) => {
    worker.once("message", (life: Life) => {
      worker.off("error", reject);
      resolve(life);
    });
    worker.once("error", reject);
    worker.postMessage(task);
  });
}

/** The percentiles of every figure. */
export function spreadOf(setting: Setting, lives: readonly Life[]): Found {
  const of = (figure: Figure): Spread => {
    const sorted = lives.map((life) => life[figure]).sort((a, b) => a - b);
    const at = (part: number) =>
      sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0;
    return { p1: at(0.01), p10: at(0.1), p50: at(0.5), p90: at(0.9), p99: at(0.99), most: at(1) };
  };
  const figures = Object.fromEntries(FIGURES.map((figure) => [figure, of(figure)])) as Record<Figure, Spread>;
  return { setting, figures };
}
