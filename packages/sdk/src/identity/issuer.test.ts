import { describe, expect, test } from "vitest";
import { accountOf, attestationOf, contracts, node, verify, walletOf } from "../../test/support/chain.ts";
import { AddressUnknownError } from "../errors/address.ts";
import { DemoDeskNotVerifiedError } from "../errors/devnet.ts";
import { attestSync } from "./attest.ts";
import { enrolIssuer, enrolIssuerSync } from "./enrolIssuer.ts";
import { hasRole } from "./hasRole.ts";
import { isIssuer } from "./isIssuer.ts";
import { roles } from "./roles.ts";

const account = accountOf("ada").address;

describe("enrolIssuer", () => {
  test("default", async () => {
    await verify("ada");
    expect(await isIssuer(node, { account })).toBe(false);
    const { event } = await enrolIssuerSync(walletOf("ada"));
    expect(event.args).toMatchObject({ roleId: roles.issuer, account });
    expect(await isIssuer(node, { account })).toBe(true);
  });

  test("error: DemoDeskNotVerifiedError", async () => {
    await attestSync(walletOf("ada"), await attestationOf(account, { tier: 1 }));
    await expect(enrolIssuer(walletOf("ada"))).rejects.toThrow(DemoDeskNotVerifiedError);
  });

  test("error: AddressUnknownError", async () => {
    const elsewhere = { ...walletOf("ada"), chain: { ...walletOf("ada").chain, id: 5 } };
    await expect(enrolIssuer(elsewhere)).rejects.toThrow(AddressUnknownError);
  });
});

describe("hasRole", () => {
  test("default", async () => {
    const desk = accountOf("complianceDesk").address;
    expect(await hasRole(node, { account: desk, role: "complianceDesk" })).toBe(true);
    expect(await hasRole(node, { account, role: "complianceDesk" })).toBe(false);
  });

  test("behavior: the deployer holds nothing", async () => {
    const deployer = accountOf("deployer").address;
    const names = Object.keys(roles) as (keyof typeof roles)[];
    const held = await Promise.all(names.map((role) => hasRole(node, { account: deployer, role })));
    expect(held).not.toContain(true);
  });

  test("behavior: takes the address that is given", async () => {
    const { accessManager } = contracts;
    expect(await hasRole(node, { account, role: "admin", contracts: { accessManager } })).toBe(false);
  });
});
