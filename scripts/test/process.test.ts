import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { membersOf } from "../src/core/groups.ts";
import { Processes } from "../src/core/process.ts";
import { until } from "../src/core/until.ts";
import { CommandFailedError, PartDiedError, StoppedError } from "../src/errors.ts";

const fixtures = path.join(import.meta.dirname, "fixtures");
const node = process.execPath;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "qti-process-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const isAlive = (pid: number) => {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return false;
  }
};
const allGone = (pids: readonly number[]) =>
  until(async () => (pids.some(isAlive) ? undefined : true), {
    what: "the end of all processes",
    seconds: 15,
  });

/** Starts the stubborn parent and waits until it names itself and its child. */
async function startStubborn(processes: Processes, graceMs: number): Promise<number[]> {
  const pids = await new Promise<number[]>((resolve) => {
    processes.start({
      name: "stubborn",
      command: node,
      args: [path.join(fixtures, "stubborn.mjs"), "parent"],
      cwd: fixtures,
      graceMs,
      onLine: (line) => line.startsWith("pids ") && resolve(line.split(" ").slice(1).map(Number)),
    });
  });
  return pids;
}

describe("Processes", () => {
  test("a child that ignores signals is killed with its own children after the grace period", async () => {
    const processes = new Processes(folder);
    const pids = await startStubborn(processes, 100);
    expect(pids.map(isAlive)).toEqual([true, true]);
    await processes.stop();
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  test("parts are ended last started first", async () => {
    const processes = new Processes(folder);
    const ended: string[] = [];
    const script = `process.on("SIGINT", () => { console.log("ended"); process.exit(0) });
      setInterval(() => {}, 1000); console.log("ready")`;
    for (const name of ["first", "second", "third"]) {
      await new Promise<void>((resolve) => {
        const onLine = (line: string) => (line === "ended" ? ended.push(name) : resolve());
        processes.start({ name, command: node, args: ["-e", script], cwd: folder, onLine });
      });
    }
    await processes.stop();
    await until(async () => (ended.length === 3 ? true : undefined), { what: "three lines", seconds: 5 });
    expect(ended).toEqual(["third", "second", "first"]);
  });

  test("error: PartDiedError names the part and shows the end of its log", async () => {
    const processes = new Processes(folder);
    const script = `console.log("out of cheese"); process.exit(7)`;
    processes.start({ name: "kitchen", command: node, args: ["-e", script], cwd: folder });
    const error = await processes.died.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PartDiedError);
    expect(error).toMatchObject({
      part: "kitchen",
      message: expect.stringMatching(/exit code 7.*out of cheese/s),
    });
    await processes.stop();
  });

  test("behavior: what a dead part left in its group ends with it", async () => {
    const processes = new Processes(folder);
    const child = `["-e", "setInterval(() => {}, 1000)"]`;
    const script = `require("child_process").spawn(process.execPath, ${child}, { stdio: "ignore" });
      setTimeout(() => process.exit(1), 50)`;
    const { pid } = processes.start({ name: "leaver", command: node, args: ["-e", script], cwd: folder });
    await expect(processes.died).rejects.toBeInstanceOf(PartDiedError);
    await until(async () => (membersOf(pid).length === 0 ? true : undefined), {
      what: "the group",
      seconds: 10,
    });
    await processes.stop();
  });

  test("behavior: stopping a part on purpose is not a death", async () => {
    const processes = new Processes(folder);
    const args = ["-e", "setInterval(() => {}, 1000)"];
    const part = processes.start({ name: "calm", command: node, args, cwd: folder });
    await part.stop();
    await expect(processes.whileAlive(Promise.resolve("fine"))).resolves.toBe("fine");
    expect(isAlive(part.pid)).toBe(false);
    await processes.stop();
  });

  test("error: CommandFailedError when a command fails or does not exist", async () => {
    const processes = new Processes(folder);
    const failing = { name: "failing", command: node, args: ["-e", "process.exit(3)"], cwd: folder };
    await expect(processes.run(failing)).rejects.toBeInstanceOf(CommandFailedError);
    const missing = { name: "missing", command: "/nowhere/at-all", args: [], cwd: folder };
    await expect(processes.run(missing)).rejects.toBeInstanceOf(CommandFailedError);
    await expect(processes.run({ ...failing, args: ["-e", ""] })).resolves.toBeUndefined();
    await processes.stop();
  });

  test("behavior: says how a command that others wrote beside ended, to its last line", async () => {
    const processes = new Processes(folder);
    const script =
      "console.log('line by line'); console.error('all tests passed, but'); process.exitCode = 1;";
    const lines: string[] = [];
    const onLine = (line: string) => void lines.push(line);
    const spec = { name: "noisy", command: node, args: ["-e", script], cwd: folder, onLine };
    await expect(processes.run({ ...spec, repeatsItsEnd: true })).rejects.toThrow("all tests passed, but");
    await expect(processes.run(spec)).rejects.not.toThrow("all tests passed, but");
    expect(lines).toHaveLength(4);
    await processes.stop();
  });

  test("error: StoppedError when something is started after the stop", async () => {
    const processes = new Processes(folder);
    await processes.stop();
    const spec = { name: "late", command: node, args: [], cwd: folder };
    expect(() => processes.start(spec)).toThrow(StoppedError);
  });
});

describe("the guard", () => {
  test("nothing outlives an orchestrator that is killed with SIGKILL", async () => {
    const temporary = mkdtempSync(path.join(folder, "temporary-"));
    const orchestrator = spawn(node, [path.join(fixtures, "orchestrator.ts"), folder, temporary], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const line = await new Promise<string>((resolve) => {
      createInterface({ input: orchestrator.stdout }).once("line", resolve);
    });
    const pids = line.split(" ").slice(1).map(Number);
    expect(pids.map(isAlive)).toEqual([true, true]);

    orchestrator.kill("SIGKILL");
    await allGone(pids);
    await until(async () => (existsSync(temporary) ? undefined : true), { what: "the removal", seconds: 5 });
  });
});
