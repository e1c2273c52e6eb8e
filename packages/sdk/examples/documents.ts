import { getAsset, tokenizeSync, updateDocumentsSync } from "@qti/sdk";
import { decodeError } from "@qti/sdk/errors";
import {
  commitDocument,
  createDocumentBundle,
  parseDocumentBundle,
  proveDocument,
  selectDocuments,
} from "@qti/sdk/records/documents";
import { createWalletClient, http, keccak256, publicActions, toHex, zeroHash } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";

const phrase = "test test test test test test test test test test test junk";
const account = mnemonicToAccount(phrase, { addressIndex: 10 }); // Ada, an issuer
const transport = http(process.env.QTI_RPC_URL ?? "http://127.0.0.1:8545");
const client = createWalletClient({ account, chain: hardhat, transport }).extend(publicActions);
const chainId = hardhat.id;

const files = [
  new File(["Deed"], "deed.txt"),
  new File(["Survey"], "survey.txt"),
  new File(["Lease"], "lease.txt"),
];

try {
  const { event } = await tokenizeSync(client, {
    name: "Harbour 7",
    symbol: "HRB7",
    class: "realEstate",
    jurisdiction: 528,
    shares: 1_000n,
    valuation: 1_000_000_000_000n,
    metadataURI: "data:application/json,%7B%22name%22%3A%22Harbour%207%22%2C%22description%22%3A%22%22%7D",
    documentsRoot: zeroHash,
    rules: { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n },
    blockedCountries: [],
    salt: keccak256(toHex(String(Math.random()))),
  });
  const { asset } = event.args;

  // The issuer commits to three documents at once, and keeps the bundle with them.
  const documents = await Promise.all(
    files.map(async (file) => ({ name: file.name, size: file.size, ...(await commitDocument(file)) })),
  );
  const bundle = await createDocumentBundle({ asset, chainId, documents });
  await updateDocumentsSync(client, { asset, root: bundle.root });
  const handedOver = JSON.stringify(selectDocuments(bundle, [1]));

  // Whoever gets the file and its bundle checks them against the chain.
  const { documentsRoots = [] } = (await getAsset(client, { asset })) ?? {};
  const roots = documentsRoots.map((root, index) => ({ root, index: BigInt(index) }));
  for (const file of [new File(["Survey"], "a copy.txt"), new File(["survey"], "survey.txt")]) {
    const verdict = await proveDocument(file, parseDocumentBundle(handedOver), { asset, chainId, roots });
    if (verdict.proven)
      console.log(`${file.name}: document ${verdict.document.index + 1} of ${verdict.count}`);
    else console.log(`${file.name}: not proven, ${verdict.reason}`);
  }
} catch (error) {
  const { shortMessage, next } = decodeError(error);
  console.error(shortMessage, next);
}
