import { ScriptsError } from "../errors.ts";

/**
 * Runs a command of the checkout. Its signal aborts on Ctrl-C, on SIGTERM, when the terminal goes and when the process
 * that started it goes. Known failures are said in a sentence, others with their stack; both exit with 1.
 */
export async function runCommand(command: (signal: AbortSignal) => Promise<number>): Promise<never> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, abort);
  process.on("disconnect", abort);
  // A reader that went away, as in `npm start | head`, must not crash us half-way through a stop.
  process.stdout.on("error", abort);
  process.stderr.on("error", abort);
  try {
    process.exit(await command(stop.signal));
  } catch (error) {
    if (stop.signal.aborted) process.exit(0);
    console.error(error instanceof ScriptsError ? `\n${error.message}\n` : error);
    process.exit(1);
  }
}
