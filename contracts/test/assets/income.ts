import { type Address, encodeAbiParameters, type Hex, keccak256 } from "viem";
import { claimTree } from "../shared/claimTree.ts";

/** A line of an income's list: its index is its position. */
export interface Line {
  account: Address;
  amount: bigint;
}

/** Where a list is paid out. */
export interface Payment {
  chainId: bigint;
  distributor: Address;
  paymentId: Hex;
}

/**
 * The rule "qti:income/v1" as `IIncomeDistributor` words it, in plain numbers: who held how many share units at the end of
 * the record block, without the issuer, by address; each gets their part of what was paid in, rounded down.
 */
export function incomeLines(holdings: ReadonlyMap<Address, bigint>, paid: bigint, issuer: Address): Line[] {
  const holders = [...holdings].filter(([account, balance]) => balance > 0n && account !== issuer);
  const all = holders.reduce((sum, [, balance]) => sum + balance, 0n);
  return holders
    .sort(([a], [b]) => (BigInt(a) < BigInt(b) ? -1 : 1))
    .map(([account, balance]) => ({ account, amount: (paid * balance) / all }))
    .filter(({ amount }) => amount > 0n);
}

export function totalOf(lines: readonly Line[]): bigint {
  return lines.reduce((sum, { amount }) => sum + amount, 0n);
}

/** Root of the list and, for each line, the siblings on the way up to it. */
export function incomeTree(payment: Payment, lines: readonly Line[]): { root: Hex; proofs: Hex[][] } {
  const types = ["uint256", "address", "bytes32", "uint256", "address", "uint256"].map((type) => ({ type }));
  const { chainId, distributor, paymentId } = payment;
  const leaves = lines.map(({ account, amount }, index) => {
    const claim = [chainId, distributor, paymentId, BigInt(index), account, amount];
    return keccak256(keccak256(encodeAbiParameters(types, claim)));
  });
  return claimTree(leaves);
}

/** A redemption as an issuer would explain it: the price of a share stands still, and each payment rounds down. */
export interface RedemptionModel {
  amount: bigint;
  supply: bigint;
  paid: bigint;
  redeemed: bigint;
}

export function redeem(model: RedemptionModel, shares: bigint): bigint {
  const part = (model.amount * shares) / model.supply;
  model.paid += part;
  model.redeemed += shares;
  return part;
}
