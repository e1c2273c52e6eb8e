import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { commitDocument, createDocumentBundle, type DocumentCommitment } from "@qti/sdk/records/documents";
import type { Address } from "viem";
import type { DemoAsset } from "./assets.ts";

type Paper = DocumentCommitment & { name: string; mediaType: string; size: number };

/**
 * Papers of the demo's issuers. Only salted hashes go on the chain; the files and the bundle that proves them stay in a folder
 * of the stack, for whoever wants to see a proof.
 */
export class DemoPapers {
  readonly #folder: string | undefined;
  readonly #chainId: number;
  readonly #papers = new Map<Address, Paper[]>();

  constructor(chainId: number, folder: string | undefined) {
    this.#chainId = chainId;
    this.#folder = folder;
  }

  /** Writes one more paper of an asset. Answers with the root of all of them. */
  async add(asset: DemoAsset, address: Address, title: string): Promise<`0x${string}`> {
    const text = `${title}\n\n${asset.name} (${asset.symbol})\n\n${asset.description}\n`;
    const bytes = new TextEncoder().encode(text);
    const commitment = await commitDocument(bytes);
    const paper = { ...commitment, name: `${title}.txt`, mediaType: "text/plain", size: bytes.length };
    const documents = [...(this.#papers.get(address) ?? []), paper];
    this.#papers.set(address, documents);
    const bundle = await createDocumentBundle({ asset: address, chainId: this.#chainId, documents });
    if (this.#folder !== undefined) {
      const folder = path.join(this.#folder, asset.symbol);
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, paper.name), bytes);
      await writeFile(path.join(folder, "bundle.json"), `${JSON.stringify(bundle, null, 2)}\n`);
    }
    return bundle.root;
  }
}
