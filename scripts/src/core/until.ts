import { setTimeout } from "node:timers/promises";
import { BadStatusError, NotReadyError, StoppedError } from "../errors.ts";

/** How long to wait for what. */
export interface UntilOptions {
  readonly what: string;
  readonly seconds: number;
  readonly pollMs?: number;
  /** Ends the wait. */
  readonly signal?: AbortSignal;
}

/**
 * Waits until `check` returns something other than undefined. A throw counts as "not yet", unless it is of a class that
 * `fatal` names.
 */
export async function until<T>(
  check: () => Promise<T | undefined>,
  options: UntilOptions,
  fatal: new (...args: never[]) => Error = NotReadyError,
): Promise<T> {
  const deadline = Date.now() + options.seconds * 1_000;
  let last = "none";
  for (;;) {
    try {
      const result = await check();
      if (result !== undefined) return result;
    } catch (error) {
      if (error instanceof fatal) throw error;
      last = error instanceof Error ? describe(error) : String(error);
    }
    if (Date.now() >= deadline) throw new NotReadyError(options.what, options.seconds, last);
    if (options.signal?.aborted === true) throw new StoppedError(options.what);
    await setTimeout(options.pollMs ?? 50);
  }
}

/** Node's fetch hides the reason in the cause. */
function describe(error: Error): string {
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

/** For {@link until}: true when a URL answers with a 2xx status. */
export async function answers(url: string): Promise<true> {
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000), redirect: "manual" });
  await response.body?.cancel();
  if (response.ok) return true;
  throw new BadStatusError(url, response.status);
}
