import { QtiError } from "../../errors/base.ts";
import type { Problem } from "../wire.ts";

/** An answer of the API that is a problem (RFC 9457): its title is the sentence, its detail says more. */
export class ApiProblemError extends QtiError {
  override name = "ApiProblemError";
  /** URI of the kind of problem. */
  readonly type: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly status: number;
  readonly instance: string | undefined;

  constructor({ problem, next, cause }: { problem: Problem; next?: string | undefined; cause?: unknown }) {
    super(problem.title, {
      code: "api-problem",
      next: next ?? nextSteps[problem.status] ?? fallback(problem.status),
      details: problem.detail,
      cause,
      name: "ApiProblemError",
    });
    this.type = problem.type;
    this.title = problem.title;
    this.detail = problem.detail;
    this.status = problem.status;
    this.instance = problem.instance;
  }
}

const nextSteps: { readonly [status: number]: string } = {
  401: "Sign in again.",
  403: "Ask someone who may do this, or switch to another account.",
  404: "Check that it still exists and is shared with you.",
  413: "Choose something smaller.",
  429: "Wait a moment, then try again.",
  507: "Try again later; nothing was lost, the service is out of space.",
};

function fallback(status: number): string {
  return status >= 500 ? "Try again in a moment; nothing was changed." : "Correct the request and try again.";
}

/** Someone changed the record in between (409); nothing of theirs was overwritten. */
export class RecordConflictError extends ApiProblemError {
  override name = "RecordConflictError";

  constructor({ problem, cause }: { problem: Problem; cause?: unknown }) {
    super({ problem, next: "Load the record again, look at what changed, then repeat your change.", cause });
    this.name = "RecordConflictError";
  }
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
