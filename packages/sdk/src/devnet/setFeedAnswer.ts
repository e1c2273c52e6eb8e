import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { answerUpdatedEvent, setAnswerFunction } from "../generated/abi/testFeed.ts";
import { testFeed } from "../generated/addressTables.ts";

/** Parameters of {@link setFeedAnswer}. */
export type SetFeedAnswerParameters = {
  /** Dollars a QTI with 8 decimals. */
  answer: bigint;
};

/**
 * Sets what QTI costs, on a development chain: what the test feed says from then on.
 *
 * @param client - A viem client of the feed's setter, whom the deployment names.
 * @param parameters - {@link SetFeedAnswerParameters}
 * @returns Hash of the transaction.
 * @throws {@link TestFeedOnlySetterError} when the account may not set it.
 * @throws {@link AddressUnknownError} on a network without the feed.
 *
 * @example
 * ```ts
 * const hash = await setFeedAnswer(operatorClient, { answer: 15n * 10n ** 7n });
 * ```
 */
export const setFeedAnswer = /* @__PURE__ */ defineWrite({
  contracts: { testFeed },
  call: ({ testFeed, answer }: CallParameters<SetFeedAnswerParameters, "testFeed">) =>
    contractCall(testFeed, setAnswerFunction, [answer]),
  event: answerUpdatedEvent,
});

/** {@link setFeedAnswer}, then waits: answers with the receipt and the `AnswerUpdated` event. */
export const setFeedAnswerSync = /* @__PURE__ */ defineSync(setFeedAnswer);
