import { ConfigError } from "./environment.ts";
import { createLogger, type Logger } from "./logger.ts";

/** One service: how it reads its configuration, and what it does until it is told to stop. */
export type Service<config extends { logLevel: string }> = {
  /** Stands in each line of the log. */
  name: string;
  readConfig: (environment: Record<string, string | undefined>) => config;
  run: (config: config, log: Logger, signal: AbortSignal) => Promise<void>;
};

/**
 * Runs a service until `signal` aborts.
 *
 * @returns the exit code: 2 when the configuration cannot be used, 1 when the service cannot go on
 */
export async function serve<config extends { logLevel: string }>(
  { name, readConfig, run }: Service<config>,
  environment: Record<string, string | undefined>,
  signal: AbortSignal,
): Promise<number> {
  let config: config;
  try {
    config = readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    createLogger(name, "info").fatal(error.message);
    return 2;
  }
  const log = createLogger(name, config.logLevel);
  try {
    await run(config, log, signal);
    return 0;
  } catch (error) {
    // What breaks off because everything is told to stop is no failure.
    if (signal.aborted) {
      log.warn({ err: error }, "stopped in the middle of something");
      return 0;
    }
    log.fatal({ err: error }, `the ${name} cannot go on`);
    return 1;
  }
}

/** Aborts at the first SIGINT or SIGTERM. */
export function untilSignalled(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // Asked a second time, somebody is in a hurry.
      if (controller.signal.aborted) process.exit(1);
      controller.abort();
    });
  }
  return controller.signal;
}
