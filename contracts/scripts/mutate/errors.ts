/** Every failure of the mutation run itself; each message says what to do. */
export class MutationError extends Error {
  override readonly name: string = "MutationError";
}

/** Nothing is left after the filters of the command line. */
export class NothingToMutateError extends MutationError {
  override readonly name = "NothingToMutateError";

  constructor(asked: string, known: readonly string[]) {
    super(`No contract matches ${asked}. Contracts are ${known.join(", ")}.`);
  }
}

/** A test fails although nothing was changed. */
export class FailsUnchangedError extends MutationError {
  override readonly name = "FailsUnchangedError";

  constructor(test: string) {
    super(
      `${test} fails without any mutant. Make the tests pass first: a test that always fails kills everything.`,
    );
  }
}

/** A worker ended although nobody stopped it. */
export class WorkerDiedError extends MutationError {
  override readonly name = "WorkerDiedError";

  constructor(how: string) {
    super(`A worker ended by itself (${how}). Run the same command again: it goes on where it was.`);
  }
}

/** The stories in TypeScript ended without a test that failed. */
export class StoriesDidNotRunError extends MutationError {
  override readonly name = "StoriesDidNotRunError";

  constructor(file: string) {
    super(`The stories in TypeScript did not run: see ${file}. The same command goes on where this run was.`);
  }
}
