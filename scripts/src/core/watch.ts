import { type FSWatcher, watch } from "node:fs";
import { whenAborted } from "./abort.ts";

/** A folder whose files matter. */
export interface WatchedTree {
  readonly name: string;
  readonly folder: string;
  readonly matches: RegExp;
}

/** An editor writes a file in several steps: what happens within this time is one change. */
const burstMs = 150;

/** Names of the trees that changed since the last time it was asked; ends when the signal aborts. */
export async function* changesIn(
  trees: readonly WatchedTree[],
  signal: AbortSignal,
): AsyncGenerator<ReadonlySet<string>, void> {
  let changed = new Set<string>();
  let wake = () => {};
  let burst: NodeJS.Timeout | undefined;
  const watchers: FSWatcher[] = trees.map(({ name, folder, matches }) =>
    watch(folder, { recursive: true }, (_, file) => {
      if (file === null || !matches.test(file)) return;
      changed.add(name);
      clearTimeout(burst);
      burst = setTimeout(() => wake(), burstMs);
    }),
  );
  try {
    while (!signal.aborted) {
      const waiting = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (changed.size === 0) await Promise.race([waiting, whenAborted(signal)]);
      if (signal.aborted) return;
      const names = changed;
      changed = new Set();
      yield names;
    }
  } finally {
    clearTimeout(burst);
    for (const watcher of watchers) watcher.close();
  }
}
