import type { Hex } from "viem";

/** What the layers of an error say about it. Read by shape, as errors cross bundles, workers and wallets. */
export type Facts = { names: string[]; codes: number[]; text: string; data: Hex | undefined };

const isHex = (value: unknown): value is Hex =>
  typeof value === "string" && /^0x([0-9a-f]{2}){4,}$/i.test(value);

/** Collects names, codes, texts and revert data of an error and of everything below it. */
export function inspect(error: unknown): Facts {
  const facts: Facts = { names: [], codes: [], text: "", data: undefined };
  const seen = new Set<object>();
  const queue: unknown[] = [error];
  while (queue.length > 0 && seen.size < 32) {
    const current = queue.shift();
    if (typeof current === "string") facts.text += `\n${current}`;
    if (typeof current !== "object" || current === null || seen.has(current)) continue;
    seen.add(current);
    const {
      name,
      code,
      status,
      message,
      shortMessage,
      details,
      raw,
      data,
      cause,
      error: inner,
    } = fields(current);
    if (typeof name === "string") facts.names.push(name);
    for (const each of [code, status]) if (typeof each === "number") facts.codes.push(each);
    // viem's messages repeat the whole request, whose words are not the node's.
    for (const each of [shortMessage ?? message, details])
      if (typeof each === "string") facts.text += `\n${each}`;
    facts.data ??= [raw, data].find(isHex);
    // Wallets nest the node's answer as `data.originalError`, `data.cause`, `error` or plain `data`.
    queue.push(cause, inner, data, fields(data).originalError);
  }
  return facts;
}

type Fields = Partial<
  Record<
    | "name"
    | "code"
    | "status"
    | "message"
    | "shortMessage"
    | "details"
    | "raw"
    | "data"
    | "cause"
    | "error"
    | "originalError",
    unknown
  >
>;

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? value : {};
}
