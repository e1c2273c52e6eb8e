import { QtiError } from "@qti/sdk/errors";

/** The person gave no second factor. Nothing was done. */
export class StepUpDeclinedError extends QtiError {
  override name = "StepUpDeclinedError";

  constructor() {
    super("No second factor was given.", {
      code: "step-up-declined",
      next: "Nothing was changed. Try again when you have it at hand.",
      name: "StepUpDeclinedError",
    });
  }
}

/** Asks the person for a second factor; rejects with {@link StepUpDeclinedError} where they would rather not. */
export type AskForFactor = () => Promise<void>;

/*
 * Who asks: the dialog of the page that is open in this browser. A server has none, so nobody's is shared.
 */
let asking: AskForFactor | undefined;

/** Takes over the asking, until the answer is called. */
export function answerStepUp(ask: AskForFactor): () => void {
  asking = ask;
  return () => {
    if (asking === ask) asking = undefined;
  };
}

/** What the service answers, told by the SDK and by this app's own requests. */
const codes: ReadonlySet<string> = new Set(["api-step-up-needed", "step-up-needed"]);

/** Whether the service wants a second factor first. */
export function isStepUpNeeded(error: unknown): boolean {
  return error instanceof QtiError && codes.has(error.code);
}

/**
 * Does what may need a second factor. Where the service says so, the person is asked for one, and what they wanted is done from its
 * beginning: it has to be harmless to repeat what went before the refusal.
 *
 * @throws {@link StepUpDeclinedError} and whatever the work throws
 *
 * @example
 * const remove = useMutation({ mutationFn: (id: string) => withStepUp(() => removePasskey(api, { id })) });
 */
export async function withStepUp<result>(work: () => Promise<result>): Promise<result> {
  try {
    return await work();
  } catch (error) {
    if (!asking || !isStepUpNeeded(error)) throw error;
    await asking();
    return work();
  }
}
