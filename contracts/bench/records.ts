import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Hash, sha256, toFunctionSelector, toHex } from "viem";
import { ROLES } from "../ignition/roles.ts";
import type { BenchRow } from "./row.ts";

/** Gas of anchoring a root of the log of records and of registering keys, a transaction a block. */
export async function benchRecords(hre: HardhatRuntimeEnvironment): Promise<BenchRow[]> {
  const connection = await hre.network.create();
  const { viem, networkHelpers } = connection;
  try {
    const client = await viem.getPublicClient();
    const rows: BenchRow[] = [];
    const measure = async (name: string, hash: Hash, bar?: number) => {
      const { gasUsed } = await client.waitForTransactionReceipt({ hash });
      const value = Number(gasUsed);
      rows.push({
        name: `records/gas/${name}`,
        value,
        unit: "gas",
        ...(bar === undefined ? {} : { bar }),
        better: "lower",
      });
    };

    const [deployer, anchorer, ada] = (await viem.getWalletClients()).map(({ account }) => account.address);
    if (deployer === undefined || anchorer === undefined || ada === undefined) return rows;
    const manager = await viem.deployContract("QtiAccessManager", [deployer]);
    const anchors = await viem.deployContract("RecordAnchor", [manager.address]);
    await manager.write.grantRole([ROLES.ANCHORER.id, anchorer, 0]);
    await manager.write.setTargetFunctionRole([
      anchors.address,
      [toFunctionSelector("anchor(bytes32,uint64)")],
      ROLES.ANCHORER.id,
    ]);
    const anchor = (size: bigint) => anchors.write.anchor([sha256(toHex(size)), size], { account: anchorer });
    await anchor(1_000n);
    await networkHelpers.time.increase(600);
    await measure("anchor", await anchor(2_000n), 50_000);
    const keys = await viem.deployContract("KeyDirectory");
    const register = (key: bigint) =>
      keys.write.register([sha256(toHex(key)), sha256(toHex(key + 1n)), 0], { account: ada });
    await measure("register-keys", await register(1n));
    await measure("rotate-keys", await register(3n));
    return rows;
  } finally {
    await connection.close();
  }
}
