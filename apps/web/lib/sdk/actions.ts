/*
 * What the app reads from the chain and from the index. Loaded when a page first reads something, not with the page: the
 * shell is there and answers to clicks before any of this has arrived.
 */
import "../no-eval";

export {
  decodeMetadata,
  getAsset,
  getBalances,
  getHolding,
  getPosition,
  getStanding,
  getVault,
  nextDripAt,
  transferRefusal,
} from "@qti/sdk";
export {
  createSubgraphClient,
  getAsset as getIndexedAsset,
  getAssets,
  getHolders,
  getIndexedBlock,
  getPortfolio,
  getProtocol,
  getTransactions,
  getVaultHistory,
} from "@qti/sdk/subgraph";
export { getBlock } from "viem/actions";
