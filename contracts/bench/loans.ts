import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Address, type Hash, type Hex, maxUint256, numberToHex, parseEther } from "viem";
import { FAR, signAttestation, terms, tokenizeAndActivate } from "../test/shared/assets.ts";
import { deployCredit } from "../test/shared/loans.ts";
import type { BenchRow } from "./row.ts";

const DAY = 86_400;
const YEAR = 31_536_000n;
const WAD = 10n ** 18n;
const USD = 1_000_000n;
const UNDERWRITTEN = 500n * USD;
/** A hundred dollars a whole unit of collateral of 18 decimals, times 1e36. */
const PRICE = 100n * USD * 10n ** 18n;

/** Code of a contract that answers every call with one price, twice. */
function oracleCode(price: bigint): Hex {
  return `0x602b8060095f395ff37f${numberToHex(price, { size: 32 }).slice(2)}805f5260205260405ff3`;
}

/** Gas of markets and credit lines, a transaction a block and a day apart, with infinite allowances and accounts that hold both tokens. */
export async function benchLoans(hre: HardhatRuntimeEnvironment): Promise<BenchRow[]> {
  const connection = await hre.network.create();
  const { viem, networkHelpers } = connection;
  try {
    const client = await viem.getPublicClient();
    const rows: BenchRow[] = [];
    const measure = async (name: string, hash: Hash, bar?: number) => {
      const { gasUsed } = await client.waitForTransactionReceipt({ hash });
      const limit = bar === undefined ? {} : { bar };
      rows.push({
        name: `loans/gas/${name}`,
        value: Number(gasUsed),
        unit: "gas",
        ...limit,
        better: "lower",
      });
      await networkHelpers.time.increase(DAY);
    };

    const wallets = (await viem.getWalletClients()).map(({ account }) => account.address);
    const [, ada, ben, sam, vic] = wallets;
    if (ada === undefined || ben === undefined || sam === undefined || vic === undefined) return rows;
    const contracts = await deployCredit(viem, { ada, ben, sam, vic }, {});
    const { deployer, manager, identities, registry, module, money } = contracts;

    // --- credit lines
    const { lines, senior, junior, signLimit } = contracts;
    await measure("senior-deposit", await senior.write.deposit([900n * USD, sam], { account: sam }));
    await measure("first-loss-deposit", await junior.write.deposit([600n * USD, vic], { account: vic }));
    for (const account of [ada, ben])
      await measure(
        account === ada ? "attest" : "attest-again",
        await lines.write.attest(await signLimit(account, UNDERWRITTEN)),
      );
    // Somebody owes in the cohort already, and in the one before.
    await lines.write.draw([100n * USD, ben], { account: ben });
    await measure("draw-first", await lines.write.draw([100n * USD, ada], { account: ada }));
    await measure("draw", await lines.write.draw([100n * USD, ada], { account: ada }), 120_000);
    await measure("repay-line", await lines.write.repay([ada, 50n * USD], { account: ada }));
    await networkHelpers.time.increase(25 * DAY);
    await measure("repay-due", await lines.write.repay([ada, 60n * USD], { account: ada }));
    await measure("draw-beside-late", await lines.write.draw([10n * USD, ada], { account: ada }), 120_000);
    const shares = (await senior.read.balanceOf([sam])) / 10n;
    await measure("senior-redeem", await senior.write.redeem([shares, sam, sam], { account: sam }));

    // --- markets
    const markets = await viem.deployContract("LendingMarkets", [
      registry.address,
      identities.address,
      manager.address,
    ]);
    const model = await viem.deployContract("InterestRateModel", [
      {
        target: (9n * WAD) / 10n,
        initial: (4n * WAD) / 100n / YEAR,
        min: WAD / 1_000n / YEAR,
        max: WAD / YEAR,
        steepness: 4n * WAD,
        speed: (50n * WAD) / YEAR,
      },
    ]);
    const qti = await viem.deployContract("QtiToken", [deployer.account.address]);
    await identities.write.setSystemContract([markets.address, true]);
    await module.write.setPledges([markets.address]);
    await money.write.approve([markets.address, 1n]);
    await markets.write.listMoney([money.address, 1n]);
    await markets.write.listRateModel([model.address, true]);
    const deployOracle = async (price: bigint): Promise<Address> => {
      const hash = await deployer.sendTransaction({ data: oracleCode(price) });
      const { contractAddress } = await client.waitForTransactionReceipt({ hash });
      if (!contractAddress) throw new Error("an oracle has an address");
      return contractAddress;
    };
    const [fair, low] = [await deployOracle(PRICE), await deployOracle((PRICE * 9n) / 10n)];
    for (const oracle of [fair, low]) await markets.write.listOracle([oracle, true]);

    const issuer = deployer.account.address;
    const issued = await signAttestation(contracts, issuer, { validUntil: FAR });
    await identities.write.attest([issued.message, issued.signature]);
    const flats = terms(module.address);
    const asset = await registry.read.predictAsset([issuer, flats.salt]);
    await deployer.sendTransaction({
      to: registry.address,
      data: tokenizeAndActivate(registry, asset, flats)[0][0],
    });
    await deployer.sendTransaction({
      to: registry.address,
      data: tokenizeAndActivate(registry, asset, flats)[0][1],
    });
    const token = await viem.getContractAt("AssetToken", asset);

    const market = (collateral: Address, oracle: Address) => ({
      loanToken: money.address,
      collateral,
      oracle,
      rateModel: model.address,
      lltv: (8n * WAD) / 10n,
      dust: 10n * USD,
    });
    for (const account of [ada, ben, sam]) {
      await qti.write.transfer([account, parseEther("1000")]);
      await token.write.transfer([account, parseEther("20")]);
      const everything = [markets.address, maxUint256] as const;
      await money.write.approve(everything, { account });
      await qti.write.approve(everything, { account });
      await token.write.approve(everything, { account });
    }
    const plain = market(qti.address, fair);
    await markets.write.createMarket([plain, 2n ** 90n, 2n ** 90n]);
    const lend = (params: typeof plain, amount: bigint) =>
      markets.write.supply([params, amount, 0n, sam, "0x"], { account: sam });
    const pledge = (params: typeof plain, account: Address, amount: string) =>
      markets.write.supplyCollateral([params, parseEther(amount), account, "0x"], { account });
    const borrow = (params: typeof plain, account: Address, amount: bigint) =>
      markets.write.borrow([params, amount, 0n, account, account], { account });
    /** A part of a debt that interest alone made unhealthy, by somebody who holds money and collateral. */
    const liquidation = async (collateral: Address): Promise<Hash> => {
      const params = market(collateral, low);
      await markets.write.createMarket([params, 2n ** 90n, 2n ** 90n]);
      await lend(params, 1_000n * USD);
      await pledge(params, ada, "10");
      await borrow(params, ada, 719n * USD);
      await networkHelpers.time.increase(60 * DAY);
      return markets.write.liquidate([params, ada, 300n * USD * 1_000_000n, "0x"], { account: ben });
    };
    await measure("supply-first", await lend(plain, 10_000n * USD));
    await pledge(plain, ben, "100");
    await borrow(plain, ben, 1_000n * USD);
    await networkHelpers.time.increase(DAY);
    await measure("supply", await lend(plain, 100n * USD), 89_600);
    await measure("supply-collateral", await pledge(plain, ada, "100"));
    await measure("borrow", await borrow(plain, ada, 1_000n * USD), 112_100);
    await measure("borrow-again", await borrow(plain, ada, 1_000n * USD), 112_100);
    await measure(
      "repay",
      await markets.write.repay([plain, 500n * USD, 0n, ada, "0x"], { account: ada }),
      92_800,
    );
    await measure(
      "withdraw",
      await markets.write.withdraw([plain, 100n * USD, 0n, sam, sam], { account: sam }),
    );

    await measure("liquidate", await liquidation(qti.address), 123_000);
    await measure("liquidate-regulated", await liquidation(asset), 145_000);
    return rows;
  } finally {
    await connection.close();
  }
}
