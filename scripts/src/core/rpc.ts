import { z } from "zod";
import { BadStatusError, RpcError } from "../errors.ts";

const answer = z.object({
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

/** One JSON-RPC call, its result checked by `schema`. */
export async function rpc<T>(
  url: string,
  method: string,
  params: readonly unknown[],
  schema: z.ZodType<T>,
): Promise<T> {
  const response = await fetch(url, {
    method: "POST",
    // A connection of its own: what moves the clock cannot be said twice, and a kept one may be closed under it.
    headers: { "content-type": "application/json", connection: "close" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new BadStatusError(url, response.status);
  const { result, error } = answer.parse(await response.json());
  if (error !== undefined) throw new RpcError(method, error.message);
  return schema.parse(result);
}

/** A JSON-RPC quantity. */
export const quantity = z
  .string()
  .regex(/^0x[0-9a-f]+$/i)
  .transform(Number);
