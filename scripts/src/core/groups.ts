import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

const pollMs = 20;

function signalGroup(group: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}

function processIds(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** The processes whose working directory is this folder. */
export function workingIn(folder: string): number[] {
  return processIds().filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false; // ended while we looked, or somebody else's
    }
  });
}

/**
 * The processes of a group that still run. Zombies, which a container without an init keeps for ever, do not count, once their
 * last thread has ended: before, what the process listened on is still taken.
 */
export function membersOf(group: number): number[] {
  return processIds().filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
      const [state, , pgrp] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (Number(pgrp) !== group) return false;
      return (state !== "Z" && state !== "X") || readdirSync(`/proc/${pid}/task`).length > 1;
    } catch {
      return false; // ended while we looked
    }
  });
}

async function emptied(group: number, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs;
  while (membersOf(group).length > 0) {
    if (Date.now() >= until) return false;
    await setTimeout(pollMs);
  }
  return true;
}

/** Ends a process group: SIGINT, and SIGKILL for what is left after the grace period. */
export async function endGroup(group: number, graceMs: number): Promise<void> {
  signalGroup(group, "SIGINT");
  if (await emptied(group, graceMs)) return;
  signalGroup(group, "SIGKILL");
  await emptied(group, graceMs);
}
