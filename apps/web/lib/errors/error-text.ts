import { QtiError } from "@qti/sdk/errors";
import { languageOf, type Translator } from "@/lib/i18n/translator";

/** An error as people read it: what happened, and what to do. */
export type ErrorText = {
  sentence: string;
  next: string;
  /** Stable name, for tests and support. */
  code: string;
  /** The person declined. Nothing is wrong. */
  isRejection: boolean;
};

const rejections = new Set(["user-rejected", "upgrade-rejected", "step-up-declined", "passkey-declined"]);

/** The words of an error of QTI, in English, as the SDK says them. */
export function textOf(error: QtiError): ErrorText {
  return {
    sentence: error.shortMessage,
    next: error.next,
    code: error.code,
    isRejection: rejections.has(error.code),
  };
}

/** The words of an error of QTI in the language of the translator. */
async function translatedText(error: QtiError, t: Translator): Promise<ErrorText> {
  const english = textOf(error);
  if (languageOf(t) === "en") return english;
  const { sentencesOf } = await import("./sentences");
  return { ...english, ...(await sentencesOf(error, languageOf(t), t)) };
}

/**
 * Turns whatever was caught into a sentence and a next step; never a stack or a raw revert. What wallets, nodes and
 * contracts say is looked up in the table of the SDK, which is loaded when the first such error is seen.
 */
export async function toErrorText(error: unknown, t: Translator): Promise<ErrorText> {
  try {
    if (error instanceof QtiError) return await translatedText(error, t);
    const { decodeError } = await import("@qti/sdk/errors");
    return await translatedText(decodeError(error), t);
  } catch {
    // The table itself could not be loaded: the server that has it is gone.
    return {
      sentence: t("ui.unreachable"),
      next: t("ui.reload"),
      code: "unreachable",
      isRejection: false,
    };
  }
}
