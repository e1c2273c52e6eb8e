import type { HardhatViemHelpers } from "@nomicfoundation/hardhat-viem/types";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Address, type Hash, maxUint256, padHex, toHex } from "viem";
import { incomeTree, totalOf } from "../test/assets/income.ts";
import {
  deployAssets,
  identityDomain,
  recoveryTypes,
  shares,
  signAttestation,
  terms,
  tokenizeAndActivate,
} from "../test/shared/assets.ts";
import type { BenchRow } from "./row.ts";

const DAY = 86_400;
/** ISO 3166-1 numeric codes in the same bitmap word as Germany (276), so that a transfer has to read that word. */
const BLOCKED_NEARBY = [364, 408];
/** Holders in the list of an income: ten siblings prove one of them. */
const HOLDERS = 1_024;

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

    const { income, redemption, dollar } = await deployMoney(contracts, viem);
    const lines = Array.from({ length: HOLDERS }, (_, i) => ({
      account: i < 2 ? (i === 0 ? ada : ben) : padHex(toHex(i), { size: 20 }),
      amount: 1_000_000n,
    }));
    const paymentId = await income.read.paymentIdOf([asset, 0n]);
    const tree = incomeTree({ chainId: 31_337n, distributor: income.address, paymentId }, lines);
    const total = totalOf(lines);
    const recordBlock = BigInt(await networkHelpers.time.latestBlock());
    const expiry = (await networkHelpers.time.latest()) + 90 * DAY;
    const rule = "qti:income/v1";
    await measure(
      "assets/gas/pay-income",
      await income.write.payIncome([
        asset,
        dollar.address,
        total,
        recordBlock,
        expiry,
        tree.root,
        total,
        rule,
      ]),
    );
    await networkHelpers.time.increase(DAY);
    await measure("assets/gas/activate-income", await income.write.activateRoot([paymentId]));
    // The first claim of 256 writes a fresh slot of bits.
    for (const [index, row] of ["claim-income-first", "claim-income"].entries()) {
      const line = lines[index];
      const proof = tree.proofs[index];
      if (line === undefined || proof === undefined) return rows;
      await dollar.write.transfer([line.account, 1n]);
      await measure(
        `assets/gas/${row}`,
        await income.write.claimIncome([paymentId, BigInt(index), line.account, line.amount, proof]),
      );
    }

    const [, , , , , adasNew] = await viem.getWalletClients();
    if (adasNew === undefined) return rows;
    const successor = adasNew.account.address;
    const deadline = BigInt(await networkHelpers.time.latest()) + BigInt(DAY);
    const signature = await adasNew.signTypedData({
      domain: identityDomain(identities.address),
      types: recoveryTypes,
      primaryType: "Recovery",
      message: { lost: ada, successor, nonce: 0n, deadline },
    });
    await measure(
      "identity/gas/propose-recovery",
      await identities.write.proposeRecovery([ada, successor, deadline, signature]),
    );
    await networkHelpers.time.increase(3 * DAY);
    await measure("identity/gas/complete-recovery", await identities.write.completeRecovery([ada]));
    await measure("assets/gas/recover", await token.write.recover([ada]));

    await registry.write.mature([asset]);
    await redemption.write.openRedemption([asset, dollar.address, 1_000_000_000n]);
    await dollar.write.transfer([successor, 1n]);
    await measure(
      "assets/gas/redeem",
      await redemption.write.redeem([asset, shares(5), 0n], { account: successor }),
    );
    await measure("assets/gas/forced-burn", await registry.write.forcedBurn([asset, successor, shares(5)]));
    await measure("identity/gas/freeze", await identities.write.freeze([ben]));
    await measure("identity/gas/revoke", await identities.write.revoke([cleo]));
    return rows;
  } finally {
    await connection.close();
  }
}

/** Income and redemption in test dollars that the issuer has and lets them take. */
async function deployMoney(
  { deployer, manager, registry }: Awaited<ReturnType<typeof deployAssets>>,
  viem: HardhatViemHelpers,
) {
  const dollar = await viem.deployContract("TestDollar", [deployer.account.address]);
  const income = await viem.deployContract("IncomeDistributor", [manager.address, registry.address]);
  const redemption = await viem.deployContract("AssetRedemption", [manager.address, registry.address]);
  await registry.write.setRedemption([redemption.address]);
  for (const { address } of [income, redemption]) await dollar.write.approve([address, maxUint256]);
  await income.write.listMoney([dollar.address, 1n]);
  await redemption.write.listMoney([dollar.address, 1n]);
  return { dollar, income, redemption };
}
