import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { zeroAddress } from "viem";
import { AccessModule } from "./access.ts";
import { AssetsModule } from "./assets.ts";
import { deployCredit } from "./credit.ts";
import { ExchangeModule } from "./exchange.ts";
import { IdentityModule } from "./identity.ts";
import { LoansModule } from "./loans.ts";
import { RewardsModule } from "./rewards.ts";

const FAUCET_QTI = 50_000_000n * 10n ** 18n;
const FAUCET_DOLLARS = 500_000_000_000n * 10n ** 6n;
/** What a contract that lists the test dollar sends back and forth to see that it arrives in full. */
const PROBE = 10n ** 6n;
/** What the feed says at first: a QTI is worth two dollars, with the feed's eight decimals. */
const QTI_PRICE = 2n * 10n ** 8n;
/** Between a cent and a thousand dollars it is believed, and for a year, as here it speaks only when somebody sets it. */
const FEED_BOUNDS = { heartbeat: 365 * 86_400, min: 10n ** 6n, max: 10n ** 11n } as const;
/** Hardhat's account that is the `qtiHolder` of parameters/devnet.json. */
const HOLDER = 9;

/**
 * Test money, credit lines in it, a price feed that the `appraiser` sets, the keeper's liquidator and a desk that admits issuers by itself: for
 * development chains only.
 */
export const DevnetModule = buildModule("Devnet", (m) => {
  const { accessManager } = m.useModule(AccessModule);
  const { identityRegistry } = m.useModule(IdentityModule);
  const { exchange } = m.useModule(ExchangeModule);
  const { qtiToken } = m.useModule(RewardsModule);
  const holder = m.getAccount(HOLDER);
  const testDollar = m.contract("TestDollar", [holder]);
  const demoFaucet = m.contract("DemoFaucet", [qtiToken, testDollar]);
  const demoDesk = m.contract("DemoDesk", [accessManager, identityRegistry]);
  m.call(qtiToken, "transfer", [demoFaucet, FAUCET_QTI], {
    id: "FillFaucetQti",
    from: holder,
    after: [RewardsModule],
  });
  m.call(testDollar, "transfer", [demoFaucet, FAUCET_DOLLARS], { id: "FillFaucetDollars", from: holder });

  const { lendingMarkets } = m.useModule(LoansModule);
  const testFeed = m.contract("TestFeed", [m.getParameter<string>("appraiser"), QTI_PRICE]);
  const feedOracle = m.contract("FeedOracle", [
    { collateral: qtiToken, loanToken: testDollar, feed: testFeed, sequencer: zeroAddress, ...FEED_BOUNDS },
  ]);
  m.call(lendingMarkets, "listOracle", [feedOracle, true]);
  const liquidator = m.contract("Liquidator", [lendingMarkets, m.getParameter<string>("rewardsKeeper")]);

  const { incomeDistributor, assetRedemption } = m.useModule(AssetsModule);
  const deployer = m.getAccount(0);
  const lent = m.call(testDollar, "transfer", [deployer, PROBE], { id: "LendProbe", from: holder });
  const listed = Object.entries({ incomeDistributor, assetRedemption, exchange, lendingMarkets }).map(
    ([name, contract]) => {
      const approved = m.call(testDollar, "approve", [contract, PROBE], {
        id: `Approve_${name}`,
        after: [lent],
      });
      return m.call(contract, "listMoney", [testDollar, PROBE], { id: `List_${name}`, after: [approved] });
    },
  );
  m.call(testDollar, "transfer", [holder, PROBE], { id: "ReturnProbe", after: listed });
  const credit = deployCredit(m, testDollar);
  return { testDollar, testFeed, feedOracle, liquidator, demoFaucet, demoDesk, ...credit };
});
