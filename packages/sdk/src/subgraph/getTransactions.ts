import type { Address, Hex } from "viem";
import {
  type Domain,
  type Transaction_Filter,
  type TransactionKind,
  type TransactionsQuery,
  transactionsDocument,
} from "../generated/graphql.ts";
import { type NamedAsset, toNamedAsset } from "./asset.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getTransactions}. */
export type GetTransactionsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    /** Only what concerns this account, on either side. */
    account?: Address | undefined;
    /** Only what concerns this asset. */
    asset?: Address | undefined;
    /** Only what belongs to this domain. */
    domain?: Domain | undefined;
    /** Only these kinds. */
    kinds?: readonly TransactionKind[] | undefined;
    /** Only what happened then or later. Unix seconds. */
    from?: bigint | undefined;
    /** Only what happened before. Unix seconds. */
    until?: bigint | undefined;
    /** Only what this transaction of the chain did. */
    transactionHash?: Hex | undefined;
  };

/** One thing that happened, with the coordinates of its proof. */
export type IndexedTransaction = {
  id: Hex;
  domain: Domain;
  kind: TransactionKind;
  account: Address;
  counterparty: Address | undefined;
  asset: NamedAsset | undefined;
  /** In the smallest unit of `token`, or as the kind says; `undefined` where nothing was counted. */
  amount: bigint | undefined;
  token: Address | undefined;
  /** Money that was paid, as whoever was paid got it, in units of `money`; `undefined` where none was. */
  moneyAmount: bigint | undefined;
  /** What a buyer gave beyond `moneyAmount`, in units of `money`; `undefined` where there is no such thing. */
  fee: bigint | undefined;
  /** Token that `moneyAmount` and `fee` count, or that the row is about. */
  money: Address | undefined;
  /** Number of the role that was given or taken. */
  role: bigint | undefined;
  /** Order on the chain, unique; the cursor of the list. */
  sequence: bigint;
  /** Who signed the transaction. */
  sender: Address;
  blockNumber: bigint;
  blockHash: Hex;
  /** Unix seconds. */
  timestamp: bigint;
  transactionHash: Hex;
  transactionIndex: number;
  logIndex: number;
  /** Contract that emitted the event. */
  emitter: Address;
};

/**
 * Lists what happened, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetTransactionsParameters}
 * @returns A page of {@link IndexedTransaction}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items, next } = await getTransactions(subgraph, { account, domain: "STAKING" });
 * ```
 */
export async function getTransactions(
  subgraph: SubgraphClient,
  parameters: GetTransactionsParameters = {},
): Promise<Page<IndexedTransaction, bigint>> {
  const {
    first = PAGE,
    after,
    account,
    asset,
    domain,
    kinds,
    from,
    until,
    transactionHash,
    signal,
  } = parameters;
  const and: Transaction_Filter[] = [];
  if (after !== undefined) and.push({ sequence_lt: after });
  if (asset) and.push({ asset: asset.toLowerCase() });
  if (domain) and.push({ domain });
  if (kinds) and.push({ kind_in: [...kinds] });
  if (from !== undefined) and.push({ timestamp_gt: from - 1n });
  if (until !== undefined) and.push({ timestamp_lt: until });
  if (transactionHash) and.push({ transactionHash });
  if (account) {
    const id = account.toLowerCase();
    and.push({ or: [{ account: id }, { counterparty: id }] });
  }
  const { transactions } = await subgraph.request(
    transactionsDocument,
    { first, where: { and } },
    { signal },
  );
  return toPage(transactions, first, toIndexedTransaction, ({ sequence }) => sequence);
}

function toIndexedTransaction(row: TransactionsQuery["transactions"][number]): IndexedTransaction {
  const { account, counterparty, asset, amount, token, moneyAmount, fee, money, role, ...rest } = row;
  return {
    ...rest,
    account: account.id,
    counterparty: counterparty?.id,
    asset: asset ? toNamedAsset(asset) : undefined,
    amount: amount ?? undefined,
    token: token ?? undefined,
    moneyAmount: moneyAmount ?? undefined,
    fee: fee ?? undefined,
    money: money ?? undefined,
    role: role?.roleId,
  };
}
