import { type BookOrder, type OrderEventName, orderEventSchemas } from "@qti/sdk/exchange/wire";

export type StreamEvent = { id: string; name: OrderEventName; data: unknown };

/** A client of the stream of changes that reads only when it is told to. */
export class StreamClient {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  readonly #abort: AbortController;
  #text = "";
  /** As browsers keep it, for the day on which they are cut off. */
  lastEventId = "";

  private constructor(reader: ReadableStreamDefaultReader<Uint8Array>, abort: AbortController) {
    this.#reader = reader;
    this.#abort = abort;
  }

  static async open(
    service: { url: string },
    query = "",
    headers: Record<string, string> = {},
  ): Promise<StreamClient> {
    const abort = new AbortController();
    const response = await fetch(`${service.url}/v1/orders/stream${query}`, {
      headers,
      signal: abort.signal,
    });
    if (response.status !== 200 || response.body === null) {
      throw new Error(`answered ${response.status}: ${await response.text()}`);
    }
    return new StreamClient(response.body.getReader(), abort);
  }

  /** The next event, or undefined when the stream has ended. */
  async next(): Promise<StreamEvent | undefined> {
    for (;;) {
      const end = this.#text.indexOf("\n\n");
      if (end < 0) {
        const { done, value } = await this.#reader.read();
        if (done) return undefined;
        this.#text += this.#decoder.decode(value, { stream: true });
        continue;
      }
      const fields = this.#text.slice(0, end).split("\n");
      this.#text = this.#text.slice(end + 2);
      const field = (name: string) =>
        fields.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      this.lastEventId = field("id") ?? this.lastEventId;
      const [name, data] = [field("event"), field("data")];
      if (name === undefined || data === undefined) continue;
      return { id: this.lastEventId, name: name as OrderEventName, data: JSON.parse(data) };
    }
  }

  /** The next event about an order, as `name state`, with the order. */
  async order(): Promise<{ name: OrderEventName; order: BookOrder }> {
    const event = await this.next();
    if (event === undefined || event.name === "ready" || event.name === "reset") {
      throw new Error(`expected an order, got ${event?.name ?? "the end"}`);
    }
    return { name: event.name, order: orderEventSchemas[event.name].parse(event.data) };
  }

  close(): void {
    this.#abort.abort();
  }
}
