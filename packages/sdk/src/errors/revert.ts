import type { Hex } from "viem";
import type { RevertArguments } from "../generated/errors.ts";
import { QtiError } from "./base.ts";

/** Signature of a custom error of some contract, with the names of what it carries. */
export type RevertSignature = keyof RevertArguments;

/** Name of a custom error of some contract. */
export type RevertName = RevertSignature extends `${infer name}(${string}` ? name : never;

type Split<signature> = signature extends `${infer name}(${string}` ? name : never;

/** What a custom error carries, by its name. */
export type ArgumentsOf<name extends RevertName> = {
  [signature in RevertSignature as Split<signature>]: RevertArguments[signature];
}[name];

/** A contract refused. One subclass a custom error; `args` is what the contract said, exactly. */
export class RevertError<revertName extends RevertName = RevertName> extends QtiError {
  /** Name of the custom error in Solidity. */
  readonly revertName: revertName;
  /** What the contract said, by name. */
  readonly args: ArgumentsOf<revertName>;

  constructor(
    revertName: revertName,
    args: ArgumentsOf<revertName>,
    fact: string,
    next: string,
    cause?: unknown,
    details?: string,
  ) {
    super(fact, {
      name: `${revertName}Error`,
      code: revertName.replace(/\B[A-Z](?![A-Z])/g, "-$&").toLowerCase(),
      next,
      details,
      cause,
    });
    this.revertName = revertName;
    this.args = args;
  }
}

/** A contract refused without a reason that any ABI of QTI knows. */
export class UnknownRevertError extends QtiError {
  /** What the contract answered, if anything. */
  readonly data: Hex | undefined;
  /** The text that it gave, in its own words. */
  readonly reason: string | undefined;
  /** Number of the check that the compiler put in and that failed, such as 17 for an overflow. */
  readonly panic: bigint | undefined;

  constructor(data: Hex | undefined, reason?: string | bigint, cause?: unknown) {
    const said = typeof reason === "bigint" ? `a calculation failed (panic ${reason})` : reason;
    super(
      said ? `The contract refused: ${said}.` : "The contract refused and gave no reason that is known here.",
      {
        name: "UnknownRevertError",
        code: "unknown-revert",
        next: "Check the values that were given; if they are right, report this with the details.",
        details: data === undefined ? undefined : `Answer of the contract: ${data.slice(0, 138)}`,
        cause,
      },
    );
    this.data = data;
    this.reason = typeof reason === "string" && reason !== "" ? reason : undefined;
    this.panic = typeof reason === "bigint" ? reason : undefined;
  }
}

/** Nothing in the table fits. */
export class UnexpectedError extends QtiError {
  constructor(cause: unknown) {
    super("Something failed that has no explanation here.", {
      name: "UnexpectedError",
      code: "unexpected",
      next: "Try again; if it happens again, report it with the details.",
      details: cause instanceof Error ? cause.message.split("\n")[0] : String(cause),
      cause,
    });
  }
}
