/** The keeper cannot go on: what happened, and what an operator does about it. */
export class KeeperError extends Error {
  override name = "KeeperError";
}
