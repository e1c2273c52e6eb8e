import type { Address } from "viem";
import { describe, expect, test } from "vitest";
import {
  accountOf,
  assetOfAda,
  contracts,
  node,
  pass,
  SHARE,
  verify,
  walletOf,
} from "../../test/support/chain.ts";
import {
  AccessManagedUnauthorizedError,
  AccessManagerNotScheduledError,
  AccessManagerUnauthorizedAccountError,
} from "../errors/access.ts";
import { AssetModuleNotAllowedError, ComplianceNotTighterError } from "../errors/assets.ts";
import { IdentitySystemConflictError } from "../errors/identity.ts";
import { EventMissingError } from "../errors/transaction.ts";
import { getStanding } from "../identity/getStanding.ts";
import { grantRole, grantRoleSync } from "../identity/grantRole.ts";
import { hasRole } from "../identity/hasRole.ts";
import { isAttester } from "../identity/isAttester.ts";
import { renounceRole, renounceRoleSync } from "../identity/renounceRole.ts";
import { revokeRoleSync } from "../identity/revokeRole.ts";
import { roles } from "../identity/roles.ts";
import { scheduleSync } from "../identity/schedule.ts";
import { setAttester, setAttesterSync } from "../identity/setAttester.ts";
import { setSystemContract, setSystemContractSync } from "../identity/setSystemContract.ts";
import { setTargetClosed, setTargetClosedSync } from "../identity/setTargetClosed.ts";
import { blockCountry, blockCountrySync } from "./blockCountry.ts";
import { forcedBurn, forcedBurnSync } from "./forcedBurn.ts";
import { getAsset } from "./getAsset.ts";
import { getHolding } from "./getHolding.ts";
import { setModule, setModuleSync } from "./setModule.ts";
import { setModuleAllowed, setModuleAllowedSync } from "./setModuleAllowed.ts";
import { setRedemption, setRedemptionSync } from "./setRedemption.ts";
import { setRules, setRulesSync } from "./setRules.ts";
import { tightenRules, tightenRulesSync } from "./tightenRules.ts";
import { transferSync } from "./transfer.ts";
import { transferRefusal } from "./transferRefusal.ts";
import { unblockCountry, unblockCountrySync } from "./unblockCountry.ts";

const DELAY = 48 * 3_600;
const { assetRegistry, complianceModule, identityRegistry } = contracts;
const [ada, ben] = [accountOf("ada").address, accountOf("ben").address];
const desk = walletOf("complianceDesk");
const force = walletOf("complianceForce");
const admin = walletOf("admin");
const ADMIN_DELAY = 72 * 3_600;

async function rulesOf(asset: Address) {
  const found = await getAsset(node, { asset });
  if (found === undefined) throw new RangeError("no asset");
  return found.rules;
}

describe("grantRole and revokeRole", () => {
  test("default", async () => {
    const issuer = { role: roles.issuer, member: ben };
    const holds = () => hasRole(node, { account: ben, role: "issuer" });
    await grantRoleSync(desk, { ...issuer, delay: 0 });
    expect(await holds()).toBe(true);
    await revokeRoleSync(desk, issuer);
    expect(await holds()).toBe(false);
  });

  test("error: AccessManagerUnauthorizedAccountError", async () => {
    const grant = grantRole(walletOf("ben"), { role: roles.issuer, member: ben, delay: 0 });
    await expect(grant).rejects.toThrow(AccessManagerUnauthorizedAccountError);
  });
});

describe("renounceRole", () => {
  test("default", async () => {
    const { event } = await renounceRoleSync(desk, { role: roles.complianceDesk });
    expect(event.args).toEqual({ roleId: roles.complianceDesk, account: desk.account.address });
    expect(await hasRole(node, { account: desk.account.address, role: "complianceDesk" })).toBe(false);
  });

  test("behavior: of a role that the account does not hold there is nothing to give up", async () => {
    const ben = walletOf("ben");
    await expect(renounceRole(ben, { role: roles.admin })).resolves.toMatch(/^0x/);
    await expect(renounceRoleSync(ben, { role: roles.admin })).rejects.toThrow(EventMissingError);
  });
});

describe("setTargetClosed", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    const close = { target: complianceModule, closed: true };
    await scheduleSync(admin, { call: setTargetClosed.call({ ...contracts, ...close, account: ada }) });
    await pass(ADMIN_DELAY);
    const { event } = await setTargetClosedSync(admin, close);
    expect(event.args).toEqual(close);
    await expect(blockCountry(desk, { asset, country: 528 })).rejects.toThrow(AccessManagedUnauthorizedError);
  });

  test("error: AccessManagerUnauthorizedAccountError", async () => {
    const close = setTargetClosed(desk, { target: complianceModule, closed: true });
    await expect(close).rejects.toThrow(AccessManagerUnauthorizedAccountError);
  });
});

describe("tightenRules and setRules", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    const rules = await rulesOf(asset);
    await tightenRulesSync(desk, { asset, rules: { ...rules, minTier: 3 } });
    expect((await rulesOf(asset)).minTier).toBe(3);
    await scheduleSync(force, { call: setRules.call({ complianceModule, asset, rules, account: ada }) });
    await pass(DELAY);
    await setRulesSync(force, { asset, rules });
    expect((await rulesOf(asset)).minTier).toBe(1);
  });

  test("error: ComplianceNotTighterError", async () => {
    const asset = await assetOfAda({
      rules: { minTier: 2, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n },
    });
    const rules = await rulesOf(asset);
    await expect(tightenRules(desk, { asset, rules: { ...rules, minTier: 1 } })).rejects.toThrow(
      ComplianceNotTighterError,
    );
  });

  test("error: AccessManagerNotScheduledError", async () => {
    const asset = await assetOfAda();
    const rules = await rulesOf(asset);
    await expect(setRules(force, { asset, rules })).rejects.toThrow(AccessManagerNotScheduledError);
  });
});

describe("blockCountry and unblockCountry", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    await verify("ben");
    const refusal = async () =>
      (await transferRefusal(node, { asset, from: ada, to: ben, amount: SHARE })).refusal;
    await blockCountrySync(desk, { asset, country: 528 });
    expect(await refusal()).toBe("receiverCountry");
    const call = unblockCountry.call({ complianceModule, asset, country: 528, account: ada });
    await scheduleSync(force, { call });
    await pass(DELAY);
    await unblockCountrySync(force, { asset, country: 528 });
    expect(await refusal()).toBe("none");
  });
});

describe("setModule", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    const module = complianceModule;
    await scheduleSync(force, { call: setModule.call({ assetRegistry, asset, module, account: ada }) });
    await pass(DELAY);
    const { event } = await setModuleSync(force, { asset, module });
    expect(event.args.module).toBe(module);
  });
});

describe("forcedBurn", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    await verify("ben");
    await transferSync(walletOf("ada"), { asset, to: ben, amount: 5n * SHARE });
    const burn = { asset, holder: ben, amount: 2n * SHARE };
    await scheduleSync(force, { call: forcedBurn.call({ assetRegistry, ...burn, account: ada }) });
    await pass(DELAY);
    await forcedBurnSync(force, burn);
    expect((await getHolding(node, { asset, account: ben })).balance).toBe(3n * SHARE);
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    const asset = await assetOfAda();
    const burn = forcedBurn(walletOf("ben"), { asset, holder: ada, amount: 1n });
    await expect(burn).rejects.toThrow(AccessManagedUnauthorizedError);
  });
});

describe("setAttester", () => {
  test("default", async () => {
    const change = { attester: ben, allowed: true };
    await scheduleSync(force, { call: setAttester.call({ identityRegistry, ...change, account: ada }) });
    await pass(DELAY);
    const { event } = await setAttesterSync(force, change);
    expect(event.args).toMatchObject(change);
    expect(await isAttester(node, { account: ben })).toBe(true);
    expect(await isAttester(node, { account: ada })).toBe(false);
  });
});

describe("setModuleAllowed", () => {
  test("default", async () => {
    const change = { module: complianceModule, allowed: false };
    await scheduleSync(admin, { call: setModuleAllowed.call({ assetRegistry, ...change, account: ada }) });
    await pass(ADMIN_DELAY);
    const { event } = await setModuleAllowedSync(admin, change);
    expect(event.args).toEqual(change);
    await expect(assetOfAda()).rejects.toThrow(AssetModuleNotAllowedError);
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    const change = setModuleAllowed(desk, { module: ben, allowed: true });
    await expect(change).rejects.toThrow(AccessManagedUnauthorizedError);
  });
});

describe("setRedemption", () => {
  test("default", async () => {
    const change = { redemption: ben };
    await scheduleSync(admin, { call: setRedemption.call({ assetRegistry, ...change, account: ada }) });
    await pass(ADMIN_DELAY);
    const { event } = await setRedemptionSync(admin, change);
    expect(event.args).toEqual(change);
  });

  test("error: AccessManagerNotScheduledError", async () => {
    await expect(setRedemption(admin, { redemption: ben })).rejects.toThrow(AccessManagerNotScheduledError);
  });
});

describe("setSystemContract", () => {
  const change = { contract: ben, allowed: true };
  const announce = () =>
    scheduleSync(admin, { call: setSystemContract.call({ identityRegistry, ...change, account: ada }) });

  test("default", async () => {
    await announce();
    await pass(ADMIN_DELAY);
    const { event } = await setSystemContractSync(admin, change);
    expect(event.args).toEqual({ account: ben, allowed: true });
    expect(await getStanding(node, { account: ben })).toMatchObject({ system: true });
  });

  test("error: IdentitySystemConflictError", async () => {
    await announce();
    await pass(ADMIN_DELAY);
    await verify("ben");
    await expect(setSystemContract(admin, change)).rejects.toThrow(IdentitySystemConflictError);
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    await expect(setSystemContract(desk, change)).rejects.toThrow(AccessManagedUnauthorizedError);
  });
});
