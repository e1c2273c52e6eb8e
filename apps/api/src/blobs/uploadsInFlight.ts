import { ProblemError } from "../core/problem.ts";

/** How many uploads one account may have under way in one process. */
export const uploadsAtOnce = 8;

/** One upload under way. */
export type Upload = {
  /** What it takes of the account's room: the bytes it announced, or those that came when they are more. */
  bytes: number;
};

/**
 * What accounts are sending just now. The database counts an upload when it is complete; until then its bytes lie on the
 * disks all the same. Each process counts for itself, as the rate limits do.
 */
export class UploadsInFlight {
  readonly #uploads = new Map<string, Set<Upload>>();

  /** Takes a place, which has to be given back by {@link UploadsInFlight.end}. @throws {@link ProblemError} `rate-limited` */
  begin(account: string): Upload {
    const others = this.#uploads.get(account) ?? new Set();
    if (others.size >= uploadsAtOnce) {
      throw new ProblemError("rate-limited", {
        detail: `At most ${uploadsAtOnce} uploads of an account run at once.`,
        headers: { "retry-after": "1" },
      });
    }
    const upload: Upload = { bytes: 0 };
    this.#uploads.set(account, others.add(upload));
    return upload;
  }

  end(account: string, upload: Upload): void {
    const uploads = this.#uploads.get(account);
    uploads?.delete(upload);
    if (uploads?.size === 0) this.#uploads.delete(account);
  }

  /** Of all uploads of the account together. */
  bytes(account: string): number {
    let sum = 0;
    for (const { bytes } of this.#uploads.get(account) ?? []) sum += bytes;
    return sum;
  }
}
