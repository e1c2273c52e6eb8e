import type { WalletClient } from "@nomicfoundation/hardhat-viem/types";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Hash, maxUint256 } from "viem";
import { deployAssets, shares, signAttestation, terms, tokenizeAndActivate } from "../test/shared/assets.ts";
import { BID, dollars, FEE_BPS, type Order, order, PARTIAL, signOrder } from "../test/shared/orders.ts";
import type { BenchRow } from "./row.ts";

const DAY = 86_400;
/** ISO 3166-1 numeric codes in the same bitmap word as Germany (276), so that a transfer has to read that word. */
const BLOCKED_NEARBY = [364, 408];

/**
 * Gas of the exchange, a transaction a block. The asset has every rule on, all parties hold shares and money and gave
 * infinite allowances, every order is new. Build with the `production` profile.
 */
export async function benchExchange(hre: HardhatRuntimeEnvironment): Promise<BenchRow[]> {
  const connection = await hre.network.create();
  const { viem, networkHelpers } = connection;
  try {
    const client = await viem.getPublicClient();
    const rows: BenchRow[] = [];
    const measure = async (name: string, hash: Hash, bar?: number) => {
      const { gasUsed } = await client.waitForTransactionReceipt({ hash });
      rows.push({
        name: `exchange/gas/${name}`,
        value: Number(gasUsed),
        unit: "gas",
        ...(bar === undefined ? {} : { bar }),
        better: "lower",
      });
    };

    const contracts = await deployAssets(viem);
    const { deployer, manager, registry, module } = contracts;
    const [, , ada, ben, treasurer, keeper] = await viem.getWalletClients();
    if (!ada || !ben || !treasurer || !keeper) return rows;
    const issuer = deployer.account.address;
    for (const person of [issuer, ada.account.address, ben.account.address]) {
      const { message, signature } = await signAttestation(contracts, person);
      await contracts.identities.write.attest([message, signature]);
    }
    const ruled = terms(module.address);
    ruled.blockedCountries = BLOCKED_NEARBY;
    ruled.rules = {
      minTier: 2,
      maxHolders: 500,
      lockedUntil: (await networkHelpers.time.latest()) + DAY,
      capPerIdentity: shares(400),
    };
    const asset = await registry.read.predictAsset([issuer, ruled.salt]);
    await registry.write.multicall(tokenizeAndActivate(registry, asset, ruled));
    const token = await viem.getContractAt("AssetToken", asset);
    await networkHelpers.time.increase(2 * DAY);

    const dollar = await viem.deployContract("TestDollar", [issuer]);
    const exchange = await viem.deployContract("Exchange", [
      registry.address,
      manager.address,
      treasurer.account.address,
      FEE_BPS,
    ]);
    await dollar.write.approve([exchange.address, dollars(1)]);
    await exchange.write.listMoney([dollar.address, dollars(1)]);
    for (const { account } of [ada, ben]) {
      await token.write.transfer([account.address, shares(100)]);
      await dollar.write.transfer([account.address, dollars(100_000)]);
      await token.write.approve([exchange.address, maxUint256], { account });
      await dollar.write.approve([exchange.address, maxUint256], { account });
    }
    for (const { account } of [treasurer, keeper]) await dollar.write.transfer([account.address, dollars(1)]);

    const start = await networkHelpers.time.latest();
    // As random as the SDK's, of 64 bits: each byte of it costs every taker 16 gas.
    let salt = 0x9e3779b97f4a7c15n;
    const offer = ({ account }: WalletClient, of: Pick<Order, "sellAmount" | "buyStart"> & Partial<Order>) =>
      order({ maker: account.address, asset, money: dollar.address, start, salt: ++salt, ...of });
    const ask = (of: Partial<Order> = {}) =>
      offer(ada, { sellAmount: shares(10), buyStart: dollars(250), ...of });
    const bid = (of: Partial<Order> = {}) =>
      offer(ben, { sellAmount: dollars(260), buyStart: shares(10), flags: PARTIAL | BID, ...of });
    const request = async (maker: WalletClient, of: Order, sellAmount: bigint, maxGive: bigint) => ({
      order: of,
      signature: await signOrder(maker, exchange, of),
      sellAmount,
      maxGive,
      // What an ask gives is what was asked for.
      minGet: (of.flags & BID) === 0 ? 0n : (sellAmount * 99n) / 100n,
    });

    const first = ask();
    const taken = await request(ada, first, shares(4), dollars(101));
    await measure("fill-first", await exchange.write.fill([taken], { account: ben.account }), 135_000);
    await measure("fill-again", await exchange.write.fill([taken], { account: ben.account }));
    const dutch = ask({ buyEnd: dollars(150), duration: 7 * DAY, interval: 7 * DAY, count: 12 });
    await measure(
      "fill-dutch-standing",
      await exchange.write.fill([await request(ada, dutch, shares(4), dollars(101))], {
        account: ben.account,
      }),
    );
    const wanted = bid();
    await measure(
      "fill-bid-first",
      await exchange.write.fill([await request(ben, wanted, dollars(100), shares(5))], {
        account: ada.account,
      }),
    );
    const [asked, offered] = [ask(), bid()];
    const signatures = [
      await signOrder(ada, exchange, asked),
      await signOrder(ben, exchange, offered),
    ] as const;
    await measure(
      "match",
      await exchange.write.matchOrders([asked, signatures[0], offered, signatures[1], shares(10)], {
        account: keeper.account,
      }),
    );
    const batch = await Promise.all([0, 1, 2, 3, 4].map(() => request(ada, ask(), shares(4), dollars(101))));
    await measure(
      "fill-batch-of-5",
      await exchange.write.fillBatch([batch, 300_000n], { account: ben.account }),
    );
    await measure("cancel", await exchange.write.cancel([ask()], { account: ada.account }));
    await measure("cancel-all", await exchange.write.cancelAll({ account: ada.account }));
    return rows;
  } finally {
    await connection.close();
  }
}
