import { type Address, keccak256 } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { attestationTypedData } from "../../packages/sdk/src/identity/attestationTypedData.ts";
import { tokenizeAs } from "../tests/integration/traffic/assets.ts";
import { accountOf, offices, type World } from "../tests/integration/world.ts";

const gas = 300_000n;
const attesterKey = accountOf(2);

/** Mines what `work` sends as one block. */
async function inOneBlock(world: World, work: () => Promise<void>): Promise<void> {
  await world.node.setAutomine(false);
  try {
    await work();
  } finally {
    await world.node.mine({ blocks: 1 });
    await world.node.setAutomine(true);
  }
}

/** So many verified accounts that hold nothing yet. */
export async function attestMany(world: World, count: number): Promise<readonly Address[]> {
  const registry = world.identityRegistry;
  const now = await world.now();
  const accounts = Array.from({ length: count }, (_, index) =>
    privateKeyToAccount(keccak256(`0x${(index + 1).toString(16).padStart(64, "0")}`)),
  );
  for (const { address } of accounts) {
    const attestation = {
      account: address,
      identity: keccak256(address),
      country: 276,
      tier: 3,
      validUntil: now + 31_536_000,
      nonce: 0n,
      deadline: BigInt(now + 86_400),
    };
    const signature = await attesterKey.signTypedData(
      attestationTypedData({ chainId: world.reader.chain.id, registry: registry.address, attestation }),
    );
    await registry.write.attest([attestation, signature], { account: offices.issuer, gas });
  }
  return accounts.map(({ address }) => address);
}

/** A token in circulation whose shares anybody verified may hold. */
export async function openAsset(world: World): Promise<Address> {
  const rules = { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n };
  return await tokenizeAs(world, offices.issuer, world.random.word(), {
    alsoActivate: true,
    over: { rules, blockedCountries: [], shares: 1_000_000n },
  });
}

/** Moves shares from the issuer to the accounts in turn, so many times a block. */
export async function moveShares(
  world: World,
  asset: Address,
  accounts: readonly Address[],
  { blocks, perBlock }: { blocks: number; perBlock: number },
): Promise<void> {
  const token = world.token(asset);
  for (let block = 0; block < blocks; block++) {
    await inOneBlock(world, async () => {
      for (let index = 0; index < perBlock; index++) {
        const to = accounts[(block * perBlock + index) % accounts.length];
        if (to !== undefined) await token.write.transfer([to, 1_000n], { account: offices.issuer, gas });
      }
    });
  }
}
