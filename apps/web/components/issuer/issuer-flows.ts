import { activate, type GetAssetReturnType, mature, retire, stateValuation, updateDocuments } from "@qti/sdk";
import { commitDocument, createDocumentBundle, type DocumentBundle } from "@qti/sdk/records/documents";
import { formatAmount } from "@/lib/format/amount";
import { formatBytes } from "@/lib/format/bytes";
import type { Translator } from "@/lib/i18n/translator";
import { saveBlob } from "@/lib/save-blob";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import "@/lib/no-eval";

type Asset = Pick<
  GetAssetReturnType,
  "asset" | "name" | "symbol" | "shares" | "valuation" | "documentsRoots"
>;

const dollars = (value: bigint, t: Translator) => `$${formatAmount(value, { decimals: 6, maximum: 2 }, t)}`;

/** Mints the shares of a draft to its issuer and puts them into circulation. */
export function activateFlow(asset: Asset, t: Translator): Flow {
  const parameters = { asset: asset.asset };
  return {
    title: t("issuer.activate.title", { asset: asset.name }),
    verb: t("issuer.activate.verb"),
    changes: [
      {
        label: t("issuer.activate.minted"),
        value: `${formatAmount(asset.shares, { decimals: 0 }, t)} ${asset.symbol}`,
        emphasis: "gain",
      },
      { label: t("issuer.activate.terms"), value: t("issuer.activate.termsFixed") },
    ],
    plan: async () => [
      writeStep({ id: "activate", title: t("issuer.activate.verb") }, activate, () => parameters),
    ],
    estimateGas: ({ account, client }) => activate.estimateGas(client, { ...parameters, account }),
    done: t("issuer.activate.done", { asset: asset.name }),
  };
}

/** Ends the circulation of an asset. */
export function matureFlow(asset: Asset, t: Translator): Flow {
  const parameters = { asset: asset.asset };
  return {
    title: t("issuer.mature.title", { asset: asset.name }),
    verb: t("issuer.mature.verb"),
    changes: [
      { label: t("issuer.mature.transfers"), value: t("issuer.mature.transfersStop"), emphasis: "loss" },
      { label: t("assets.figures.shares"), value: t("issuer.mature.sharesRedeem") },
    ],
    risk: t("issuer.mature.risk"),
    plan: async () => [writeStep({ id: "mature", title: t("issuer.mature.verb") }, mature, () => parameters)],
    estimateGas: ({ account, client }) => mature.estimateGas(client, { ...parameters, account }),
    done: t("issuer.mature.done", { asset: asset.name }),
  };
}

/** Ends an asset of which no share is left. */
export function retireFlow(asset: Asset, t: Translator): Flow {
  const parameters = { asset: asset.asset };
  return {
    title: t("issuer.retire.title", { asset: asset.name }),
    verb: t("issuer.retire.verb"),
    changes: [{ label: t("issuer.retire.asset"), value: t("issuer.retire.ends") }],
    risk: t("issuer.retire.risk"),
    plan: async () => [writeStep({ id: "retire", title: t("issuer.retire.verb") }, retire, () => parameters)],
    estimateGas: ({ account, client }) => retire.estimateGas(client, { ...parameters, account }),
    done: t("issuer.retire.done", { asset: asset.name }),
  };
}

/** States what the whole asset is worth now. */
export function valueFlow(asset: Asset, valuation: bigint, onConfirmed: () => void, t: Translator): Flow {
  const parameters = { asset: asset.asset, valuation };
  const share = (value: bigint) => dollars(asset.shares === 0n ? 0n : value / asset.shares, t);
  return {
    title: t("issuer.value.flow", { asset: asset.name }),
    verb: t("issuer.value.verb"),
    changes: [
      { label: t("assets.figures.value"), before: dollars(asset.valuation, t), value: dollars(valuation, t) },
      { label: t("assets.figures.share"), before: share(asset.valuation), value: share(valuation) },
    ],
    risk: t("issuer.value.risk"),
    plan: async () => [
      writeStep({ id: "value", title: t("issuer.value.verb") }, stateValuation, () => parameters),
    ],
    estimateGas: ({ account, client }) => stateValuation.estimateGas(client, { ...parameters, account }),
    done: t("issuer.value.done"),
    onConfirmed,
  };
}

/** Commits to documents: hashes them here, saves their proof, and puts one root on the chain. */
export function documentsFlow(
  asset: Asset,
  files: readonly File[],
  chainId: number,
  onConfirmed: (bundle: DocumentBundle) => void,
  t: Translator,
): Flow {
  let bundle: DocumentBundle | undefined;
  const ready = () => {
    if (!bundle) throw new BundleMissingError();
    return bundle;
  };
  return {
    title: t("issuer.documents.flow", { count: files.length, asset: asset.name }),
    verb: t("issuer.documents.verb"),
    changes: [
      ...files.map(({ name, size }) => ({ label: name, value: formatBytes(size) })),
      { label: t("issuer.documents.onChain"), value: t("issuer.documents.root") },
      { label: t("issuer.documents.inDownloads"), value: t("issuer.documents.proof") },
    ],
    risk: t("issuer.documents.risk"),
    plan: async () => [
      {
        id: "hash",
        kind: "task",
        title: t("issuer.documents.read"),
        run: async () => {
          // Asked to try again: the proof that was saved stays the right one.
          bundle ??= await bundleOf(asset, files, chainId);
        },
      },
      {
        id: "save",
        kind: "task",
        title: t("issuer.documents.save"),
        run: async () => saveBlob(bundleBlob(ready()), bundleFileName(asset, ready())),
      },
      writeStep({ id: "documents", title: t("issuer.documents.verb") }, updateDocuments, () => ({
        asset: asset.asset,
        root: ready().root,
      })),
    ],
    done: t("issuer.documents.done"),
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
