import { blocks, joined, numbered, type TestCase, timeOf, txHash, word } from "../case.ts";
import { emit } from "../events.ts";
import { ada, nextYear } from "../people.ts";

const registered = (index: bigint, at: number, validUntil: number) =>
  emit("KeyDirectory.KeysRegistered", {
    account: ada,
    index,
    recipient: word(10 + Number(index)),
    verifier: word(20 + Number(index)),
    validFrom: timeOf(at),
    validUntil,
  });

export const recordsCases: readonly TestCase[] = [
  {
    of: "KeyDirectory.KeysRegistered",
    name: "a new entry ends the one before, and one that had lapsed keeps its own end",
    blocks: blocks(
      [registered(0n, 0, 0)],
      [registered(1n, 1, timeOf(1) + 30)],
      [registered(2n, 2, nextYear)],
    ),
    expect: [
      {
        query: `{ account(id: "${ada}") { keyEntryCount latestKeys { id index }
          keys { index recipient verifier validFrom validUntil revokedAt transactionHash } } }`,
        answer: {
          account: {
            keyEntryCount: 3,
            latestKeys: { id: joined(ada, numbered(2)), index: "2" },
            keys: [
              [0, timeOf(1)],
              [1, timeOf(1) + 30],
              [2, nextYear],
            ].map(([index = 0, validUntil]) => ({
              index: String(index),
              recipient: word(10 + index),
              verifier: word(20 + index),
              validFrom: String(timeOf(index)),
              validUntil: String(validUntil),
              revokedAt: null,
              transactionHash: txHash(index, 0),
            })),
          },
        },
      },
      {
        query: "{ protocols { keyEntryCount } transactions { kind domain account { id } } }",
        answer: {
          protocols: [{ keyEntryCount: 3 }],
          transactions: Array.from({ length: 3 }, () => ({
            kind: "KEYS_REGISTERED",
            domain: "RECORDS",
            account: { id: ada },
          })),
        },
      },
    ],
  },
  {
    of: "KeyDirectory.KeysRevoked",
    name: "a revoked entry says when; one that nobody registered is passed over",
    blocks: blocks(
      [registered(0n, 0, 0)],
      [
        emit("KeyDirectory.KeysRevoked", { account: ada, index: 0n }),
        emit("KeyDirectory.KeysRevoked", { account: ada, index: 2n ** 255n }),
      ],
    ),
    expect: [
      {
        query: "{ keyEntries { revokedAt } transactions(where: { kind: KEYS_REVOKED }) { account { id } } }",
        answer: {
          keyEntries: [{ revokedAt: String(timeOf(1)) }],
          transactions: [{ account: { id: ada } }],
        },
      },
    ],
  },
  {
    of: "RecordAnchor.RootAnchored",
    name: "roots are numbered, and the protocol knows the newest",
    blocks: blocks(
      [emit("RecordAnchor.RootAnchored", { index: 0n, root: word(30), size: 5n, time: timeOf(0) })],
      [emit("RecordAnchor.RootAnchored", { index: 256n, root: word(31), size: 9n, time: timeOf(1) })],
    ),
    expect: [
      {
        query: "{ recordRoots { id index root size timestamp logIndex } }",
        answer: {
          recordRoots: [
            {
              id: `0x${numbered(0)}`,
              index: "0",
              root: word(30),
              size: "5",
              timestamp: String(timeOf(0)),
              logIndex: 0,
            },
            {
              id: `0x${numbered(256)}`,
              index: "256",
              root: word(31),
              size: "9",
              timestamp: String(timeOf(1)),
              logIndex: 0,
            },
          ],
        },
      },
      {
        query: "{ protocols { recordRootCount latestRecordRoot { root } } }",
        answer: { protocols: [{ recordRootCount: 2, latestRecordRoot: { root: word(31) } }] },
      },
    ],
  },
  {
    of: "RecordAnchor.AnchorPreserved",
    name: "a preserved root says when; one that nobody anchored is passed over",
    blocks: blocks(
      [emit("RecordAnchor.RootAnchored", { index: 3n, root: word(30), size: 5n, time: timeOf(0) })],
      [
        emit("RecordAnchor.AnchorPreserved", { index: 3n }),
        emit("RecordAnchor.AnchorPreserved", { index: 4n }),
      ],
    ),
    expect: [
      {
        query: "{ recordRoots { preservedAt } transactions(where: { kind: ROOT_PRESERVED }) { domain } }",
        answer: {
          recordRoots: [{ preservedAt: String(timeOf(1)) }],
          transactions: [{ domain: "RECORDS" }],
        },
      },
    ],
  },
];
