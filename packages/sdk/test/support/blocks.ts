import { createHardhatRuntimeEnvironment } from "hardhat/hre";
import { createTestClient, createWalletClient, custom, type Hash, type Hex, publicActions } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";

const account = mnemonicToAccount("test test test test test test test test test test test junk");

/** Init code that emits `events` events of 32 bytes, with 0 to 4 topics in turn, and leaves no contract. */
export function emitting(events: number): Hex {
  const one = (topics: number) => `${"6007".repeat(topics)}60206000a${topics}`;
  return `0x${Array.from({ length: events }, (_, index) => one(index % 5)).join("")}00`;
}

/** A chain in this process that follows the rules of one fork and mines when it is told to. */
export async function chainOf(hardfork: string) {
  const runtime = await createHardhatRuntimeEnvironment({
    networks: { fork: { type: "edr-simulated", hardfork, chainId: hardhat.id, mining: { auto: false } } },
  });
  const connection = await runtime.network.create("fork");
  const transport = custom(connection.provider);
  const node = createTestClient({ mode: "hardhat", chain: hardhat, transport }).extend(publicActions);
  const wallet = createWalletClient({ account, chain: hardhat, transport });
  return {
    node,
    wallet,
    /** Mines all that was sent into one block. */
    async mine(sent: readonly Promise<Hash>[]): Promise<readonly Hash[]> {
      const hashes = await Promise.all(sent);
      await node.mine({ blocks: 1 });
      return hashes;
    },
    close: () => connection.close(),
  };
}
