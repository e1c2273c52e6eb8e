import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Hash, maxUint256, parseEther } from "viem";
import type { BenchRow } from "./row.ts";

const DAY = 86_400;

/** Gas of the vault while rewards stream, a transaction a block; the second deposit and a part withdrawal of one account. */
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
    return rows;
  } finally {
    await connection.close();
  }
}
