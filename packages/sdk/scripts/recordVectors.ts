import { join } from "node:path";
import { changedIn, settle } from "./committed.ts";
import { attachmentVectors } from "./vectors/attachments.ts";
import { keyVectors } from "./vectors/keys.ts";
import { recordVectors } from "./vectors/records.ts";

const folder = join(import.meta.dirname, "../../../docs/records-vectors");

/** The test vectors of docs/records-format.md by their names. Nothing in them is random, so that they can be made again. */
export async function makeVectors(): Promise<Map<string, string>> {
  const vectors = {
    "keys.json": await keyVectors(),
    "records.json": await recordVectors(),
    "attachments.json": await attachmentVectors(),
  };
  return new Map(
    Object.entries(vectors).map(([name, value]) => [name, `${JSON.stringify(value, null, 2)}\n`]),
  );
}

export const outdatedVectors = (files: ReadonlyMap<string, string>) => changedIn(folder, files);

if (import.meta.main) {
  const files = await makeVectors();
  const changed = outdatedVectors(files);
  settle({ name: "docs/records-vectors", folder, files, changed, command: "node scripts/recordVectors.ts" });
}
