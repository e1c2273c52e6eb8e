/** Every failure of the stack and of its commands is one of these; each message says what to do. */
export class ScriptsError extends Error {
  override readonly name: string = "ScriptsError";
}

/** A part of the stack ended although nobody stopped it. */
export class PartDiedError extends ScriptsError {
  override readonly name = "PartDiedError";
  readonly part: string;

  constructor(part: string, how: string, logFile: string, tail: string) {
    super(`${part} stopped by itself (${how}). The end of ${logFile}:\n${tail}`);
    this.part = part;
  }
}

/** A command that was to succeed did not: a build, a deployment, a package's tests. */
export class CommandFailedError extends ScriptsError {
  override readonly name = "CommandFailedError";

  constructor(command: string, how: string, logFile: string, tail: string | undefined) {
    super(
      tail === undefined
        ? `${command} failed (${how}): see its lines above, or ${logFile}.`
        : `${command} failed (${how}). The end of ${logFile}:\n${tail}`,
    );
  }
}

/** A part runs but did not answer in time. */
export class NotReadyError extends ScriptsError {
  override readonly name = "NotReadyError";

  constructor(what: string, seconds: number, last: string) {
    super(`${what} was not ready after ${seconds} s. Last answer: ${last}`);
  }
}

/** A stack already runs on the same state folder. */
export class StackRunningError extends ScriptsError {
  override readonly name = "StackRunningError";

  constructor(stateDir: string) {
    super(
      `A QTI stack already runs on ${stateDir}. Stop it first (Ctrl-C in its terminal); ` +
        "its addresses are in stack.json there.",
    );
  }
}

/** No port is free near the preferred one. */
export class NoFreePortError extends ScriptsError {
  override readonly name = "NoFreePortError";

  constructor(name: string, from: number, to: number) {
    super(`No free port for ${name} between ${from} and ${to}: stop something that listens there.`);
  }
}

/** The contracts are not where the deployment says they are. */
export class DeploymentError extends ScriptsError {
  override readonly name = "DeploymentError";
}

/** A program or package that a part needs is missing or cannot run here. */
export class RequirementError extends ScriptsError {
  override readonly name = "RequirementError";
}

/** The subgraph stopped indexing because of an error in it. */
export class IndexingError extends ScriptsError {
  override readonly name = "IndexingError";
}

/** Something was to be started while everything is being stopped. */
export class StoppedError extends ScriptsError {
  override readonly name = "StoppedError";

  constructor(part: string) {
    super(`${part} was not started: the stack is being stopped.`);
  }
}

/** An address answered, but not with success. */
export class BadStatusError extends ScriptsError {
  override readonly name = "BadStatusError";

  constructor(url: string, status: number) {
    super(`${url} answered with status ${status}.`);
  }
}

/** The chain refused a call. */
export class RpcError extends ScriptsError {
  override readonly name = "RpcError";

  constructor(method: string, message: string) {
    super(`${method}: ${message}`);
  }
}

/** Tests of a package failed. */
export class TestsFailedError extends ScriptsError {
  override readonly name = "TestsFailedError";

  constructor(what: string, count: number) {
    super(`${count} of the tests of ${what} failed: see its lines above, or .qti/logs/test-${what}.log.`);
  }
}

/** A package says that its tests are fine, and ran none. */
export class NoTestsError extends ScriptsError {
  override readonly name = "NoTestsError";

  constructor(what: string) {
    super(
      `No test of ${what} was counted. Its test script has to write { "passed", "failed", "skipped" } ` +
        "to the file that QTI_TEST_SUMMARY names, or start with vitest.",
    );
  }
}

/** A part was named that there is none of. */
export class UnknownPartError extends ScriptsError {
  override readonly name = "UnknownPartError";

  constructor(name: string, known: readonly string[]) {
    super(`There is no part "${name}". Parts are ${known.join(", ")}; what a part needs comes along.`);
  }
}
