/** Every failure of the subgraph's own scripts is one of these; each message says what to do. */
export class SubgraphError extends Error {
  override readonly name: string = "SubgraphError";
}

/** The addresses or settings that a build was given are wrong. */
export class BuildInputError extends SubgraphError {
  override readonly name = "BuildInputError";
}

/** An ABI that the subgraph reads events from is missing, or lacks one of them. */
export class AbiError extends SubgraphError {
  override readonly name = "AbiError";
}

/** A program that a script ran did not succeed. */
export class ProgramFailedError extends SubgraphError {
  override readonly name = "ProgramFailedError";

  constructor(program: string, how: string, output: string) {
    super(`${program} failed (${how}):\n${output}`);
  }
}

/** Tests were asked for and none ran. */
export class NoTestsError extends SubgraphError {
  override readonly name = "NoTestsError";
}
