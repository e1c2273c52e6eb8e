import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";
import { bytesToHex, type Hex } from "viem";
import { trials } from "../shared/trials.ts";
import { hashLeaf, proofOf, rootOf } from "./log.ts";

/** The reference tree of the Certificate Transparency test vectors: its leaves and the root of all eight. */
const KNOWN_LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => hashLeaf(Buffer.from(hex, "hex")));
const KNOWN_ROOT = "0x5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";

const hex = (buffer: Buffer): Hex => bytesToHex(buffer);
const leaf = fc.uint8Array({ maxLength: 40 }).map((data) => hashLeaf(Buffer.from(data)));

describe("RecordAnchor and the tree of RFC 6962", () => {
  async function deploy() {
    const connection = await network.create();
    const [deployer] = await connection.viem.getWalletClients();
    const manager = await connection.viem.deployContract("QtiAccessManager", [
      deployer?.account.address ?? "0x",
    ]);
    const anchors = await connection.viem.deployContract("RecordAnchor", [manager.address]);
    return { connection, anchors, snapshot: await connection.networkHelpers.takeSnapshot() };
  }

  it("proves each leaf of the known tree", async () => {
    const { connection, anchors } = await deploy();
    expect(hex(rootOf(KNOWN_LEAVES))).to.equal(KNOWN_ROOT);
    await anchors.write.anchor([KNOWN_ROOT, BigInt(KNOWN_LEAVES.length)]);
    for (const [index, known] of KNOWN_LEAVES.entries()) {
      const proof = proofOf(KNOWN_LEAVES, index).map(hex);
      expect(await anchors.read.verify([0n, hex(known), BigInt(index), proof])).to.equal(true);
    }
    await connection.close();
  });

  it("proves a leaf exactly if it was committed, at its index", async () => {
    const { connection, anchors, snapshot } = await deploy();
    const tree = fc.array(leaf, { minLength: 1, maxLength: 70 });
    await fc.assert(
      fc.asyncProperty(tree, fc.nat(), fc.nat(), leaf, async (leaves, some, other, stranger) => {
        await snapshot.restore();
        await anchors.write.anchor([hex(rootOf(leaves)), BigInt(leaves.length)]);
        const index = some % leaves.length;
        const elsewhere = other % (leaves.length + 2);
        const proof = proofOf(leaves, index).map(hex);
        const own = leaves[index] ?? stranger;
        const verify = (hash: Buffer, at: number) => anchors.read.verify([0n, hex(hash), BigInt(at), proof]);
        expect(await verify(own, index)).to.equal(true);
        expect(await verify(stranger, index)).to.equal(stranger.equals(own));
        // Another index has another path, unless the same data stands on both sides of every step.
        const same = elsewhere === index || new Set(leaves.map(hex)).size < leaves.length;
        if (!same) expect(await verify(own, elsewhere)).to.equal(false);
      }),
      trials(60),
    );
    await connection.close();
  });
});
