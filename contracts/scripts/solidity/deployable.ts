import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Most bytes of code that a chain accepts, by EIP-170. */
export const SIZE_LIMIT = 24_576;

/** A contract of `src` that can be deployed. */
export interface Deployable {
  readonly name: string;
  /** Below `src`, such as "assets/AssetToken.sol". */
  readonly file: string;
  /** Bytes of its code on the chain. */
  readonly size: number;
}

/**
 * What a build left in a folder of artifacts and can be deployed, by name. Interfaces and abstract contracts have no
 * code; libraries whose functions are all internal are part of who uses them, and leave only a stub.
 */
export function deployables(artifacts: string): Deployable[] {
  const folder = join(artifacts, "src");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".json"),
  );
  const found = files.flatMap((file) => {
    const { contractName, sourceName, abi, deployedBytecode } = JSON.parse(
      readFileSync(join(folder, file), "utf8"),
    ) as { contractName: string; sourceName: string; abi: readonly unknown[]; deployedBytecode: string };
    const size = (deployedBytecode.length - 2) / 2;
    const isStub = abi.every((item) => (item as { type: string }).type === "error");
    return size === 0 || isStub ? [] : [{ name: contractName, file: sourceName.replace("src/", ""), size }];
  });
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
