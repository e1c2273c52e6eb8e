import { type Address, encodeAbiParameters, getAddress, type Hash, keccak256 } from "viem";
import { merkleLevels, merkleProof } from "../core/merkleTree.ts";
import { IncomeTreeError } from "../errors/incomeTree.ts";

/** Name of the rule by which this module computes claims: what `payIncome` takes as `uri`. */
export const incomeRule = "qti:income/v1";

/** What an account held at the record block. */
export type IncomeHolding = { account: Address /** Share units (18 decimals). */; balance: bigint };

/** Parameters of {@link buildIncomeTree}. */
export type IncomeTreeParameters = {
  chainId: number;
  /** Address of the `IncomeDistributor`. */
  distributor: Address;
  /** From `nextPaymentId` before paying, else of the payment. */
  paymentId: Hash;
  /** Money units to share out. */
  amount: bigint;
  /** Every holder at the end of the record block. */
  holdings: readonly IncomeHolding[];
  /** Accounts that get nothing: the issuer, and system contracts. */
  excluded?: readonly Address[] | undefined;
};

/** One holder's part, as `claimIncome` takes it. */
export type IncomeClaim = { index: bigint; holder: Address; amount: bigint; proof: readonly Hash[] };

/** Who gets how much, and the root that commits to it. */
export type IncomeTree = {
  root: Hash;
  /** Sum of all claims, at most the amount: each is rounded down. */
  total: bigint;
  claims: readonly IncomeClaim[];
};

/**
 * Computes who gets how much of an income by the rule "qti:income/v1". Pure: everybody who knows the holdings comes to the
 * same root.
 *
 * The rule: accounts with a balance, without the excluded ones, in ascending order of their addresses; each gets
 * floor(amount * balance / sum of these balances); who would get nothing is left out; `index` is the place among those that
 * remain. Leaves are hashed as `IIncomeDistributor` says; neighbours are paired from the left, sorted, and hashed; the last
 * of an odd number moves up unchanged.
 *
 * @param parameters - {@link IncomeTreeParameters}
 * @returns {@link IncomeTree}
 * @throws {@link IncomeTreeError} when nobody would get anything, or an account stands twice in the list.
 *
 * @example
 * ```ts
 * const tree = buildIncomeTree({ chainId, distributor, paymentId, amount, holdings, excluded: [issuer] });
 * console.log(tree.root, tree.total, tree.claims.length);
 * ```
 */
export function buildIncomeTree(parameters: IncomeTreeParameters): IncomeTree {
  const { chainId, distributor, paymentId } = parameters;
  const shares = sharesOf(parameters);
  const leaves = shares.map(({ holder, amount }, index) =>
    incomeLeaf({ chainId, distributor, paymentId, index: BigInt(index), holder, amount }),
  );
  const levels = merkleLevels(leaves);
  return {
    root: levels.at(-1)?.[0] ?? "0x",
    total: shares.reduce((sum, { amount }) => sum + amount, 0n),
    claims: shares.map((share, index) => ({
      ...share,
      index: BigInt(index),
      proof: merkleProof(levels, index),
    })),
  };
}

/**
 * Finds the claim of one account in a tree. Pure.
 *
 * @param tree - From {@link buildIncomeTree}.
 * @param account - Whose.
 * @returns {@link IncomeClaim}, or `undefined` when it gets nothing.
 *
 * @example
 * ```ts
 * const tree = buildIncomeTree({ chainId, distributor, paymentId, amount, holdings });
 * const claim = incomeClaimOf(tree, account);
 * if (claim) await claimIncome(client, { paymentId, ...claim });
 * ```
 */
export function incomeClaimOf({ claims }: IncomeTree, account: Address): IncomeClaim | undefined {
  const holder = getAddress(account);
  return claims.find((claim) => claim.holder === holder);
}

/** What {@link incomeLeaf} hashes. */
export type IncomeLeafParameters = {
  chainId: number;
  distributor: Address;
  paymentId: Hash;
  index: bigint;
  holder: Address;
  amount: bigint;
};

/**
 * Leaf of a claim, hashed twice so that no inner node can pass for one. Pure; the same as the contract's `leafOf`.
 *
 * @param parameters - {@link IncomeLeafParameters}
 * @returns 32 bytes.
 *
 * @example
 * ```ts
 * const leaf = incomeLeaf({ chainId, distributor, paymentId, index: 0n, holder: account, amount });
 * ```
 */
export function incomeLeaf(parameters: IncomeLeafParameters): Hash {
  const { chainId, distributor, paymentId, index, holder, amount } = parameters;
  const types = ["uint256", "address", "bytes32", "uint256", "address", "uint256"].map((type) => ({ type }));
  return keccak256(
    keccak256(encodeAbiParameters(types, [BigInt(chainId), distributor, paymentId, index, holder, amount])),
  );
}

function sharesOf({ amount, holdings, excluded = [] }: IncomeTreeParameters) {
  const without = new Set(excluded.map((account) => getAddress(account)));
  const held = new Map<Address, bigint>();
  for (const { account, balance } of holdings) {
    const holder = getAddress(account);
    if (held.has(holder)) throw new IncomeTreeError("twice", holder);
    held.set(holder, without.has(holder) ? 0n : balance);
  }
  const supply = [...held.values()].reduce((sum, balance) => sum + balance, 0n);
  if (supply === 0n) throw new IncomeTreeError("nobody");
  const shares = [...held]
    .sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    .map(([holder, balance]) => ({ holder, amount: (amount * balance) / supply }))
    .filter((share) => share.amount > 0n);
  if (shares.length === 0) throw new IncomeTreeError("tooLittle");
  return shares;
}
