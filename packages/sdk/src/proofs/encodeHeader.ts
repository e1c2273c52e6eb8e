import type { Hex } from "viem";
import { encodeRlp, quantity } from "./rlp.ts";
import type { RpcBlock } from "./rpc.ts";

/**
 * The header of a block as its hash is taken. Each fork has added fields at the end and none has taken one away: base fee (London),
 * withdrawals (Shanghai), blobs and the beacon root (Cancun), requests (Prague; Osaka added none), access list (Amsterdam).
 */
export function encodeHeader(block: RpcBlock): Hex {
  const first = [
    block.parentHash,
    block.sha3Uncles,
    block.miner,
    block.stateRoot,
    block.transactionsRoot,
    block.receiptsRoot,
    block.logsBloom,
    // Since the merge it is always zero, and nodes may leave it out.
    quantity(block.difficulty ?? 0n),
    quantity(block.number),
    quantity(block.gasLimit),
    quantity(block.gasUsed),
    quantity(block.timestamp),
    block.extraData,
    block.mixHash,
    block.nonce,
  ];
  const added = [
    asQuantity(block.baseFeePerGas),
    block.withdrawalsRoot,
    asQuantity(block.blobGasUsed),
    asQuantity(block.excessBlobGas),
    block.parentBeaconBlockRoot,
    block.requestsHash,
    block.blockAccessListHash,
  ].filter((field) => field !== undefined);
  return encodeRlp([...first, ...added]);
}

const asQuantity = (value: Hex | undefined) => (value === undefined ? undefined : quantity(value));
