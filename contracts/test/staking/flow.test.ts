import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, parseEther, parseSignature, zeroAddress } from "viem";
import { type Devnet, deployDevnet, devnetAccounts } from "../shared/deployment.ts";

const DAY = 86_400;
const HOUR = 3_600;

describe("staking, from the faucet to the exit", () => {
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
  });

  after(() => chain.close());

  const worthOf = async (account: Address) => {
    const { stakingVault } = chain.contracts;
    return stakingVault.read.previewRedeem([await stakingVault.read.balanceOf([account])]);
  };

  /** As the demo data does it: the treasurer schedules, two days pass, the stream starts. */
  async function fundStream(amount: bigint) {
    const { accessManager, rewardsTreasury, stakingVault } = chain.contracts;
    const account = desk.treasurer ?? zeroAddress;
    const args = [stakingVault.address, amount] as const;
    const data = encodeFunctionData({ abi: rewardsTreasury.abi, functionName: "fundStream", args });
    await accessManager.write.schedule([rewardsTreasury.address, data, 0], { account });
    await chain.viem.assertions.revertWithCustomError(
      rewardsTreasury.write.fundStream(args, { account }),
      accessManager,
      "AccessManagerNotReady",
    );
    await chain.networkHelpers.time.increase(48 * HOUR);
    await rewardsTreasury.write.fundStream(args, { account });
  }

  it("gives a newcomer QTI and test dollars once a day", async () => {
    const { demoFaucet, qtiToken, testDollar } = chain.contracts;
    await chain.viem.assertions.emitWithArgs(demoFaucet.write.drip({ account: ada }), demoFaucet, "Dripped", [
      ada,
      parseEther("1000"),
      10_000n * 10n ** 6n,
    ]);
    expect(await qtiToken.read.balanceOf([ada])).to.equal(parseEther("1000"));
    expect(await testDollar.read.balanceOf([ada])).to.equal(10_000n * 10n ** 6n);
    const next = await demoFaucet.read.nextDripAt([ada]);
    await chain.viem.assertions.revertWithCustomErrorWithArgs(
      demoFaucet.write.drip({ account: ada }),
      demoFaucet,
      "FaucetTooSoon",
      [ada, next],
    );
    await demoFaucet.write.drip({ account: ben });
  });

  it("stakes with a permit in one transaction, without an approval before", async () => {
    const { qtiToken, stakingVault } = chain.contracts;
    const amount = parseEther("400");
    const deadline = BigInt((await chain.networkHelpers.time.latest()) + HOUR);
    const wallet = await chain.viem.getWalletClient(ada);
    const signature = await wallet.signTypedData({
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
      message: { owner: ada, spender: stakingVault.address, value: amount, nonce: 0n, deadline },
    });
    const { r, s, yParity } = parseSignature(signature);
    const shares = amount * 10n ** 6n;
    const hash = stakingVault.write.depositWithPermit([amount, ada, shares, deadline, 27 + yParity, r, s], {
      account: ada,
    });
    await chain.viem.assertions.emitWithArgs(hash, stakingVault, "Deposit", [ada, ada, amount, shares]);
    expect(await stakingVault.read.balanceOf([ada])).to.equal(shares);
    expect(await qtiToken.read.allowance([ada, stakingVault.address])).to.equal(0n);
  });

  it("lets the first stream, which waited for a stake, flow within a week", async () => {
    await chain.networkHelpers.time.increase(7 * DAY);
    const worth = await worthOf(ada);
    expect(worth > parseEther("449.999") && worth <= parseEther("450"), `${worth}`).to.equal(true);
  });

  it("shares months of weekly streams by stake and time", async () => {
    const { qtiToken, stakingVault } = chain.contracts;
    await qtiToken.write.approve([stakingVault.address, parseEther("225")], { account: ben });
    await stakingVault.write.deposit([parseEther("225"), ben], { account: ben });
    // Ada has 450 of 675: two thirds of 12 weeks of 210.
    for (let week = 0; week < 12; ++week) {
      await fundStream(parseEther("210"));
      await chain.networkHelpers.time.increase(5 * DAY);
    }
    await chain.networkHelpers.time.increase(7 * DAY);
    const [adas, bens] = [await worthOf(ada), await worthOf(ben)];
    expect(adas > parseEther("2129.99") && adas <= parseEther("2130"), `${adas}`).to.equal(true);
    expect(bens > parseEther("1064.99") && bens <= parseEther("1065"), `${bens}`).to.equal(true);
  });

  it("lets everybody leave while deposits are paused", async () => {
    const { qtiToken, stakingVault } = chain.contracts;
    await stakingVault.write.pause({ account: desk.pauser ?? zeroAddress });
    await chain.viem.assertions.revertWithCustomErrorWithArgs(
      stakingVault.write.deposit([1n, ben], { account: ben }),
      stakingVault,
      "StakingPaused",
      [await stakingVault.read.pausedUntil()],
    );
    const before = await qtiToken.read.balanceOf([ada]);
    const worth = await worthOf(ada);
    await stakingVault.write.redeem([await stakingVault.read.balanceOf([ada]), ada, ada], { account: ada });
    expect((await qtiToken.read.balanceOf([ada])) - before).to.equal(worth);
  });

  it("takes deposits again when the pause has lapsed, by nobody's act", async () => {
    const { stakingVault } = chain.contracts;
    await chain.networkHelpers.time.increase(14 * DAY);
    expect(await stakingVault.read.maxDeposit([ben])).to.not.equal(0n);
  });

  it("ends a pause early by ADMIN, after its three days", async () => {
    const { accessManager, stakingVault } = chain.contracts;
    const account = desk.admin ?? zeroAddress;
    await stakingVault.write.pause({ account: desk.pauser ?? zeroAddress });
    const data = encodeFunctionData({ abi: stakingVault.abi, functionName: "unpause" });
    await accessManager.write.schedule([stakingVault.address, data, 0], { account });
    await chain.networkHelpers.time.increase(72 * HOUR);
    await stakingVault.write.unpause({ account });
    expect(await stakingVault.read.pausedUntil()).to.equal(0);
  });

  it("goes on for 90 days without treasurer, pauser or admin", async () => {
    const { stakingVault } = chain.contracts;
    const worth = await worthOf(ben);
    await chain.networkHelpers.time.increase(90 * DAY);
    expect((await worthOf(ben)) >= worth).to.equal(true);
    await stakingVault.write.withdraw([worth, ben, ben], { account: ben });
  });
});
