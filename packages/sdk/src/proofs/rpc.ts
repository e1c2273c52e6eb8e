/**
 * What a node answers, as far as a block is made of it: https://ethereum.github.io/execution-apis/api/
 *
 * @module
 */
import type { Hex } from "viem";
import * as z from "zod/mini";
import { schema } from "../core/schema.ts";

const hex = () => z.custom<Hex>((value) => typeof value === "string" && /^0x[0-9a-f]*$/i.test(value));
const quantity = () => z.custom<Hex>((value) => typeof value === "string" && /^0x[0-9a-f]+$/i.test(value));
/** Nodes leave out what a type of transaction does not have, or say null. */
const absent = z.nullish;

export const rpcTransaction = /* @__PURE__ */ schema(() =>
  z.object({
    hash: hex(),
    type: z.optional(quantity()),
    chainId: absent(quantity()),
    nonce: quantity(),
    gas: quantity(),
    gasPrice: absent(quantity()),
    maxFeePerGas: absent(quantity()),
    maxPriorityFeePerGas: absent(quantity()),
    maxFeePerBlobGas: absent(quantity()),
    to: absent(hex()),
    value: quantity(),
    input: hex(),
    accessList: absent(z.array(z.object({ address: hex(), storageKeys: z.array(hex()) }))),
    blobVersionedHashes: absent(z.array(hex())),
    authorizationList: absent(
      z.array(
        z.object({
          chainId: quantity(),
          address: hex(),
          nonce: quantity(),
          yParity: quantity(),
          r: quantity(),
          s: quantity(),
        }),
      ),
    ),
    yParity: absent(quantity()),
    v: absent(quantity()),
    r: quantity(),
    s: quantity(),
  }),
);
export type RpcTransaction = z.infer<ReturnType<typeof rpcTransaction>>;

const block = /* @__PURE__ */ schema(() =>
  z.object({
    hash: hex(),
    parentHash: hex(),
    sha3Uncles: hex(),
    miner: hex(),
    stateRoot: hex(),
    transactionsRoot: hex(),
    receiptsRoot: hex(),
    logsBloom: hex(),
    difficulty: z.optional(quantity()),
    number: quantity(),
    gasLimit: quantity(),
    gasUsed: quantity(),
    timestamp: quantity(),
    extraData: hex(),
    mixHash: hex(),
    nonce: hex(),
    baseFeePerGas: z.optional(quantity()),
    withdrawalsRoot: z.optional(hex()),
    blobGasUsed: z.optional(quantity()),
    excessBlobGas: z.optional(quantity()),
    parentBeaconBlockRoot: z.optional(hex()),
    requestsHash: z.optional(hex()),
    blockAccessListHash: z.optional(hex()),
    transactions: z.array(rpcTransaction()),
  }),
);
export type RpcBlock = z.infer<ReturnType<typeof block>>;
export const rpcBlock = /* @__PURE__ */ schema(() => z.nullable(block()));

const receipt = /* @__PURE__ */ schema(() =>
  z.object({
    transactionHash: hex(),
    transactionIndex: quantity(),
    blockHash: hex(),
    type: z.optional(quantity()),
    status: absent(quantity()),
    root: absent(hex()),
    cumulativeGasUsed: quantity(),
    logsBloom: hex(),
    logs: z.array(z.object({ address: hex(), topics: z.array(hex()), data: hex(), logIndex: quantity() })),
  }),
);
export type RpcReceipt = z.infer<ReturnType<typeof receipt>>;
export const rpcReceipt = /* @__PURE__ */ schema(() => z.nullable(receipt()));
export const rpcReceipts = /* @__PURE__ */ schema(() => z.array(receipt()));
