import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Address, Hash } from "viem";
import { deployAssets, shares, signAttestation, terms, tokenizeAndActivate } from "../test/shared/assets.ts";
import type { BenchRow } from "./row.ts";

const DAY = 86_400;
/** ISO 3166-1 numeric codes in the same bitmap word as Germany (276), so that a transfer has to read that word. */
const BLOCKED_NEARBY = [364, 408];

/**
 * Gas of identity and asset operations, a transaction a block. The transfer has every rule on: tier, blocked countries,
 * holders, a lock-up that is over and a cap; both parties hold already. Build with the `production` profile.
 */
export async function benchAssets(hre: HardhatRuntimeEnvironment): Promise<BenchRow[]> {
  const connection = await hre.network.create();
  const { viem, networkHelpers } = connection;
  try {
    const client = await viem.getPublicClient();
    const rows: BenchRow[] = [];
    const measure = async (name: string, hash: Hash, bar?: number) => {
      const { gasUsed } = await client.waitForTransactionReceipt({ hash });
      rows.push({
        name,
        value: Number(gasUsed),
        unit: "gas",
        ...(bar === undefined ? {} : { bar }),
        better: "lower",
      });
    };

    const contracts = await deployAssets(viem);
    const { deployer, identities, registry, module } = contracts;
    const [, , ada, ben, cleo] = (await viem.getWalletClients()).map(({ account }) => account.address);
    if (ada === undefined || ben === undefined || cleo === undefined) return rows;
    const attest = async (account: Address) => {
      const { message, signature } = await signAttestation(contracts, account);
      return identities.write.attest([message, signature]);
    };
    const issuer = deployer.account.address;
    await attest(issuer);
    await measure("identity/gas/attest", await attest(ada));
    await measure("identity/gas/renew", await attest(ada));
    await attest(ben);
    await attest(cleo);

    const ruled = terms(module.address);
    ruled.blockedCountries = BLOCKED_NEARBY;
    ruled.rules = {
      minTier: 2,
      maxHolders: 500,
      lockedUntil: (await networkHelpers.time.latest()) + DAY,
      capPerIdentity: shares(400),
    };
    const asset = await registry.read.predictAsset([issuer, ruled.salt]);
    const calls = tokenizeAndActivate(registry, asset, ruled);
    await measure("assets/gas/tokenize-activate", await registry.write.multicall(calls));
    const token = await viem.getContractAt("AssetToken", asset);
    await networkHelpers.time.increase(2 * DAY);

    await measure("assets/gas/transfer-first", await token.write.transfer([ada, shares(100)]));
    await token.write.transfer([ben, shares(100)]);
    await measure(
      "assets/gas/transfer",
      await token.write.transfer([ben, shares(5)], { account: ada }),
      60_000,
    );
    await token.write.approve([cleo, 2n ** 256n - 1n], { account: ada });
    await measure(
      "assets/gas/transfer-from",
      await token.write.transferFrom([ada, ben, shares(5)], { account: cleo }),
    );
    await measure(
      "assets/gas/freeze-tokens",
      await registry.write.setFrozenTokens([token.address, ben, shares(50)]),
    );
    await measure(
      "assets/gas/forced-transfer",
      await registry.write.forcedTransfer([token.address, ben, ada, shares(80)]),
    );
    await measure("identity/gas/freeze", await identities.write.freeze([ben]));
    await measure("identity/gas/revoke", await identities.write.revoke([cleo]));
    return rows;
  } finally {
    await connection.close();
  }
}
