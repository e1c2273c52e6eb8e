import { expect } from "vitest";
import { z } from "zod";
import type { Graph } from "../graphql.ts";
import { strangers } from "../traffic/identity.ts";
import { offices, people, type World } from "../world.ts";
import { big, hex, reference } from "./columns.ts";

const accountRow = z.object({
  id: hex,
  isSystem: z.boolean(),
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
      accounts: z.array(reference),
    })
    .nullable(),
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
export async function reconcileIdentity(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const registry = world.identityRegistry.read;
  const fields =
    "isSystem identity { id index country tier validUntil frozen revoked accountCount accounts(first: 8) { id } }";
  const accounts = await graph.all("accounts", fields, accountRow, block);
  const byId = new Map(accounts.map((account) => [account.id, account]));

  for (const account of [...people, ...strangers, ...Object.values(offices)]) {
    const standing = await registry.standingOf([account], at);
    const row = byId.get(z.parse(hex, account.toLowerCase()));
    const identity = row?.identity ?? undefined;
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
    expect([...identity.accounts].sort()).toEqual(members.sort());
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

function fromIndex(identity: NonNullable<z.output<typeof accountRow>["identity"]> | undefined) {
  if (identity === undefined) {
    return { validUntil: 0n, country: 0, tier: 0, frozen: false, revoked: false, accounts: 0, index: 0n };
  }
  const { validUntil, country, tier, frozen, revoked, accountCount, index } = identity;
  return { validUntil, country, tier, frozen, revoked, accounts: accountCount, index };
}
