import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { deployables, SIZE_LIMIT } from "../scripts/solidity/deployable.ts";
import type { BenchRow } from "./row.ts";

/** Bytes of code of each contract that lands on public chains. */
export function benchSizes(hre: HardhatRuntimeEnvironment): BenchRow[] {
  return deployables(hre.config.paths.artifacts)
    .filter(({ file }) => !file.startsWith("devnet/"))
    .map(({ name, size: value }) => ({
      name: `contracts/size/${name}`,
      value,
      unit: "bytes",
      bar: SIZE_LIMIT,
      better: "lower",
    }));
}
