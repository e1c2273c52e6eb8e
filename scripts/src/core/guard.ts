// Runs detached beside every orchestrator and holds the read end of a pipe. When the pipe closes, the orchestrator is
// gone, however it went: what it started and did not end is ended here, last started first.
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { endGroup } from "./groups.ts";
import { hold } from "./lock.ts";

/** Process groups, and for each the time between SIGINT and SIGKILL. */
const groups = new Map<number, number>();
const temporary = new Set<string>();

// Ctrl-C in a terminal and a mass kill reach everything at once; this process has to be the last one.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

const verbs: Record<string, (subject: string) => void> = {
  started: (subject) => {
    const [group = 0, graceMs = 0] = subject.split(" ").map(Number);
    groups.set(group, graceMs);
  },
  ended: (group) => groups.delete(Number(group)),
  remove: (file) => temporary.add(file),
  // Held while this process lives: a next start waits until nothing of the last one is left.
  hold: (name) => void hold(name),
};

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const space = line.indexOf(" ");
  verbs[line.slice(0, space)]?.(line.slice(space + 1));
});
lines.on("close", async () => {
  for (const [group, graceMs] of [...groups].reverse()) await endGroup(group, graceMs);
  for (const file of temporary) rmSync(file, { recursive: true, force: true });
});
