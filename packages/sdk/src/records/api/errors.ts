import { ApiProblemError } from "../../core/api/errors.ts";
import type { Problem } from "../wire.ts";

export { ApiProblemError, ApiResponseError, ApiUnreachableError } from "../../core/api/errors.ts";

/** Someone changed the record in between (409); nothing of theirs was overwritten. */
export class RecordConflictError extends ApiProblemError {
  override name = "RecordConflictError";

  constructor({ problem, cause }: { problem: Problem; cause?: unknown }) {
    super({ problem, cause });
    this.name = "RecordConflictError";
  }
}
