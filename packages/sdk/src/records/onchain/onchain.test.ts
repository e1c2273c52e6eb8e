import {
  concat,
  createPublicClient,
  custom,
  type EIP1193Parameters,
  type Hex,
  keccak256,
  sha256,
  toFunctionSelector,
} from "viem";
import { describe, expect, test } from "vitest";
import { accountOf, node, walletOf } from "../../../test/support/chain.ts";
import { AccessManagedUnauthorizedError } from "../../errors/access.ts";
import { KeyHistoryTooLongError } from "../../errors/keyHistory.ts";
import {
  AnchorSizeNotRisingError,
  AnchorUnknownError,
  KeysAlreadyRevokedError,
  KeysFingerprintRevokedError,
  KeysInvalidError,
  KeysUnknownError,
} from "../../errors/records.ts";
import { anchorAtFunction } from "../../generated/abi/recordAnchor.ts";
import { anchorRoot, anchorRootSync } from "./anchorRoot.ts";
import { getAnchor } from "./getAnchor.ts";
import { getKeys } from "./getKeys.ts";
import { preserveAnchor, preserveAnchorSync } from "./preserveAnchor.ts";
import { registerKeys, registerKeysSync } from "./registerKeys.ts";
import { revokeKeys, revokeKeysSync } from "./revokeKeys.ts";
import { verifyLeaf } from "./verifyLeaf.ts";

const account = accountOf("ada").address;
const recipient = sha256("0x01");
const verifier = sha256("0x02");

describe("registerKeys", () => {
  test("default", async () => {
    const { event } = await registerKeysSync(walletOf("ada"), { recipient, verifier });
    expect(event.args).toMatchObject({ account, index: 0n, recipient, verifier, validUntil: 0 });
  });

  test("behavior: new keys end the validity of the old ones, which stay in the history", async () => {
    await registerKeysSync(walletOf("ada"), { recipient, verifier });
    await registerKeysSync(walletOf("ada"), { recipient: sha256("0x03"), verifier: sha256("0x04") });
    const { current, history } = await getKeys(node, { account });
    expect(current?.recipient).toBe(sha256("0x03"));
    expect(history.map((each) => each.recipient)).toEqual([recipient, sha256("0x03")]);
    expect(history[0]?.validUntil).toBeGreaterThan(0);
  });

  test("error: KeysInvalidError", async () => {
    const same = registerKeys(walletOf("ada"), { recipient, verifier: recipient });
    await expect(same).rejects.toThrow(KeysInvalidError);
  });

  test("error: KeysFingerprintRevokedError", async () => {
    await registerKeysSync(walletOf("ada"), { recipient, verifier });
    await revokeKeysSync(walletOf("ada"), { index: 0n });
    await expect(registerKeys(walletOf("ada"), { recipient, verifier })).rejects.toThrow(
      KeysFingerprintRevokedError,
    );
  });
});

describe("revokeKeys", () => {
  test("default", async () => {
    await registerKeysSync(walletOf("ada"), { recipient, verifier });
    const { event } = await revokeKeysSync(walletOf("ada"), { index: 0n });
    expect(event.args).toEqual({ account, index: 0n });
    const { current, history } = await getKeys(node, { account });
    expect(current).toBeUndefined();
    expect(history[0]?.revokedAt).toBeGreaterThan(0);
  });

  test("error: KeysUnknownError", async () => {
    await expect(revokeKeys(walletOf("ada"), { index: 0n })).rejects.toThrow(KeysUnknownError);
  });

  test("error: KeysAlreadyRevokedError", async () => {
    await registerKeysSync(walletOf("ada"), { recipient, verifier });
    await revokeKeysSync(walletOf("ada"), { index: 0n });
    await expect(revokeKeys(walletOf("ada"), { index: 0n })).rejects.toThrow(KeysAlreadyRevokedError);
  });
});

describe("getKeys", () => {
  test("default", async () => {
    expect(await getKeys(node, { account })).toEqual({ current: undefined, history: [] });
  });

  test("error: KeyHistoryTooLongError for more entries than whoever asks would read", async () => {
    await registerKeysSync(walletOf("ada"), { recipient, verifier });
    await registerKeysSync(walletOf("ada"), { recipient: sha256("0x03"), verifier: sha256("0x04") });
    await expect(getKeys(node, { account, most: 1 })).rejects.toThrow(KeyHistoryTooLongError);
    expect((await getKeys(node, { account, most: 2 })).history).toHaveLength(2);
  });
});

describe("anchorRoot", () => {
  test("default", async () => {
    const root = keccak256("0x01");
    const { event } = await anchorRootSync(walletOf("anchorer"), { root, size: 7n });
    expect(event.args).toMatchObject({ index: 0n, root, size: 7n });
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    await expect(anchorRoot(walletOf("ada"), { root: recipient, size: 1n })).rejects.toThrow(
      AccessManagedUnauthorizedError,
    );
  });

  test("error: AnchorSizeNotRisingError", async () => {
    await anchorRootSync(walletOf("anchorer"), { root: recipient, size: 7n });
    await expect(anchorRoot(walletOf("anchorer"), { root: verifier, size: 7n })).rejects.toThrow(
      AnchorSizeNotRisingError,
    );
  });
});

describe("getAnchor", () => {
  test("default", async () => {
    for (const size of [1n, 2n]) await anchorRootSync(walletOf("anchorer"), { root: recipient, size });
    expect(await getAnchor(node)).toMatchObject({ index: 1n, root: recipient, size: 2n });
  });

  test("behavior: nothing was ever anchored", async () => {
    expect(await getAnchor(node)).toBeUndefined();
  });

  test("error: AnchorUnknownError", async () => {
    for (const size of [1n, 2n]) await anchorRootSync(walletOf("anchorer"), { root: recipient, size });
    await expect(getAnchor(node, { index: 0n })).rejects.toThrow(AnchorUnknownError);
  });

  test("behavior: the newest is replaced while it is read", async () => {
    await anchorRootSync(walletOf("anchorer"), { root: recipient, size: 1n });
    let isReplaced = false;
    const slow = createPublicClient({
      chain: node.chain,
      transport: custom({
        request: async (asked: EIP1193Parameters) => {
          const anchorAt = toFunctionSelector(anchorAtFunction);
          if (!isReplaced && JSON.stringify(asked).includes(anchorAt)) {
            isReplaced = true;
            await anchorRootSync(walletOf("anchorer"), { root: verifier, size: 2n });
          }
          return node.request(asked as never);
        },
      }),
    });
    expect(await getAnchor(slow)).toMatchObject({ index: 1n, root: verifier, size: 2n });
  });
});

describe("preserveAnchor", () => {
  test("default", async () => {
    await anchorRootSync(walletOf("anchorer"), { root: recipient, size: 1n });
    const { event } = await preserveAnchorSync(walletOf("ada"));
    expect(event.args.index).toBe(0n);
    await anchorRootSync(walletOf("anchorer"), { root: verifier, size: 2n });
    expect(await getAnchor(node, { index: 0n })).toMatchObject({ root: recipient, size: 1n });
  });

  test("error: AnchorUnknownError", async () => {
    await expect(preserveAnchor(walletOf("ada"))).rejects.toThrow(AnchorUnknownError);
  });
});

describe("verifyLeaf", () => {
  const leaves = ["0xaa", "0xbb"].map((data) => sha256(concat(["0x00", data as Hex])));
  const [leafHash = "0x", sibling = "0x"] = leaves;
  const root = sha256(concat(["0x01", leafHash, sibling]));

  test("default", async () => {
    await anchorRootSync(walletOf("anchorer"), { root, size: 2n });
    expect(await verifyLeaf(node, { index: 0n, leafHash, leafIndex: 0n, proof: [sibling] })).toBe(true);
  });

  test("behavior: false for another place or another leaf", async () => {
    await anchorRootSync(walletOf("anchorer"), { root, size: 2n });
    expect(await verifyLeaf(node, { index: 0n, leafHash, leafIndex: 1n, proof: [sibling] })).toBe(false);
    expect(await verifyLeaf(node, { index: 0n, leafHash: root, leafIndex: 0n, proof: [sibling] })).toBe(
      false,
    );
  });

  test("error: AnchorUnknownError", async () => {
    await expect(verifyLeaf(node, { index: 3n, leafHash, leafIndex: 0n, proof: [] })).rejects.toThrow(
      AnchorUnknownError,
    );
  });
});
