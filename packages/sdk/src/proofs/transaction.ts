import {
  type Address,
  concatHex,
  getAddress,
  type Hash,
  type Hex,
  keccak256,
  numberToHex,
  padHex,
} from "viem";
import { recoverAddress } from "viem/utils";
import { decodeList, isBytes, joinType, quantity, type RlpItem, splitType, toNumber } from "./rlp.ts";
import type { RpcTransaction } from "./rpc.ts";

/**
 * Fields of each type of transaction in the order in which they are signed: before EIP-2718, EIP-2930, EIP-1559, EIP-4844,
 * EIP-7702. The three parts of the signature follow.
 */
const fieldsOf = [
  ["nonce", "gasPrice", "gas", "to", "value", "input"],
  ["chainId", "nonce", "gasPrice", "gas", "to", "value", "input", "accessList"],
  ["chainId", "nonce", "maxPriorityFeePerGas", "maxFeePerGas", "gas", "to", "value", "input", "accessList"],
  [
    "chainId",
    "nonce",
    "maxPriorityFeePerGas",
    "maxFeePerGas",
    "gas",
    "to",
    "value",
    "input",
    "accessList",
    "maxFeePerBlobGas",
    "blobVersionedHashes",
  ],
  [
    "chainId",
    "nonce",
    "maxPriorityFeePerGas",
    "maxFeePerGas",
    "gas",
    "to",
    "value",
    "input",
    "accessList",
    "authorizationList",
  ],
] as const;
type Field = (typeof fieldsOf)[number][number];

/** What a transaction says, read from its own bytes. */
export type ProvenTransaction = {
  hash: Hash;
  /** EIP-2718 type; 0 for the first kind. */
  type: number;
  /** `undefined` for a transaction from before EIP-155, which holds on every chain. */
  chainId: number | undefined;
  /** Whose key signed it; `undefined` when the signature is nobody's. An account that a development node impersonates signed nothing. */
  from: Address | undefined;
  /** `undefined` when it deployed a contract. */
  to: Address | undefined;
  nonce: bigint;
  /** Wei. */
  value: bigint;
  input: Hex;
};

/** The bytes of a transaction; `undefined` for a type that is not known here. */
export function encodeTransaction(transaction: RpcTransaction): Hex | undefined {
  const type = Number(transaction.type ?? 0);
  const fields = fieldsOf[type];
  const v = BigInt(transaction.v ?? transaction.yParity ?? 0n);
  if (!fields) return undefined;
  // Hardhat's node counts from 27 where it impersonates an account, though only the first kind of transaction does so.
  const parity = type > 0 && v >= 27n ? v - 27n : v;
  const signature = [parity, transaction.r, transaction.s].map(quantity);
  return joinType(type, [...fields.map((field) => encodeField(transaction, field)), ...signature]);
}

function encodeField(transaction: RpcTransaction, field: Field): RlpItem {
  switch (field) {
    case "to":
    case "input":
      return transaction[field] ?? "0x";
    case "accessList":
      return (transaction.accessList ?? []).map(({ address, storageKeys }) => [address, storageKeys]);
    case "blobVersionedHashes":
      return transaction.blobVersionedHashes ?? [];
    case "authorizationList":
      return (transaction.authorizationList ?? []).map(({ chainId, address, nonce, yParity, r, s }) => [
        quantity(chainId),
        address,
        quantity(nonce),
        ...[yParity, r, s].map(quantity),
      ]);
    default:
      return quantity(transaction[field] ?? 0n);
  }
}

/** Reads a transaction and who signed it; `undefined` where the bytes are no transaction that is known here. */
export async function decodeTransaction(encoded: Hex): Promise<ProvenTransaction | undefined> {
  const { type, payload } = splitType(encoded);
  const fields = fieldsOf[type];
  const items = decodeList(payload);
  if (!fields || items?.length !== fields.length + 3) return undefined;
  const read = (field: Field): Hex => {
    const item = items[(fields as readonly Field[]).indexOf(field)];
    return isBytes(item) ? item : "0x";
  };
  const [parity, r, s] = items.slice(-3);
  if (!isBytes(parity) || !isBytes(r) || !isBytes(s)) return undefined;
  const v = toNumber(parity);
  // EIP-155: the chain stands in the last byte of the signature, twice and moved by 35.
  const chainId = type > 0 ? toNumber(read("chainId")) : v >= 35n ? (v - 35n) / 2n : undefined;
  const signed = [
    ...items.slice(0, -3),
    ...(type === 0 && chainId !== undefined ? [quantity(chainId), "0x" as const, "0x" as const] : []),
  ];
  const to = read("to");
  return {
    hash: keccak256(encoded),
    type,
    chainId: chainId === undefined ? undefined : Number(chainId),
    from: await recover(keccak256(joinType(type, signed)), r, s, type > 0 ? v : 1n - (v % 2n)),
    to: to === "0x" ? undefined : getAddress(to),
    nonce: toNumber(read("nonce")),
    value: toNumber(read("value")),
    input: read("input"),
  };
}

async function recover(hash: Hash, r: Hex, s: Hex, parity: bigint): Promise<Address | undefined> {
  try {
    const word = (bytes: Hex) => padHex(bytes, { size: 32 });
    const signature = concatHex([word(r), word(s), numberToHex(parity, { size: 1 })]);
    return await recoverAddress({ hash, signature });
  } catch {
    return undefined;
  }
}
