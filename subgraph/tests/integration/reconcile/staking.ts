import { expect } from "vitest";
import { z } from "zod";
import type { Graph } from "../graphql.ts";
import { people, type World } from "../world.ts";
import { big, hex, reference, sum } from "./columns.ts";
import type { Reconciliation } from "./reconciliation.ts";

const vaultRow = z.object({
  id: hex,
  totalAssets: big,
  totalShares: big,
  streamLeft: big,
  streamEnd: big,
  accruedAt: big,
  sharePrice: big,
  deposited: big,
  withdrawn: big,
  rewarded: big,
  pausedUntil: big,
  stakerCount: z.number(),
});
const positionRow = z.object({
  id: hex,
  account: reference,
  shares: big,
  deposited: big,
  withdrawn: big,
  receivedAssets: big,
  sentAssets: big,
});
const eventRow = z.object({ id: hex, kind: z.string(), owner: reference, assets: big, shares: big });
const targetRow = z.object({ id: hex, listed: z.boolean(), funded: big });
const whole = 10n ** 18n;

/** The vault and who stakes what: what the index says equals what the vault says, to the last unit. */
async function reconcileStaking(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const told = world.stakingVault.read;
  const names = Object.keys(vaultRow.shape).filter((name) => name !== "id");
  const [vault] = await graph.all("vaults", names.join(" "), vaultRow, block);
  expect(vault?.id).toBe(world.stakingVault.address.toLowerCase());
  if (vault === undefined) return;

  const { timestamp } = await world.reader.getBlock({ blockNumber: at.blockNumber });
  const [left, end] = await told.stream(at);
  expect(await told.totalAssets(at)).toBe(totalAssetsAt(vault, timestamp));
  expect(await told.totalSupply(at)).toBe(vault.totalShares);
  expect([left, BigInt(end)]).toEqual([vault.streamLeft, vault.streamEnd]);
  expect(BigInt(await told.pausedUntil(at))).toBe(vault.pausedUntil);
  expect(vault.sharePrice).toBe(((vault.totalAssets + 1n) * 10n ** 24n) / (vault.totalShares + 1_000_000n));
  // Nothing comes from nowhere: what went in and did not go out is there, or is still to stream.
  expect(vault.totalAssets + vault.streamLeft).toBe(vault.deposited + vault.rewarded - vault.withdrawn);

  const positions = await graph.all(
    "stakingPositions",
    "account { id } shares deposited withdrawn receivedAssets sentAssets",
    positionRow,
    block,
  );
  const byAccount = new Map(positions.map((position) => [position.account, position]));
  for (const person of people) {
    const shares = byAccount.get(z.parse(hex, person.toLowerCase()))?.shares ?? 0n;
    expect([person, shares]).toEqual([person, await told.balanceOf([person], at)]);
  }
  expect(sum(positions.map(({ shares }) => shares))).toBe(vault.totalShares);
  expect(sum(positions.map(({ deposited }) => deposited))).toBe(vault.deposited);
  expect(sum(positions.map(({ withdrawn }) => withdrawn))).toBe(vault.withdrawn);
  expect(sum(positions.map(({ sentAssets }) => sentAssets))).toBe(
    sum(positions.map(({ receivedAssets }) => receivedAssets)),
  );
  expect(positions.filter(({ shares }) => shares > 0n)).toHaveLength(vault.stakerCount);

  const events = await graph.all("stakeEvents", "kind owner { id } assets shares", eventRow, block);
  const paid = (kind: string) =>
    sum(events.filter((event) => event.kind === kind).map(({ assets }) => assets));
  expect([paid("DEPOSIT"), paid("WITHDRAW")]).toEqual([vault.deposited, vault.withdrawn]);

  const targets = await graph.all("streamTargets", "listed funded", targetRow, block);
  for (const { id, listed } of targets)
    expect(await world.rewardsTreasury.read.isStream([id], at)).toBe(listed);
  expect(targets.find(({ id }) => id === vault.id)?.funded).toBe(vault.rewarded);
}

/** What a client computes from the indexed row; the mapping does the same for shares that change hands. */
function totalAssetsAt(vault: z.output<typeof vaultRow>, time: bigint): bigint {
  const isRunning = vault.totalAssets >= whole && vault.totalShares >= 10n ** 12n;
  if (!isRunning || vault.streamLeft === 0n) return vault.totalAssets;
  if (time >= vault.streamEnd) return vault.totalAssets + vault.streamLeft;
  return (
    vault.totalAssets + (vault.streamLeft * (time - vault.accruedAt)) / (vault.streamEnd - vault.accruedAt)
  );
}

export const stakingReconciliation: Reconciliation = {
  contracts: ["qtiToken", "stakingVault", "rewardsTreasury"],
  reconcile: reconcileStaking,
  protocol: async (graph, block) => {
    const names = Object.keys(vaultRow.shape).filter((name) => name !== "id");
    const [vault] = await graph.all("vaults", names.join(" "), vaultRow, block);
    const fundings = z.object({ id: hex, amount: big });
    const paid = await graph.all("rewardFundings", "amount", fundings, block);
    return {
      totalStaked: vault?.totalAssets ?? null,
      stakeShares: vault?.totalShares ?? null,
      sharePrice: vault?.sharePrice ?? null,
      stakerCount: vault?.stakerCount ?? null,
      rewardsFunded: sum(paid.map(({ amount }) => amount)),
    };
  },
};
