import { type Address, getAddress, type Hex, size } from "viem";
import { decodeList, isBytes, joinType, quantity, type RlpItem, splitType, toNumber } from "./rlp.ts";
import type { RpcReceipt } from "./rpc.ts";

/** An event as the receipt holds it. */
export type ProvenLog = { address: Address; topics: readonly Hex[]; data: Hex };

/** What a receipt says, read from its own bytes. */
export type ProvenReceipt = {
  /** `undefined` before Byzantium, when receipts did not say. */
  status: "success" | "reverted" | undefined;
  /** Gas that the block had used after this transaction. */
  cumulativeGasUsed: bigint;
  logs: readonly ProvenLog[];
};

/** The bytes of a receipt, of any type. */
export function encodeReceipt(receipt: RpcReceipt): Hex {
  return joinType(Number(receipt.type ?? 0), [
    receipt.status ? quantity(receipt.status) : (receipt.root ?? "0x"),
    quantity(receipt.cumulativeGasUsed),
    receipt.logsBloom,
    receipt.logs.map(({ address, topics, data }) => [address, topics, data]),
  ]);
}

/** Reads a receipt; `undefined` where the bytes are none. */
export function decodeReceipt(encoded: Hex): ProvenReceipt | undefined {
  const [status, gas, bloom, logs] = decodeList(splitType(encoded).payload) ?? [];
  if (!isBytes(status) || !isBytes(gas) || !isBytes(bloom) || !logs || isBytes(logs)) return undefined;
  const decoded = logs.map(decodeLog);
  if (!decoded.every((log) => log !== undefined)) return undefined;
  const succeeded = toNumber(status) === 1n ? "success" : "reverted";
  return {
    status: size(status) === 32 ? undefined : succeeded,
    cumulativeGasUsed: toNumber(gas),
    logs: decoded,
  };
}

function decodeLog(item: RlpItem): ProvenLog | undefined {
  const [address, topics, data] = isBytes(item) ? [] : item;
  if (!isBytes(address) || !isBytes(data) || !topics || isBytes(topics)) return undefined;
  if (size(address) !== 20 || !topics.every(isBytes)) return undefined;
  return { address: getAddress(address), topics, data };
}
