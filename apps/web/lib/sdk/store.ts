/* What the store's page reads; loaded when it first needs it. */
import "../no-eval";

export { decodeMetadata, getBudget, getContracts, getItemsBought, getPoints, getStore } from "@qti/sdk";
export { getStoreOrders as getDeliveries } from "@qti/sdk/rewards/store";
export { createSubgraphClient, getStoreItems, getStoreOrders } from "@qti/sdk/subgraph";
