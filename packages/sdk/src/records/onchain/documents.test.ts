import { describe, expect, test } from "vitest";
import { assetOfAda, node, walletOf } from "../../../test/support/chain.ts";
import { getAsset } from "../../assets/getAsset.ts";
import { updateDocumentsSync } from "../../assets/updateDocuments.ts";
import { commitDocument } from "../documents/commitDocument.ts";
import { createDocumentBundle } from "../documents/createDocumentBundle.ts";
import { proveDocument } from "../documents/proveDocument.ts";

describe("documents of an asset", () => {
  test("default: appended, and proven to be those which were committed to", async () => {
    const asset = await assetOfAda();
    const files = [new Blob(["deed"]), new Blob(["survey"])];
    const documents = await Promise.all(
      files.map(async (file) => ({ name: "paper", size: file.size, ...(await commitDocument(file)) })),
    );
    const bundle = await createDocumentBundle({ asset, chainId: 31337, documents });
    const looking = async () => {
      const { documentsRoots = [] } = (await getAsset(node, { asset })) ?? {};
      const roots = documentsRoots.map((root, index) => ({ root, index: BigInt(index) }));
      return { asset, chainId: 31337, roots };
    };
    const file = new Blob(["survey"]);
    expect(await proveDocument(file, bundle, await looking())).toEqual({
      proven: false,
      reason: "notCommitted",
    });
    const first = `0x${"11".repeat(32)}` as const;
    await updateDocumentsSync(walletOf("ada"), { asset, root: first });
    await updateDocumentsSync(walletOf("ada"), { asset, root: bundle.root });
    expect(await proveDocument(file, bundle, await looking())).toMatchObject({
      proven: true,
      document: { index: 1 },
      count: 2,
      committed: { index: 1n },
    });
  });
});
