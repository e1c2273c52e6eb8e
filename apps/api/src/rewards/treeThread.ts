import { parentPort, workerData } from "node:worker_threads";
import { CampaignTreeError } from "@qti/sdk/errors";
import { buildCampaignTree, type CampaignTreeParameters } from "@qti/sdk/rewards/campaigns";
import type { BuiltTree } from "./treeBuilder.ts";

/** Classes do not travel between threads: a refusal goes as its sentence. */
function build(parameters: CampaignTreeParameters): BuiltTree {
  try {
    return { tree: buildCampaignTree(parameters) };
  } catch (error) {
    if (error instanceof CampaignTreeError) return { refusal: error.shortMessage };
    throw error;
  }
}

parentPort?.postMessage(build(workerData as CampaignTreeParameters));
