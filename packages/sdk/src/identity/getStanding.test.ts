import { describe, expect, test } from "vitest";
import { accountOf, node, pass, verify, walletOf } from "../../test/support/chain.ts";
import { canReceive } from "./canReceive.ts";
import { freezeSync } from "./freeze.ts";
import { getIdentityNonce } from "./getIdentityNonce.ts";
import { getStanding } from "./getStanding.ts";
import { revokeSync } from "./revoke.ts";

const account = accountOf("ada").address;

describe("getStanding", () => {
  test("default", async () => {
    await verify("ada");
    expect(await getStanding(node, { account })).toMatchObject({
      tier: 2,
      country: 528,
      accounts: 1,
      index: 1n,
      frozen: false,
      revoked: false,
      canSend: true,
      canReceive: true,
      identity: expect.stringMatching(/^0x[0-9a-f]{64}$/),
    });
  });

  test("behavior: an account that was never attested has no identity", async () => {
    expect(await getStanding(node, { account })).toMatchObject({
      index: 0n,
      identity: undefined,
      canSend: false,
      canReceive: false,
    });
  });

  test("behavior: after its end an attestation still lets its account send", async () => {
    await verify("ada");
    await pass(366 * 86_400);
    expect(await getStanding(node, { account })).toMatchObject({ canSend: true, canReceive: false });
  });

  test("behavior: reads an earlier block when asked", async () => {
    const blockNumber = await node.getBlockNumber();
    await verify("ada");
    expect((await getStanding(node, { account, blockNumber })).index).toBe(0n);
  });
});

describe("canReceive", () => {
  test("default", async () => {
    expect(await canReceive(node, { account })).toBe(false);
    await verify("ada");
    expect(await canReceive(node, { account })).toBe(true);
  });

  test("behavior: false while frozen", async () => {
    await verify("ada");
    await freezeSync(walletOf("complianceDesk"), { subject: account });
    expect(await canReceive(node, { account })).toBe(false);
  });
});

describe("getIdentityNonce", () => {
  test("default", async () => {
    await verify("ada");
    expect(await getIdentityNonce(node, { account })).toBe(1n);
  });

  test("behavior: revoking raises it, so that no old attestation revives", async () => {
    await verify("ada");
    await revokeSync(walletOf("complianceDesk"), { subject: account });
    expect(await getIdentityNonce(node, { account })).toBe(2n);
  });
});
