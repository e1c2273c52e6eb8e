import { type Address, encodeFunctionData, type Hex, zeroHash } from "viem";
import { delayed, offices, people, type World } from "../world.ts";
import { assetsIn, assetsOf, someAsset, someHolder, type Traffic } from "./action.ts";

const share = 10n ** 18n;
const day = 86_400;
const issuerRole = 5n;
/** Text as strangers write it: a NUL, signs beyond 16 bits, quotes. */
const names = [
  "Haus am See",
  "Old \u0000 harbour",
  "\u{1F3E0} home",
  `"quoted'); drop table`,
  "Ω".repeat(32),
] as const;
const countries = [276, 528, 250, 840, 756] as const;

async function rulesOf(world: World) {
  const { random } = world;
  return {
    minTier: 1 + random.below(2),
    maxHolders: random.chance(30) ? 2 + random.below(8) : 0,
    lockedUntil: random.chance(20) ? (await world.now()) + day * random.below(20) : 0,
    capPerIdentity: random.chance(30) ? 100n * share + random.part(900n * share) : 0n,
  };
}

type Terms = Awaited<ReturnType<typeof termsOf>>;

async function termsOf(world: World, salt: Hex) {
  const { random } = world;
  return {
    name: random.pick(names),
    symbol: random.pick(["HAUS", "\u0000", "\u{1F3E0}"]),
    class: random.below(8),
    jurisdiction: random.pick(countries),
    shares: 1n + random.part(1_000_000n),
    valuation: 1n + random.part(10n ** 15n),
    metadataURI: `data:application/json,${encodeURIComponent(JSON.stringify({ description: "\u{1F3E0}".repeat(random.below(80)) }))}`,
    documentsRoot: random.chance(50) ? random.word() : zeroHash,
    module: world.complianceModule.address,
    rules: await rulesOf(world),
    blockedCountries: countries.filter(() => random.chance(15)),
    salt,
  };
}

async function someIssuer(world: World): Promise<Address> {
  const roles = await Promise.all(
    people.map((person) => world.accessManager.read.hasRole([issuerRole, person])),
  );
  return world.random.pick(people.filter((_, index) => roles[index]?.[0] === true));
}

async function tokenize(world: World, alsoActivate: boolean): Promise<void> {
  await tokenizeAs(world, await someIssuer(world), world.random.word(), { alsoActivate });
}

/** Any asset, which mostly has holders and stays, or a draft that its issuer gives up at once. */
async function retire(world: World): Promise<void> {
  const { write } = world.assetRegistry;
  if (world.random.chance(50)) return byIssuer(world, (asset, account) => write.retire([asset], { account }));
  const account = await someIssuer(world);
  const draft = await tokenizeAs(world, account, world.random.word(), { alsoActivate: false });
  await write.retire([draft], { account });
}

/** A new asset at the address that issuer and salt make, its terms random but for `over`. */
export async function tokenizeAs(
  world: World,
  issuer: Address,
  salt: Hex,
  { alsoActivate, over = {} }: { alsoActivate: boolean; over?: Partial<Terms> },
): Promise<Address> {
  const { abi, read, write } = world.assetRegistry;
  const asset = await read.predictAsset([issuer, salt]);
  const args = [{ ...(await termsOf(world, salt)), ...over }] as const;
  const calls = [encodeFunctionData({ abi, functionName: "tokenize", args })];
  if (alsoActivate) calls.push(encodeFunctionData({ abi, functionName: "activate", args: [asset] }));
  await write.multicall([calls], { account: issuer });
  return asset;
}

/** A draft, or one that is made now. */
async function activate(world: World): Promise<void> {
  if ((await assetsIn(world, 1)).length === 0) await tokenize(world, false);
  const asset = world.random.pick(await assetsIn(world, 1));
  const account = await world.assetRegistry.read.issuerOf([asset]);
  await world.assetRegistry.write.activate([asset], { account });
}

async function byIssuer(
  world: World,
  act: (asset: Address, issuer: Address) => Promise<unknown>,
): Promise<void> {
  const { asset, issuer } = await someAsset(world);
  await act(asset, issuer);
}

async function transfer(world: World): Promise<void> {
  const asset = world.random.pick(await assetsOf(world));
  const token = world.token(asset);
  const from = await someHolder(world, asset, people);
  const balance = await token.read.balanceOf([from]);
  const amount = world.random.chance(15) ? balance : world.random.part(balance + 1n);
  const allowed = await Promise.all(people.map((to) => token.read.canTransfer([from, to, amount])));
  const receivers = people.filter((_, index) => allowed[index]);
  const anybody = receivers.length === 0 || world.random.chance(20);
  await token.write.transfer([world.random.pick(anybody ? people : receivers), amount], { account: from });
}

/** Several moves in one block, so that their order within it counts. */
async function transferAtOnce(world: World): Promise<void> {
  const asset = world.random.pick(await assetsOf(world));
  const token = world.token(asset);
  const from = await someHolder(world, asset, people);
  const balance = await token.read.balanceOf([from]);
  await world.node.setAutomine(false);
  try {
    for (let i = 0; i < 4; i++) {
      const args = [world.random.pick(people), world.random.part(balance / 4n + 1n)] as const;
      await token.write.transfer(args, { account: from, gas: 500_000n });
    }
  } finally {
    await world.node.mine({ blocks: 1 });
    await world.node.setAutomine(true);
  }
}

async function freezeTokens(world: World): Promise<void> {
  const { asset } = await someAsset(world);
  const account = await someHolder(world, asset, people);
  const balance = await world.token(asset).read.balanceOf([account]);
  // Up to twice the balance: what comes later is withheld too.
  const amount = world.random.chance(30) ? 0n : world.random.part(balance * 2n + 1n);
  await world.assetRegistry.write.setFrozenTokens([asset, account, amount], { account: offices.desk });
}

async function forceTransfer(world: World): Promise<void> {
  const { asset } = await someAsset(world);
  const from = await someHolder(world, asset, people);
  const balance = await world.token(asset).read.balanceOf([from]);
  const args = [asset, from, world.random.pick(people), world.random.part(balance + 1n)] as const;
  const data = encodeFunctionData({ abi: world.assetRegistry.abi, functionName: "forcedTransfer", args });
  await delayed(world, offices.force, world.assetRegistry.address, data);
}

async function forceBurn(world: World): Promise<void> {
  const { asset } = await someAsset(world);
  const account = await someHolder(world, asset, people);
  const balance = await world.token(asset).read.balanceOf([account]);
  const args = [asset, account, world.random.part(balance + 1n)] as const;
  const data = encodeFunctionData({ abi: world.assetRegistry.abi, functionName: "forcedBurn", args });
  await delayed(world, offices.force, world.assetRegistry.address, data);
}

async function changeModule(world: World, functionName: "setRules" | "unblockCountry"): Promise<void> {
  const { asset } = await someAsset(world);
  const { abi, address } = world.complianceModule;
  const data =
    functionName === "setRules"
      ? encodeFunctionData({ abi, functionName, args: [asset, await rulesOf(world)] })
      : encodeFunctionData({ abi, functionName, args: [asset, world.random.pick(countries)] });
  await delayed(world, offices.force, address, data);
}

async function tighten(world: World): Promise<void> {
  const { asset } = await someAsset(world);
  const { minTier, maxHolders, lockedUntil, capPerIdentity } = await world.complianceModule.read.rulesOf([
    asset,
  ]);
  const rules = {
    minTier: Math.min(3, minTier + world.random.below(2)),
    maxHolders: maxHolders === 0 ? 9 : maxHolders,
    lockedUntil,
    capPerIdentity: capPerIdentity === 0n ? 10n ** 24n : capPerIdentity,
  };
  await world.complianceModule.write.tighten([asset, rules], { account: offices.desk });
}

async function unpause(world: World): Promise<void> {
  const { asset } = await someAsset(world);
  const data = encodeFunctionData({ abi: world.assetRegistry.abi, functionName: "unpause", args: [asset] });
  await delayed(world, offices.admin, world.assetRegistry.address, data);
}

async function allowModule(world: World): Promise<void> {
  const args = [world.random.pick(people), world.random.chance(50)] as const;
  const data = encodeFunctionData({ abi: world.assetRegistry.abi, functionName: "setModuleAllowed", args });
  await delayed(world, offices.admin, world.assetRegistry.address, data);
}

const actions: Traffic["actions"] = [
  { name: "tokenize", weight: 3, run: (world) => tokenize(world, false) },
  { name: "tokenize and activate at once", weight: 5, run: (world) => tokenize(world, true) },
  {
    name: "update terms",
    weight: 2,
    run: (world) =>
      byIssuer(world, async (asset, issuer) => {
        // The salt is the address: only the registry's log still knows it.
        const [log] = await world.assetRegistry.getEvents.AssetTokenized({ asset }, { fromBlock: 0n });
        const salt = log?.args.terms?.salt ?? zeroHash;
        await world.assetRegistry.write.updateTerms([asset, await termsOf(world, salt)], { account: issuer });
      }),
  },
  {
    name: "activate",
    weight: 3,
    run: activate,
  },
  {
    name: "mature",
    weight: 1,
    run: (world) =>
      byIssuer(world, (asset, account) => world.assetRegistry.write.mature([asset], { account })),
  },
  {
    name: "retire",
    weight: 2,
    run: retire,
  },
  {
    name: "append documents",
    weight: 3,
    run: (world) =>
      byIssuer(world, (asset, account) =>
        world.assetRegistry.write.updateDocuments([asset, world.random.word()], { account }),
      ),
  },
  {
    name: "state a value",
    weight: 3,
    run: (world) =>
      byIssuer(world, (asset, account) =>
        world.assetRegistry.write.stateValuation([asset, 1n + world.random.part(10n ** 15n)], { account }),
      ),
  },
  {
    name: "burn",
    weight: 3,
    run: (world) =>
      byIssuer(world, async (asset, account) => {
        const balance = await world.token(asset).read.balanceOf([account]);
        const amount = world.random.chance(30) ? balance : world.random.part(balance + 1n);
        await world.assetRegistry.write.burn([asset, amount], { account });
      }),
  },
  { name: "transfer shares", weight: 25, run: transfer },
  { name: "transfer shares four times in a block", weight: 5, run: transferAtOnce },
  { name: "freeze tokens", weight: 4, run: freezeTokens },
  { name: "force a transfer", weight: 3, run: forceTransfer },
  { name: "force a burn", weight: 1, run: forceBurn },
  {
    name: "pause an asset",
    weight: 1,
    run: async (world) =>
      world.assetRegistry.write.pause([(await someAsset(world)).asset], { account: offices.pauser }),
  },
  { name: "end the pause of an asset", weight: 1, run: unpause },
  { name: "tighten rules", weight: 2, run: tighten },
  { name: "set rules", weight: 2, run: (world) => changeModule(world, "setRules") },
  {
    name: "block a country",
    weight: 2,
    run: async (world) => {
      const args = [(await someAsset(world)).asset, world.random.pick(countries)] as const;
      await world.complianceModule.write.blockCountry(args, { account: offices.desk });
    },
  },
  { name: "unblock a country", weight: 2, run: (world) => changeModule(world, "unblockCountry") },
  { name: "allow a module", weight: 1, run: allowModule },
];

/** Assets mature, their holders are retired or may receive no longer: one is in circulation that people hold and may trade. */
async function renew(world: World): Promise<void> {
  const { issuer } = offices;
  const rules = { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n };
  const over = { rules, blockedCountries: [], shares: 1_000n };
  const asset = await tokenizeAs(world, issuer, world.random.word(), { alsoActivate: true, over });
  const token = world.token(asset);
  for (const person of people)
    if (await token.read.canReceive([person]))
      await token.write.transfer([person, 50n * 10n ** 18n], { account: issuer });
}

export const assetsTraffic: Traffic = { renew, actions };
