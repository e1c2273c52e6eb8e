import { type Address, encodeFunctionData, type Hex, maxUint256 } from "viem";
import {
  creditBookAbi,
  creditLinesAbi,
  firstLossPoolAbi,
  seniorPoolAbi,
  vouchingAbi,
} from "../../../../packages/sdk/src/generated/abis.ts";
import { creditCalendar, creditCycleAt } from "../../../../packages/sdk/src/loans/credit/calendar.ts";
import { creditAttestationTypedData } from "../../../../packages/sdk/src/loans/credit/creditAttestationTypedData.ts";
import { accountOf, delayed, offices, pass, people, type World } from "../world.ts";
import type { Traffic } from "./action.ts";
import { borrowers, clients, vouchers } from "./clients.ts";
import { dollar, dollarsOf } from "./money.ts";

const day = 86_400;
const wholeShare = 10n ** 12n;
const underwriter = accountOf(27);
const allowed = ["creditLines", "seniorPool", "firstLossPool"] as const;
const addresses = clients.map(({ address }) => address);
const debtors = borrowers.map(({ address }) => address);
const owners = vouchers.map(({ address }) => address);
const settled = 0;

export const linesOf = (world: World) => world.contract("creditLines", creditLinesAbi);
export const bookOf = (world: World) => world.contract("creditBook", creditBookAbi);
export const seniorOf = (world: World) => world.contract("seniorPool", seniorPoolAbi);
export const firstLossOf = (world: World) => world.contract("firstLossPool", firstLossPoolAbi);
/** What both pools have in common. */
const poolOf = (world: World, pool: Pool) =>
  world.contract(pool === "senior" ? "seniorPool" : "firstLossPool", seniorPoolAbi);
type Pool = "senior" | "firstLoss";

export const vouchingOf = (world: World) => world.contract("vouching", vouchingAbi);

/** Everybody lets the contracts take dollars and shares; both pools get money, and borrowers a limit. */
async function open(world: World): Promise<void> {
  for (const account of addresses) {
    for (const name of allowed)
      await dollarsOf(world).write.approve([world.at(name), maxUint256], { account });
    await firstLossOf(world).write.approve([world.at("vouching"), maxUint256], { account });
  }
  for (const account of owners) await deposit(world, "firstLoss", account, 20_000n * dollar);
  await deposit(world, "senior", owners[0], 30_000n * dollar);
  for (const account of debtors) await attest(world, account, 1_000n * dollar);
}

/** Losses close the pools until somebody takes them: what can be written off is, and both pools get money again. */
async function renew(world: World): Promise<void> {
  const { abi, address, read } = bookOf(world);
  if ((await read.pausedUntil()) > (await world.now()))
    await delayed(world, offices.admin, address, encodeFunctionData({ abi, functionName: "unpause" }));
  for (const account of debtors) await clear(world, account);
  for (const account of owners) await deposit(world, "firstLoss", account, 20_000n * dollar);
  await deposit(world, "senior", owners[0], 30_000n * dollar);
  for (const account of debtors) await attest(world, account, 1_000n * dollar).catch(() => undefined);
}

/** Everything that an account owes is paid. */
async function clear(world: World, account: Address): Promise<void> {
  const { read, write } = linesOf(world);
  const { state } = await read.lineOf([account]);
  if (state !== settled) await write.repay([account, maxUint256], { account });
}

async function deposit(
  world: World,
  pool: Pool,
  account: Address | undefined,
  assets: bigint,
): Promise<void> {
  const caller = account ?? world.random.pick(addresses);
  const receiver = account ?? (world.random.chance(80) ? caller : world.random.pick(addresses));
  const { write } = poolOf(world, pool);
  await write.deposit([assets, receiver], { account: caller });
}

async function attest(world: World, account: Address, limit: bigint): Promise<void> {
  const { address, read, write } = linesOf(world);
  const { index } = await world.identityRegistry.read.standingOf([account]);
  const attestation = { account, limit, nonce: await read.nonceOf([index]), deadline: maxUint256 };
  const chainId = world.reader.chain.id;
  const signature = await underwriter.signTypedData(
    creditAttestationTypedData({ chainId, creditLines: address, attestation }),
  );
  await write.attest([attestation, underwriter.address, signature], { account: world.random.pick(people) });
}

async function draw(world: World): Promise<void> {
  const { read, write } = linesOf(world);
  const available = await Promise.all(debtors.map((account) => read.availableTo([account])));
  const account = world.random.pick(debtors.filter((_, index) => (available[index] ?? 0n) > 0n));
  const most = available[debtors.indexOf(account)] ?? 0n;
  const amount = world.random.chance(20) ? most : 1n + world.random.part(most);
  const receiver = world.random.chance(80) ? account : world.random.pick(addresses);
  await write.draw([amount, receiver], { account });
}

/** Somebody who owes, or draws now. */
async function someDebtor(world: World): Promise<Address> {
  const { read } = linesOf(world);
  const lines = await Promise.all(debtors.map((account) => read.lineOf([account])));
  const owing = debtors.filter((_, index) => lines[index]?.state !== settled);
  if (owing.length > 0) return world.random.pick(owing);
  await draw(world);
  return await someDebtor(world);
}

async function pay(world: World, what: "due" | "part" | "all"): Promise<void> {
  const { read, write } = linesOf(world);
  const account = await someDebtor(world);
  const { due, principal, interest } = await read.lineOf([account]);
  const owed = principal + interest;
  // A second passes until it is paid: a little more than what is due now.
  const amounts = { due: due + dollar, part: 1n + owed / 10n, all: maxUint256 };
  const payer = world.random.chance(80) ? account : world.random.pick(addresses);
  await write.repay([account, amounts[what]], { account: payer });
}

/** A debt that a statement asks for is met so many days after it. */
async function payAfterStatement(world: World, days: number): Promise<void> {
  const { read, write } = linesOf(world);
  const account = await someDebtor(world);
  const { cycle } = await read.lineOf([account]);
  const { statementAt } = creditCalendar({ start: await bookOf(world).read.start(), cycle });
  await pass(world, Math.max(1, statementAt + days * day - (await world.now())));
  const { due } = await read.lineOf([account]);
  await write.repay([account, due + dollar], { account });
}

/** The debt that could be written off first, after its time. */
async function writeOff(world: World): Promise<void> {
  const { read, write } = linesOf(world);
  await someDebtor(world);
  const lines = await Promise.all(
    debtors.map(async (account) => ({ account, ...(await read.lineOf([account])) })),
  );
  const [first] = lines
    .filter(({ cycle, writtenOff }) => cycle !== 0 && !writtenOff)
    .sort((a, b) => a.cycle - b.cycle);
  if (first === undefined) throw new RangeError("Nobody owes what could be written off.");
  const { writableAt } = creditCalendar({ start: await bookOf(world).read.start(), cycle: first.cycle });
  await pass(world, Math.max(1, writableAt - (await world.now())));
  await write.writeOff([first.account], { account: world.random.pick(people) });
}

/** Somebody with shares at hand, in a pool. */
async function someOwner(world: World, pool: Pool): Promise<{ account: Address; shares: bigint }> {
  const { read } = poolOf(world, pool);
  const balances = await Promise.all(addresses.map((account) => read.balanceOf([account])));
  const account = world.random.pick(addresses.filter((_, index) => (balances[index] ?? 0n) > wholeShare));
  return { account, shares: balances[addresses.indexOf(account)] ?? 0n };
}

async function redeem(world: World): Promise<void> {
  const { account } = await someOwner(world, "senior");
  const { read, write } = seniorOf(world);
  const most = await read.maxRedeem([account]);
  const receiver = world.random.chance(80) ? account : world.random.pick(addresses);
  await write.redeem([1n + world.random.part(most / 3n), receiver, account], { account });
}

async function move(world: World, pool: Pool): Promise<void> {
  const { account, shares } = await someOwner(world, pool);
  const contract = poolOf(world, pool);
  // Whoever sends shares to the pool itself has given them away.
  const to = world.random.chance(90) ? world.random.pick(addresses) : contract.address;
  await contract.write.transfer([to, world.random.part(shares / 4n)], { account });
}

const ticketsOf = async (world: World) => {
  const { read } = seniorOf(world);
  const [head, tail] = await read.queue();
  const ids = Array.from({ length: Number(tail - head) }, (_, index) => head + BigInt(index));
  const tickets = await Promise.all(ids.map(async (id) => ({ id, ...(await read.ticketOf([id])) })));
  return tickets.filter(({ shares }) => shares > 0n);
};

async function queueExit(world: World): Promise<void> {
  const { account, shares } = await someOwner(world, "senior");
  const part = wholeShare + world.random.part((shares - wholeShare) / 4n + 1n);
  await seniorOf(world).write.queueExit([part], { account });
}

async function cancelExit(world: World): Promise<void> {
  if ((await ticketsOf(world)).length === 0) await queueExit(world);
  const { id, owner } = world.random.pick(await ticketsOf(world));
  await seniorOf(world).write.cancelExit([id], { account: owner });
}

async function serve(world: World): Promise<void> {
  if ((await ticketsOf(world)).length === 0) await queueExit(world);
  await seniorOf(world).write.serveQueue([3n], { account: world.random.pick(people) });
}

async function claimExit(world: World): Promise<void> {
  const { read, write } = seniorOf(world);
  const claimable = async () => {
    const amounts = await Promise.all(addresses.map((account) => read.claimableOf([account])));
    return addresses.filter((_, index) => (amounts[index] ?? 0n) > 0n);
  };
  if ((await claimable()).length === 0) await serve(world);
  const account = world.random.pick(await claimable());
  const receiver = world.random.chance(80) ? account : world.random.pick(addresses);
  await write.claim([receiver], { account });
}

async function giveNotice(world: World): Promise<Address> {
  const { account, shares } = await someOwner(world, "firstLoss");
  await firstLossOf(world).write.giveNotice([1n + world.random.part(shares / 4n)], { account });
  return account;
}

/** Somebody under notice, or who gives it now. */
async function someLeaver(world: World): Promise<Address> {
  const { read } = firstLossOf(world);
  const notices = await Promise.all(addresses.map((account) => read.noticeOf([account])));
  const leaving = addresses.filter((_, index) => (notices[index]?.shares ?? 0n) > 0n);
  return leaving.length > 0 ? world.random.pick(leaving) : await giveNotice(world);
}

/** Notice is given anew, waited for and used, as far as the debt lets it. */
async function leave(world: World): Promise<void> {
  const account = await giveNotice(world);
  await pass(world, 61 * day);
  const { read, write } = firstLossOf(world);
  const most = await read.maxRedeem([account]);
  const shares = world.random.chance(50) ? most : 1n + most / 2n;
  await write.redeem([shares, account, account], { account });
}

async function invite(world: World, invited: boolean): Promise<{ borrower: Address; voucher: Address }> {
  const [borrower, voucher] = [world.random.pick(debtors), world.random.pick(owners)];
  await vouchingOf(world).write.invite([voucher, invited], { account: borrower });
  return { borrower, voucher };
}

async function vouch(world: World): Promise<void> {
  const { borrower, voucher } = await invite(world, true);
  const shares = wholeShare * BigInt(50 + world.random.below(500));
  const limit = (shares * 60n) / (100n * 1_000_000n);
  await vouchingOf(world).write.vouch([borrower, shares, world.random.part(limit)], { account: voucher });
}

/** A vouch that stands, as its event names it. */
async function someVouch(world: World, ended: boolean): Promise<{ identity: bigint; owner: Address }> {
  const { getEvents, read } = vouchingOf(world);
  const logs = await getEvents.Vouched({}, { fromBlock: 0n });
  const pairs = logs.map(({ args: { identity = 0n, voucher = 0n } }) => ({ identity, voucher }));
  const all = await Promise.all(
    pairs.map(async ({ identity, voucher }) => ({ identity, ...(await read.vouchOf([identity, voucher])) })),
  );
  return world.random.pick(all.filter(({ shares, limit }) => shares > 0n && (!ended || limit === 0n)));
}

async function endVouch(world: World): Promise<void> {
  const { identity, owner } = await someVouch(world, false).catch(async () => {
    await vouch(world);
    return await someVouch(world, false);
  });
  await vouchingOf(world).write.end([identity], { account: owner });
}

/** A vouch is ended while the line needs it, and unlocked when it does no longer. */
async function unlockVouch(world: World): Promise<void> {
  const waiting = await someVouch(world, true).catch(() => undefined);
  if (waiting === undefined) {
    const { borrower, voucher } = await invite(world, true);
    await vouchingOf(world).write.vouch([borrower, 500n * wholeShare, 100n * dollar], { account: voucher });
    const { read, write } = linesOf(world);
    await write.draw([await read.availableTo([borrower]), borrower], { account: borrower });
    const { index } = await world.identityRegistry.read.standingOf([borrower]);
    await vouchingOf(world).write.end([index], { account: voucher });
    await clear(world, borrower);
    await vouchingOf(world).write.unlock([index], { account: voucher });
    return;
  }
  const debtor = await Promise.all(
    debtors.map(async (account) => (await world.identityRegistry.read.standingOf([account])).index),
  );
  const borrower = debtors[debtor.indexOf(waiting.identity)];
  if (borrower !== undefined) await clear(world, borrower);
  await vouchingOf(world).write.unlock([waiting.identity], { account: waiting.owner });
}

async function byTreasurer(world: World, target: Address, data: Hex): Promise<void> {
  await delayed(world, offices.treasurer, target, data);
}

async function setTerms(world: World): Promise<void> {
  const { abi, address, read } = bookOf(world);
  const current = await read.termsOf([creditCycleAt(await read.start(), await world.now())]);
  const terms = {
    ...current,
    rateBps: 1_200 + world.random.below(1_000),
    seniorBps: 5_000 + world.random.below(2_000),
  };
  await byTreasurer(world, address, encodeFunctionData({ abi, functionName: "setTerms", args: [terms] }));
}

async function setCap(world: World): Promise<void> {
  const { abi, address } = linesOf(world);
  const args = [1 + world.random.below(3), 20_000n * dollar + world.random.part(1_000n * dollar)] as const;
  await byTreasurer(world, address, encodeFunctionData({ abi, functionName: "setTierCap", args }));
}

async function setQuota(world: World): Promise<void> {
  const { abi, address } = linesOf(world);
  const args = [
    20_000n * dollar + world.random.part(9_000n * dollar),
    world.random.pick([day, day / 2]),
  ] as const;
  await byTreasurer(world, address, encodeFunctionData({ abi, functionName: "setUnderwritingQuota", args }));
}

const actions: Traffic["actions"] = [
  {
    name: "attest a limit",
    weight: 4,
    blocks: 1,
    run: (world) =>
      attest(world, world.random.pick(debtors), 200n * dollar + world.random.part(2_000n * dollar)),
  },
  { name: "draw on a credit line", weight: 8, blocks: 1, run: draw },
  { name: "pay what is due", weight: 6, blocks: 2, run: (world) => pay(world, "due") },
  { name: "pay a part of a credit line", weight: 3, blocks: 2, run: (world) => pay(world, "part") },
  { name: "pay a credit line off", weight: 2, blocks: 2, run: (world) => pay(world, "all") },
  { name: "pay in time", weight: 3, run: (world) => payAfterStatement(world, world.random.below(9)) },
  { name: "pay in grace", weight: 2, run: (world) => payAfterStatement(world, 12) },
  { name: "pay late", weight: 2, run: (world) => payAfterStatement(world, 20) },
  { name: "write a credit line off", weight: 1, run: writeOff },
  {
    name: "lend to the senior pool",
    weight: 5,
    blocks: 1,
    run: (world) => deposit(world, "senior", undefined, 1n + world.random.part(1_000n * dollar)),
  },
  {
    name: "lend to the first-loss pool",
    weight: 5,
    blocks: 1,
    run: (world) => deposit(world, "firstLoss", undefined, 1n + world.random.part(1_000n * dollar)),
  },
  { name: "redeem from the senior pool", weight: 3, blocks: 1, run: redeem },
  { name: "move senior shares", weight: 2, blocks: 1, run: (world) => move(world, "senior") },
  { name: "move first-loss shares", weight: 2, blocks: 1, run: (world) => move(world, "firstLoss") },
  { name: "queue for an exit", weight: 3, blocks: 1, run: queueExit },
  { name: "cancel an exit", weight: 1, blocks: 2, run: cancelExit },
  { name: "serve the queue", weight: 3, blocks: 2, run: serve },
  { name: "claim what the queue paid", weight: 2, blocks: 3, run: claimExit },
  { name: "give notice", weight: 2, blocks: 1, run: giveNotice },
  {
    name: "cancel a notice",
    weight: 1,
    blocks: 2,
    run: async (world) => firstLossOf(world).write.cancelNotice({ account: await someLeaver(world) }),
  },
  { name: "leave the first-loss pool", weight: 1, run: leave },
  {
    name: "give shares up",
    weight: 1,
    blocks: 1,
    run: async (world) => {
      const { account } = await someOwner(world, "firstLoss");
      await firstLossOf(world).write.forgo([1n + world.random.part(wholeShare)], { account });
    },
  },
  { name: "invite nobody to vouch", weight: 1, blocks: 1, run: (world) => invite(world, false) },
  { name: "vouch for a line", weight: 3, blocks: 2, run: vouch },
  { name: "end a vouch", weight: 1, run: endVouch },
  { name: "unlock a vouch", weight: 1, blocks: 6, run: unlockVouch },
  { name: "set the terms of credit lines", weight: 1, run: setTerms },
  { name: "set the cap of a tier", weight: 1, run: setCap },
  { name: "set the quota of underwriters", weight: 1, run: setQuota },
  {
    name: "reckon the book",
    weight: 2,
    blocks: 2,
    run: async (world) => {
      await pass(world, (1 + world.random.below(9)) * day);
      await bookOf(world).write.accrue({ account: world.random.pick(people) });
    },
  },
  {
    name: "give money to the book and skim it",
    weight: 1,
    blocks: 2,
    run: async (world) => {
      const account = world.random.pick(addresses);
      const { address, write } = bookOf(world);
      await dollarsOf(world).write.transfer([address, 1n + world.random.part(dollar)], { account });
      await write.skim({ account });
    },
  },
  {
    name: "pause the credit lines",
    weight: 1,
    blocks: 1,
    run: (world) => bookOf(world).write.pause({ account: offices.pauser }),
  },
  {
    name: "end the pause of the credit lines",
    weight: 1,
    run: (world) => {
      const { abi, address } = bookOf(world);
      return delayed(world, offices.admin, address, encodeFunctionData({ abi, functionName: "unpause" }));
    },
  },
];

export const creditTraffic: Traffic = { open, renew, actions };
