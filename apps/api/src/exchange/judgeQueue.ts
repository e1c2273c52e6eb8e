import type { ChainClient } from "../core/chain.ts";
import type { Judge, Judged, SignedOrder } from "./judge.ts";
import { type Moment, momentOf } from "./moment.ts";

type Waiting = {
  signed: SignedOrder;
  resolve: (answer: { judged: Judged; moment: Moment }) => void;
  reject: (error: unknown) => void;
};

/** Orders that are put to the chain together. */
const together = 40;

/** One question to the chain at a time: what comes while it is answered is asked together afterwards. */
export class JudgeQueue {
  readonly #chain: ChainClient;
  readonly #judge: Judge;
  readonly #waiting: Waiting[] = [];
  #asking = false;

  constructor(chain: ChainClient, judge: Judge) {
    this.#chain = chain;
    this.#judge = judge;
  }

  /** A verdict, and the moment for which it was given. @throws whatever keeps the chain from answering */
  judge(signed: SignedOrder): Promise<{ judged: Judged; moment: Moment }> {
    const { promise, resolve, reject } = Promise.withResolvers<{ judged: Judged; moment: Moment }>();
    this.#waiting.push({ signed, resolve, reject });
    void this.#ask();
    return promise;
  }

  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    while (this.#waiting.length > 0) {
      const some = this.#waiting.splice(0, together);
      try {
        const moment = await momentOf(this.#chain);
        const judged = await this.#judge.judge(
          some.map(({ signed }) => signed),
          moment,
        );
        const answers = new Map(judged.map((one) => [one.signed, one]));
        for (const { signed, resolve } of some) {
          const one = answers.get(signed);
          if (one !== undefined) resolve({ judged: one, moment });
        }
      } catch (error) {
        for (const { reject } of some) reject(error);
      }
    }
    this.#asking = false;
  }
}
