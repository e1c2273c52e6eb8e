import { hardhat } from "viem/chains";
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
import { getHolding } from "../assets/getHolding.ts";
import { recoverShares, recoverSharesSync } from "../assets/recoverShares.ts";
import { succeedIssuer, succeedIssuerSync } from "../assets/succeedIssuer.ts";
import { transferSync } from "../assets/transfer.ts";
import { AccessManagedUnauthorizedError } from "../errors/access.ts";
import { AssetIssuerNotRecoveredError, AssetTokenNotRecoveredError } from "../errors/assets.ts";
import {
  IdentityInvalidSignerError,
  IdentityRecoveryNotPendingError,
  IdentityRecoveryTooEarlyError,
} from "../errors/identity.ts";
import { cancelRecovery, cancelRecoverySync } from "./cancelRecovery.ts";
import { completeRecovery, completeRecoverySync } from "./completeRecovery.ts";
import { executeScheduledSync } from "./executeScheduled.ts";
import { getIdentityNonce } from "./getIdentityNonce.ts";
import { getRecovery } from "./getRecovery.ts";
import { getStanding } from "./getStanding.ts";
import { objectToRecovery, objectToRecoverySync } from "./objectToRecovery.ts";
import { proposeRecovery, proposeRecoverySync } from "./proposeRecovery.ts";
import { recoveryObjectionTypedData } from "./recoveryObjectionTypedData.ts";
import { recoveryTypedData } from "./recoveryTypedData.ts";
import { scheduleSync } from "./schedule.ts";

const { identityRegistry: registry } = contracts;
const chainId = hardhat.id;
const lost = accountOf("ben").address;
const successor = accountOf("cleo").address;
const DELAY = 48 * 3_600;
const OBJECTION = 3 * 86_400;

async function proposal() {
  const nonce = await getIdentityNonce(node, { account: successor });
  const deadline = (await node.getBlock()).timestamp + 30n * 86_400n;
  const typedData = recoveryTypedData({ chainId, registry, lost, successor, nonce, deadline });
  return { lost, successor, deadline, signature: await accountOf("cleo").signTypedData(typedData) };
}

/** Ben's account is said to be lost, and Cleo's is to take its place. */
async function proposed() {
  await verify("ben");
  const parameters = await proposal();
  const call = proposeRecovery.call({ identityRegistry: registry, ...parameters, account: successor });
  await scheduleSync(walletOf("complianceForce"), { call });
  await pass(DELAY);
  return proposeRecoverySync(walletOf("complianceForce"), parameters);
}

describe("proposeRecovery", () => {
  test("default", async () => {
    const { event } = await proposed();
    expect(await getRecovery(node, { account: lost })).toEqual({
      status: "pending",
      successor,
      readyAt: event.args.readyAt,
    });
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    await verify("ben");
    await expect(proposeRecovery(walletOf("ben"), await proposal())).rejects.toThrow(
      AccessManagedUnauthorizedError,
    );
  });

  test("error: IdentityInvalidSignerError when the successor did not agree", async () => {
    await verify("ben");
    const parameters = { ...(await proposal()), signature: `0x${"11".repeat(65)}` as const };
    const call = proposeRecovery.call({ identityRegistry: registry, ...parameters, account: successor });
    await scheduleSync(walletOf("complianceForce"), { call });
    await pass(DELAY);
    await expect(proposeRecovery(walletOf("complianceForce"), parameters)).rejects.toThrow(
      IdentityInvalidSignerError,
    );
  });
});

describe("completeRecovery", () => {
  test("default", async () => {
    await proposed();
    await pass(OBJECTION);
    await completeRecoverySync(walletOf("deployer"), { lost });
    expect(await getRecovery(node, { account: lost })).toEqual({ status: "recovered", successor });
    expect(await getStanding(node, { account: lost })).toMatchObject({ retired: true, canSend: false });
    expect(await getStanding(node, { account: successor })).toMatchObject({ canReceive: true });
  });

  test("error: IdentityRecoveryTooEarlyError", async () => {
    await proposed();
    await expect(completeRecovery(walletOf("deployer"), { lost })).rejects.toThrow(
      IdentityRecoveryTooEarlyError,
    );
  });

  test("error: IdentityRecoveryNotPendingError", async () => {
    await verify("ben");
    expect(await getRecovery(node, { account: lost })).toEqual({ status: "none" });
    await expect(completeRecovery(walletOf("deployer"), { lost })).rejects.toThrow(
      IdentityRecoveryNotPendingError,
    );
  });
});

describe("objectToRecovery", () => {
  test("default", async () => {
    await proposed();
    await objectToRecoverySync(walletOf("ben"), { lost, signature: "0x" });
    expect(await getRecovery(node, { account: lost })).toEqual({ status: "none" });
  });

  test("behavior: somebody else submits what the owner signed", async () => {
    const { event } = await proposed();
    const { readyAt } = event.args;
    const typedData = recoveryObjectionTypedData({ chainId, registry, lost, successor, readyAt });
    const signature = await accountOf("ben").signTypedData(typedData);
    await objectToRecoverySync(walletOf("deployer"), { lost, signature });
    expect(await getRecovery(node, { account: lost })).toEqual({ status: "none" });
  });

  test("error: IdentityInvalidSignerError", async () => {
    await proposed();
    await expect(objectToRecovery(walletOf("cleo"), { lost, signature: "0x" })).rejects.toThrow(
      IdentityInvalidSignerError,
    );
  });
});

describe("cancelRecovery", () => {
  test("default", async () => {
    await proposed();
    await cancelRecoverySync(walletOf("guardian"), { lost });
    expect(await getRecovery(node, { account: lost })).toEqual({ status: "none" });
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    await proposed();
    await expect(cancelRecovery(walletOf("cleo"), { lost })).rejects.toThrow(AccessManagedUnauthorizedError);
  });
});

describe("recoverShares", () => {
  test("default", async () => {
    const asset = await assetOfAda();
    await verify("ben");
    await transferSync(walletOf("ada"), { asset, to: lost, amount: 7n * SHARE });
    const parameters = await proposal();
    const call = proposeRecovery.call({ identityRegistry: registry, ...parameters, account: successor });
    await scheduleSync(walletOf("complianceForce"), { call });
    await pass(DELAY);
    await proposeRecoverySync(walletOf("complianceForce"), parameters);
    await pass(OBJECTION);
    await completeRecoverySync(walletOf("deployer"), { lost });
    const { event } = await recoverSharesSync(walletOf("deployer"), { asset, lost });
    expect(event.args).toMatchObject({ lost, successor, amount: 7n * SHARE });
    expect(await getHolding(node, { asset, account: successor })).toMatchObject({ balance: 7n * SHARE });
  });

  test("error: AssetTokenNotRecoveredError", async () => {
    const asset = await assetOfAda();
    await expect(recoverShares(walletOf("deployer"), { asset, lost })).rejects.toThrow(
      AssetTokenNotRecoveredError,
    );
  });
});

describe("succeedIssuer", () => {
  test("error: AssetIssuerNotRecoveredError", async () => {
    const asset = await assetOfAda();
    await expect(succeedIssuer(walletOf("deployer"), { asset })).rejects.toThrow(
      AssetIssuerNotRecoveredError,
    );
  });

  test("default", async () => {
    const asset = await assetOfAda();
    const ada = accountOf("ada").address;
    const nonce = await getIdentityNonce(node, { account: successor });
    const deadline = (await node.getBlock()).timestamp + 30n * 86_400n;
    const typedData = recoveryTypedData({ chainId, registry, lost: ada, successor, nonce, deadline });
    const parameters = {
      lost: ada,
      successor,
      deadline,
      signature: await accountOf("cleo").signTypedData(typedData),
    };
    const call = proposeRecovery.call({ identityRegistry: registry, ...parameters, account: ada });
    await scheduleSync(walletOf("complianceForce"), { call });
    await pass(DELAY);
    await proposeRecoverySync(walletOf("complianceForce"), parameters);
    await pass(OBJECTION);
    await completeRecoverySync(walletOf("deployer"), { lost: ada });
    const { event } = await succeedIssuerSync(walletOf("deployer"), { asset });
    expect(event.args).toMatchObject({ asset, previous: ada, issuer: successor });
  });
});

describe("executeScheduled", () => {
  test("default", async () => {
    await verify("ben");
    const parameters = await proposal();
    const call = proposeRecovery.call({ identityRegistry: registry, ...parameters, account: successor });
    const { event: scheduled } = await scheduleSync(walletOf("complianceForce"), { call });
    await pass(DELAY);
    const { target, data } = scheduled.args;
    await executeScheduledSync(walletOf("complianceForce"), { target, data });
    expect(await getRecovery(node, { account: lost })).toMatchObject({ status: "pending" });
  });
});
