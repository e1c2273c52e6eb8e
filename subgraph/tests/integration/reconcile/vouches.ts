import { expect } from "vitest";
import { z } from "zod";
import type { Graph } from "../graphql.ts";
import { vouchingOf } from "../traffic/credit.ts";
import type { World } from "../world.ts";
import { big, hex, reference, sum } from "./columns.ts";

const person = z.object({ index: big }).transform(({ index }) => index);
const vouchRow = z.object({
  id: hex,
  line: reference,
  identity: person,
  voucher: person,
  owner: reference,
  state: z.string(),
  shares: big,
  limit: big,
  burnt: big,
});
const inviteRow = z.object({
  id: hex,
  line: z.object({ number: big }),
  voucher: person,
  invited: z.boolean(),
});
const lineRow = z.object({ id: hex, number: big, voucherCount: z.number(), vouchedLimit: big });
const eventRow = z.object({ id: hex, kind: z.string(), vouch: reference, moved: big });
const poolRow = z.object({ id: hex, tranche: z.string(), vouchedShares: big });
const limitRow = z.object({ id: hex, reason: z.string().nullable() });

/** Who vouches for whom with what: what the index says equals what the contract says. */
export async function reconcileVouches(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read, getEvents } = vouchingOf(world);
  const fields = "line { id } identity { index } voucher { index } owner { id } state shares limit burnt";
  const vouches = await graph.all("vouchEntries", fields, vouchRow, block);
  const standing = vouches.filter(({ state }) => state !== "UNLOCKED");
  for (const { id, identity, voucher, owner, state, shares, limit } of vouches) {
    const told = await read.vouchOf([identity, voucher], at);
    expect([id, shares, limit]).toEqual([id, told.shares, told.limit]);
    if (state !== "UNLOCKED") expect([id, owner]).toEqual([id, told.owner.toLowerCase()]);
    const lines = standing.filter((vouch) => vouch.voucher === voucher);
    expect([voucher, BigInt(lines.length)]).toEqual([voucher, await read.linesVouchedBy([voucher], at)]);
  }
  const invites = await graph.all(
    "vouchInvites",
    "line { number } voucher { index } invited",
    inviteRow,
    block,
  );
  for (const { id, line, voucher, invited } of invites)
    expect([id, await read.isInvited([line.number, voucher], at)]).toEqual([id, invited]);
  for (const { id, number, voucherCount, vouchedLimit } of await graph.all(
    "creditLines",
    "number voucherCount vouchedLimit",
    lineRow,
    block,
  )) {
    const own = standing.filter(({ line }) => line === id);
    expect([...(await read.vouchersOf([number], at))].sort()).toEqual(
      own.map(({ voucher }) => voucher).sort(),
    );
    expect([voucherCount, vouchedLimit]).toEqual([own.length, sum(own.map(({ limit }) => limit))]);
  }
  const pools = await graph.all("creditPools", "tranche vouchedShares", poolRow, block);
  const [firstLoss] = pools.filter(({ tranche }) => tranche === "FIRST_LOSS");
  expect(firstLoss?.vouchedShares).toBe(sum(vouches.map(({ shares }) => shares)));

  const events = await graph.all("vouchEvents", "kind vouch { id } moved", eventRow, block);
  for (const { id, shares, burnt } of vouches) {
    const moved = (kind: string) =>
      sum(events.filter((event) => event.vouch === id && event.kind === kind).map((event) => event.moved));
    expect([id, moved("VOUCHED") - moved("UNLOCKED") - moved("BURNT"), moved("BURNT")]).toEqual([
      id,
      shares,
      burnt,
    ]);
  }
  // Every vouch, and every end of one, changed a limit and is the reason that is told for it.
  const range = { fromBlock: 0n, toBlock: BigInt(block) };
  const limits = await graph.all("creditEvents", "reason", limitRow, block);
  const because = (reason: string) => limits.filter((event) => event.reason === reason).length;
  expect([because("VOUCHED"), because("VOUCH_ENDED")]).toEqual([
    (await getEvents.Vouched({}, range)).length,
    (await getEvents.VouchEnded({}, range)).length,
  ]);
}
