/**
 * Writes src/generated: ABIs and errors from the artifacts of @qti/contracts.
 * `--check` writes nothing and fails when a file is not what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { contracts, renderAbis, renderContract, renderErrors, resolveAbis } from "./abis.ts";

const sdk = join(import.meta.dirname, "..");
const contractsFolder = join(sdk, "../../contracts");

/** Every generated file by its path below src/generated. */
export async function generate(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const abis = resolveAbis(contractsFolder);
  for (const key of Object.keys(contracts)) {
    const abi = abis[key];
    if (abi !== undefined) files.set(`abi/${key}.ts`, renderContract(key, abi));
  }
  files.set("abis.ts", renderAbis());
  files.set("errors.ts", renderErrors(contractsFolder));
  return files;
}

/** Names of the files whose committed text differs from `files`. */
export function outdated(files: Map<string, string>): string[] {
  return [...files].filter(([name, text]) => read(name) !== text).map(([name]) => name);
}

function read(name: string): string | undefined {
  try {
    return readFileSync(join(sdk, "src/generated", name), "utf8");
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  const files = await generate();
  const changed = outdated(files);
  if (process.argv.includes("--check")) {
    if (changed.length > 0)
      console.error(`src/generated is not current: ${changed.join(", ")}. Run "node scripts/generate.ts".`);
    process.exitCode = changed.length > 0 ? 1 : 0;
  } else {
    for (const name of changed) {
      const file = join(sdk, "src/generated", name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, files.get(name) ?? "");
    }
    console.log(changed.length > 0 ? `wrote ${changed.join(", ")}` : "src/generated is current");
  }
}
