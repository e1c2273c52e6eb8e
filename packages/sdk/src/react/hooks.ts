"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useClient } from "wagmi";
import {
  anchorOptions,
  assetOptions,
  balancesOptions,
  hasRoleOptions,
  holdingOptions,
  isIssuerOptions,
  keysOptions,
  nextDripAtOptions,
  positionOptions,
  previewDepositOptions,
  requirementsOptions,
  standingOptions,
  transferRefusalOptions,
  vaultOptions,
} from "./chain.ts";
import { useSubgraph } from "./SubgraphProvider.ts";
import {
  anchorsOptions,
  assetHistoryOptions,
  assetPagesOptions,
  assetsOptions,
  claimPagesOptions,
  claimsOptions,
  holderPagesOptions,
  holdersOptions,
  indexedAssetOptions,
  indexedBlockOptions,
  moneyListingsOptions,
  operationPagesOptions,
  operationsOptions,
  paymentPagesOptions,
  paymentsOptions,
  portfolioOptions,
  protocolOptions,
  recoveriesOptions,
  recoveryPagesOptions,
  redemptionsOptions,
  rolesOptions,
  shareRedemptionPagesOptions,
  shareRedemptionsOptions,
  transactionPagesOptions,
  transactionsOptions,
  vaultHistoryOptions,
} from "./subgraph.ts";

/** Second parameter of a maker of options: what is asked. */
type Asked<options extends (client: never, parameters: never) => unknown> = Parameters<options>[1];

/** Reads who an account is; idle while the parameters are undefined. */
export function useStanding(parameters: Asked<typeof standingOptions>) {
  return useQuery(standingOptions(useClient(), parameters));
}

/** Reads whether an account may tokenize; idle while the parameters are undefined. */
export function useIsIssuer(parameters: Asked<typeof isIssuerOptions>) {
  return useQuery(isIssuerOptions(useClient(), parameters));
}

/** Reads whether an account holds a role; idle while the parameters are undefined. */
export function useHasRole(parameters: Asked<typeof hasRoleOptions>) {
  return useQuery(hasRoleOptions(useClient(), parameters));
}

/** Reads one asset, exactly; idle while the parameters are undefined. */
export function useAsset(parameters: Asked<typeof assetOptions>) {
  return useQuery(assetOptions(useClient(), parameters));
}

/** Reads what an account holds of an asset; idle while the parameters are undefined. */
export function useHolding(parameters: Asked<typeof holdingOptions>) {
  return useQuery(holdingOptions(useClient(), parameters));
}

/** Reads what the rules say of a transfer; idle while the parameters are undefined. */
export function useTransferRefusal(parameters: Asked<typeof transferRefusalOptions>) {
  return useQuery(transferRefusalOptions(useClient(), parameters));
}

/** Reads what an account stakes; idle while the parameters are undefined. */
export function usePosition(parameters: Asked<typeof positionOptions>) {
  return useQuery(positionOptions(useClient(), parameters));
}

/** Reads the staking vault. */
export function useVault(parameters: Asked<typeof vaultOptions> = {}) {
  return useQuery(vaultOptions(useClient(), parameters));
}

/** Reads the sQTI that a deposit would give; idle while the parameters are undefined. */
export function usePreviewDeposit(parameters: Asked<typeof previewDepositOptions>) {
  return useQuery(previewDepositOptions(useClient(), parameters));
}

/** Reads the money of an account; idle while the parameters are undefined. */
export function useBalances(parameters: Asked<typeof balancesOptions>) {
  return useQuery(balancesOptions(useClient(), parameters));
}

/** Reads what is missing before an action; idle while the parameters are undefined. */
export function useRequirements(parameters: Asked<typeof requirementsOptions>) {
  return useQuery(requirementsOptions(useClient(), parameters));
}

/** Reads the post-quantum keys of an account; idle while the parameters are undefined. */
export function useKeys(parameters: Asked<typeof keysOptions>) {
  return useQuery(keysOptions(useClient(), parameters));
}

/** Reads an anchored root of the log of records, the newest one when nothing else is asked. */
export function useAnchor(parameters: Asked<typeof anchorOptions> = {}) {
  return useQuery(anchorOptions(useClient(), parameters));
}

/** Reads when the faucet gives again; idle while the parameters are undefined. */
export function useNextDripAt(parameters: Asked<typeof nextDripAtOptions>) {
  return useQuery(nextDripAtOptions(useClient(), parameters));
}

/** Asks the subgraph for the numbers of the whole protocol. */
export function useProtocol(parameters: Asked<typeof protocolOptions> = {}) {
  return useQuery(protocolOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of assets. */
export function useAssets(parameters: Asked<typeof assetsOptions> = {}) {
  return useQuery(assetsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for one asset with its history; idle while the parameters are undefined. */
export function useIndexedAsset(parameters: Asked<typeof indexedAssetOptions>) {
  return useQuery(indexedAssetOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of holders; idle while the parameters are undefined. */
export function useHolders(parameters: Asked<typeof holdersOptions>) {
  return useQuery(holdersOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of what happened. */
export function useTransactions(parameters: Asked<typeof transactionsOptions> = {}) {
  return useQuery(transactionsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what an account is, holds, stakes and issued; idle while the parameters are undefined. */
export function usePortfolio(parameters: Asked<typeof portfolioOptions>) {
  return useQuery(portfolioOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for how the vault developed; idle while the parameters are undefined. */
export function useVaultHistory(parameters: Asked<typeof vaultHistoryOptions>) {
  return useQuery(vaultHistoryOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for how the shares of an asset moved; idle while the parameters are undefined. */
export function useAssetHistory(parameters: Asked<typeof assetHistoryOptions>) {
  return useQuery(assetHistoryOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for how far the index has come. */
export function useIndexedBlock(parameters: Asked<typeof indexedBlockOptions> = {}) {
  return useQuery(indexedBlockOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for assets, page after page. */
export function useAssetPages(parameters: Asked<typeof assetPagesOptions> = {}) {
  return useInfiniteQuery(assetPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for holders, page after page; idle while the parameters are undefined. */
export function useHolderPages(parameters: Asked<typeof holderPagesOptions>) {
  return useInfiniteQuery(holderPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what happened, page after page. */
export function useTransactionPages(parameters: Asked<typeof transactionPagesOptions> = {}) {
  return useInfiniteQuery(transactionPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of anchored roots. */
export function useAnchors(parameters: Asked<typeof anchorsOptions> = {}) {
  return useQuery(anchorsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of payments of income. */
export function usePayments(parameters: Asked<typeof paymentsOptions> = {}) {
  return useQuery(paymentsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for payments of income, page after page. */
export function usePaymentPages(parameters: Asked<typeof paymentPagesOptions> = {}) {
  return useInfiniteQuery(paymentPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of claimed income. */
export function useClaims(parameters: Asked<typeof claimsOptions> = {}) {
  return useQuery(claimsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for claimed income, page after page. */
export function useClaimPages(parameters: Asked<typeof claimPagesOptions> = {}) {
  return useInfiniteQuery(claimPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of redemptions of matured assets. */
export function useRedemptions(parameters: Asked<typeof redemptionsOptions> = {}) {
  return useQuery(redemptionsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of redeemed shares. */
export function useShareRedemptions(parameters: Asked<typeof shareRedemptionsOptions> = {}) {
  return useQuery(shareRedemptionsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for redeemed shares, page after page. */
export function useShareRedemptionPages(parameters: Asked<typeof shareRedemptionPagesOptions> = {}) {
  return useInfiniteQuery(shareRedemptionPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the tokens that contracts take as money. */
export function useMoneyListings(parameters: Asked<typeof moneyListingsOptions> = {}) {
  return useQuery(moneyListingsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for roles and who holds them. */
export function useRoles(parameters: Asked<typeof rolesOptions> = {}) {
  return useQuery(rolesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of delayed operations. */
export function useOperations(parameters: Asked<typeof operationsOptions> = {}) {
  return useQuery(operationsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for delayed operations, page after page. */
export function useOperationPages(parameters: Asked<typeof operationPagesOptions> = {}) {
  return useInfiniteQuery(operationPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of recoveries of lost accounts. */
export function useRecoveries(parameters: Asked<typeof recoveriesOptions> = {}) {
  return useQuery(recoveriesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for recoveries of lost accounts, page after page. */
export function useRecoveryPages(parameters: Asked<typeof recoveryPagesOptions> = {}) {
  return useInfiniteQuery(recoveryPagesOptions(useSubgraph(), parameters));
}
