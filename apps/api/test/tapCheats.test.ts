import { tapVoucherTypedData } from "@qti/sdk";
import { qtiPointsAbi, tapRewardsAbi } from "@qti/sdk/abis";
import { requestVoucher, sendTaps, startTapSession, type TapReceipt } from "@qti/sdk/rewards/taps";
import { ContractFunctionRevertedError } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { oracleKey } from "./support/attester.ts";
import { type Trader, World } from "./support/market.ts";
import { type Service, startService } from "./support/service.ts";
import { handIntervals, offsetsOf, Tapper } from "./support/tapper.ts";

const POINT = 1_000_000n;
const day = 24 * 60 * 60_000;
/** What everybody has: so many taps, and the time they take. */
const taps = offsetsOf(handIntervals(100), 1_500);
const milliseconds = (taps.at(-1) ?? 0) + 50;
const world = new World(inject("rpcUrl"), inject("contracts"));
let service: Service;
/** What somebody honest gets in that time. */
let honest: bigint;

beforeAll(async () => {
  service = await startService();
  // What is earned depends on the second in which it is asked for.
  service.clock.stand();
  const tapper = await verified();
  pass(milliseconds);
  ({ points: honest } = await tapper.send(taps));
});
afterAll(() => service.stop());

const pass = (time: number) => service.clock.advance(time);

async function verified(trader?: Trader): Promise<Tapper> {
  const tapper = new Tapper(service, trader?.account);
  await world.attest(tapper.account);
  return tapper.start();
}
const earnedBy = async (tapper: Tapper) => (await tapper.state()).progress.earned;
const sum = (receipts: readonly TapReceipt[]) => receipts.reduce((all, { points }) => all + points, 0n);

describe("compared with somebody honest, who cheats by", () => {
  it("replayed batches gets as much, and not more", async () => {
    const tapper = await verified();
    pass(milliseconds);
    const batch = await tapper.sign(taps);
    const answers = await Promise.all(Array.from({ length: 20 }, () => sendTaps(tapper.api, { batch })));
    expect(new Set(answers.map(({ points }) => points))).toEqual(new Set([honest]));
    // The number of a batch that counted is no other batch's.
    const other = await tapper.sign(offsetsOf(handIntervals(100, 9)), 1);
    await expect(sendTaps(tapper.api, { batch: other })).rejects.toMatchObject({
      code: "api-tap-sequence",
    });
    expect(await earnedBy(tapper)).toBe(honest);
  });

  it("moved clocks gets nothing for time that has not passed", async () => {
    const tapper = await verified();
    expect(await tapper.send(taps)).toMatchObject({ counted: 0, issue: "clock" });
    pass(milliseconds);
    // It may tap on: what has passed meanwhile is there for once.
    const receipts = [await tapper.send(taps), await tapper.send(taps), await tapper.send(taps)];
    expect(receipts.map(({ issue }) => issue)).toEqual(["none", "clock", "clock"]);
    expect(sum(receipts)).toBe(honest);
  });

  it("parallel sessions gets one of them", async () => {
    const tapper = await verified();
    const sessions = [tapper];
    for (let count = 0; count < 3; count++) {
      pass(1_000);
      sessions.push(await new Tapper(service, tapper.wallet).start());
    }
    pass(milliseconds);
    const outcomes = await Promise.allSettled(sessions.map((session) => session.send(taps)));
    const counted = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(counted.map(({ points }) => points)).toEqual([honest]);
    expect(await earnedBy(tapper)).toBe(honest);
  });

  it("many wallets of one person gets the account of one", async () => {
    const first = await world.stranger();
    const others = await Promise.all([world.stranger(), world.stranger()]);
    // All of them tap before anybody knows who they are.
    const wallets = [first, ...others].map(({ account }) => new Tapper(service, account));
    for (const wallet of wallets) await wallet.start();
    pass(milliseconds);
    for (const wallet of wallets) expect((await wallet.send(taps)).progress.waiting).toBe(honest);
    await world.attest(first.address);
    for (const other of others) await world.link(first, other);
    // Whichever asks: what the first one brought is there once, what the others had is nobody's.
    for (const wallet of wallets) expect(await earnedBy(wallet)).toBe(honest);
    const together: bigint[] = [];
    for (const wallet of wallets) {
      pass(1_000);
      await wallet.start();
      pass(50);
      together.push((await wallet.state()).progress.earned);
    }
    expect(new Set(together)).toEqual(new Set([honest]));
    // One energy for all of them.
    const energies = await Promise.all(wallets.map(async (wallet) => (await wallet.state()).progress.energy));
    expect(new Set(energies).size).toBe(1);
  });

  it("a thousand taps a second gets nothing", async () => {
    const tapper = await verified();
    pass(milliseconds);
    const machine = Array.from({ length: 240 }, (_, index) => index);
    expect(await tapper.send(machine)).toMatchObject({ counted: 0, points: 0n, issue: "speed" });
    const quick = Array.from({ length: 240 }, (_, index) => index * 61);
    expect(await tapper.send(quick)).toMatchObject({ counted: 0, issue: "speed" });
    expect(await earnedBy(tapper)).toBe(0n);
  });

  it("a machine that imitates a hand gets no more than the day's cap, however long it runs", async () => {
    // It taps for some minutes, all of them of one day.
    pass(day - (service.clock.now().getTime() % day));
    const tapper = await verified();
    let last: TapReceipt | undefined;
    for (let batch = 0; batch < 12; batch++) {
      const imitated = offsetsOf(handIntervals(200, batch + 50), 4_000);
      pass((imitated.at(-1) ?? 0) + 50);
      last = await tapper.send(imitated);
    }
    expect(last?.issue).toBe("cap");
    expect(await earnedBy(tapper)).toBe(1_000n * POINT);
  });

  it("a stolen session key taps for its owner, until the owner signs another", async () => {
    const owner = await verified();
    const thief = Object.assign(new Tapper(service, owner.wallet), {
      key: owner.key,
      session: owner.session,
    });
    pass(milliseconds);
    expect((await thief.send(taps)).points).toBe(honest);
    expect(await earnedBy(owner)).toBe(honest);
    // The key claims nothing and starts nothing: vouchers pay the owner, sessions need the wallet.
    const { voucher } = await requestVoucher(owner.api, { account: owner.account });
    expect(voucher.account).toBe(owner.account);
    await owner.start();
    await expect(thief.send(taps)).rejects.toMatchObject({ code: "api-tap-session-ended" });
  });

  it("an authorisation of before starts nothing again", async () => {
    const owner = new Tapper(service);
    const old = await owner.authorise({ issuedAt: Math.floor(service.clock.now().getTime() / 1000) });
    await startTapSession(owner.api, old);
    pass(1_000);
    await owner.start();
    await expect(startTapSession(owner.api, old)).rejects.toMatchObject({
      code: "api-tap-session-replayed",
    });
  });

  it("a stolen oracle key gets the daily cap of an identity that it has, and nothing for who has none", async () => {
    const thief = await world.stranger();
    const claim = async (account: Trader, sequence: bigint) => {
      const voucher = { account: account.address, earned: 2n ** 60n, sequence, deadline: 2n ** 40n };
      const signature = await privateKeyToAccount(oracleKey).signTypedData(
        tapVoucherTypedData({ chainId: hardhat.id, tapRewards, voucher }),
      );
      const { request } = await thief.wallet.simulateContract({
        address: tapRewards,
        abi: tapRewardsAbi,
        functionName: "claim",
        args: [voucher, signature],
      });
      await world.node.waitForTransactionReceipt({ hash: await thief.wallet.writeContract(request) });
    };
    const tapRewards = world.address("tapRewards");
    await expect(claim(thief, 1n)).rejects.toSatisfy(revertedWith("TapNoIdentity"));
    await world.attest(thief.address);
    await claim(thief, 1n);
    await expect(claim(thief, 2n)).rejects.toSatisfy(revertedWith("TapDailyCapReached"));
    const balance = await world.node.readContract({
      address: world.address("qtiPoints"),
      abi: qtiPointsAbi,
      functionName: "balanceOf",
      args: [thief.address],
    });
    // What an honest machine of a hand gets in a day as well.
    expect(balance).toBe(1_000n * POINT);
    // What it took is taken off what it earns: the account goes on from there.
    expect((await new Tapper(service, thief.account).state()).claimable).toBe(0n);
  });
});

const revertedWith = (name: string) => (error: unknown) => {
  const layers = error as { walk?: (found: (layer: unknown) => boolean) => unknown };
  const revert = layers.walk?.((layer) => layer instanceof ContractFunctionRevertedError);
  return revert instanceof ContractFunctionRevertedError && revert.data?.errorName === name;
};
