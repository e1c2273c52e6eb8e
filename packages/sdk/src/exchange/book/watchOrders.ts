import { createParser, type EventSourceMessage } from "eventsource-parser";
import type { Address } from "viem";
import { ApiProblemError, ApiResponseError, ApiUnreachableError } from "../../core/api/errors.ts";
import { type Api, send } from "../../core/api/request.ts";
import { pause } from "../../core/pause.ts";
import { type BookOrder, type OrderSide, orderEventSchemas } from "../wire.ts";
import { toQuery } from "./query.ts";

/** A change of the book: the whole order as it is after it, and its place in the stream. */
export type OrderChange = {
  type: "added" | "changed" | "removed";
  order: BookOrder;
  position: string;
};

/** Parameters of {@link watchOrders}. */
export type WatchOrdersParameters = {
  asset?: Address | undefined;
  money?: Address | undefined;
  maker?: Address | undefined;
  side?: OrderSide | undefined;
  /** `position` of a list or of a change: everything since then is told. From now on when left out. */
  after?: string | undefined;
  /** An order came, changed or ended. */
  onChange: (change: OrderChange) => void;
  /** What was missed is no longer known: list again. */
  onReset?: ((position: string) => void) | undefined;
  /** The stream stands, again after an interruption too. */
  onReady?: (() => void) | undefined;
  /** It was interrupted; unless `stopped`, it comes back by itself and misses nothing. */
  onError?: ((error: unknown, stopped: boolean) => void) | undefined;
  /** Milliseconds of silence after which the connection counts as dead. The service says something every 15 s. Default 45,000. */
  silence?: number | undefined;
};

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/**
 * Follows the book as it changes, over interruptions: it comes back where it was and misses nothing.
 *
 * @param book - Where the API is.
 * @param parameters - {@link WatchOrdersParameters}
 * @returns A function that ends it.
 *
 * @example
 * ```ts
 * const { items, position } = await getOrders({ url }, { asset });
 * const stop = watchOrders({ url }, { asset, after: position, onChange: ({ type, order }) => show(type, order.hash) });
 * ```
 */
export function watchOrders(book: Api, parameters: WatchOrdersParameters): () => void {
  const ended = new AbortController();
  void follow(book, parameters, ended.signal);
  return () => ended.abort();
}

async function follow(book: Api, parameters: WatchOrdersParameters, ended: AbortSignal): Promise<void> {
  let { after } = parameters;
  let wait = FIRST_PAUSE;
  const remember = (position: string) => {
    after = position;
    wait = FIRST_PAUSE;
  };
  while (!ended.aborted) {
    try {
      await listen(book, { ...parameters, after }, ended, remember);
    } catch (error) {
      if (ended.aborted) return;
      const stopped = isFinal(error);
      parameters.onError?.(error, stopped);
      if (stopped) return;
    }
    // Everyone was cut off in the same moment and should not come back in the same.
    await pause(wait * (0.5 + Math.random() / 2), ended);
    wait = Math.min(wait * 2, LONGEST_PAUSE);
  }
}

/** A question that was refused will be refused again; a service in trouble gets better. */
const isFinal = (error: unknown) =>
  error instanceof ApiProblemError && error.status < 500 && error.status !== 408 && error.status !== 429;

/** One connection, until it ends. */
async function listen(
  book: Api,
  { asset, money, maker, side, after, silence = 45_000, ...handlers }: WatchOrdersParameters,
  ended: AbortSignal,
  remember: (position: string) => void,
): Promise<void> {
  const quiet = new AbortController();
  let clock: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(clock);
    clock = setTimeout(() => quiet.abort(new ApiUnreachableError({ url: book.url })), silence);
  };
  const parser = createParser({
    onEvent: (message) => deliver(message, handlers, remember),
  });
  try {
    heard();
    const response = await send(book, {
      method: "GET",
      path: `/v1/orders/stream${toQuery({ asset, money, maker, side, after })}`,
      headers: { accept: "text/event-stream" },
      signal: AbortSignal.any([ended, quiet.signal]),
    });
    const reader = response.body?.getReader();
    if (!reader) throw new ApiResponseError({ status: response.status, reason: "It has no body." });
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } finally {
    clearTimeout(clock);
  }
}

type Handlers = Pick<WatchOrdersParameters, "onChange" | "onReset" | "onReady">;

/** Tells one event on. Names that this version does not know are passed over. */
function deliver(
  { event = "", id, data }: EventSourceMessage,
  { onChange, onReset, onReady }: Handlers,
  remember: (position: string) => void,
): void {
  switch (event) {
    case "added":
    case "changed":
    case "removed": {
      const order = parse(data, orderEventSchemas[event]);
      const position = id ?? "";
      remember(position);
      onChange({ type: event, order, position });
      return;
    }
    case "ready":
    case "reset": {
      const { position } = parse(data, orderEventSchemas[event]);
      remember(position);
      if (event === "reset") onReset?.(position);
      onReady?.();
    }
  }
}

type Schema<output> = { parse(value: unknown): output };

function parse<output>(data: string, schema: Schema<output>): output {
  try {
    return schema.parse(JSON.parse(data));
  } catch (cause) {
    throw new ApiResponseError({ status: 200, reason: "An event has another form than expected.", cause });
  }
}
