import fc from "fast-check";
import {
  type Address,
  createPublicClient,
  custom,
  type Hash,
  type Hex,
  keccak256,
  type PublicClient,
  zeroHash,
} from "viem";
import { beforeAll, describe, expect, test } from "vitest";
import { chainOf, emitting } from "../../test/support/blocks.ts";
import { refusing } from "../../test/support/rpc.ts";
import {
  BlockNotReproducibleError,
  LogNotFoundError,
  ProofMalformedError,
  TransactionNotMinedError,
  TransactionTypeUnknownError,
  WitnessMissingError,
} from "../errors/proofs.ts";
import { WalletError } from "../errors/wallet.ts";
import { describeProofStep } from "./describeProofStep.ts";
import { getReceiptProof } from "./getReceiptProof.ts";
import { proveTransaction } from "./proveTransaction.ts";
import { parseReceiptProof, type ReceiptProof } from "./receiptProof.ts";
import { verifyReceiptProof } from "./verifyReceiptProof.ts";

/** Keys change their length at 128, so the tries of this block have branches at three levels. */
const TRANSACTIONS = 140;

let node: PublicClient;
let sender: Address;
let blockHash: Hash;
let timestamp: bigint;
let hashes: readonly Hash[];
/** Of the transaction in the middle, with seven events before this one in its receipt. */
let proof: ReceiptProof;
const MIDDLE = 70;

beforeAll(async () => {
  const chain = await chainOf("osaka");
  node = createPublicClient({ transport: custom(chain.node) });
  sender = chain.wallet.account.address;
  const send = (nonce: number) =>
    chain.wallet.sendTransaction({
      ...(nonce % 10 === 0 ? { data: emitting(9) } : { to: sender, value: 1n }),
      gas: 120_000n,
      nonce,
      maxFeePerGas: 10n ** 10n,
      maxPriorityFeePerGas: 1n,
    });
  hashes = await chain.mine(Array.from({ length: TRANSACTIONS }, (_, nonce) => send(nonce)));
  ({ hash: blockHash, timestamp } = await node.getBlock());
  const receipt = await node.getTransactionReceipt({ hash: hashes[MIDDLE] ?? zeroHash });
  proof = await getReceiptProof(node, { hash: receipt.transactionHash, logIndex: receipt.logs[7]?.logIndex });
  return chain.close;
}, 60_000);

/** A node that answers otherwise than ours in some things. */
function lying(change: (method: string, answer: never) => unknown): PublicClient {
  const request = async ({ method, params }: { method: string; params?: unknown }) =>
    change(method, (await node.request({ method, params } as never)) as never);
  return createPublicClient({ transport: custom({ request }, { retryCount: 0 }) });
}

const claim = () => ({
  blockHash,
  blockNumber: 1n,
  timestamp,
  transactionHash: hashes[MIDDLE],
  transactionIndex: MIDDLE,
  sender,
  emitter: proof.log?.address,
});

describe("getReceiptProof", () => {
  test("default: every transaction of a block can be proven", async () => {
    for (const index of [0, 1, 15, 16, 127, 128, 139]) {
      const hash = hashes[index] ?? zeroHash;
      const verdict = await verifyReceiptProof(await getReceiptProof(node, { hash }), { blockHash });
      expect(verdict).toMatchObject({
        proven: true,
        block: { hash: blockHash, number: 1n, timestamp },
        transaction: { hash, from: sender, chainId: 31337, nonce: BigInt(index) },
        receipt: { status: "success" },
        log: undefined,
      });
    }
  });

  test("behavior: asks for all receipts at once where the node can", async () => {
    const asked: string[] = [];
    const able = lying((method, answer) => {
      asked.push(method);
      return answer;
    });
    const all = await Promise.all(
      hashes.map((hash) => node.request({ method: "eth_getTransactionReceipt", params: [hash] })),
    );
    const withAll = createPublicClient({
      transport: custom({
        request: async ({ method, params }: { method: string; params?: unknown }) =>
          method === "eth_getBlockReceipts" ? all : able.request({ method, params } as never),
      }),
    });
    expect(await getReceiptProof(withAll, { hash: proof.transactionHash })).toEqual({
      ...proof,
      log: undefined,
    });
    expect(asked.filter((method) => method === "eth_getTransactionReceipt")).toHaveLength(1);
  });

  test("error: TransactionNotMinedError", async () => {
    await expect(getReceiptProof(node, { hash: zeroHash })).rejects.toThrow(TransactionNotMinedError);
    const forgetful = lying((method, answer) => (method === "eth_getBlockByHash" ? null : answer));
    await expect(getReceiptProof(forgetful, { hash: proof.transactionHash })).rejects.toThrow(
      TransactionNotMinedError,
    );
  });

  test("error: BlockNotReproducibleError for the receipt of another transaction than was asked for", async () => {
    const other = await node.request({
      method: "eth_getTransactionReceipt",
      params: [hashes[0] ?? zeroHash],
    });
    const swapping = lying((method, answer) => (method === "eth_getTransactionReceipt" ? other : answer));
    await expect(getReceiptProof(swapping, { hash: proof.transactionHash })).rejects.toThrow(
      BlockNotReproducibleError,
    );
  });

  test("error: LogNotFoundError", async () => {
    const asking = getReceiptProof(node, { hash: proof.transactionHash, logIndex: 1_000_000 });
    await expect(asking).rejects.toThrow(LogNotFoundError);
  });

  test.each([
    ["header", "eth_getBlockByHash", (block: { timestamp: Hex }) => ({ ...block, timestamp: "0x1" })],
    [
      "transactions",
      "eth_getBlockByHash",
      ({ transactions: [first, ...rest], ...block }: { transactions: { value: Hex }[] }) => ({
        ...block,
        transactions: [{ ...first, value: "0x2" }, ...rest],
      }),
    ],
    ["receipts", "eth_getTransactionReceipt", (receipt: object) => ({ ...receipt, status: "0x0" })],
    [
      "receipts",
      "eth_getTransactionReceipt",
      (receipt: { transactionIndex: Hex }) =>
        receipt.transactionIndex === "0x0" ? { ...receipt, blockHash: zeroHash } : receipt,
    ],
  ])(
    "error: BlockNotReproducibleError, %s, when %s says what is not of the block",
    async (part, changed, change) => {
      const liar = lying((method, answer) => (method === changed ? change(answer) : answer));
      const asking = getReceiptProof(liar, { hash: proof.transactionHash });
      await expect(asking).rejects.toThrow(BlockNotReproducibleError);
      await expect(asking).rejects.toMatchObject({ part });
    },
  );

  test("error: TransactionTypeUnknownError", async () => {
    const newer = lying((method, answer: { transactions: object[] }) =>
      method === "eth_getBlockByHash"
        ? { ...answer, transactions: answer.transactions.map((each) => ({ ...each, type: "0x7e" })) }
        : answer,
    );
    await expect(getReceiptProof(newer, { hash: proof.transactionHash })).rejects.toThrow(
      TransactionTypeUnknownError,
    );
  });

  test("error: WalletError", async () => {
    const asking = getReceiptProof(refusing({ code: -32_005 }), { hash: proof.transactionHash });
    await expect(asking).rejects.toThrow(WalletError);
  });
});

describe("verifyReceiptProof", () => {
  test("default", async () => {
    const verdict = await verifyReceiptProof(proof, claim());
    expect(verdict).toMatchObject({ proven: true, log: { data: proof.log?.data, position: 7 } });
    expect(verdict.steps.map(({ name }) => name)).toEqual([
      "block",
      "number",
      "time",
      "transaction",
      "hash",
      "index",
      "chain",
      "sender",
      "receipt",
      "status",
      "event",
      "emitter",
    ]);
    for (const step of verdict.steps)
      expect(step).toMatchObject({ holds: true, computed: expect.any(String) });
  });

  test.each([
    ["block", { blockHash: zeroHash }],
    ["number", { blockNumber: 2n }],
    ["time", { timestamp: 1n }],
    ["hash", { transactionHash: zeroHash }],
    ["index", { transactionIndex: MIDDLE + 1 }],
    ["sender", { sender: "0x00000000000000000000000000000000000000aa" as const }],
    ["emitter", { emitter: "0x00000000000000000000000000000000000000aa" as const }],
  ])("behavior: another %s than was said is not proven", async (name, change) => {
    const verdict = await verifyReceiptProof(proof, { ...claim(), ...change });
    expect(verdict).toMatchObject({ proven: false, failed: { name, holds: false } });
    expect(verdict.steps.at(-1)?.name).toBe(name);
  });

  test("behavior: without an event of its own, any event of the receipt will do for the emitter", async () => {
    const { log, ...plain } = proof;
    expect(await verifyReceiptProof(plain, claim())).toMatchObject({ proven: true, log: undefined });
    const other = await getReceiptProof(node, { hash: hashes[1] ?? zeroHash });
    const verdict = await verifyReceiptProof(other, { blockHash, emitter: log?.address });
    expect(verdict).toMatchObject({ proven: false, failed: { name: "emitter", computed: undefined } });
  });

  test("behavior: the receipt of another transaction, or another event, is refused", async () => {
    const other = await getReceiptProof(node, { hash: hashes[80] ?? zeroHash });
    expect(await verifyReceiptProof({ ...proof, receipt: other.receipt }, { blockHash })).toMatchObject({
      failed: { name: "receipt" },
    });
    expect(
      await verifyReceiptProof({ ...proof, transaction: other.transaction }, { blockHash }),
    ).toMatchObject({
      failed: { name: "transaction" },
    });
    const moved = proof.log && { ...proof.log, position: 3 };
    expect(await verifyReceiptProof({ ...proof, log: moved }, { blockHash })).toMatchObject({
      failed: { name: "event" },
    });
  });

  /** Every place of every part: a path into the proof, and how many bytes are there. */
  function* bytesOf(
    value: unknown,
    path: readonly (string | number)[] = [],
  ): Generator<[typeof path, number]> {
    if (typeof value === "string" && value.startsWith("0x")) yield [path, value.length / 2 - 1];
    else if (typeof value === "object" && value !== null)
      for (const [key, each] of Object.entries(value)) yield* bytesOf(each, [...path, key]);
  }

  function flip(text: string, at: number, by: number): string {
    const start = 2 + 2 * at;
    const byte = Number.parseInt(text.slice(start, start + 2), 16) ^ by;
    return `${text.slice(0, start)}${byte.toString(16).padStart(2, "0")}${text.slice(start + 2)}`;
  }

  function changed(
    value: unknown,
    [key, ...rest]: readonly (string | number)[],
    change: (text: string) => unknown,
  ): unknown {
    if (key === undefined) return change(String(value));
    const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
      ? [...value]
      : { ...(value as object) };
    Reflect.set(copy, key, changed(Reflect.get(copy, key), rest, change));
    return copy;
  }

  /** Whether a proof is refused as somebody would who has it from a file and knows the hash of the block alone. */
  async function isRefused(tampered: unknown): Promise<boolean> {
    try {
      return !(await verifyReceiptProof(parseReceiptProof(JSON.stringify(tampered)), { blockHash })).proven;
    } catch (error) {
      if (error instanceof ProofMalformedError) return true;
      throw error;
    }
  }

  test("behavior: whichever byte of whichever part is changed, the proof is refused", async () => {
    expect(await isRefused(proof)).toBe(false);
    let places = 0;
    for (const [path, size] of bytesOf(proof)) {
      for (let at = 0; at < size; at++) {
        // Another bit each time; each is 1 of 8 of the ways in which one bit can change.
        const tampered = changed(proof, path, (text) => flip(text, at, 1 << (places % 8)));
        if (!(await isRefused(tampered))) expect.unreachable(`${path.join(".")} byte ${at}`);
        places++;
      }
    }
    expect(places).toBeGreaterThan(3_000);
  }, 120_000);

  test("behavior: whichever bits are changed, and whichever number or node, the proof is refused", async () => {
    const parts = [...bytesOf(proof)].filter(([, size]) => size > 0);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (part, at, by) => {
        const [path, size] = parts[part % parts.length] ?? [[], 1];
        expect(await isRefused(changed(proof, path, (text) => flip(text, at % size, by)))).toBe(true);
      }),
      { numRuns: 300 },
    );
    for (const field of ["chainId", "transactionIndex"] as const)
      expect(await isRefused({ ...proof, [field]: proof[field] + 1 })).toBe(true);
    for (const trie of ["transaction", "receipt"] as const) {
      for (const index of proof[trie].keys())
        expect(await isRefused({ ...proof, [trie]: proof[trie].toSpliced(index, 1) })).toBe(true);
      expect(await isRefused({ ...proof, [trie]: [...proof[trie]].reverse() })).toBe(true);
      expect(await isRefused({ ...proof, [trie]: [...proof[trie], proof.header] })).toBe(true);
      expect(await isRefused({ ...proof, [trie]: [] })).toBe(true);
    }
  });

  test("behavior: it does not throw, whatever a block was made up of", async () => {
    const bytes = fc
      .uint8Array({ maxLength: 200 })
      .map((value) => `0x${Buffer.from(value).toString("hex")}` as const);
    await fc.assert(
      fc.asyncProperty(bytes, fc.array(bytes), async (header, nodes) => {
        const made = { ...proof, header, blockHash: keccak256(header), transaction: nodes, receipt: nodes };
        expect((await verifyReceiptProof(made, { blockHash: made.blockHash })).proven).toBe(false);
      }),
    );
  });
});

describe("parseReceiptProof", () => {
  test("default: reads what was written", () => {
    expect(parseReceiptProof(JSON.stringify(proof))).toEqual(proof);
    expect(parseReceiptProof(JSON.parse(JSON.stringify(proof)))).toEqual(proof);
  });

  test.each([
    ["no JSON", "<html>"],
    ["another format", { format: "qti/receipt-proof/v2" }],
    ["a field more", { extra: 1 }],
    ["a hash that is too short", { blockHash: "0x12" }],
    ["capital letters, which would say the same twice", { header: "0xAB" }],
    ["half a byte", { header: "0xabc" }],
    ["more nodes than a key has digits", { receipt: Array.from({ length: 17 }, () => "0x00") }],
    ["a place before the first", { transactionIndex: -1 }],
  ])("error: ProofMalformedError for %s", (_, change) => {
    const input = typeof change === "string" ? change : { ...proof, ...change };
    expect(() => parseReceiptProof(input)).toThrow(ProofMalformedError);
  });
});

describe("proveTransaction", () => {
  const row = () => ({ ...claim(), transactionHash: proof.transactionHash });

  test("default", async () => {
    const found = await proveTransaction(node, {
      ...row(),
      witnesses: [{ name: "second", client: lying((_, answer) => answer) }],
    });
    expect(found.verdict).toMatchObject({ proven: true });
    expect(found.witnesses).toEqual([{ name: "second", blockHash }]);
    expect(found.verdict.steps.at(-1)).toEqual({
      name: "witness",
      holds: true,
      computed: blockHash,
      expected: blockHash,
    });
  });

  test("behavior: a witness alone will do", async () => {
    const { blockHash: _, ...rest } = row();
    const { verdict } = await proveTransaction(node, {
      ...rest,
      witnesses: [{ name: "second", client: node }],
    });
    expect(verdict.proven).toBe(true);
  });

  test("behavior: a witness that has another block there speaks against it", async () => {
    const other = lying((method, answer: object) =>
      method === "eth_getBlockByNumber" ? { ...answer, hash: zeroHash } : answer,
    );
    const { verdict } = await proveTransaction(node, {
      ...row(),
      witnesses: [{ name: "other", client: other }],
    });
    expect(verdict).toMatchObject({
      proven: false,
      failed: { name: "witness", computed: blockHash, expected: zeroHash },
    });
  });

  test("behavior: a witness that is silent says nothing", async () => {
    const silent = { name: "silent", client: refusing({ code: -32_005 }) };
    const found = await proveTransaction(node, { ...row(), witnesses: [silent] });
    expect(found).toMatchObject({
      verdict: { proven: true },
      witnesses: [{ name: "silent", blockHash: undefined }],
    });
  });

  test("behavior: the index names another block, after a reorganisation", async () => {
    const { verdict } = await proveTransaction(node, { ...row(), blockHash: zeroHash });
    expect(verdict).toMatchObject({ proven: false, failed: { name: "block" } });
  });

  test("error: WitnessMissingError", async () => {
    const { blockHash: _, ...rest } = row();
    await expect(proveTransaction(node, rest)).rejects.toThrow(WitnessMissingError);
  });
});

describe("describeProofStep", () => {
  test("default", async () => {
    const { steps } = await verifyReceiptProof(proof, claim());
    for (const { name } of steps) {
      const [yes, no] = [true, false].map((holds) => describeProofStep({ name, holds }));
      expect(yes).toMatch(/^[A-Z].+\.$/);
      expect(no).not.toBe(yes);
    }
  });
});
