import { type Address, zeroAddress } from "viem";
import { expect } from "vitest";
import { z } from "zod";
import type { Graph } from "../graphql.ts";
import { strangers } from "../traffic/identity.ts";
import { offices, people, type World } from "../world.ts";
import { big, countRows, hex, optional, reference } from "./columns.ts";
import type { Reconciliation } from "./reconciliation.ts";

const accountRow = z.object({
  id: hex,
  isSystem: z.boolean(),
  successor: optional,
  retiredAt: big.nullable(),
  recovery: z.object({ state: z.string(), successor: reference, readyAt: big }).nullable(),
  identity: z
    .object({
      id: hex,
      index: big,
      country: z.number(),
      tier: z.number(),
      validUntil: big,
      frozen: z.boolean(),
      revoked: z.boolean(),
      accountCount: z.number(),
      accounts: z.array(z.object({ id: hex, retiredAt: big.nullable() })),
    })
    .nullable(),
});
const identityRow = z.object({
  id: hex,
  frozen: z.boolean(),
  revoked: z.boolean(),
  accountCount: z.number(),
});
const attesterRow = z.object({ id: hex, allowed: z.boolean() });
const memberRow = z.object({
  id: hex,
  role: z.object({ roleId: big }),
  account: reference,
  active: z.boolean(),
  delay: big,
});

/** Standings, identities, attesters and roles: what the index says equals what the registry says. */
async function reconcileIdentity(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const registry = world.identityRegistry.read;
  const fields = `isSystem successor { id } retiredAt recovery { state successor { id } readyAt }
    identity { id index country tier validUntil frozen revoked accountCount accounts(first: 100) { id retiredAt } }`;
  const accounts = await graph.all("accounts", fields, accountRow, block);
  const byId = new Map(accounts.map((account) => [account.id, account]));

  for (const account of [...people, ...strangers, ...Object.values(offices)]) {
    const standing = await registry.standingOf([account], at);
    const row = byId.get(z.parse(hex, account.toLowerCase()));
    const identity = row?.identity ?? undefined;
    await reconcileRecovery(world, account, row, block);
    // Nobody writes to the standing of a retired account any more, so it tells of its identity as it was.
    if (standing.retired) {
      expect([identity?.id, identity?.index]).toEqual([
        await registry.identityOf([account], at),
        standing.index,
      ]);
      continue;
    }
    expect({ account, ...fromIndex(identity), system: row?.isSystem ?? false }).toEqual({
      account,
      validUntil: BigInt(standing.validUntil),
      country: standing.country,
      tier: standing.tier,
      frozen: standing.frozen,
      revoked: standing.revoked,
      accounts: standing.accounts,
      index: standing.index,
      system: standing.system,
    });
    if (identity === undefined) continue;
    expect(identity.id).toBe(await registry.identityOf([account], at));
    const members = (await registry.accountsOf([identity.id], at)).map((member) => member.toLowerCase());
    const present = identity.accounts.filter(({ retiredAt }) => retiredAt === null).map(({ id }) => id);
    expect(present.sort()).toEqual(members.sort());
  }

  const attesters = await graph.all("attesters", "allowed", attesterRow, block);
  expect(attesters.length).toBeGreaterThan(0);
  for (const { id, allowed } of attesters) expect(await registry.isAttester([id], at)).toBe(allowed);

  const members = await graph.all(
    "roleMembers",
    "role { roleId } account { id } active delay",
    memberRow,
    block,
  );
  expect(members.length).toBeGreaterThan(0);
  for (const { role, account, active, delay } of members) {
    const [isMember, executionDelay] = await world.accessManager.read.hasRole([role.roleId, account], at);
    expect([role.roleId, account, active]).toEqual([role.roleId, account, isMember]);
    if (active) expect(BigInt(executionDelay)).toBe(delay);
  }
}

/** Whose place was taken by whom, and what waits. */
async function reconcileRecovery(
  world: World,
  account: Address,
  row: z.output<typeof accountRow> | undefined,
  block: number,
): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const registry = world.identityRegistry.read;
  const [standing, waiting, last] = await Promise.all([
    registry.standingOf([account], at),
    registry.recoveryOf([account], at),
    registry.successorOf([account], at),
  ]);
  expect([account, row !== undefined && row.retiredAt !== null]).toEqual([account, standing.retired]);
  // The index names the next in line, the registry the last.
  expect(row?.successor === null || row === undefined).toBe(last.toLowerCase() === account.toLowerCase());
  const proposed = row?.recovery?.state === "PROPOSED" ? row.recovery : undefined;
  expect([account, proposed?.successor ?? zeroAddress, Number(proposed?.readyAt ?? 0n)]).toEqual([
    account,
    waiting.successor.toLowerCase(),
    waiting.readyAt,
  ]);
}

function fromIndex(identity: NonNullable<z.output<typeof accountRow>["identity"]> | undefined) {
  if (identity === undefined) {
    return { validUntil: 0n, country: 0, tier: 0, frozen: false, revoked: false, accounts: 0, index: 0n };
  }
  const { validUntil, country, tier, frozen, revoked, accountCount, index } = identity;
  return { validUntil, country, tier, frozen, revoked, accounts: accountCount, index };
}

export const identityReconciliation: Reconciliation = {
  contracts: ["accessManager", "identityRegistry"],
  reconcile: reconcileIdentity,
  protocol: async (graph, block) => {
    const identities = await graph.all("identities", "frozen revoked accountCount", identityRow, block);
    const standing = identities.filter(({ frozen, revoked }) => !frozen && !revoked);
    const attesters = await graph.all("attesters", "allowed", attesterRow, block);
    return {
      accountCount: await countRows(graph, "accounts", block),
      identityCount: identities.length,
      verifiedAccountCount: standing.reduce((total, { accountCount }) => total + accountCount, 0),
      attesterCount: attesters.filter(({ allowed }) => allowed).length,
    };
  },
};
