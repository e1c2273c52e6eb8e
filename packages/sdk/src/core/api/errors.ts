import { QtiError } from "../../errors/base.ts";
import type { Problem } from "./problem.ts";

/** An answer of the API that is a problem (RFC 9457): its title is the sentence, and it says itself what to do. */
export class ApiProblemError extends QtiError {
  override name = "ApiProblemError";
  /** What the service said, whole. */
  readonly problem: Problem;
  /** URI of the kind of problem. */
  readonly type: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly status: number;
  /** Under which the service wrote the request down; worth quoting when asking for help. */
  readonly requestId: string | undefined;
  /** The fields that were not accepted. */
  readonly errors: readonly { field: string; message: string }[];

  constructor({ problem, cause }: { problem: Problem; cause?: unknown }) {
    const { status, title, detail } = problem;
    super(/[.!?]$/.test(title) ? title : `${title}.`, {
      code: problem.code === undefined ? "api-problem" : `api-${problem.code}`,
      next: problem.next ?? nextSteps[status] ?? fallback(status),
      details: detail,
      cause,
      name: "ApiProblemError",
    });
    this.problem = problem;
    this.type = problem.type;
    this.title = title;
    this.detail = detail;
    this.status = status;
    this.requestId = problem.requestId;
    this.errors = problem.errors ?? [];
  }
}

const nextSteps: { readonly [status: number]: string } = {
  401: "Sign in again.",
  403: "Ask someone who may do this, or switch to another account.",
  404: "Check that it still exists and that you may see it.",
  409: "Load it again, look at what changed, then repeat your change.",
  413: "Choose something smaller.",
  429: "Wait a moment, then try again.",
  507: "Try again later; nothing was lost, the service is out of space.",
};

function fallback(status: number): string {
  return status >= 500 ? "Try again in a moment; nothing was changed." : "Correct the request and try again.";
}

/** What was asked needs a second factor, given within the last minutes. */
export class StepUpNeededError extends ApiProblemError {
  override name = "StepUpNeededError";
  /** Those that the account has, e.g. `passkey`; none for an account that has to add one first. */
  readonly factors: readonly string[];

  constructor({ problem, cause }: { problem: Problem; cause?: unknown }) {
    super({ problem, cause });
    this.name = "StepUpNeededError";
    this.factors = wordsOf(problem.factors);
  }
}

/** The code or the passkey is not one of the account's, or was used before. */
export class FactorRefusedError extends ApiProblemError {
  override name = "FactorRefusedError";

  constructor({ problem, cause }: { problem: Problem; cause?: unknown }) {
    super({ problem, cause });
    this.name = "FactorRefusedError";
  }
}

/** Too many codes were wrong; no other is looked at for a while. */
export class FactorDelayedError extends ApiProblemError {
  override name = "FactorDelayedError";
  /** When the next code will be looked at; `undefined` when the service did not say. */
  readonly retryAt: Date | undefined;

  constructor({ problem, cause }: { problem: Problem; cause?: unknown }) {
    super({ problem, cause });
    this.name = "FactorDelayedError";
    const retryAt = new Date(typeof problem.retryAt === "string" ? problem.retryAt : Number.NaN);
    this.retryAt = Number.isNaN(retryAt.getTime()) ? undefined : retryAt;
  }
}

const wordsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((word) => typeof word === "string") : [];

const classes: { readonly [code: string]: typeof ApiProblemError } = {
  "step-up-needed": StepUpNeededError,
  "factor-refused": FactorRefusedError,
  "factor-delayed": FactorDelayedError,
};

/** The error of a problem: of a class of its own where a caller does something else about it. */
export function problemError(problem: Problem): ApiProblemError {
  return new (classes[problem.code ?? ""] ?? ApiProblemError)({ problem });
}

/** No answer came. */
export class ApiUnreachableError extends QtiError {
  override name = "ApiUnreachableError";
  readonly url: string;

  constructor({ url, cause }: { url: string; cause?: unknown }) {
    super("The service cannot be reached.", {
      code: "api-unreachable",
      next: "Check the connection and try again; repeating it does no harm.",
      details: url,
      cause,
      name: "ApiUnreachableError",
    });
    this.url = url;
  }
}

/** An answer came that is none of those the API gives. */
export class ApiResponseError extends QtiError {
  override name = "ApiResponseError";
  readonly status: number;

  constructor({ status, reason, cause }: { status: number; reason: string; cause?: unknown }) {
    super("The service gave an answer that makes no sense.", {
      code: "api-response",
      next: "Reload the page; if it goes on, the app and the service are of different versions.",
      details: `${status}: ${reason}`,
      cause,
      name: "ApiResponseError",
    });
    this.status = status;
  }
}
