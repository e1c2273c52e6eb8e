import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Hash, type Hex, keccak256, maxUint256, parseEther, toHex } from "viem";
import { deployAssets, signAttestation } from "../test/shared/assets.ts";
import { nodeAbove } from "../test/shared/claimTree.ts";
import { campaignLeaf, signReferral, signVoucher } from "../test/shared/rewards.ts";
import type { BenchRow } from "./row.ts";

const DAY = 86_400;
const POINT = 10n ** 6n;
const CAP = 1_000n * POINT;
/** A million accounts. */
const DEPTH = 20;

/**
 * Gas of points, taps, referrals, the store and campaigns, a transaction a block; who is paid already holds some. Build with
 * the `production` profile.
 *
 * The first claim of an account in a campaign starts a slot (17,100 more than a later one). It would meet the bar of
 * 82,000 if it did not follow recoveries (about 5,500), keep campaigns apart (5,000) and ask for a pause (2,100): what costs 80,170
 * elsewhere does none of these. Every later claim of that account is below the bar.
 */
export async function benchRewards(hre: HardhatRuntimeEnvironment): Promise<BenchRow[]> {
  const connection = await hre.network.create();
  const { viem, networkHelpers } = connection;
  try {
    const client = await viem.getPublicClient();
    const rows: BenchRow[] = [];
    const measure = async (name: string, hash: Hash, bar?: number) => {
      const { gasUsed } = await client.waitForTransactionReceipt({ hash });
      rows.push({
        name: `rewards/gas/${name}`,
        value: Number(gasUsed),
        unit: "gas",
        ...(bar === undefined ? {} : { bar }),
        better: "lower",
      });
    };

    const contracts = await deployAssets(viem);
    const { deployer, manager, identities } = contracts;
    const [, ada, nia, oracle, relayer] = await viem.getWalletClients();
    if (!ada || !nia || !oracle || !relayer) return rows;
    const attest = async (account: Hex) => {
      const { message, signature } = await signAttestation(contracts, account);
      await identities.write.attest([message, signature]);
    };
    const authority = manager.address;
    const qti = await viem.deployContract("QtiToken", [deployer.account.address]);
    const treasury = await viem.deployContract("RewardsTreasury", [qti.address, authority]);
    const pool = await viem.deployContract("StakingPool", [qti.address, treasury.address, authority]);
    const points = await viem.deployContract("QtiPoints", [authority]);
    const taps = await viem.deployContract("TapRewards", [authority, identities.address, points.address]);
    const referrals = await viem.deployContract("ReferralRegistry", [
      authority,
      identities.address,
      pool.address,
      taps.address,
      points.address,
    ]);
    const store = await viem.deployContract("RewardStore", [
      authority,
      identities.address,
      points.address,
      treasury.address,
    ]);
    const campaigns = await viem.deployContract("MerkleDistributor", [
      authority,
      identities.address,
      treasury.address,
    ]);
    await taps.write.setOracle([oracle.account.address]);
    await taps.write.setDailyCap([CAP]);
    for (const { address } of [taps, referrals]) {
      await points.write.setChannel([address, 1_000_000n * POINT, DAY]);
    }
    await referrals.write.setTerms([
      {
        bonusBps: 1_000,
        newcomerCap: 2_000n * POINT,
        referrerCap: 50_000n * POINT,
        minStake: parseEther("100"),
      },
    ]);
    await points.write.setRedeemer([store.address, true]);
    await store.write.setRate([10n ** 16n]);
    await store.write.setItem([0n, { price: 10n * POINT, stock: 100n, limit: 5, uri: "data:,mug" }]);
    for (const { address } of [store, campaigns]) {
      await treasury.write.setBudget([address, parseEther("200000"), DAY]);
    }
    await qti.write.transfer([treasury.address, parseEther("1000000")]);
    for (const { account } of [ada, nia]) await qti.write.transfer([account.address, parseEther("1000")]);
    await attest(ada.account.address);

    const claim = async (account: Hex, earned: bigint, sequence: bigint) => {
      const deadline = BigInt((await networkHelpers.time.latest()) + DAY);
      const voucher = { account, earned, sequence, deadline };
      const args = [voucher, await signVoucher(oracle, taps, voucher)] as const;
      return taps.write.claim(args, { account: relayer.account });
    };
    await measure("voucher-claim-first", await claim(ada.account.address, 400n * POINT, 1n));
    await measure("voucher-claim-again", await claim(ada.account.address, 500n * POINT, 2n), 65_000);
    await networkHelpers.time.increase(DAY);
    await measure("voucher-claim-next-day", await claim(ada.account.address, 900n * POINT, 3n), 65_000);

    const referral = {
      newcomer: nia.account.address,
      referrer: ada.account.address,
      nonce: 0n,
      deadline: BigInt((await networkHelpers.time.latest()) + DAY),
    };
    const bound = [referral, await signReferral(nia, referrals, referral)] as const;
    await measure("referral-bind", await referrals.write.bind(bound, { account: relayer.account }));
    await attest(nia.account.address);
    await qti.write.approve([pool.address, maxUint256], { account: nia.account });
    await pool.write.stake([parseEther("100"), 1], { account: nia.account });
    await claim(nia.account.address, 300n * POINT, 1n);
    await networkHelpers.time.increase(30 * DAY);
    await measure("referral-vest", await referrals.write.vest([nia.account.address, 1n]));
    await measure("referral-claim-bonus", await referrals.write.claimBonus([nia.account.address]));

    await measure(
      "store-exchange",
      await store.write.exchangePoints([100n * POINT, 0n], { account: ada.account }),
    );
    await measure(
      "store-redeem-item",
      await store.write.redeemItem([0n, 1n, 10n * POINT], { account: ada.account }),
    );

    const endsAt = (await networkHelpers.time.latest()) + 90 * DAY;
    await measure("campaign-create", await campaigns.write.createCampaign([endsAt, "data:,campaign"]));
    await measure("campaign-fund", await campaigns.write.fundCampaign([0n, parseEther("100")]));
    const publish = async (cumulative: bigint) => {
      const line = { account: ada.account.address, cumulative };
      const proof = Array.from({ length: DEPTH }, (_, level) => keccak256(toHex(`sibling ${level}`)));
      const root = proof.reduce(nodeAbove, campaignLeaf(campaigns, 0n, line));
      const proposed = await campaigns.write.proposeRoot([0n, root, cumulative, "data:,tree"]);
      await networkHelpers.time.increase(DAY);
      const activated = await campaigns.write.activateRoot([toHex(0, { size: 32 })]);
      return { proposed, activated, args: [0n, line.account, cumulative, proof] as const };
    };
    const first = await publish(parseEther("40"));
    await measure("campaign-propose", first.proposed);
    await measure("campaign-activate", first.activated);
    await measure("campaign-claim-first-depth-20", await campaigns.write.claim(first.args));
    const second = await publish(parseEther("70"));
    await measure("campaign-claim-again-depth-20", await campaigns.write.claim(second.args), 82_000);
    return rows;
  } finally {
    await connection.close();
  }
}
