import { QtiError } from "../errors/base.ts";

/**
 * Turns whatever was caught into an error of QTI. The table of sentences is loaded only now: it is larger than all
 * actions together, and most sessions see few of them.
 */
export async function toQtiError(error: unknown): Promise<QtiError> {
  if (error instanceof QtiError) return error;
  try {
    const { decodeError } = await import("../errors/decode.ts");
    return decodeError(error);
  } catch {
    return new QtiError("The request failed, and its explanation could not be loaded.", {
      name: "UnexplainedError",
      code: "unexplained",
      next: "Check the connection, then try again.",
      cause: error,
    });
  }
}
