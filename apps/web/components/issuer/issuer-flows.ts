import { activate, type GetAssetReturnType, mature, retire, stateValuation, updateDocuments } from "@qti/sdk";
import { commitDocument, createDocumentBundle, type DocumentBundle } from "@qti/sdk/records/documents";
import { formatAmount } from "@/lib/format/amount";
import { formatBytes } from "@/lib/format/bytes";
import { saveBlob } from "@/lib/save-blob";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import "@/lib/no-eval";

type Asset = Pick<
  GetAssetReturnType,
  "asset" | "name" | "symbol" | "shares" | "valuation" | "documentsRoots"
>;

const dollars = (value: bigint) => `$${formatAmount(value, { decimals: 6, maximum: 2 })}`;

/** Mints the shares of a draft to its issuer and puts them into circulation. */
export function activateFlow(asset: Asset): Flow {
  const parameters = { asset: asset.asset };
  return {
    title: `Put ${asset.name} into circulation`,
    verb: "Put into circulation",
    changes: [
      {
        label: "Minted to you",
        value: `${formatAmount(asset.shares, { decimals: 0 })} ${asset.symbol}`,
        emphasis: "gain",
      },
      { label: "Terms", value: "can no longer be changed" },
    ],
    plan: async () => [
      writeStep({ id: "activate", title: "Put into circulation" }, activate, () => parameters),
    ],
    estimateGas: ({ account, client }) => activate.estimateGas(client, { ...parameters, account }),
    done: `${asset.name} is in circulation`,
  };
}

/** Ends the circulation of an asset. */
export function matureFlow(asset: Asset): Flow {
  const parameters = { asset: asset.asset };
  return {
    title: `Let ${asset.name} mature`,
    verb: "Let it mature",
    changes: [
      { label: "Transfers and trades", value: "stop for ever", emphasis: "loss" },
      { label: "Shares", value: "can only be redeemed from then on" },
    ],
    risk: "This is final. Holders then wait for you to pay in what their shares are worth.",
    plan: async () => [writeStep({ id: "mature", title: "Let it mature" }, mature, () => parameters)],
    estimateGas: ({ account, client }) => mature.estimateGas(client, { ...parameters, account }),
    done: `${asset.name} has matured`,
  };
}

/** Ends an asset of which no share is left. */
export function retireFlow(asset: Asset): Flow {
  const parameters = { asset: asset.asset };
  return {
    title: `End ${asset.name}`,
    verb: "End it",
    changes: [{ label: "The asset", value: "ends for ever" }],
    risk: "This is final. Its history stays.",
    plan: async () => [writeStep({ id: "retire", title: "End it" }, retire, () => parameters)],
    estimateGas: ({ account, client }) => retire.estimateGas(client, { ...parameters, account }),
    done: `${asset.name} has ended`,
  };
}

/** States what the whole asset is worth now. */
export function valueFlow(asset: Asset, valuation: bigint, onConfirmed: () => void): Flow {
  const parameters = { asset: asset.asset, valuation };
  const share = (value: bigint) => dollars(asset.shares === 0n ? 0n : value / asset.shares);
  return {
    title: `State a value for ${asset.name}`,
    verb: "State it",
    changes: [
      { label: "Stated value", before: dollars(asset.valuation), value: dollars(valuation) },
      { label: "A share", before: share(asset.valuation), value: share(valuation) },
    ],
    risk: "It is your word, and it stays in the history for ever, with the day on which you stated it.",
    plan: async () => [writeStep({ id: "value", title: "State it" }, stateValuation, () => parameters)],
    estimateGas: ({ account, client }) => stateValuation.estimateGas(client, { ...parameters, account }),
    done: "The value is stated",
    onConfirmed,
  };
}

/** Commits to documents: hashes them here, saves their proof, and puts one root on the chain. */
export function documentsFlow(
  asset: Asset,
  files: readonly File[],
  chainId: number,
  onConfirmed: (bundle: DocumentBundle) => void,
): Flow {
  let bundle: DocumentBundle | undefined;
  const ready = () => {
    if (!bundle) throw new BundleMissingError();
    return bundle;
  };
  return {
    title: `Append ${files.length === 1 ? "a document" : `${files.length} documents`} to ${asset.name}`,
    verb: "Append",
    changes: [
      ...files.map(({ name, size }) => ({ label: name, value: formatBytes(size) })),
      { label: "On the chain", value: "one root of their salted hashes: it says nothing of what is in them" },
      { label: "In your downloads", value: "the proof, to be kept and handed over with the documents" },
    ],
    risk: "Keep the proof. Without it nobody, you included, can show later that these were the documents.",
    plan: async () => [
      {
        id: "hash",
        kind: "task",
        title: "Read the documents in this browser",
        run: async () => {
          // Asked to try again: the proof that was saved stays the right one.
          bundle ??= await bundleOf(asset, files, chainId);
        },
      },
      {
        id: "save",
        kind: "task",
        title: "Save the proof",
        run: async () => saveBlob(bundleBlob(ready()), bundleFileName(asset, ready())),
      },
      writeStep({ id: "documents", title: "Append" }, updateDocuments, () => ({
        asset: asset.asset,
        root: ready().root,
      })),
    ],
    done: "The documents are committed to",
    onConfirmed: () => onConfirmed(ready()),
  };
}

async function bundleOf(asset: Asset, files: readonly File[], chainId: number): Promise<DocumentBundle> {
  const documents = [];
  // One after the other: each is read in full, and together they may be larger than memory.
  for (const file of files)
    documents.push({
      name: file.name,
      mediaType: file.type,
      size: file.size,
      ...(await commitDocument(file)),
    });
  return createDocumentBundle({ asset: asset.asset, chainId, documents });
}

/** The proof of documents as a file. */
export const bundleBlob = (bundle: DocumentBundle): Blob =>
  new Blob([JSON.stringify(bundle, null, 2)], { type: "application/json" });

/** Name under which the proof is saved: of which asset, and which of its additions. */
export const bundleFileName = (asset: Pick<Asset, "symbol">, bundle: DocumentBundle): string =>
  `${asset.symbol.replaceAll(/[^A-Za-z0-9]/g, "")}-documents-${bundle.root.slice(2, 10)}.json`;

/** The steps ran in another order than planned: documents are appended before they were read. */
export class BundleMissingError extends Error {
  override readonly name = "BundleMissingError";
}
