import { type Hash, toHex, zeroHash } from "viem";
import { merkleDistributorAbi } from "../../../../packages/sdk/src/generated/abis.ts";
import { buildCampaignTree, type CampaignTree } from "../../../../packages/sdk/src/rewards/campaignTree.ts";
import { offices, pass, people, type World } from "../world.ts";
import type { Traffic } from "./action.ts";

const day = 86_400;
const qti = 10n ** 18n;

export const campaignsOf = (world: World) => world.contract("merkleDistributor", merkleDistributorAbi);
/** What the timelock calls a campaign. */
export const subjectOf = (campaignId: bigint): Hash => toHex(campaignId, { size: 32 });

/** Leaves live off chain: the trees of each world by their roots. */
const trees = new WeakMap<World, Map<Hash, CampaignTree>>();

function treesOf(world: World): Map<Hash, CampaignTree> {
  const known = trees.get(world) ?? new Map<Hash, CampaignTree>();
  trees.set(world, known);
  return known;
}

type Campaign = Awaited<ReturnType<typeof campaignList>>[number];

async function campaignList(world: World) {
  const { read } = campaignsOf(world);
  const count = Number(await read.campaignCount());
  return await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const id = BigInt(index);
      const pending = await read.pendingRootOf([subjectOf(id)]);
      return { id, ...(await read.campaignOf([id])), pending };
    }),
  );
}

/** One that is not over, or one that is made now. */
async function someCampaign(world: World, fits: (campaign: Campaign) => boolean): Promise<Campaign> {
  const now = await world.now();
  const isOpen = (campaign: Campaign) => !campaign.closed && campaign.endsAt > now && fits(campaign);
  const found = (await campaignList(world)).filter(isOpen);
  if (found.length > 0) return world.random.pick(found);
  await create(world);
  return world.random.pick((await campaignList(world)).filter(isOpen));
}

async function create(world: World): Promise<void> {
  const endsAt = (await world.now()) + (32 + world.random.below(60)) * day;
  const uri = `data:application/json,{"name":"Harvest ${world.random.below(99)}"}\u0000`;
  await campaignsOf(world).write.createCampaign([endsAt, uri], { account: offices.anchorer });
}

async function fund(world: World): Promise<void> {
  const { id } = await someCampaign(world, () => true);
  const args = [id, 1n + world.random.part(1_000n * qti)] as const;
  await campaignsOf(world).write.fundCampaign(args, { account: offices.anchorer });
}

async function extend(world: World): Promise<void> {
  const { id, endsAt } = await someCampaign(world, () => true);
  const later = Math.max(endsAt, (await world.now()) + 31 * day) + (1 + world.random.below(30)) * day;
  await campaignsOf(world).write.extendCampaign([id, later], { account: offices.anchorer });
}

/** Some people get more than in the tree before; what that takes is put in, with an end that leaves them time. */
async function propose(world: World): Promise<bigint> {
  const { write, address } = campaignsOf(world);
  const account = offices.anchorer;
  const campaign = await someCampaign(world, ({ pending }) => pending.readyAt === 0);
  const before = treesOf(world).get(campaign.root)?.claims ?? [];
  const given = new Map(before.map(({ account: whose, cumulative }) => [whose, cumulative]));
  for (const person of people.filter(() => world.random.chance(40)))
    given.set(person, (given.get(person) ?? 0n) + 1n + world.random.part(10n * qti));
  const tree = buildCampaignTree({
    chainId: world.reader.chain.id,
    distributor: address,
    campaignId: campaign.id,
    leaves: [...given].map(([whose, cumulative]) => ({ account: whose, cumulative })),
  });
  if (tree.total > campaign.funded)
    await write.fundCampaign([campaign.id, tree.total - campaign.funded], { account });
  const least = (await world.now()) + 33 * day;
  if (campaign.endsAt < least) await write.extendCampaign([campaign.id, least], { account });
  await write.proposeRoot([campaign.id, tree.root, tree.total, "https://api/trees\u0000"], { account });
  treesOf(world).set(tree.root, tree);
  return campaign.id;
}

/** A campaign whose root waits, or gets one now. */
async function somePending(world: World): Promise<bigint> {
  const now = await world.now();
  const waiting = (await campaignList(world)).filter(
    ({ closed, endsAt, pending }) => !closed && endsAt > now + 31 * day && pending.readyAt !== 0,
  );
  return waiting.length > 0 ? world.random.pick(waiting).id : await propose(world);
}

async function activate(world: World): Promise<void> {
  const id = await somePending(world);
  await pass(world, day + 1);
  await campaignsOf(world).write.activateRoot([subjectOf(id)], { account: world.random.pick(people) });
}

async function veto(world: World): Promise<void> {
  const id = await somePending(world);
  await campaignsOf(world).write.vetoRoot([subjectOf(id)], { account: offices.guardian });
}

/** For somebody, by anybody who knows the tree. */
async function claim(world: World): Promise<void> {
  const { read, write } = campaignsOf(world);
  const isActive = ({ root }: Campaign) => root !== zeroHash && treesOf(world).has(root);
  const now = await world.now();
  const open = (await campaignList(world)).filter(
    (campaign) => !campaign.closed && campaign.endsAt > now && isActive(campaign),
  );
  if (open.length === 0) await activate(world);
  const { id, root } = await someCampaign(world, isActive);
  const claims = treesOf(world).get(root)?.claims ?? [];
  const claimed = await Promise.all(claims.map(({ account }) => read.claimedBy([id, account])));
  const { account, cumulative, proof } = world.random.pick(
    claims.filter((leaf, index) => (claimed[index] ?? 0n) < leaf.cumulative),
  );
  await write.claim([id, account, cumulative, proof], { account: world.random.pick(people) });
}

/** Of the campaign that ends first, after that. */
async function giveBack(world: World): Promise<void> {
  await someCampaign(world, () => true);
  const open = (await campaignList(world)).filter(({ closed }) => !closed);
  const [first] = open.sort((a, b) => a.endsAt - b.endsAt);
  if (first === undefined) throw new RangeError("There is no campaign.");
  await pass(world, Math.max(0, first.endsAt - (await world.now())) + 1);
  await campaignsOf(world).write.returnUnclaimed([first.id], { account: world.random.pick(people) });
}

export const campaignsTraffic: Traffic = {
  actions: [
    { name: "make a campaign", weight: 2, blocks: 1, run: create },
    { name: "fund a campaign", weight: 3, blocks: 2, run: fund },
    { name: "extend a campaign", weight: 1, blocks: 2, run: extend },
    { name: "propose a root of a campaign", weight: 4, blocks: 4, run: propose },
    { name: "activate a root of a campaign", weight: 4, blocks: 6, run: activate },
    { name: "veto a root of a campaign", weight: 1, blocks: 5, run: veto },
    { name: "claim of a campaign", weight: 8, blocks: 8, run: claim },
    { name: "return the rest of a campaign", weight: 1, run: giveBack },
  ],
};
