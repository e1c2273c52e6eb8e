import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Hash, maxUint256, parseEther } from "viem";
import type { BenchRow } from "./row.ts";

const DAY = 86_400;

/** Index into the pool's `locks()`. */
const LOCK = { none: 0, month: 1, season: 2 };

/** Gas of vault and pool while rewards stream, a transaction a block; "again" is the second time of one account. */
export async function benchStaking(hre: HardhatRuntimeEnvironment): Promise<BenchRow[]> {
  const connection = await hre.network.create();
  const { viem, networkHelpers } = connection;
  try {
    const client = await viem.getPublicClient();
    const rows: BenchRow[] = [];
    const measure = async (name: string, hash: Hash, bar?: number) => {
      const { gasUsed } = await client.waitForTransactionReceipt({ hash });
      const value = Number(gasUsed);
      rows.push({
        name: `staking/gas/${name}`,
        value,
        unit: "gas",
        ...(bar === undefined ? {} : { bar }),
        better: "lower",
      });
    };

    const [deployer, ada, ben] = (await viem.getWalletClients()).map(({ account }) => account.address);
    if (deployer === undefined || ada === undefined || ben === undefined) return rows;
    const manager = await viem.deployContract("QtiAccessManager", [deployer]);
    const qti = await viem.deployContract("QtiToken", [deployer]);
    const treasury = await viem.deployContract("RewardsTreasury", [qti.address, manager.address]);
    const vault = await viem.deployContract("StakingVault", [qti.address, treasury.address, manager.address]);
    await treasury.write.setStream([vault.address, true]);
    await qti.write.transfer([treasury.address, parseEther("1000000")]);
    await treasury.write.fundStream([vault.address, parseEther("7000")]);
    for (const account of [ada, ben]) {
      await qti.write.transfer([account, parseEther("10000")]);
      await qti.write.approve([vault.address, maxUint256], { account });
    }

    const deposit = (account: typeof ada, qtiAmount: string) =>
      vault.write.deposit([parseEther(qtiAmount), account], { account });
    await deposit(ben, "1000");
    await networkHelpers.time.increase(DAY);
    await measure("vault-deposit-first", await deposit(ada, "1000"));
    await networkHelpers.time.increase(DAY);
    await measure("vault-deposit-again", await deposit(ada, "100"), 66_000);
    await networkHelpers.time.increase(DAY);
    await measure(
      "vault-withdraw",
      await vault.write.withdraw([parseEther("50"), ada, ada], { account: ada }),
      66_000,
    );
    await networkHelpers.time.increase(DAY);
    await measure(
      "vault-redeem",
      await vault.write.redeem([parseEther("1000000"), ada, ada], { account: ada }),
    );
    await measure("fund-stream", await treasury.write.fundStream([vault.address, parseEther("7000")]));

    const pool = await viem.deployContract("StakingPool", [qti.address, treasury.address, manager.address]);
    await treasury.write.setStream([pool.address, true]);
    await treasury.write.fundStream([pool.address, parseEther("7000")]);
    for (const account of [ada, ben]) {
      await qti.write.approve([pool.address, maxUint256], { account });
      await qti.write.transfer([account, parseEther("10000")]);
    }
    const stake = (account: typeof ada, lock: number) =>
      pool.write.stake([parseEther("1000"), lock], { account });
    // Positions 1 and 2: one that expires and one that stays; 3: of the account that is measured.
    await stake(ben, LOCK.month);
    await stake(ben, LOCK.none);
    await networkHelpers.time.increase(DAY);
    await measure("pool-stake-first", await stake(ada, LOCK.season));
    await networkHelpers.time.increase(DAY);
    await measure(
      "pool-stake-again",
      await pool.write.increase([3n, parseEther("100")], { account: ada }),
      80_000,
    );
    await networkHelpers.time.increase(DAY);
    await measure("pool-claim", await pool.write.claim([3n, ada], { account: ada }), 63_000);
    await networkHelpers.time.increase(DAY);
    await measure(
      "pool-withdraw-early",
      await pool.write.withdraw([3n, parseEther("50"), ada], { account: ada }),
    );
    await measure("pool-withdraw", await pool.write.withdraw([2n, parseEther("50"), ben], { account: ben }));
    await measure("fund-pool-stream", await treasury.write.fundStream([pool.address, parseEther("7000")]));
    await networkHelpers.time.increase(30 * DAY);
    await measure("pool-poke", await pool.write.poke([1n], { account: ada }));
    return rows;
  } finally {
    await connection.close();
  }
}
