import type { EventFilter, OrderFeed } from "./orderFeed.ts";

/** A stream says something at least this often, so that neither a proxy nor the server takes it for dead. */
const heartbeatMs = 15_000;
/** After how long a browser that was cut off comes back. */
const retryMs = 2_000;

/** One server-sent event. */
function frame(name: string, position: number, data: unknown): string {
  return `event: ${name}\nid: ${position}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The changes after `after` as server-sent events, until `signal` aborts or the feed closes. */
async function* frames(
  feed: OrderFeed,
  after: number | undefined,
  filter: EventFilter,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const begun = await feed.begin(after);
  let { position } = begun;
  yield `retry: ${retryMs}\n${frame(begun.lost ? "reset" : "ready", position, { position: String(position) })}`;
  while (!signal.aborted) {
    const page = await feed.read(position, filter);
    position = page.position;
    if (page.events.length > 0) {
      yield page.events.map(({ name, position: at, data }) => frame(name, at, data)).join("");
    } else if (!(await newsAfter(feed, position, signal))) {
      // An id without data is no event, but it is where a client goes on that heard of nothing for a long time.
      yield `:\nid: ${position}\n\n`;
    }
  }
}

/** Waits for news after a position, or the end. False when neither came before the next heartbeat. */
async function newsAfter(feed: OrderFeed, position: number, signal: AbortSignal): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const wake = () => resolve(true);
  const timer = setTimeout(() => resolve(false), heartbeatMs);
  const forget = feed.onNews(wake);
  signal.addEventListener("abort", wake, { once: true });
  // What came while the page was read woke nobody.
  if (feed.last > position || signal.aborted) wake();
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    forget();
    signal.removeEventListener("abort", wake);
  }
}

/**
 * A body that is written only as fast as it is read: what a slow client has not taken is not made yet.
 *
 * @param onEnd called once, however it ends
 */
export function orderStream(
  feed: OrderFeed,
  { after, filter, onEnd }: { after: number | undefined; filter: EventFilter; onEnd: () => void },
): ReadableStream<Uint8Array> {
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, feed.closing]);
  const encoder = new TextEncoder();
  const source = frames(feed, after, filter, signal);
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { value, done } = await source.next();
          if (done) {
            onEnd();
            controller.close();
          } else controller.enqueue(encoder.encode(value));
        } catch (error) {
          onEnd();
          controller.error(error);
        }
      },
      cancel: () => {
        gone.abort();
        onEnd();
      },
    },
    { highWaterMark: 0 },
  );
}

/** How many streams a process serves, and how many of them to one address. */
const streamLimits = { process: 1_000, caller: 32 };

/** Counts open streams. */
export class StreamGate {
  readonly #limits: { process: number; caller: number };
  readonly #open = new Map<string, number>();
  #total = 0;

  constructor(limits: { process: number; caller: number } = streamLimits) {
    this.#limits = limits;
  }

  /** Takes a place. Answers with what gives it back, or undefined when there is none. */
  enter(caller: string): (() => void) | undefined {
    const open = this.#open.get(caller) ?? 0;
    if (this.#total >= this.#limits.process || open >= this.#limits.caller) return undefined;
    this.#open.set(caller, open + 1);
    this.#total += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#total -= 1;
      const rest = (this.#open.get(caller) ?? 1) - 1;
      if (rest === 0) this.#open.delete(caller);
      else this.#open.set(caller, rest);
    };
  }

  get total(): number {
    return this.#total;
  }
}
