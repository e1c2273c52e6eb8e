import { type Hex, keccak256, numberToHex, parseTransaction, type TransactionSerializable } from "viem";
import { describe, expect, test } from "vitest";
import { signer } from "../../test/support/rpc.ts";
import { type RpcTransaction, rpcTransaction } from "./rpc.ts";
import { decodeTransaction, encodeTransaction } from "./transaction.ts";

const to = signer.address;
const word = keccak256("0x01");
const common = { to, nonce: 300, gas: 21_000n, value: 10n ** 18n, data: "0x1234" } as const;
const fees = {
  maxFeePerGas: 7n,
  maxPriorityFeePerGas: 0n,
  chainId: 31337,
  accessList: [{ address: to, storageKeys: [word] }],
} as const;
const authorization = await signer.signAuthorization({ address: to, chainId: 1, nonce: 0 });

/** One of each kind, as viem signs and writes it. */
const kinds: [string, number, TransactionSerializable][] = [
  ["from before EIP-155", 0, { ...common, type: "legacy", gasPrice: 7n }],
  ["of the first kind", 0, { ...common, type: "legacy", gasPrice: 7n, chainId: 31337 }],
  ["that deploys", 0, { ...common, to: null, type: "legacy", gasPrice: 0n, chainId: 31337 }],
  [
    "of EIP-2930",
    1,
    { ...common, type: "eip2930", gasPrice: 7n, chainId: 31337, accessList: fees.accessList },
  ],
  ["of EIP-1559", 2, { ...common, type: "eip1559", ...fees }],
  [
    "of EIP-4844",
    3,
    {
      ...common,
      type: "eip4844",
      ...fees,
      maxFeePerBlobGas: 9n,
      blobVersionedHashes: [`0x01${word.slice(4)}`],
    },
  ],
  ["of EIP-7702", 4, { ...common, type: "eip7702", ...fees, authorizationList: [authorization] }],
];

/** Numbers as nodes write them. */
function asRpc(value: unknown): unknown {
  if (typeof value === "bigint" || typeof value === "number") return numberToHex(value);
  if (Array.isArray(value)) return value.map(asRpc);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asRpc(each)]));
}

/** A signed transaction as a node would give it. */
async function rpcOf(
  type: number,
  transaction: TransactionSerializable,
): Promise<[`0x${string}`, RpcTransaction]> {
  const raw = await signer.signTransaction(transaction);
  const { data, type: _, ...parsed } = { value: 0n, nonce: 0, gasPrice: 0n, ...parseTransaction(raw) };
  const answer = { ...parsed, type, hash: keccak256(raw), input: data ?? "0x" };
  return [raw, rpcTransaction().parse(asRpc(answer))];
}

describe("encodeTransaction", () => {
  test.each(kinds)("default: one %s has the bytes that were signed", async (_, type, transaction) => {
    const [raw, answer] = await rpcOf(type, transaction);
    expect(encodeTransaction(answer)).toBe(raw);
  });

  test("behavior: undefined for a type that came later", async () => {
    const [, answer] = await rpcOf(2, { ...common, type: "eip1559", ...fees });
    expect(encodeTransaction({ ...answer, type: "0x7e" })).toBeUndefined();
  });
});

describe("decodeTransaction", () => {
  test.each(kinds)("default: one %s says who signed what", async (_, type, transaction) => {
    const raw = await signer.signTransaction(transaction);
    expect(await decodeTransaction(raw)).toEqual({
      hash: keccak256(raw),
      type,
      chainId: transaction.chainId,
      from: signer.address,
      to: transaction.to ?? undefined,
      nonce: 300n,
      value: 10n ** 18n,
      input: "0x1234",
    });
  });

  test("behavior: a signature that is nobody's names nobody", async () => {
    const raw = await signer.signTransaction({ ...common, type: "eip1559", ...fees });
    const zeros: Hex = `0x${raw.slice(2, -64)}${"0".repeat(64)}`;
    expect((await decodeTransaction(zeros))?.from).toBeUndefined();
  });

  test.each(["0x", "0x80", "0xc0", "0x02", "0x02c0", "0x7ec0", "0xff", "0x02f801"] as const)(
    "behavior: %s is no transaction",
    async (bytes) => {
      expect(await decodeTransaction(bytes)).toBeUndefined();
    },
  );
});
