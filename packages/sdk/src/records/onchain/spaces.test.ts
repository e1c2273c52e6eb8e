import { encodeAbiParameters, keccak256, toHex } from "viem";
import { afterEach, describe, expect, test } from "vitest";
import {
  accountOf,
  assetOfAda,
  contracts,
  node,
  type Person,
  SHARE,
  verify,
  walletOf,
} from "../../../test/support/chain.ts";
import { getAsset } from "../../assets/getAsset.ts";
import { getHolding } from "../../assets/getHolding.ts";
import { transferSync } from "../../assets/transfer.ts";
import { updateDocumentsSync } from "../../assets/updateDocuments.ts";
import { roles } from "../../identity/roles.ts";
import { createSubgraphClient } from "../../subgraph/createSubgraphClient.ts";
import { commitDocument } from "../documents/commitDocument.ts";
import { createDocumentBundle } from "../documents/createDocumentBundle.ts";
import { keyFingerprints } from "../keys/fingerprint.ts";
import { createAssetDocuments, listAssetDocuments, proveAssetDocument } from "../spaces/assets.ts";
import { findRoleReaders } from "../spaces/findRoleReaders.ts";
import { openPaper } from "../spaces/openPaper.ts";
import { syncAssetReaders } from "../spaces/syncAssetReaders.ts";
import { apiServer, json } from "../testing/apiServer.ts";
import { recordsService } from "../testing/recordsService.ts";
import { vaultOf } from "../testing/vaults.ts";
import { accountSchema } from "../wire.ts";
import { registerKeysSync } from "./registerKeys.ts";
import { revokeKeysSync } from "./revokeKeys.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const addressOf = (person: Person) => accountSchema.parse(accountOf(person).address);

/** An index that lists these accounts as holders and as members of a role, true or not. */
async function indexOf(listed: () => { account: string; isSystem?: boolean }[]) {
  const server = await apiServer(() => {
    const holdings = listed().map(({ account, isSystem = false }) => ({
      id: account,
      account: { id: account, isSystem },
      balance: "1",
      frozen: "0",
      createdAt: "0",
      updatedAt: "0",
    }));
    const members = listed().map(({ account }) => ({ account: { id: account }, delay: "0", since: "0" }));
    const role = { roleId: `${roles.complianceDesk}`, label: "", memberCount: members.length, members };
    return json({ data: { holdings, roles: [role] } });
  });
  closing.push(server.close);
  return createSubgraphClient({ url: server.url });
}

async function scene() {
  const service = await recordsService();
  closing.push(service.close);
  const [ada, ben, cleo] = await Promise.all(
    (["ada", "ben", "cleo"] as const).map((person) => vaultOf(service, addressOf(person))),
  );
  if (!ada || !ben || !cleo) throw new TypeError("somebody is missing");
  for (const each of [ada, ben, cleo]) closing.push(each.close);
  return { service, ada, ben, cleo };
}

async function titlesOf({ vault }: Awaited<ReturnType<typeof vaultOf>>): Promise<string[]> {
  return (await listAssetDocuments(vault)).files.map(({ contents }) => contents.title).toSorted();
}

describe("documents of an asset", () => {
  test("follow its shares from one to another and on to a third, and back", async () => {
    const asset = await assetOfAda();
    await verify("ben", "cleo");
    const { ada, ben, cleo } = await scene();
    const people: Person[] = ["ada", "ben", "cleo"];
    // As a subgraph does, with somebody whom it made up, a contract, and a holder without keys.
    const subgraph = await indexOf(() => [
      ...people.map((person) => ({ account: addressOf(person) })),
      { account: addressOf("holder") },
      { account: contracts.exchange.toLowerCase(), isSystem: true },
    ]);
    const update = (leaving: "rewrap" | "revoke") =>
      syncAssetReaders(ada.vault, { client: node, subgraph, asset, contracts, leaving });
    for (const title of ["Deed", "Survey"]) {
      const papers = [{ kind: "title" as const, file: new Blob([title]), name: `${title}.txt` }];
      await createAssetDocuments(ada.vault, { asset, title, papers, readers: [] });
    }
    expect([await titlesOf(ben), await titlesOf(cleo)]).toEqual([[], []]);

    await transferSync(walletOf("ada"), { asset, to: addressOf("ben"), amount: 10n * SHARE });
    const bought = await update("revoke");
    expect(bought.synced).toMatchObject(
      Array(2).fill({ change: "rewrap", added: [{ account: addressOf("ben") }], removed: [] }),
    );
    expect(bought.unreachable).toEqual([
      { account: contracts.exchange.toLowerCase(), reason: "contract" },
      { account: addressOf("cleo"), reason: "not-confirmed" },
      { account: addressOf("holder"), reason: "not-confirmed" },
    ]);
    expect([await titlesOf(ben), await titlesOf(cleo)]).toEqual([["Deed", "Survey"], []]);
    expect((await update("revoke")).synced.map(({ change }) => change)).toEqual(["none", "none"]);

    await transferSync(walletOf("ben"), { asset, to: addressOf("cleo"), amount: 10n * SHARE });
    const sold = await update("revoke");
    expect(sold.synced).toMatchObject(
      Array(2).fill({
        change: "revoke",
        added: [{ account: addressOf("cleo") }],
        removed: [{ account: addressOf("ben") }],
        record: { version: 2 },
      }),
    );
    expect([await titlesOf(ben), await titlesOf(cleo)]).toEqual([[], ["Deed", "Survey"]]);
    const [deed] = (await listAssetDocuments(cleo.vault)).files;
    const [attachment] = deed?.manifest.attachments ?? [];
    if (!attachment) throw new TypeError("the deed has no file");
    expect(await (await openPaper(cleo.vault, attachment)).text()).toBe(deed?.contents.title);

    // Half of it goes back: both hold, both read.
    await transferSync(walletOf("cleo"), { asset, to: addressOf("ben"), amount: 4n * SHARE });
    expect((await update("rewrap")).synced.map(({ change }) => change)).toEqual(["rewrap", "rewrap"]);
    expect([await titlesOf(ben), await titlesOf(cleo)]).toEqual([
      ["Deed", "Survey"],
      ["Deed", "Survey"],
    ]);
    const { unfrozen } = await getHolding(node, { asset, account: addressOf("cleo") });
    await transferSync(walletOf("cleo"), { asset, to: addressOf("ada"), amount: unfrozen });
    const left = await update("rewrap");
    expect(left.synced).toMatchObject(
      Array(2).fill({ change: "rewrap", removed: [{ account: addressOf("cleo") }] }),
    );
    expect(await titlesOf(cleo)).toEqual([]);
  });

  test("a holder without keys is named; keys that the chain contradicts are not sealed for", async () => {
    const asset = await assetOfAda();
    await verify("ben", "cleo");
    const { ada, ben, service } = await scene();
    await transferSync(walletOf("ada"), { asset, to: addressOf("ben"), amount: SHARE });
    await transferSync(walletOf("ada"), { asset, to: addressOf("cleo"), amount: SHARE });
    service.keys.splice(
      0,
      service.keys.length,
      ...service.keys.filter(({ account }) => account !== addressOf("cleo")),
    );
    await registerKeysSync(walletOf("ben"), {
      recipient: `0x${"11".repeat(32)}`,
      verifier: `0x${"22".repeat(32)}`,
    });
    const subgraph = await indexOf(() => [{ account: addressOf("ben") }, { account: addressOf("cleo") }]);
    const update = () =>
      syncAssetReaders(ada.vault, { client: node, subgraph, asset, contracts, leaving: "rewrap" });
    const papers = [{ kind: "other" as const, file: new Blob(["x"]), name: "x" }];
    await createAssetDocuments(ada.vault, { asset, title: "X", papers, readers: [] });
    expect((await update()).unreachable).toEqual([
      { account: addressOf("ben"), reason: "other-in-directory" },
      { account: addressOf("cleo"), reason: "no-keys" },
    ]);
    expect(await titlesOf(ben)).toEqual([]);
    await registerKeysSync(walletOf("ben"), await keyFingerprints(ben.keys));
    expect((await update()).unreachable).toEqual([{ account: addressOf("cleo"), reason: "no-keys" }]);
    expect(await titlesOf(ben)).toEqual(["X"]);

    await revokeKeysSync(walletOf("ben"), { index: 1n });
    expect((await update()).unreachable).toEqual([
      { account: addressOf("ben"), reason: "revoked" },
      { account: addressOf("cleo"), reason: "no-keys" },
    ]);
    expect(await titlesOf(ben)).toEqual([]);
  });

  test("a holder who named keys without end is not sealed for, and keeps nobody else from it", async () => {
    const asset = await assetOfAda();
    await verify("ben", "cleo");
    const { ada, ben, cleo } = await scene();
    for (const to of [ben, cleo])
      await transferSync(walletOf("ada"), { asset, to: to.account, amount: SHARE });
    await registerKeysSync(walletOf("ben"), await keyFingerprints(ben.keys));
    // A million transactions, of which only the length of the list remains to be seen.
    const length = keccak256(
      encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [ben.account, 0n]),
    );
    await node.setStorageAt({
      address: contracts.keyDirectory,
      index: length,
      value: toHex(1_000_000, { size: 32 }),
    });
    const subgraph = await indexOf(() => [{ account: ben.account }, { account: cleo.account }]);
    const papers = [{ kind: "other" as const, file: new Blob(["x"]), name: "x" }];
    await createAssetDocuments(ada.vault, { asset, title: "X", papers, readers: [] });
    const { unreachable } = await syncAssetReaders(ada.vault, {
      client: node,
      subgraph,
      asset,
      contracts,
      leaving: "rewrap",
    });
    expect(unreachable).toEqual([{ account: ben.account, reason: "too-many-keys" }]);
    expect([await titlesOf(ben), await titlesOf(cleo)]).toEqual([[], ["X"]]);
  });

  test("are proven to be those to which the issuer committed", async () => {
    const asset = await assetOfAda();
    const { ada } = await scene();
    const files = ["deed", "survey"].map((text) => new Blob([text]));
    const documents = await Promise.all(
      files.map(async (file) => ({ name: "paper", size: file.size, ...(await commitDocument(file)) })),
    );
    const bundle = await createDocumentBundle({ asset, chainId: 31337, documents });
    await updateDocumentsSync(walletOf("ada"), { asset, root: bundle.root });
    const papers = files.map((file) => ({ kind: "title" as const, file, name: "paper" }));
    await createAssetDocuments(ada.vault, { asset, title: "Both", papers, bundle, readers: [] });
    await createAssetDocuments(ada.vault, { asset, title: "None", papers, readers: [] });
    const opened = (await listAssetDocuments(ada.vault)).files;
    const { documentsRoots = [] } = (await getAsset(node, { asset })) ?? {};
    const roots = documentsRoots.map((root, index) => ({ root, index: BigInt(index) }));
    const verdictsOf = async (title: string) => {
      const of = opened.find(({ contents }) => contents.title === title);
      if (of === undefined) throw new TypeError("it is not there");
      return Promise.all(
        of.manifest.attachments.map(async (attachment) =>
          proveAssetDocument(await openPaper(ada.vault, attachment), { of, roots }),
        ),
      );
    };
    expect(await verdictsOf("Both")).toMatchObject([
      { proven: true, document: { index: 0 }, count: 2 },
      { proven: true, document: { index: 1 }, count: 2 },
    ]);
    expect(await verdictsOf("None")).toEqual([undefined, undefined]);
    const [both] = opened.filter(({ contents }) => contents.title === "Both");
    if (both === undefined) throw new TypeError("it is not there");
    expect(await proveAssetDocument(new Blob(["forged"]), { of: both, roots })).toEqual({
      proven: false,
      reason: "otherFile",
    });
  });
});

describe("holders of a role", () => {
  test("are those of whom the chain says so, with keys that stand on it; the index alone makes nobody one", async () => {
    const { service, ada, ben } = await scene();
    const desk = await vaultOf(service, addressOf("complianceDesk"));
    closing.push(desk.close);
    const subgraph = await indexOf(() => [
      { account: addressOf("complianceDesk") },
      { account: addressOf("ben") },
    ]);
    await registerKeysSync(walletOf("ben"), await keyFingerprints(ben.keys));
    const parameters = { client: node, subgraph, contracts, role: roles.complianceDesk };
    expect(await findRoleReaders(ada.vault, parameters)).toEqual({
      readers: [],
      unreachable: [{ account: desk.account, reason: "not-in-directory" }],
    });
    await registerKeysSync(walletOf("complianceDesk"), await keyFingerprints(desk.keys));
    expect(await findRoleReaders(ada.vault, parameters)).toMatchObject({
      readers: [{ account: desk.account, directory: "agrees", keys: { fingerprint: desk.keys.fingerprint } }],
      unreachable: [],
    });
    expect(await findRoleReaders(ada.vault, { ...parameters, role: roles.underwriter })).toEqual({
      readers: [],
      unreachable: [],
    });
  });
});
