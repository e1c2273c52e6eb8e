import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startStack } from "@qti/scripts";
import { World } from "./market.ts";

/** A chain for one file alone, which may let time pass, take blocks back and use the accounts that hold roles. */
export async function ownChain(): Promise<{ world: World; stop: () => Promise<void> }> {
  const stateDir = mkdtempSync(join(tmpdir(), "qti-api-chain-"));
  const stack = await startStack({ parts: ["contracts"], stateDir });
  const { rpc, contracts } = stack.addresses;
  if (rpc === undefined) throw new Error("the stack came up without its chain");
  return {
    world: new World(rpc, { ...contracts }),
    stop: async () => {
      await stack.stop();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}
