/** What became of one piece of work. */
export type Outcome<answer> = { answer: answer } | { error: unknown };

export type TogetherOptions<work, answer> = {
  /** Pieces of one group. */
  most: number;
  /** Of two with the same one waits for the next group. */
  keyOf: (work: work) => string;
  /** Does a group; answers in its order. What it throws is the outcome of all of them. */
  doAll: (group: readonly work[]) => Promise<readonly Outcome<answer>[]>;
};

type Waiting<work, answer> = {
  work: work;
  resolve: (answer: answer) => void;
  reject: (error: unknown) => void;
};

/**
 * Does work in groups: whatever comes while one is under way is the next. When little is to be done nobody waits for company,
 * and when much is, what a group costs is shared by many.
 */
export class Together<work, answer> {
  readonly #options: TogetherOptions<work, answer>;
  #waiting: Waiting<work, answer>[] = [];
  #busy = false;

  constructor(options: TogetherOptions<work, answer>) {
    this.#options = options;
  }

  do(work: work): Promise<answer> {
    const { promise, resolve, reject } = Promise.withResolvers<answer>();
    this.#waiting.push({ work, resolve, reject });
    if (!this.#busy) void this.#run();
    return promise;
  }

  async #run(): Promise<void> {
    this.#busy = true;
    // What comes in the same moment goes together.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#doGroup(this.#nextGroup());
    this.#busy = false;
  }

  #nextGroup(): Waiting<work, answer>[] {
    const { most, keyOf } = this.#options;
    const keys = new Set<string>();
    const group: Waiting<work, answer>[] = [];
    const later: Waiting<work, answer>[] = [];
    for (const one of this.#waiting) {
      const key = keyOf(one.work);
      if (group.length < most && !keys.has(key)) {
        keys.add(key);
        group.push(one);
      } else later.push(one);
    }
    this.#waiting = later;
    return group;
  }

  async #doGroup(group: readonly Waiting<work, answer>[]): Promise<void> {
    let outcomes: readonly Outcome<answer>[];
    try {
      outcomes = await this.#options.doAll(group.map(({ work }) => work));
    } catch (error) {
      outcomes = group.map(() => ({ error }));
    }
    for (const [index, { resolve, reject }] of group.entries()) {
      const outcome = outcomes[index];
      if (outcome !== undefined && "answer" in outcome) resolve(outcome.answer);
      else reject(outcome?.error);
    }
  }
}
