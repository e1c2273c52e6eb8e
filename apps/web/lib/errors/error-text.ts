import { QtiError } from "@qti/sdk/errors";

/** An error as people read it: what happened, and what to do. */
export type ErrorText = {
  sentence: string;
  next: string;
  /** Stable name, for tests and support. */
  code: string;
  /** The person declined. Nothing is wrong. */
  isRejection: boolean;
};

const rejections = new Set(["user-rejected", "upgrade-rejected"]);

/** The words of an error of QTI. */
export function textOf(error: QtiError): ErrorText {
  return {
    sentence: error.shortMessage,
    next: error.next,
    code: error.code,
    isRejection: rejections.has(error.code),
  };
}

/**
 * Turns whatever was caught into a sentence and a next step; never a stack or a raw revert. What wallets, nodes and
 * contracts say is looked up in the table of the SDK, which is loaded when the first such error is seen.
 */
export async function toErrorText(error: unknown): Promise<ErrorText> {
  if (error instanceof QtiError) return textOf(error);
  try {
    const { decodeError } = await import("@qti/sdk/errors");
    return textOf(decodeError(error));
  } catch {
    // The table itself could not be loaded: the server that has it is gone.
    return {
      sentence: "Something went wrong, and this app cannot reach its own server to say what.",
      next: "Check the connection and reload the page.",
      code: "unreachable",
      isRejection: false,
    };
  }
}
