import { type Address, concat, encodeAbiParameters, type Hex, keccak256 } from "viem";

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
  let level = lines.map(({ account, amount }, index) => {
    const types = ["uint256", "address", "bytes32", "uint256", "address", "uint256"].map((type) => ({
      type,
    }));
    const { chainId, distributor, paymentId } = payment;
    const claim = encodeAbiParameters(types, [
      chainId,
      distributor,
      paymentId,
      BigInt(index),
      account,
      amount,
    ]);
    return { hash: keccak256(keccak256(claim)), below: [index] };
  });
  const proofs = lines.map((): Hex[] => []);
  while (level.length > 1) {
    const above: typeof level = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = level.slice(i, i + 2);
      if (left === undefined) break;
      if (right === undefined) {
        above.push(left);
        break;
      }
      for (const index of left.below) proofs[index]?.push(right.hash);
      for (const index of right.below) proofs[index]?.push(left.hash);
      const pair = left.hash < right.hash ? [left.hash, right.hash] : [right.hash, left.hash];
      above.push({ hash: keccak256(concat(pair)), below: [...left.below, ...right.below] });
    }
    level = above;
  }
  return { root: level[0]?.hash ?? "0x", proofs };
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
