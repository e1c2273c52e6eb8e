import type { Api } from "@qti/sdk/identity/sign-in";

/*
 * Whether this page may still ask as who is signed in. The session is the browser's, so there is one answer for the page; a server
 * never asks as a person.
 */
let isEnding = false;
/** Aborted from when the session is being ended until there is another. */
let reads = new AbortController();

/**
 * Asks the service as who is signed in. Once the session is being ended nothing is asked any more: what came late, after its code was
 * loaded or after an answer before it, would be refused, and what is under way is given up. Writing that is under way is not.
 */
const askAsPerson: typeof fetch = async (input, init) => {
  reads.signal.throwIfAborted();
  if ((init?.method ?? "GET") !== "GET") return fetch(input, init);
  const signals = [reads.signal, ...(init?.signal ? [init.signal] : [])];
  return fetch(input, { ...init, signal: AbortSignal.any(signals) });
};

/** The service, for what it answers to who is signed in only. */
export function personApi(apiUrl: string): Api {
  return { url: apiUrl, fetch: askAsPerson };
}

/** Ends the session by some work. Where that fails, the session goes on. */
export async function endingBy<result>(work: () => Promise<result>): Promise<result> {
  isEnding = true;
  reads.abort();
  try {
    return await work();
  } catch (error) {
    reads = new AbortController();
    throw error;
  } finally {
    isEnding = false;
  }
}

/** Says that somebody is signed in: heard of while the session is being ended, it is the one that ends. */
export function sessionGoesOn(): void {
  if (!isEnding && reads.signal.aborted) reads = new AbortController();
}
