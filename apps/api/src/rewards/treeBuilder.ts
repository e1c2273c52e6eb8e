import { Worker } from "node:worker_threads";
import type { CampaignTree, CampaignTreeParameters } from "@qti/sdk/rewards/campaigns";

/** A tree, or the sentence that says why the leaves make none. */
export type BuiltTree = { tree: CampaignTree } | { refusal: string };

/**
 * Builds trees beside everything else that the process does: thousands of hashes are seconds, in which nobody would be answered.
 * One at a time, so that other work has a core left.
 */
export class TreeBuilder {
  #last: Promise<unknown> = Promise.resolve();

  build(parameters: CampaignTreeParameters): Promise<BuiltTree> {
    const built = this.#last.then(() => inThread(parameters));
    this.#last = built.catch(() => undefined);
    return built;
  }
}

function inThread(workerData: CampaignTreeParameters): Promise<BuiltTree> {
  const { promise, resolve, reject } = Promise.withResolvers<BuiltTree>();
  const worker = new Worker(new URL("./treeThread.ts", import.meta.url), { workerData });
  worker.on("message", (message: BuiltTree | object) => {
    // Under `node --watch` the thread first says which files it read.
    if ("tree" in message || "refusal" in message) resolve(message);
  });
  worker.once("error", reject);
  return promise;
}
