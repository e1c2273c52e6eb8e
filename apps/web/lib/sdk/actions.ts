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
  getRecovery,
  getRedemption,
  getStanding,
  getVault,
  nextDripAt,
  previewRedemption,
  transferRefusal,
  waitForTransaction,
} from "@qti/sdk";
export {
  createSubgraphClient,
  getAsset as getIndexedAsset,
  getAssets,
  getClaims,
  getHolders,
  getIndexedBlock,
  getOperations,
  getPayments,
  getPortfolio,
  getProtocol,
  getRecoveries,
  getRoles,
  getTransactions,
  getVaultHistory,
} from "@qti/sdk/subgraph";
export { getBlock, getTransaction, getTransactionReceipt } from "viem/actions";
export { mayReceive } from "./may-receive";
