import { describe, expect, test } from "vitest";
import { accountOf, contracts, node, pass, verify, walletOf } from "../../test/support/chain.ts";
import {
  AccessManagedUnauthorizedError,
  AccessManagerAlreadyScheduledError,
  AccessManagerNotReadyError,
  AccessManagerNotScheduledError,
  AccessManagerUnauthorizedCallError,
  AccessManagerUnauthorizedCancelError,
} from "../errors/access.ts";
import { IdentityUnknownAccountError } from "../errors/identity.ts";
import { cancelScheduled, cancelScheduledSync } from "./cancelScheduled.ts";
import { freeze, freezeSync } from "./freeze.ts";
import { getStanding } from "./getStanding.ts";
import { revoke, revokeSync } from "./revoke.ts";
import { schedule, scheduleSync } from "./schedule.ts";
import { unfreeze, unfreezeSync } from "./unfreeze.ts";

const subject = accountOf("ada").address;
const { identityRegistry } = contracts;
const call = unfreeze.call({ identityRegistry, subject, account: subject });
const DELAY = 48 * 3600;

describe("freeze", () => {
  test("default", async () => {
    await verify("ada");
    const { event } = await freezeSync(walletOf("complianceDesk"), { subject });
    expect(event.args.frozen).toBe(true);
    expect((await getStanding(node, { account: subject })).frozen).toBe(true);
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    await verify("ada");
    await expect(freeze(walletOf("ben"), { subject })).rejects.toThrow(AccessManagedUnauthorizedError);
  });

  test("error: IdentityUnknownAccountError", async () => {
    await expect(freeze(walletOf("complianceDesk"), { subject })).rejects.toThrow(
      IdentityUnknownAccountError,
    );
  });
});

describe("revoke", () => {
  test("default", async () => {
    await verify("ada");
    const { event } = await revokeSync(walletOf("complianceDesk"), { subject });
    expect(event.eventName).toBe("IdentityRevoked");
    expect(await getStanding(node, { account: subject })).toMatchObject({ revoked: true, canSend: false });
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    await expect(revoke(walletOf("ben"), { subject })).rejects.toThrow(AccessManagedUnauthorizedError);
  });
});

describe("unfreeze", () => {
  test("default", async () => {
    await verify("ada");
    await freezeSync(walletOf("complianceDesk"), { subject });
    await scheduleSync(walletOf("complianceForce"), { call });
    await pass(DELAY);
    const { event } = await unfreezeSync(walletOf("complianceForce"), { subject });
    expect(event.args.frozen).toBe(false);
  });

  test("error: AccessManagerNotScheduledError", async () => {
    await expect(unfreeze(walletOf("complianceForce"), { subject })).rejects.toThrow(
      AccessManagerNotScheduledError,
    );
  });

  test("error: AccessManagerNotReadyError", async () => {
    await scheduleSync(walletOf("complianceForce"), { call });
    await expect(unfreeze(walletOf("complianceForce"), { subject })).rejects.toThrow(
      AccessManagerNotReadyError,
    );
  });
});

describe("schedule", () => {
  test("default", async () => {
    const { timestamp } = await node.getBlock();
    const { event } = await scheduleSync(walletOf("complianceForce"), { call });
    expect(event.args.target).toBe(identityRegistry);
    expect(event.args.schedule).toBeGreaterThanOrEqual(Number(timestamp) + DELAY);
  });

  test("behavior: takes a later time", async () => {
    const at = Number((await node.getBlock()).timestamp) + 2 * DELAY;
    const { event } = await scheduleSync(walletOf("complianceForce"), { call, at });
    expect(event.args.schedule).toBe(at);
  });

  test("error: AccessManagerAlreadyScheduledError", async () => {
    await scheduleSync(walletOf("complianceForce"), { call });
    await expect(schedule(walletOf("complianceForce"), { call })).rejects.toThrow(
      AccessManagerAlreadyScheduledError,
    );
  });

  test("error: AccessManagerUnauthorizedCallError", async () => {
    await expect(schedule(walletOf("ben"), { call })).rejects.toThrow(AccessManagerUnauthorizedCallError);
  });
});

describe("cancelScheduled", () => {
  test("default", async () => {
    await scheduleSync(walletOf("complianceForce"), { call });
    const { event } = await cancelScheduledSync(walletOf("complianceForce"), { call });
    expect(event.eventName).toBe("OperationCanceled");
  });

  test("behavior: a guardian cancels what another scheduled", async () => {
    await scheduleSync(walletOf("complianceForce"), { call });
    const scheduler = accountOf("complianceForce").address;
    await cancelScheduledSync(walletOf("guardian"), { call, scheduler });
    await pass(DELAY);
    await expect(unfreeze(walletOf("complianceForce"), { subject })).rejects.toThrow(
      AccessManagerNotScheduledError,
    );
  });

  test("error: AccessManagerNotScheduledError", async () => {
    await expect(cancelScheduled(walletOf("complianceForce"), { call })).rejects.toThrow(
      AccessManagerNotScheduledError,
    );
  });

  test("error: AccessManagerUnauthorizedCancelError", async () => {
    await scheduleSync(walletOf("complianceForce"), { call });
    const scheduler = accountOf("complianceForce").address;
    await expect(cancelScheduled(walletOf("ben"), { call, scheduler })).rejects.toThrow(
      AccessManagerUnauthorizedCancelError,
    );
  });
});
