/* What the operator's desk reads and makes; loaded when it first needs it. */
import "../no-eval";

export { getBudget, getContracts, getPointsChannel, hasRole } from "@qti/sdk";
export { getStoreCodes } from "@qti/sdk/rewards/store";
export { createSubgraphClient } from "@qti/sdk/subgraph";
export { buildList } from "../operator/build-list";
export { uploadCodes } from "../operator/upload-codes";
