import { zeroHash } from "viem";
import { expect } from "vitest";
import { z } from "zod";
import type { Graph } from "../graphql.ts";
import { campaignsOf, subjectOf } from "../traffic/campaigns.ts";
import type { World } from "../world.ts";
import { big, countRows, hex, reference, sum } from "./columns.ts";
import type { Reconciliation } from "./reconciliation.ts";

const proposal = z.object({
  id: hex,
  root: hex,
  total: big,
  uri: z.string(),
  state: z.enum(["PENDING", "ACTIVE", "VETOED"]),
  readyAt: big,
});
const campaignRow = z.object({
  id: hex,
  campaignId: big,
  uri: z.string(),
  endsAt: big,
  closed: z.boolean(),
  funded: big,
  claimed: big,
  claimCount: z.number(),
  claimantCount: z.number(),
  returned: big,
  root: hex.nullable(),
  total: big,
  proposal: proposal.nullable(),
  proposals: z.array(proposal),
  fundings: z.array(z.object({ amount: big })),
  claims: z.array(z.object({ account: reference, amount: big })),
  claimants: z.array(z.object({ account: reference, claimed: big, claimCount: z.number() })),
});
const distributorRow = z.object({
  id: hex,
  pausedUntil: big,
  campaignCount: z.number(),
  funded: big,
  claimed: big,
  returned: big,
});
const flows = z.object({
  campaignStats_collection: z.array(
    z.object({ campaign: reference, funded: big, claimed: big, returned: big }),
  ),
});
type CampaignRow = z.output<typeof campaignRow>;

/** Campaigns: what the index says equals what the distributor says, and the QTI is there. */
async function reconcileCampaigns(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read, address } = campaignsOf(world);
  const fields = `campaignId uri endsAt closed funded claimed claimCount claimantCount returned root total
    proposal { id root total uri state readyAt } proposals(first: 1000, orderBy: createdAt) { id root total uri state readyAt }
    fundings(first: 1000) { amount } claims(first: 1000) { account { id } amount }
    claimants(first: 1000) { account { id } claimed claimCount }`;
  const campaigns = await graph.all("campaigns", fields, campaignRow, block);
  expect(BigInt(campaigns.length)).toBe(await read.campaignCount(at));
  for (const campaign of campaigns) await reconcileCampaign(world, campaign, block);

  const { campaignStats_collection: days } = await graph.query(
    "{ campaignStats_collection(first: 1000, interval: day, current: include) { campaign { id } funded claimed returned } }",
    flows,
  );
  for (const campaign of campaigns) {
    const own = days.filter((each) => each.campaign === campaign.id);
    for (const name of ["funded", "claimed", "returned"] as const)
      expect([campaign.id, name, sum(own.map((each) => each[name]))]).toEqual([
        campaign.id,
        name,
        campaign[name],
      ]);
  }

  const names = "pausedUntil campaignCount funded claimed returned";
  const [distributor] = await graph.all("merkleDistributors", names, distributorRow, block);
  // There is none before anything happened.
  const total = (name: "funded" | "claimed" | "returned") => sum(campaigns.map((each) => each[name]));
  expect(BigInt(await read.pausedUntil(at))).toBe(distributor?.pausedUntil ?? 0n);
  expect(await world.qtiToken.read.balanceOf([address], at)).toBe(
    total("funded") - total("claimed") - total("returned"),
  );
  if (distributor === undefined) return;
  expect(distributor).toEqual({
    id: address.toLowerCase(),
    pausedUntil: distributor.pausedUntil,
    campaignCount: campaigns.length,
    funded: total("funded"),
    claimed: total("claimed"),
    returned: total("returned"),
  });
}

async function reconcileCampaign(world: World, campaign: CampaignRow, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read } = campaignsOf(world);
  const { campaignId, funded, claimed, endsAt, closed, root, uri } = campaign;
  const told = await read.campaignOf([campaignId], at);
  expect({ funded, claimed, endsAt: Number(endsAt), closed, root: root ?? zeroHash, uri }).toEqual({
    ...told,
    uri: told.uri.replaceAll("\0", ""),
  });
  expect(campaign.returned).toBe(closed ? funded - claimed : 0n);
  expect(sum(campaign.fundings.map(({ amount }) => amount))).toBe(funded);
  expect(sum(campaign.claims.map(({ amount }) => amount))).toBe(claimed);
  expect([campaign.claims.length, campaign.claimants.length]).toEqual([
    campaign.claimCount,
    campaign.claimantCount,
  ]);
  for (const { account, claimed: own, claimCount } of campaign.claimants) {
    expect(await read.claimedBy([campaignId, account], at)).toBe(own);
    const claims = campaign.claims.filter((claim) => claim.account === account);
    expect([sum(claims.map(({ amount }) => amount)), claims.length]).toEqual([own, claimCount]);
  }

  const pending = await read.pendingRootOf([subjectOf(campaignId)], at);
  const waiting = campaign.proposals.filter(({ state }) => state === "PENDING");
  expect(waiting.map((each) => ({ ...each, readyAt: Number(each.readyAt) }))).toEqual(
    pending.readyAt === 0 ? [] : [{ ...waiting[0], ...pending, uri: pending.uri.replaceAll("\0", "") }],
  );
  expect(campaign.proposals.at(-1) ?? null).toEqual(campaign.proposal);
  const [active] = campaign.proposals.filter(({ state }) => state === "ACTIVE").reverse();
  expect([active?.root ?? null, active?.total ?? 0n]).toEqual([campaign.root, campaign.total]);
}

export const campaignsReconciliation: Reconciliation = {
  contracts: ["merkleDistributor"],
  reconcile: reconcileCampaigns,
  protocol: async (graph, block) => ({ campaignCount: await countRows(graph, "campaigns", block) }),
};
