import { describe, expect, test } from "vitest";
import { accountOf, attestationOf, node, pass, walletOf } from "../../test/support/chain.ts";
import {
  IdentityAccountTakenError,
  IdentityAlreadyKnownError,
  IdentityInvalidAttestationError,
  IdentityInvalidNonceError,
  IdentityInvalidSignerError,
  IdentitySignatureExpiredError,
} from "../errors/identity.ts";
import { attest, attestSync } from "./attest.ts";
import { getStanding } from "./getStanding.ts";

const ada = accountOf("ada").address;
const ben = accountOf("ben").address;

describe("attest", () => {
  test("default", async () => {
    const { event, receipt } = await attestSync(walletOf("ada"), await attestationOf(ada));
    expect(receipt.status).toBe("success");
    expect(event.eventName).toBe("AccountAttested");
    expect(event.args).toMatchObject({
      account: ada,
      country: 528,
      tier: 2,
      attester: accountOf("attester").address,
    });
  });

  test("behavior: anyone may submit", async () => {
    await attestSync(walletOf("cleo"), await attestationOf(ada));
    expect((await getStanding(node, { account: ada })).canReceive).toBe(true);
  });

  test("behavior: renewing changes tier and country", async () => {
    await attestSync(walletOf("ada"), await attestationOf(ada));
    await attestSync(walletOf("ada"), await attestationOf(ada, { tier: 3, country: 276 }));
    expect(await getStanding(node, { account: ada })).toMatchObject({ tier: 3, country: 276 });
  });

  test("behavior: estimateGas and simulate agree with sending", async () => {
    const parameters = await attestationOf(ada);
    const { result, request } = await attest.simulate(walletOf("ada"), parameters);
    expect(result).toBeUndefined();
    expect(request.functionName).toBe("attest");
    expect(await attest.estimateGas(walletOf("ada"), parameters)).toBeGreaterThan(50_000n);
  });

  test("error: IdentityInvalidSignerError", async () => {
    const parameters = await attestationOf(ada);
    const attestation = { ...parameters.attestation, tier: 3 };
    await expect(attest(walletOf("ada"), { ...parameters, attestation })).rejects.toThrow(
      IdentityInvalidSignerError,
    );
  });

  test("error: IdentitySignatureExpiredError", async () => {
    const parameters = await attestationOf(ada);
    await pass(3601);
    await expect(attest(walletOf("ada"), parameters)).rejects.toThrow(IdentitySignatureExpiredError);
  });

  test("error: IdentityInvalidNonceError", async () => {
    const parameters = await attestationOf(ada);
    await attestSync(walletOf("ada"), parameters);
    await expect(attest(walletOf("ada"), parameters)).rejects.toThrow(IdentityInvalidNonceError);
  });

  test("error: IdentityAccountTakenError", async () => {
    await attestSync(walletOf("ada"), await attestationOf(ada));
    const other = await attestationOf(ada, { identity: `0x${"11".repeat(32)}` });
    await expect(attest(walletOf("ada"), other)).rejects.toThrow(IdentityAccountTakenError);
  });

  test("error: IdentityAlreadyKnownError", async () => {
    const identity = `0x${"22".repeat(32)}` as const;
    await attestSync(walletOf("ada"), await attestationOf(ada, { identity }));
    await expect(attest(walletOf("ben"), await attestationOf(ben, { identity }))).rejects.toThrow(
      IdentityAlreadyKnownError,
    );
  });

  test("error: IdentityInvalidAttestationError", async () => {
    const parameters = await attestationOf(ada, { tier: 4 });
    await expect(attest(walletOf("ada"), parameters)).rejects.toThrow(IdentityInvalidAttestationError);
  });
});
