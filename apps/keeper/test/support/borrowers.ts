import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  approveSync,
  borrowSync,
  createMarket,
  createMarketSync,
  dripSync,
  type MarketParams,
  marketId,
  scheduleSync,
  setFeedAnswerSync,
  supplyCollateralSync,
  supplyToMarketSync,
  transferSync,
} from "@qti/sdk";
import { type Address, concat, createWalletClient, http, maxUint256, publicActions } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { inject, onTestFinished } from "vitest";
import { keyOf, openTestChain } from "./chain.ts";
import { addressOf, chainNow, passUntil, qti } from "./stakers.ts";

export const dollar = 10n ** 6n;
const wad = 10n ** 18n;
/** Accounts of the development deployment: who sets the feed, who makes markets, who holds QTI. */
const [feedSetter, riskAccount, holderAccount] = [8, 5, 9];

/** A client to whom the SDK says where the contracts are. */
function walletOf(key: `0x${string}`) {
  const contracts = Object.fromEntries(
    Object.entries(inject("contracts")).map(([name, address]) => [name, { address }]),
  );
  return createWalletClient({
    account: privateKeyToAccount(key),
    chain: { ...hardhat, contracts },
    transport: http(inject("rpcUrl")),
    pollingInterval: 20,
    cacheTime: 0,
  }).extend(publicActions);
}
export type Wallet = ReturnType<typeof walletOf>;
export const desk = (index: number): Wallet => walletOf(keyOf(index));

/** QTI against dollars, priced by the test feed. */
export const qtiMarket = (): MarketParams => ({
  loanToken: addressOf("testDollar"),
  collateral: addressOf("qtiToken"),
  oracle: addressOf("feedOracle"),
  rateModel: addressOf("interestRateModel"),
  lltv: (77n * wad) / 100n,
  dust: 10n * dollar,
});

/** Somebody new, with ether and test dollars. */
export async function newcomer(): Promise<Wallet> {
  const wallet = walletOf(generatePrivateKey());
  await openTestChain().setBalance({ address: wallet.account.address, value: 10n ** 19n });
  await dripSync(wallet);
  return wallet;
}

/** Makes the market, in which somebody lends. RISK waits three days for it. */
export async function openMarket(): Promise<void> {
  const risk = desk(riskAccount);
  const caps = { supplyCap: 1_000_000n * dollar, borrowCap: 1_000_000n * dollar };
  const params = qtiMarket();
  const by = { account: risk.account.address, lendingMarkets: addressOf("lendingMarkets") };
  await scheduleSync(risk, { call: createMarket.call({ ...by, params, ...caps }) });
  await passUntil((await chainNow()) + 72 * 3_600 + 60);
  await setPrice(2n * dollar);
  await createMarketSync(risk, { params, ...caps });
  const lender = await newcomer();
  await allow(lender, params.loanToken, addressOf("lendingMarkets"));
  await supplyToMarketSync(lender, { params, assets: 9_000n * dollar });
}

/** What QTI costs from now on: dollars with 6 decimals. The feed has 8. */
export async function setPrice(price: bigint): Promise<void> {
  await setFeedAnswerSync(desk(feedSetter), { answer: price * 100n });
}

export const allow = (wallet: Wallet, token: Address, spender: Address, amount = maxUint256) =>
  approveSync(wallet, { token, spender, amount });

/** Somebody who pledges QTI and borrows dollars against them. */
export async function borrower(pledge: bigint, loan: bigint): Promise<Address> {
  const wallet = await newcomer();
  const { address } = wallet.account;
  const params = qtiMarket();
  await transferSync(desk(holderAccount), { asset: params.collateral, to: address, amount: pledge * qti });
  await allow(wallet, params.collateral, addressOf("lendingMarkets"));
  await supplyCollateralSync(wallet, { params, assets: pledge * qti });
  await borrowSync(wallet, { params, assets: loan * dollar });
  return address;
}

/**
 * Stands where the subgraph stands, and says who owes: people who were named, whether they still do or not, and in which market,
 * whether there is one or not.
 */
export async function startDebtIndex(
  people: () => readonly Address[],
  markets: readonly MarketParams[] = [qtiMarket()],
): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      const lendingPositions = markets
        .flatMap((market) => people().map((account) => debtOf(market, account)))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      response
        .setHeader("content-type", "application/json")
        .end(JSON.stringify({ data: { lendingPositions } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function debtOf(params: MarketParams, account: Address) {
  const { oracle, rateModel, collateral: collateralToken, lltv, dust, ...market } = params;
  return {
    id: concat([marketId(params), account]).toLowerCase(),
    account: { id: account.toLowerCase() },
    market: {
      ...market,
      collateralToken,
      oracle: { id: oracle },
      rateModel: { id: rateModel },
      lltv: `${lltv}`,
      dust: `${dust}`,
    },
  };
}
