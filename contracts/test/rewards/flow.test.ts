import type { WalletClient } from "@nomicfoundation/hardhat-viem/types";
import { expect } from "chai";
import {
  type Address,
  encodeFunctionData,
  getAddress,
  type Hex,
  maxUint256,
  numberToHex,
  parseEther,
} from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { signAttestation } from "../shared/assets.ts";
import { claimTree } from "../shared/claimTree.ts";
import { type Devnet, deployDevnet, devnetAccounts } from "../shared/deployment.ts";
import { type CampaignLine, campaignLeaf, signReferral, signVoucher } from "../shared/rewards.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const POINT = 10n ** 6n;
/** The shortest lock that vests a referral. */
const MONTH_LOCK = 1;
/** Hardhat's account that is the `tapOracle` of parameters/devnet.json. */
const oracle = mnemonicToAccount("test test test test test test test test test test test junk", {
  addressIndex: 24,
});

describe("rewards, over three quarters of a year", () => {
  let chain: Devnet;
  let desk: Record<string, Address>;
  let ada: WalletClient;
  let nia: WalletClient;
  let relayer: WalletClient;
  /** The tree that is public at the moment, by campaign. */
  const trees = new Map<bigint, CampaignLine[]>();

  before(async () => {
    chain = await deployDevnet({ initialDate: new Date("2026-01-01T00:00:00Z") });
    desk = await devnetAccounts();
    const clients = await chain.viem.getWalletClients();
    const person = (index: number) => clients[index] ?? expect.fail(`no account ${index}`);
    [ada, nia, relayer] = [person(10), person(11), person(12)];
    await attest(ada);
  });

  after(() => chain.close());

  const addressOf = ({ account: { address } }: WalletClient) => getAddress(address);
  const as = (name: string) => ({ account: desk[name] ?? expect.fail(`no ${name}`) });
  const now = () => chain.networkHelpers.time.latest();
  const pass = (seconds: number) => chain.networkHelpers.time.increase(seconds);
  const pointsOf = (who: WalletClient) => chain.contracts.qtiPoints.read.balanceOf([addressOf(who)]);
  const qtiOf = (who: WalletClient) => chain.contracts.qtiToken.read.balanceOf([addressOf(who)]);
  const subjectOf = (campaignId: bigint) => numberToHex(campaignId, { size: 32 });

  async function attest(who: WalletClient) {
    const { identityRegistry } = chain.contracts;
    const attester = await chain.viem.getWalletClient(desk.attester ?? expect.fail("no attester"));
    const by = { attester, identities: identityRegistry };
    const { message, signature } = await signAttestation(by, addressOf(who));
    await identityRegistry.write.attest([message, signature]);
  }

  /** What the api hands out: all that this person has tapped so far. */
  async function voucher(who: WalletClient, earned: bigint, sequence: bigint, hours = 1) {
    const deadline = BigInt((await now()) + hours * HOUR);
    const message = { account: addressOf(who), earned, sequence, deadline };
    return [message, await signVoucher(oracle, chain.contracts.tapRewards, message)] as const;
  }

  async function claimTaps(who: WalletClient, earned: bigint, sequence: bigint) {
    const args = await voucher(who, earned, sequence);
    await chain.contracts.tapRewards.write.claim(args, { account: relayer.account });
  }

  async function propose(campaignId: bigint, lines: CampaignLine[]): Promise<Hex> {
    const { merkleDistributor } = chain.contracts;
    const { root } = claimTree(lines.map((line) => campaignLeaf(merkleDistributor, campaignId, line)));
    const total = lines.reduce((sum, { cumulative }) => sum + cumulative, 0n);
    await merkleDistributor.write.proposeRoot([campaignId, root, total, "qti:test"], as("rewardsKeeper"));
    trees.set(campaignId, lines);
    return root;
  }

  /** Anybody claims for anybody. */
  async function claim(campaignId: bigint, who: WalletClient) {
    const { merkleDistributor } = chain.contracts;
    const lines = trees.get(campaignId) ?? expect.fail("no tree");
    const { proofs } = claimTree(lines.map((line) => campaignLeaf(merkleDistributor, campaignId, line)));
    const index = lines.findIndex(({ account }) => account === addressOf(who));
    const [line, proof] = [lines[index], proofs[index]];
    if (line === undefined || proof === undefined) expect.fail("not in the tree");
    return merkleDistributor.write.claim([campaignId, line.account, line.cumulative, proof], {
      account: relayer.account,
    });
  }

  it("January: Ada taps, and somebody else pays the gas for her", async () => {
    await claimTaps(ada, 640n * POINT, 1n);
    expect(await pointsOf(ada)).to.equal(640n * POINT);
    // She taps more than a day pays: the rest waits for tomorrow, in the next voucher.
    await claimTaps(ada, 1_500n * POINT, 2n);
    expect(await pointsOf(ada)).to.equal(1_000n * POINT);
    const { tapRewards } = chain.contracts;
    expect(await tapRewards.read.previewClaim([addressOf(ada), 1_500n * POINT])).to.equal(0n);
    await pass(DAY);
    expect(await tapRewards.read.previewClaim([addressOf(ada), 1_500n * POINT])).to.equal(500n * POINT);
    await claimTaps(ada, 1_500n * POINT, 3n);
  });

  it("Nia comes by Ada's link: bound by a signature, final when she is verified", async () => {
    const { referralRegistry } = chain.contracts;
    const message = {
      newcomer: addressOf(nia),
      referrer: addressOf(ada),
      nonce: await referralRegistry.read.nonces([addressOf(nia)]),
      deadline: BigInt((await now()) + HOUR),
    };
    const signature = await signReferral(nia, referralRegistry, message);
    await referralRegistry.write.bind([message, signature], { account: relayer.account });
    expect(await referralRegistry.read.statusOf([addressOf(nia)])).to.equal(1);
    await attest(nia);
    expect(await referralRegistry.read.statusOf([addressOf(nia)])).to.equal(2);
  });

  it("February: she taps and stakes, and after thirty days Ada is paid", async () => {
    const { demoFaucet, qtiToken, referralRegistry, stakingPool } = chain.contracts;
    await claimTaps(nia, 900n * POINT, 1n);
    await demoFaucet.write.drip({ account: nia.account });
    await qtiToken.write.approve([stakingPool.address, maxUint256], { account: nia.account });
    await stakingPool.write.stake([parseEther("100"), MONTH_LOCK], { account: nia.account });
    await chain.viem.assertions.revertWithCustomError(
      referralRegistry.write.vest([addressOf(nia), 1n]),
      referralRegistry,
      "ReferralHeldTooShort",
    );
    await pass(30 * DAY);
    await referralRegistry.write.vest([addressOf(nia), 1n], { account: relayer.account });
    await claimTaps(nia, 1_900n * POINT, 2n);

    const before = await pointsOf(ada);
    await referralRegistry.write.claimBonus([addressOf(nia)], { account: relayer.account });
    expect((await pointsOf(ada)) - before).to.equal(190n * POINT);
    expect(await referralRegistry.read.bonusOf([addressOf(nia)])).to.equal(0n);
  });

  it("a campaign whose root is wrong is vetoed, and the right one waits its whole day", async () => {
    const { merkleDistributor } = chain.contracts;
    const endsAt = (await now()) + 200 * DAY;
    await merkleDistributor.write.createCampaign([endsAt, "data:,bonus"], as("rewardsOperator"));
    await merkleDistributor.write.fundCampaign([0n, parseEther("300")], as("rewardsOperator"));
    const greedy = [{ account: addressOf(relayer), cumulative: parseEther("300") }];
    const wrong = await propose(0n, greedy);
    await pass(20 * HOUR);
    await chain.viem.assertions.emitWithArgs(
      merkleDistributor.write.vetoRoot([subjectOf(0n)], as("guardian")),
      merkleDistributor,
      "RootVetoed",
      [subjectOf(0n), wrong],
    );
    await propose(0n, [
      { account: addressOf(ada), cumulative: parseEther("40") },
      { account: addressOf(nia), cumulative: parseEther("60") },
    ]);
    await pass(4 * HOUR);
    await chain.viem.assertions.revertWithCustomError(
      merkleDistributor.write.activateRoot([subjectOf(0n)]),
      merkleDistributor,
      "RootTooEarly",
    );
    await pass(20 * HOUR);
    await merkleDistributor.write.activateRoot([subjectOf(0n)], { account: relayer.account });
    const before = await qtiOf(ada);
    await claim(0n, ada);
    expect((await qtiOf(ada)) - before).to.equal(parseEther("40"));
  });

  it("March: the next epoch adds to what was claimed, and to what was not", async () => {
    const { merkleDistributor } = chain.contracts;
    await propose(0n, [
      { account: addressOf(ada), cumulative: parseEther("70") },
      { account: addressOf(nia), cumulative: parseEther("90") },
    ]);
    await pass(DAY);
    await merkleDistributor.write.activateRoot([subjectOf(0n)]);
    const [hers, nias] = [await qtiOf(ada), await qtiOf(nia)];
    await claim(0n, ada);
    await claim(0n, nia);
    expect((await qtiOf(ada)) - hers).to.equal(parseEther("30"));
    expect((await qtiOf(nia)) - nias).to.equal(parseEther("90"));
  });

  it("points are spent: for QTI at the rate, and for what stands on the shelf", async () => {
    const { qtiPoints, rewardStore } = chain.contracts;
    await rewardStore.write.setItem(
      [0n, { price: 250n * POINT, stock: 1n, limit: 1, uri: "data:,poster" }],
      as("rewardsOperator"),
    );
    const [qti, points] = [await qtiOf(ada), await pointsOf(ada)];
    await rewardStore.write.exchangePoints([1_000n * POINT, parseEther("10")], { account: ada.account });
    expect((await qtiOf(ada)) - qti).to.equal(parseEther("10"));
    await rewardStore.write.redeemItem([0n, 1n, 250n * POINT], { account: ada.account });
    expect(points - (await pointsOf(ada))).to.equal(1_250n * POINT);
    await chain.viem.assertions.revertWithCustomErrorWithArgs(
      rewardStore.write.redeemItem([0n, 1n, 250n * POINT], { account: nia.account }),
      rewardStore,
      "StoreOutOfStock",
      [0n, 1n, 0n],
    );
    await chain.viem.assertions.revertWithCustomError(
      qtiPoints.write.redeem([addressOf(ada), 1n], { account: ada.account }),
      qtiPoints,
      "PointsNotRedeemer",
    );
  });

  it("the oracle's key is stolen: the pauser stops it at once, the treasurer replaces it in two days", async () => {
    const { accessManager, qtiPoints, tapRewards } = chain.contracts;
    await pass(DAY);
    const supply = await qtiPoints.read.totalSupply();
    const loot = await voucher(nia, 10n ** 18n, 3n, 24 * 30);
    await tapRewards.write.claim(loot);
    expect((await qtiPoints.read.totalSupply()) - supply).to.equal(1_000n * POINT);
    await tapRewards.write.pause(as("pauser"));
    await pass(DAY);
    const more = await voucher(nia, 10n ** 18n, 4n, 24 * 30);
    await chain.viem.assertions.revertWithCustomError(
      tapRewards.write.claim(more),
      tapRewards,
      "PauseActive",
    );

    // On this chain nobody else has a key for a new oracle: the treasurer itself is it for a while.
    const fresh = await chain.viem.getWalletClient(desk.treasurer ?? expect.fail("no treasurer"));
    const set = async (oracleAccount: Address) => {
      const data = encodeFunctionData({
        abi: tapRewards.abi,
        functionName: "setOracle",
        args: [oracleAccount],
      });
      await accessManager.write.schedule([tapRewards.address, data, 0], as("treasurer"));
      await pass(48 * HOUR);
      await tapRewards.write.setOracle([oracleAccount], as("treasurer"));
    };
    await set(addressOf(fresh));
    await pass(14 * DAY);
    await chain.viem.assertions.revertWithCustomError(
      tapRewards.write.claim(more),
      tapRewards,
      "TapInvalidSigner",
    );
    // What the thief drew for Nia is set off against what she taps from now on.
    expect(await tapRewards.read.previewClaim([addressOf(nia), 2_500n * POINT])).to.equal(0n);
    expect(await tapRewards.read.previewClaim([addressOf(nia), 3_100n * POINT])).to.equal(200n * POINT);
    await set(oracle.address);
  });

  it("attester, oracle and keeper are silent for ninety days: nothing that was earned is lost", async () => {
    const { merkleDistributor, qtiToken, referralRegistry, rewardStore, rewardsTreasury, stakingPool } =
      chain.contracts;
    await claimTaps(nia, 3_300n * POINT, 5n);
    await propose(0n, [
      { account: addressOf(ada), cumulative: parseEther("100") },
      { account: addressOf(nia), cumulative: parseEther("120") },
    ]);
    const bonus = await referralRegistry.read.bonusOf([addressOf(nia)]);
    expect(bonus).to.equal(140n * POINT, "a tenth of 3,300, less the 190 paid");
    await pass(90 * DAY);

    // Whoever comes activates, claims and is paid; stake leaves; points are spent.
    await merkleDistributor.write.activateRoot([subjectOf(0n)], { account: relayer.account });
    const before = await qtiOf(nia);
    await claim(0n, nia);
    expect((await qtiOf(nia)) - before).to.equal(parseEther("30"));
    await referralRegistry.write.claimBonus([addressOf(nia)]);
    await rewardStore.write.exchangePoints([100n * POINT, 0n], { account: nia.account });
    await stakingPool.write.withdraw([1n, parseEther("100"), addressOf(nia)], { account: nia.account });

    // The oracle is back: what was tapped meanwhile comes a day at a time.
    await claimTaps(nia, 6_000n * POINT, 6n);
    await pass(DAY);
    await claimTaps(nia, 6_000n * POINT, 7n);

    // Nobody extended the campaign: what Ada did not come for returns to the treasury, by anyone.
    const { endsAt } = await merkleDistributor.read.campaignOf([0n]);
    await chain.networkHelpers.time.increaseTo(endsAt);
    const held = await qtiToken.read.balanceOf([rewardsTreasury.address]);
    await merkleDistributor.write.returnUnclaimed([0n], { account: relayer.account });
    const returned = (await qtiToken.read.balanceOf([rewardsTreasury.address])) - held;
    expect(returned).to.equal(parseEther("110"));
    expect(await qtiToken.read.balanceOf([merkleDistributor.address])).to.equal(0n);
  });
});
