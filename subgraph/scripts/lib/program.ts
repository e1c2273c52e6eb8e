import { spawn } from "node:child_process";
import { ProgramFailedError } from "./errors.ts";

/** How a program is run. */
export interface ProgramOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** How a program ended, and what it said on both of its outputs. */
export interface ProgramResult {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program to its end, whatever that is. */
export async function runToEnd(
  command: string,
  args: readonly string[],
  { cwd, env }: ProgramOptions,
): Promise<ProgramResult> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => {
      output += chunk;
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once("close", resolve);
    child.once("error", (error) => {
      output += error.message;
      resolve(null);
    });
  });
  return { code, output };
}

/** Runs a program that has to succeed. */
export async function run(
  name: string,
  command: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<string> {
  const { code, output } = await runToEnd(command, args, options);
  if (code !== 0)
    throw new ProgramFailedError(name, code === null ? "did not run" : `exit code ${code}`, output);
  return output;
}

/** Runs a program to its end and lets it speak for itself. */
export async function runAloud(
  command: string,
  args: readonly string[],
  { cwd, env }: ProgramOptions,
): Promise<number | null> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: "inherit" });
  return await new Promise((resolve) => {
    child.once("close", resolve);
    child.once("error", () => resolve(null));
  });
}
