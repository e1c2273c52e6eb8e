import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { BenchRow } from "./row.ts";

/** EIP-170. */
const LIMIT = 24_576;
/** What lands on chains; interfaces and libraries without code of their own are left out. */
const CONTRACTS = [
  "AssetRegistry",
  "AssetToken",
  "ComplianceModule",
  "IdentityRegistry",
  "KeyDirectory",
  "QtiAccessManager",
  "QtiToken",
  "RecordAnchor",
  "RewardsTreasury",
  "StakingVault",
] as const;

/** Bytes of code of each contract. */
export async function benchSizes(hre: HardhatRuntimeEnvironment): Promise<BenchRow[]> {
  return Promise.all(
    CONTRACTS.map(async (name) => {
      const { deployedBytecode } = await hre.artifacts.readArtifact(name);
      const value = (deployedBytecode.length - 2) / 2;
      return { name: `contracts/size/${name}`, value, unit: "bytes", bar: LIMIT, better: "lower" as const };
    }),
  );
}
