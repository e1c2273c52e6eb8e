import { zeroAddress } from "viem";
import { expect } from "vitest";
import { z } from "zod";
import type { Graph } from "../graphql.ts";
import { newcomers, referralsOf } from "../traffic/rewards.ts";
import { people, type World } from "../world.ts";
import { big, hex, optional, reference, sum } from "./columns.ts";

/** In the order of the contract's enum, where 0 is a newcomer that named nobody. */
const states = ["NONE", "BOUND", "FINAL", "VESTED", "VOID"] as const;
const referralRow = z.object({
  id: hex,
  newcomer: z.object({ id: hex, identity: optional }),
  referrer: reference,
  referrerIdentity: z.object({ id: hex, identity: z.object({ index: big }) }),
  newcomerIdentity: optional,
  state: z.enum(states),
  identitiesBefore: z.number(),
  bonusBps: z.number(),
  newcomerCap: big,
  paid: big,
  bonusCount: z.number(),
  bonuses: z.array(z.object({ amount: big })),
  position: z.object({ positionId: big }).nullable(),
});
const referrerRow = z.object({
  id: hex,
  identity: z.object({ index: big }),
  boundCount: z.number(),
  finalCount: z.number(),
  vestedCount: z.number(),
  voidCount: z.number(),
  paid: big,
});
const registryRow = z.object({
  id: hex,
  bonusBps: z.number(),
  newcomerCap: big,
  referrerCap: big,
  minStake: big,
  pausedUntil: big,
  referralCount: z.number(),
  vestedCount: z.number(),
  paid: big,
});
type ReferralRow = z.output<typeof referralRow>;

/** Who brought whom, by the registry's word and by the index's. */
export async function reconcileReferrals(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read, address } = referralsOf(world);
  const fields = `newcomer { id identity { id } } referrer { id } referrerIdentity { id identity { index } } newcomerIdentity { id } state
    identitiesBefore bonusBps newcomerCap paid bonusCount bonuses(first: 1000) { amount } position { positionId }`;
  const referrals = await graph.all("referrals", fields, referralRow, block);
  for (const referral of referrals) await reconcileEdge(world, referral, block);
  const known = new Set(referrals.map(({ id }) => id));
  for (const account of [...people, ...newcomers.map((newcomer) => newcomer.address)])
    if (!known.has(z.parse(hex, account.toLowerCase()))) expect(await read.statusOf([account], at)).toBe(0);

  const names = "identity { index } boundCount finalCount vestedCount voidCount paid";
  for (const referrer of await graph.all("referrers", names, referrerRow, block)) {
    const own = referrals.filter(({ referrerIdentity }) => referrerIdentity.id === referrer.id);
    const { boundCount, finalCount, vestedCount, voidCount } = referrer;
    const count = (state: string) => own.filter((referral) => referral.state === state).length;
    expect([boundCount, finalCount, vestedCount, voidCount]).toEqual(
      ["BOUND", "FINAL", "VESTED", "VOID"].map(count),
    );
    expect(await read.paidTo([referrer.identity.index], at)).toBe(referrer.paid);
  }

  const plain = Object.keys(registryRow.shape).filter((name) => name !== "id");
  const [registry] = await graph.all("referralRegistries", plain.join(" "), registryRow, block);
  expect(registry?.id).toBe(address.toLowerCase());
  if (registry === undefined) return;
  const { bonusBps, newcomerCap, referrerCap, minStake } = registry;
  expect({ bonusBps, newcomerCap, referrerCap, minStake }).toEqual(await read.terms(at));
  expect(await read.pausedUntil(at)).toBe(Number(registry.pausedUntil));
  expect([registry.referralCount, registry.vestedCount, registry.paid]).toEqual([
    referrals.length,
    referrals.filter(({ state }) => state === "VESTED").length,
    sum(referrals.map(({ paid }) => paid)),
  ]);
}

async function reconcileEdge(world: World, referral: ReferralRow, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read } = referralsOf(world);
  const [edge, status] = await Promise.all([
    read.edgeOf([referral.id], at),
    read.statusOf([referral.id], at),
  ]);
  expect([referral.id, referral.state]).toEqual([referral.id, states[status]]);
  const { referrer, referrerIdentity, bonusBps, newcomerCap, paid, identitiesBefore, state } = referral;
  expect({
    referrer,
    referrerIdentity: referrerIdentity.identity.index,
    bonusBps,
    newcomerCap,
    paid,
    identities: BigInt(identitiesBefore),
    vested: state === "VESTED",
  }).toEqual({ ...edge, referrer: edge.referrer.toLowerCase() });
  expect(edge.referrer).not.toBe(zeroAddress);
  expect(referral.newcomerIdentity).toBe(referral.newcomer.identity);
  expect(referral.position === null).toBe(state !== "VESTED");
  expect(sum(referral.bonuses.map(({ amount }) => amount))).toBe(paid);
  expect(referral.bonuses).toHaveLength(referral.bonusCount);
}
