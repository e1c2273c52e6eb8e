import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, parseEther, parseSignature, zeroAddress } from "viem";
import { type Devnet, deployDevnet, devnetAccounts } from "../shared/deployment.ts";

const DAY = 86_400;
const HOUR = 3_600;
const LOCK = { none: 0, season: 2, year: 3 };

describe("staking with a lock, over a year of two people", () => {
  let chain: Devnet;
  let desk: Record<string, Address>;
  let ada: Address;
  let ben: Address;

  before(async () => {
    chain = await deployDevnet({ initialDate: new Date("2026-01-01T00:00:00Z") });
    desk = await devnetAccounts();
    const accounts = (await chain.viem.getWalletClients()).map(({ account }) => getAddress(account.address));
    ada = accounts[10] ?? zeroAddress;
    ben = accounts[11] ?? zeroAddress;
    for (const account of [ada, ben]) await chain.contracts.demoFaucet.write.drip({ account });
  });

  after(() => chain.close());

  const later = (seconds: number) => chain.networkHelpers.time.increase(seconds);
  const earnedOf = (id: bigint) => chain.contracts.stakingPool.read.earnedOf([id]);
  const purseOf = (account: Address) => chain.contracts.qtiToken.read.balanceOf([account]);

  /** Within a thousandth of a QTI: the blocks of a story take seconds. */
  function expectAbout(value: bigint, qti: string) {
    const difference = value - parseEther(qti);
    expect(difference > -(10n ** 15n) && difference < 10n ** 15n, `${value} is not about ${qti}`).to.equal(
      true,
    );
  }

  async function fundStream(amount: bigint) {
    const { accessManager, rewardsTreasury, stakingPool } = chain.contracts;
    const account = desk.treasurer ?? zeroAddress;
    const args = [stakingPool.address, amount] as const;
    const data = encodeFunctionData({ abi: rewardsTreasury.abi, functionName: "fundStream", args });
    await accessManager.write.schedule([rewardsTreasury.address, data, 0], { account });
    await later(48 * HOUR);
    await rewardsTreasury.write.fundStream(args, { account });
  }

  it("locks for a season with a permit, without an approval before", async () => {
    const { qtiToken, stakingPool } = chain.contracts;
    const amount = parseEther("400");
    const deadline = BigInt((await chain.networkHelpers.time.latest()) + HOUR);
    const signature = await (await chain.viem.getWalletClient(ada)).signTypedData({
      domain: {
        name: "Quantum Transaction Interface",
        version: "1",
        chainId: 31_337,
        verifyingContract: qtiToken.address,
      },
      types: {
        Permit: [
          { name: "owner", type: "address" },
          { name: "spender", type: "address" },
          { name: "value", type: "uint256" },
          { name: "nonce", type: "uint256" },
          { name: "deadline", type: "uint256" },
        ],
      },
      primaryType: "Permit",
      message: { owner: ada, spender: stakingPool.address, value: amount, nonce: 0n, deadline },
    });
    const { r, s, yParity } = parseSignature(signature);
    await stakingPool.write.stakeWithPermit([amount, LOCK.season, deadline, 27 + yParity, r, s], {
      account: ada,
    });
    const position = await stakingPool.read.positionOf([1n]);
    expect(position.owner).to.equal(ada);
    expect(position.weight).to.equal(parseEther("600"));
    expect(position.unlock - position.start).to.equal(90 * DAY);
    expect(await qtiToken.read.allowance([ada, stakingPool.address])).to.equal(0n);
  });

  it("lets the first stream, which waited for a stake, flow to her alone within a week", async () => {
    await later(7 * DAY);
    expectAbout(await earnedOf(1n), "50");
  });

  it("shares weekly streams by weight, so that a year's lock earns more a QTI", async () => {
    const { qtiToken, stakingPool } = chain.contracts;
    await qtiToken.write.approve([stakingPool.address, parseEther("400")], { account: ben });
    await stakingPool.write.stake([parseEther("360"), LOCK.year], { account: ben });
    // 600 beside 900: of 8 times 100 she gets two fifths.
    for (let week = 0; week < 8; ++week) {
      await fundStream(parseEther("100"));
      await later(5 * DAY);
    }
    await later(7 * DAY);
    expectAbout(await earnedOf(1n), "370");
    expectAbout(await earnedOf(2n), "480");
    await stakingPool.write.claim([1n, ada], { account: ada });
    expectAbout(await purseOf(ada), "970");
    expectAbout(await earnedOf(1n), "0");
  });

  it("shows what leaving early costs before it does, and gives it to who stays", async () => {
    const { stakingPool } = chain.contracts;
    const [received, penalty] = await stakingPool.read.previewWithdraw([2n, parseEther("180")]);
    expect(received + penalty).to.equal(parseEther("180"));
    // About 302 of 365 days are missing: about a third is lost.
    expect(penalty > parseEther("59") && penalty < parseEther("62"), `${penalty}`).to.equal(true);
    const before = await purseOf(ben);
    await stakingPool.write.withdraw([2n, parseEther("180"), ben], { account: ben });
    const paid = (await purseOf(ben)) - before;
    // A block later a second's worth less.
    expect(paid >= received && paid - received < parseEther("0.0001"), `${paid}`).to.equal(true);
    const lost = parseEther("180") - paid;
    expect((await stakingPool.read.stream())[0]).to.equal(lost);
    const [adas, bens] = [await earnedOf(1n), await earnedOf(2n)];
    await later(7 * DAY);
    // Her 600 beside the 450 that he keeps.
    const [toAda, toBen] = [(await earnedOf(1n)) - adas, (await earnedOf(2n)) - bens];
    expect(toAda + toBen > lost - 10n && toAda + toBen <= lost, `${toAda + toBen} of ${lost}`).to.equal(true);
    expect((toAda * 450n) / 600n - toBen < 10n).to.equal(true);
  });

  it("goes on for 90 days without treasurer, pauser or admin", async () => {
    const { stakingPool } = chain.contracts;
    const earned = [await earnedOf(1n), await earnedOf(2n)];
    await later(90 * DAY);
    expect([await earnedOf(1n), await earnedOf(2n)]).to.deep.equal(earned);
    expect((await stakingPool.read.previewWithdraw([1n, parseEther("400")]))[1]).to.equal(0n);
  });

  it("lets anyone end the multiplier of a lock that is over", async () => {
    const { stakingPool } = chain.contracts;
    await chain.viem.assertions.revertWithCustomErrorWithArgs(
      stakingPool.write.poke([2n], { account: ada }),
      stakingPool,
      "StakingNothingToPoke",
      [2n],
    );
    await stakingPool.write.poke([1n], { account: ben });
    expect((await stakingPool.read.positionOf([1n])).weight).to.equal(parseEther("400"));
    expect(await stakingPool.read.totalWeight()).to.equal(parseEther("850"));
  });

  it("begins the lock anew when somebody adds", async () => {
    const { stakingPool } = chain.contracts;
    await stakingPool.write.increase([2n, parseEther("20")], { account: ben });
    const { amount, start, unlock } = await stakingPool.read.positionOf([2n]);
    expect(amount).to.equal(parseEther("200"));
    expect(start).to.equal(await chain.networkHelpers.time.latest());
    expect(unlock - start).to.equal(365 * DAY);
  });

  it("lets everybody leave and claim while staking is paused", async () => {
    const { stakingPool } = chain.contracts;
    await stakingPool.write.pause({ account: desk.pauser ?? zeroAddress });
    await chain.viem.assertions.revertWithCustomErrorWithArgs(
      stakingPool.write.stake([1n, LOCK.none], { account: ben }),
      stakingPool,
      "PauseActive",
      [await stakingPool.read.pausedUntil()],
    );
    const before = await purseOf(ada);
    const earned = await earnedOf(1n);
    await stakingPool.write.withdraw([1n, parseEther("400"), ada], { account: ada });
    expect((await purseOf(ada)) - before).to.equal(parseEther("400"));
    await stakingPool.write.claim([1n, ada], { account: ada });
    expect((await purseOf(ada)) - before).to.equal(parseEther("400") + earned);
  });

  it("takes stake again when the pause has lapsed, by nobody's act", async () => {
    const { qtiToken, stakingPool } = chain.contracts;
    await later(14 * DAY);
    await qtiToken.write.approve([stakingPool.address, parseEther("1")], { account: ada });
    await stakingPool.write.stake([parseEther("1"), LOCK.none], { account: ada });
    await stakingPool.write.withdraw([3n, parseEther("1"), ada], { account: ada });
  });

  it("has nothing left but a few units when the last one has left and claimed", async () => {
    const { qtiToken, stakingPool } = chain.contracts;
    await later(365 * DAY);
    await stakingPool.write.withdraw([2n, parseEther("200"), ben], { account: ben });
    await stakingPool.write.claim([2n, ben], { account: ben });
    expect(await stakingPool.read.totalStaked()).to.equal(0n);
    expect(await stakingPool.read.totalWeight()).to.equal(0n);
    const rest = await qtiToken.read.balanceOf([stakingPool.address]);
    expect(rest < 100n, `${rest} stay`).to.equal(true);
    expect((await purseOf(ada)) + (await purseOf(ben)) + rest).to.equal(parseEther("2850"));
  });
});
