import { keccak256 } from "viem";
import { describe, expect, test } from "vitest";
import {
  accountOf,
  contracts,
  makeIssuer,
  node,
  termsOf,
  verify,
  walletOf,
} from "../../test/support/chain.ts";
import { AccessManagedUnauthorizedError } from "../errors/access.ts";
import {
  AssetInvalidTermsError,
  AssetIssuerNotVerifiedError,
  AssetModuleNotAllowedError,
  AssetNotIssuerError,
  AssetUnknownError,
  AssetWrongStateError,
  ComplianceInvalidRulesError,
} from "../errors/assets.ts";
import { revokeSync } from "../identity/revoke.ts";
import { activate, activateSync } from "./activate.ts";
import { getAsset } from "./getAsset.ts";
import { getHolding } from "./getHolding.ts";
import { predictAsset } from "./predictAsset.ts";
import { tokenize, tokenizeSync } from "./tokenize.ts";
import { tokenizeAndActivate, tokenizeAndActivateSync } from "./tokenizeAndActivate.ts";

const ada = accountOf("ada").address;

describe("tokenize", () => {
  test("default", async () => {
    await makeIssuer("ada");
    const terms = termsOf();
    const asset = await predictAsset(node, { issuer: ada, salt: terms.salt });
    const { event } = await tokenizeSync(walletOf("ada"), terms);
    expect(event.args).toMatchObject({ asset, issuer: ada, assetId: 0n });
    expect(await getAsset(node, { asset })).toMatchObject({
      state: "draft",
      totalSupply: 0n,
      name: "Harbour 7",
    });
  });

  test("behavior: simulate answers with the address", async () => {
    await makeIssuer("ada");
    const { result } = await tokenize.simulate(walletOf("ada"), termsOf());
    expect(result).toBe(await predictAsset(node, { issuer: ada, salt: termsOf().salt }));
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    await verify("ada");
    await expect(tokenize(walletOf("ada"), termsOf())).rejects.toThrow(AccessManagedUnauthorizedError);
  });

  test("error: AssetIssuerNotVerifiedError", async () => {
    await makeIssuer("ada");
    await revokeSync(walletOf("complianceDesk"), { subject: ada });
    await expect(tokenize(walletOf("ada"), termsOf())).rejects.toThrow(AssetIssuerNotVerifiedError);
  });

  test("error: AssetModuleNotAllowedError", async () => {
    await makeIssuer("ada");
    const terms = termsOf({ module: contracts.qtiToken });
    await expect(tokenize(walletOf("ada"), terms)).rejects.toThrow(AssetModuleNotAllowedError);
  });

  test("error: ComplianceInvalidRulesError", async () => {
    await makeIssuer("ada");
    const terms = termsOf({ rules: { minTier: 9, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n } });
    await expect(tokenize(walletOf("ada"), terms)).rejects.toThrow(ComplianceInvalidRulesError);
  });

  test.each([
    ["name", { name: "" }],
    ["symbol", { symbol: "MUCHTOOLONGSYMBOL" }],
    ["jurisdiction", { jurisdiction: 0 }],
    ["shares", { shares: 0n }],
    ["valuation", { valuation: 0n }],
    ["metadataURI", { metadataURI: "https://example.com" }],
  ])("error: AssetInvalidTermsError names %s", async (field, changes) => {
    await makeIssuer("ada");
    const refused = tokenize(walletOf("ada"), termsOf(changes));
    await expect(refused).rejects.toThrow(AssetInvalidTermsError);
    await expect(refused).rejects.toThrow(`The terms do not fit: ${field} `);
  });
});

describe("activate", () => {
  test("default", async () => {
    await makeIssuer("ada");
    const { event } = await tokenizeSync(walletOf("ada"), termsOf());
    const { asset } = event.args;
    const activated = await activateSync(walletOf("ada"), { asset });
    expect(activated.event.args.asset).toBe(asset);
    expect(await getAsset(node, { asset })).toMatchObject({ state: "active", holders: 1 });
    expect((await getHolding(node, { asset, account: ada })).balance).toBe(1_000n * 10n ** 18n);
  });

  test("error: AssetUnknownError", async () => {
    await makeIssuer("ada");
    await expect(activate(walletOf("ada"), { asset: contracts.qtiToken })).rejects.toThrow(AssetUnknownError);
  });

  test("error: AssetNotIssuerError", async () => {
    await makeIssuer("ada");
    await makeIssuer("ben");
    const { event } = await tokenizeSync(walletOf("ada"), termsOf());
    await expect(activate(walletOf("ben"), { asset: event.args.asset })).rejects.toThrow(AssetNotIssuerError);
  });

  test("error: AssetWrongStateError", async () => {
    await makeIssuer("ada");
    const { event } = await tokenizeAndActivateSync(walletOf("ada"), termsOf());
    await expect(activate(walletOf("ada"), { asset: event.args.asset })).rejects.toThrow(
      AssetWrongStateError,
    );
  });
});

describe("tokenizeAndActivate", () => {
  test("default", async () => {
    await makeIssuer("ada");
    const { event } = await tokenizeAndActivateSync(walletOf("ada"), termsOf());
    expect(await getAsset(node, { asset: event.args.asset })).toMatchObject({
      state: "active",
      class: "realEstate",
      jurisdiction: 528,
      issuer: ada,
      shares: 1_000n,
      totalSupply: 1_000n * 10n ** 18n,
      valuation: 1_000_000_000_000n,
      documentsRoots: [],
      module: contracts.complianceModule,
      rules: { minTier: 1 },
    });
  });

  test("behavior: is one transaction", async () => {
    await makeIssuer("ada");
    const before = await node.getBlockNumber();
    await tokenizeAndActivateSync(walletOf("ada"), termsOf());
    expect(await node.getBlockNumber()).toBe(before + 1n);
  });

  test("error: AssetInvalidTermsError", async () => {
    await makeIssuer("ada");
    await tokenizeAndActivateSync(walletOf("ada"), termsOf());
    const again = tokenizeAndActivate(walletOf("ada"), termsOf());
    await expect(again).rejects.toThrow(AssetInvalidTermsError);
  });
});

describe("getAsset", () => {
  test("behavior: undefined for an address that is no asset", async () => {
    expect(await getAsset(node, { asset: contracts.qtiToken })).toBeUndefined();
  });

  test("behavior: keeps the roots of documents in their order", async () => {
    await makeIssuer("ada");
    const documentsRoot = keccak256("0x1234");
    const { event } = await tokenizeSync(walletOf("ada"), termsOf({ documentsRoot }));
    expect((await getAsset(node, { asset: event.args.asset }))?.documentsRoots).toEqual([documentsRoot]);
  });
});
