import { getAddress, type Hex } from "viem";
import { describe, expect, test } from "vitest";
import { serve } from "../../test/support/rpc.ts";
import {
  SubgraphBehindError,
  SubgraphQueryError,
  SubgraphResponseError,
  SubgraphUnreachableError,
} from "../errors/subgraph.ts";
import { createSubgraphClient, type SubgraphClient } from "./createSubgraphClient.ts";
import { getAnchors } from "./getAnchors.ts";
import { getAsset } from "./getAsset.ts";
import { getAssetHistory } from "./getAssetHistory.ts";
import { getAssets } from "./getAssets.ts";
import { getAttesters } from "./getAttesters.ts";
import { getClaims } from "./getClaims.ts";
import { getFailedFills } from "./getFailedFills.ts";
import { getHolders } from "./getHolders.ts";
import { getIncomeHistory } from "./getIncomeHistory.ts";
import { getIndexedBlock } from "./getIndexedBlock.ts";
import { getMaker } from "./getMaker.ts";
import { getMakerOrders } from "./getMakerOrders.ts";
import { getMarkets } from "./getMarkets.ts";
import { getModules } from "./getModules.ts";
import { getMoneyListings } from "./getMoneyListings.ts";
import { getOperations } from "./getOperations.ts";
import { getPayments } from "./getPayments.ts";
import { getPortfolio } from "./getPortfolio.ts";
import { getPriceHistory } from "./getPriceHistory.ts";
import { getProtocol } from "./getProtocol.ts";
import { getRecoveries } from "./getRecoveries.ts";
import { getRedemptions } from "./getRedemptions.ts";
import { getRoles } from "./getRoles.ts";
import { getShareRedemptions } from "./getShareRedemptions.ts";
import { getTrades } from "./getTrades.ts";
import { getTransactions } from "./getTransactions.ts";
import { getVaultHistory } from "./getVaultHistory.ts";
import { waitForIndexed } from "./waitForIndexed.ts";

type Asked = { query: string; variables: Record<string, unknown> };

/** A server that answers like graph-node and keeps what it was asked. */
async function answering<result>(
  answers: readonly (string | object)[],
  use: (client: SubgraphClient, asked: Asked[]) => Promise<result>,
  { status = 200, timeout = 10_000 } = {},
): Promise<result> {
  const asked: Asked[] = [];
  return serve(
    (request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        asked.push(JSON.parse(Buffer.concat(chunks).toString()));
        const answer = answers[Math.min(asked.length, answers.length) - 1] ?? "";
        response.writeHead(status, { "content-type": "application/json" });
        response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
      });
    },
    (url) => use(createSubgraphClient({ url, timeout }), asked),
  );
}

const low = "0xa51c1fc2f0d1a1b8494ed1fe312d7c3a78ed91c0";
const address = getAddress(low);
const hash: Hex = `0x${"ab".repeat(32)}`;

const assetRow = {
  id: low,
  assetId: "7",
  issuer: { id: low },
  name: "Harbour 7",
  symbol: "HRB7",
  class: "REAL_ESTATE",
  jurisdiction: 528,
  shares: "1000",
  valuation: "340282366920938463463374607431768211455",
  valuedAt: "1795354183",
  metadataURI: "data:application/json,%7B%7D",
  documentsRoot: null,
  state: "ACTIVE",
  module: low,
  pausedUntil: "0",
  supply: "1000000000000000000000",
  holderCount: 2,
  transferCount: 3,
  createdAt: "1795354183",
  activatedAt: null,
  transactionHash: hash,
};

const meta = (number: number, hasIndexingErrors = false) => ({
  data: { _meta: { block: { number, hash, timestamp: 1_795_354_183 }, hasIndexingErrors } },
});

describe("createSubgraphClient", () => {
  test("default", async () => {
    await answering([{ data: { assets: [assetRow] } }], async (subgraph, asked) => {
      const { items } = await getAssets(subgraph);
      expect(items[0]).toMatchObject({
        asset: address,
        issuer: address,
        assetId: 7n,
        valuation: 2n ** 128n - 1n,
        class: "realEstate",
        state: "active",
        jurisdiction: 528,
        documentsRoot: undefined,
        activatedAt: undefined,
      });
      expect(asked[0]?.query).toMatch(/^query Assets\(/);
    });
  });

  test("error: SubgraphUnreachableError when nobody answers", async () => {
    const lost = createSubgraphClient({ url: "http://127.0.0.1:9" });
    await expect(getProtocol(lost)).rejects.toThrow(SubgraphUnreachableError);
  });

  test("error: SubgraphUnreachableError when the server is broken", async () => {
    await answering(
      ["bad gateway"],
      (subgraph) => expect(getProtocol(subgraph)).rejects.toThrow(SubgraphUnreachableError),
      { status: 502 },
    );
  });

  test("error: SubgraphUnreachableError when it takes too long", async () => {
    await serve(
      () => {},
      async (url) => {
        const slow = getProtocol(createSubgraphClient({ url, timeout: 50 }));
        await expect(slow).rejects.toThrow(SubgraphUnreachableError);
        await expect(slow).rejects.toThrow("no answer in 50 ms");
      },
    );
  });

  test.each([
    ["no JSON", "<html>"],
    ["no object", "[]"],
    ["no data", "{}"],
    ["null", { data: null }],
    ["an integer that is none", { data: { protocol: { statedValue: "1.5" } } }],
  ])("error: SubgraphResponseError for %s", async (_, answer) => {
    await answering([answer], (subgraph) =>
      expect(getProtocol(subgraph)).rejects.toThrow(SubgraphResponseError),
    );
  });

  test("error: SubgraphQueryError", async () => {
    await answering([{ errors: [{ message: "Type `Query` has no field `x`" }] }], async (subgraph) => {
      const refused = getProtocol(subgraph);
      await expect(refused).rejects.toThrow(SubgraphQueryError);
      await expect(refused).rejects.toMatchObject({ details: "Type `Query` has no field `x`" });
    });
  });

  test("behavior: the caller's abort is the caller's", async () => {
    await serve(
      () => {},
      async (url) => {
        const controller = new AbortController();
        const asked = getProtocol(createSubgraphClient({ url }), { signal: controller.signal });
        controller.abort(new DOMException("left the page", "AbortError"));
        await expect(asked).rejects.toThrow("left the page");
      },
    );
  });
});

describe("getAssets", () => {
  test("behavior: filters travel as one list, addresses in small letters", async () => {
    await answering([{ data: { assets: [] } }], async (subgraph, asked) => {
      await getAssets(subgraph, { first: 5, after: 9n, search: "har", state: "active", issuer: address });
      expect(asked[0]?.variables).toEqual({
        first: 5,
        where: {
          and: [
            { assetId_lt: "9" },
            { state: "ACTIVE" },
            { issuer: low },
            { or: [{ name_contains_nocase: "har" }, { symbol_contains_nocase: "har" }] },
          ],
        },
      });
    });
  });

  test("behavior: a full page has a next one, a shorter one has none", async () => {
    await answering([{ data: { assets: [assetRow] } }], async (subgraph) => {
      expect((await getAssets(subgraph, { first: 1 })).next).toBe(7n);
      expect((await getAssets(subgraph, { first: 2 })).next).toBeUndefined();
    });
  });
});

describe("getAsset", () => {
  test("default", async () => {
    const rules = {
      minTier: 1,
      maxHolders: "5",
      lockedUntil: "1795354183",
      capPerIdentity: "6",
      blockedCountries: [408],
    };
    const documents = [{ index: "0", root: hash, timestamp: "5", transactionHash: hash }];
    const answer = { data: { asset: { ...assetRow, rules, documents, valuations: [] } } };
    await answering([answer], async (subgraph, asked) => {
      const asset = await getAsset(subgraph, { asset: address });
      expect(asset?.rules).toEqual({
        ...rules,
        maxHolders: 5,
        lockedUntil: 1_795_354_183,
        capPerIdentity: 6n,
      });
      expect(asset?.documents).toEqual([{ index: 0n, root: hash, timestamp: 5n, transactionHash: hash }]);
      expect(asked[0]?.variables).toEqual({ id: low });
    });
  });

  test("behavior: undefined for an asset it does not know", async () => {
    await answering([{ data: { asset: null } }], async (subgraph) => {
      expect(await getAsset(subgraph, { asset: address })).toBeUndefined();
    });
  });

  test("behavior: rules of a module it does not follow are undefined", async () => {
    const answer = { data: { asset: { ...assetRow, rules: null, documents: [], valuations: [] } } };
    await answering([answer], async (subgraph) => {
      expect((await getAsset(subgraph, { asset: address }))?.rules).toBeUndefined();
    });
  });
});

describe("getHolders", () => {
  test("default", async () => {
    const row = {
      id: `${low}00`,
      account: { id: low, isSystem: false },
      balance: "5",
      frozen: "0",
      createdAt: "1",
      updatedAt: "2",
    };
    await answering([{ data: { holdings: [row] } }], async (subgraph, asked) => {
      const { items, next } = await getHolders(subgraph, { asset: address, first: 1, after: "0x01" });
      expect(items).toEqual([
        { account: address, isSystem: false, balance: 5n, frozen: 0n, since: 1n, updatedAt: 2n },
      ]);
      expect(next).toBe(`${low}00`);
      expect(asked[0]?.variables.where).toEqual({ asset: low, balance_gt: "0", id_gt: "0x01" });
    });
  });
});

describe("getTransactions", () => {
  const row = {
    id: hash,
    domain: "ASSETS",
    kind: "SHARES_TRANSFERRED",
    account: { id: low },
    counterparty: null,
    asset: { id: low, name: "Harbour 7", symbol: "HRB7" },
    amount: null,
    token: null,
    moneyAmount: null,
    fee: null,
    money: null,
    role: null,
    sequence: "26000000",
    sender: low,
    blockNumber: "26",
    blockHash: hash,
    timestamp: "1795354184",
    transactionHash: hash,
    transactionIndex: 0,
    logIndex: 0,
    emitter: low,
  };

  test("default", async () => {
    await answering([{ data: { transactions: [row] } }], async (subgraph) => {
      const { items, next } = await getTransactions(subgraph, { first: 1 });
      expect(items[0]).toMatchObject({
        account: address,
        counterparty: undefined,
        asset: { asset: address, name: "Harbour 7", symbol: "HRB7" },
        amount: undefined,
        blockNumber: 26n,
      });
      expect(next).toBe(26_000_000n);
    });
  });

  test("behavior: an account is looked for on both sides", async () => {
    await answering([{ data: { transactions: [] } }], async (subgraph, asked) => {
      const kinds = ["STAKE_DEPOSITED", "STAKE_WITHDRAWN"] as const;
      await getTransactions(subgraph, {
        account: address,
        asset: address,
        domain: "STAKING",
        kinds,
        after: 3n,
      });
      expect(asked[0]?.variables.where).toEqual({
        and: [
          { sequence_lt: "3" },
          { asset: low },
          { domain: "STAKING" },
          { kind_in: ["STAKE_DEPOSITED", "STAKE_WITHDRAWN"] },
          { or: [{ account: low }, { counterparty: low }] },
        ],
      });
    });
  });

  test("behavior: a time from and until which, and one transaction of the chain", async () => {
    await answering([{ data: { transactions: [] } }], async (subgraph, asked) => {
      await getTransactions(subgraph, { from: 5n, until: 9n, transactionHash: hash });
      expect(asked[0]?.variables.where).toEqual({
        and: [{ timestamp_gt: "4" }, { timestamp_lt: "9" }, { transactionHash: hash }],
      });
    });
  });
});

describe("getRoles", () => {
  test("default", async () => {
    const members = [{ account: { id: low }, delay: "172800", since: "9" }];
    const rows = [{ roleId: "4", label: "COMPLIANCE_FORCE", memberCount: 1, members }];
    await answering([{ data: { roles: rows } }], async (subgraph) => {
      expect(await getRoles(subgraph)).toEqual([
        {
          role: 4n,
          label: "COMPLIANCE_FORCE",
          memberCount: 1,
          members: [{ account: address, delay: 172_800n, since: 9n }],
        },
      ]);
    });
  });
});

describe("getOperations", () => {
  const row = {
    id: hash,
    operationId: hash,
    nonce: "1",
    state: "SCHEDULED",
    caller: { id: low },
    target: low,
    data: "0x45c8b1a6",
    readyAt: "9",
    scheduledAt: "5",
    closedAt: null,
  };

  test("default", async () => {
    await answering([{ data: { operations: [row] } }], async (subgraph) => {
      const { items, next } = await getOperations(subgraph, { first: 1 });
      expect(items[0]).toMatchObject({ caller: address, target: address, readyAt: 9n, closedAt: undefined });
      expect(next).toBe(hash);
    });
  });

  test("behavior: those of one state, of one account, after a cursor", async () => {
    await answering([{ data: { operations: [] } }], async (subgraph, asked) => {
      await getOperations(subgraph, { state: "SCHEDULED", caller: address, after: hash });
      expect(asked[0]?.variables.where).toEqual({ state: "SCHEDULED", caller: low, id_gt: hash });
    });
  });
});

describe("getRecoveries", () => {
  const row = {
    id: hash,
    lost: { id: low },
    successor: { id: low },
    identity: { id: hash },
    state: "PROPOSED",
    readyAt: "9",
    canceller: null,
    createdAt: "5",
    closedAt: null,
    transactionHash: hash,
  };

  test("default", async () => {
    await answering([{ data: { recoveries: [row] } }], async (subgraph) => {
      const { items, next } = await getRecoveries(subgraph, { first: 1 });
      expect(items[0]).toMatchObject({
        lost: address,
        successor: address,
        identity: hash,
        readyAt: 9n,
        canceller: undefined,
        closedAt: undefined,
      });
      expect(next).toBe(hash);
    });
  });

  test("behavior: those of one state, of one account, after a cursor", async () => {
    await answering([{ data: { recoveries: [] } }], async (subgraph, asked) => {
      await getRecoveries(subgraph, { state: "PROPOSED", lost: address, after: hash });
      expect(asked[0]?.variables.where).toEqual({ state: "PROPOSED", lost: low, id_gt: hash });
    });
  });
});

describe("payments of income, claims and redemptions", () => {
  const asset = { id: low, name: "Harbour 7", symbol: "HRB7" };
  const named = { asset: address, name: "Harbour 7", symbol: "HRB7" };
  const payment = {
    id: hash,
    index: "2",
    asset,
    issuer: { id: low },
    money: low,
    amount: "1000",
    claimed: "10",
    claimCount: 1,
    returned: "0",
    recordBlock: "7",
    expiry: "99",
    state: "PROPOSED",
    root: null,
    total: "0",
    proposal: { root: hash, total: "999", uri: "qti:income/v1", state: "PENDING", readyAt: "8" },
    createdAt: "5",
    createdAtBlock: "6",
    activatedAt: null,
    closedAt: null,
    transactionHash: hash,
  };

  test("default", async () => {
    await answering([{ data: { incomePayments: [payment] } }], async (subgraph, asked) => {
      const { items, next } = await getPayments(subgraph, { asset: address, states: ["PROPOSED"], first: 1 });
      expect(items[0]).toMatchObject({
        paymentId: hash,
        index: 2n,
        asset: named,
        issuer: address,
        money: address,
        root: undefined,
        activatedAt: undefined,
        proposal: { total: 999n, readyAt: 8n, uri: "qti:income/v1" },
      });
      expect(next).toBe(hash);
      expect(asked[0]?.variables.where).toEqual({ asset: low, state_in: ["PROPOSED"] });
    });
  });

  test("behavior: claims of an account, newest first", async () => {
    const claim = {
      id: hash,
      payment: { id: hash },
      index: "0",
      asset,
      account: { id: low },
      recipient: { id: low },
      amount: "10",
      money: low,
      sequence: "70",
      timestamp: "5",
      transactionHash: hash,
    };
    await answering([{ data: { incomeClaims: [claim] } }], async (subgraph, asked) => {
      const { items, next } = await getClaims(subgraph, {
        account: address,
        paymentId: hash,
        after: 80n,
        first: 1,
      });
      expect(items[0]).toMatchObject({
        paymentId: hash,
        asset: named,
        account: address,
        recipient: address,
        amount: 10n,
      });
      expect(next).toBe(70n);
      expect(asked[0]?.variables.where).toEqual({ payment: hash, account: low, sequence_lt: "80" });
    });
  });

  test("behavior: redemptions of an asset, and the shares that were redeemed", async () => {
    const redemption = {
      id: low,
      asset,
      issuer: { id: low },
      money: low,
      amount: "9",
      supply: "8",
      redeemed: "7",
      paid: "6",
      leftover: "0",
      closed: false,
      redemptionCount: 1,
      createdAt: "5",
      closedAt: null,
      transactionHash: hash,
    };
    await answering([{ data: { redemptions: [redemption] } }], async (subgraph, asked) => {
      const { items } = await getRedemptions(subgraph, { asset: address, closed: false });
      expect(items[0]).toMatchObject({ asset: named, issuer: address, supply: 8n, closedAt: undefined });
      expect(asked[0]?.variables.where).toEqual({ asset: low, closed: false });
    });
    const burned = {
      id: hash,
      asset,
      account: { id: low },
      burned: "3",
      amount: "4",
      money: low,
      sequence: "70",
      timestamp: "5",
      transactionHash: hash,
    };
    await answering([{ data: { shareRedemptions: [burned] } }], async (subgraph, asked) => {
      const { items } = await getShareRedemptions(subgraph, { account: address, asset: address, after: 80n });
      expect(items[0]).toMatchObject({ asset: named, account: address, shares: 3n, amount: 4n });
      expect(asked[0]?.variables.where).toEqual({ account: low, asset: low, sequence_lt: "80" });
    });
  });

  test("behavior: what is taken as money, and where", async () => {
    const row = { contract: low, use: "TRADING", money: low, listed: true, updatedAt: "5" };
    await answering([{ data: { moneyListings: [row] } }], async (subgraph, asked) => {
      expect(await getMoneyListings(subgraph, { use: "TRADING", listed: true })).toEqual([
        { contract: address, use: "TRADING", money: address, listed: true, updatedAt: 5n },
      ]);
      expect(asked[0]?.variables.where).toEqual({ use: "TRADING", listed: true });
    });
  });
});

describe("getPortfolio", () => {
  test("default", async () => {
    const account = {
      id: low,
      identity: { id: hash, country: 528, tier: 2, validUntil: "9", frozen: false, revoked: false },
      holdings: [{ asset: assetRow, balance: "5", frozen: "1", updatedAt: "3" }],
      stakingPositions: [
        {
          shares: "1",
          deposited: "2",
          withdrawn: "3",
          receivedAssets: "4",
          sentAssets: "5",
          createdAt: "6",
          updatedAt: "7",
        },
      ],
      issuedAssets: [assetRow],
    };
    await answering([{ data: { account } }], async (subgraph) => {
      const portfolio = await getPortfolio(subgraph, { account: address });
      expect(portfolio.identity).toEqual({
        identity: hash,
        country: 528,
        tier: 2,
        validUntil: 9n,
        frozen: false,
        revoked: false,
      });
      expect(portfolio.holdings[0]).toMatchObject({ balance: 5n, frozen: 1n, asset: { asset: address } });
      expect(portfolio.stake).toMatchObject({ shares: 1n, sentAssets: 5n });
      expect(portfolio.issued[0]?.assetId).toBe(7n);
    });
  });

  test("behavior: an account that never took part is empty", async () => {
    await answering([{ data: { account: null } }], async (subgraph) => {
      expect(await getPortfolio(subgraph, { account: address })).toEqual({
        identity: undefined,
        holdings: [],
        stake: undefined,
        issued: [],
      });
    });
  });
});

describe("histories", () => {
  const step = (timestamp: string) => ({
    timestamp,
    totalAssets: "1",
    totalShares: "2",
    streamLeft: "3",
    sharePriceOpen: "4",
    sharePriceClose: "5",
    changes: 6,
  });

  test("default", async () => {
    const rows = [step("1795352400000000"), step("1795348800000000")];
    await answering([{ data: { vaultStats_collection: rows } }], async (subgraph, asked) => {
      const steps = await getVaultHistory(subgraph, { interval: "hour", from: 1_795_348_800n });
      expect(steps.map(({ timestamp }) => timestamp)).toEqual([1_795_348_800n, 1_795_352_400n]);
      expect(asked[0]?.variables).toEqual({
        interval: "hour",
        first: 90,
        where: { timestamp_gt: "1795348799999999" },
      });
    });
  });

  test("behavior: an asset's history asks for that asset", async () => {
    const row = { timestamp: "1000000", volume: "1", transfers: 2, supply: "3", holderCount: 4 };
    await answering([{ data: { assetStats_collection: [row] } }], async (subgraph, asked) => {
      const steps = await getAssetHistory(subgraph, { asset: address, interval: "day", from: 0n });
      expect(steps).toEqual([{ timestamp: 1n, volume: 1n, transfers: 2, supply: 3n, holderCount: 4 }]);
      expect(asked[0]?.variables.where).toEqual({ asset: low });
    });
  });
});

describe("markets, trades and candles", () => {
  const asset = { id: low, name: "Harbour 7", symbol: "HRB7" };

  test("default", async () => {
    const market = {
      id: `${low}${low.slice(2)}`,
      asset,
      money: low,
      lastTrade: { assetAmount: "3000000000000000000", moneyAmount: "1000000" },
      lastTradeAt: "5",
      assetVolume: "6",
      moneyVolume: "7",
      fees: "8",
      tradeCount: 9,
    };
    await answering([{ data: { markets: [market] } }], async (subgraph, asked) => {
      expect(await getMarkets(subgraph, { asset: address })).toEqual([
        {
          asset: address,
          name: "Harbour 7",
          symbol: "HRB7",
          money: address,
          lastPrice: 333_333n,
          lastTradeAt: 5n,
          assetVolume: 6n,
          moneyVolume: 7n,
          fees: 8n,
          tradeCount: 9,
        },
      ]);
      expect(asked[0]?.variables).toEqual({ first: 100, where: { asset: low } });
    });
  });

  const trade = {
    id: hash,
    kind: "ASK_FILLED",
    asset: { id: low, symbol: "HRB7" },
    money: low,
    seller: { id: low },
    buyer: { id: low },
    assetAmount: "2000000000000000000",
    moneyAmount: "190000001",
    fee: "1",
    tip: "0",
    proceeds: "190000001",
    cost: "190000002",
    ask: { id: hash },
    bid: null,
    askWindow: "0",
    askFilled: "2",
    bidWindow: null,
    bidFilled: null,
    sequence: "70",
    timestamp: "5",
    transactionHash: hash,
  };

  test("behavior: trades of a market, newest first, with the price a share", async () => {
    await answering([{ data: { trades: [trade] } }], async (subgraph, asked) => {
      const { items, next } = await getTrades(subgraph, {
        asset: address,
        money: address,
        after: 80n,
        first: 1,
      });
      expect(items[0]).toMatchObject({ ask: hash, bid: undefined, price: 95_000_000n, seller: address });
      expect(next).toBe(70n);
      expect(asked[0]?.variables.where).toEqual({
        assetAmount_gt: "0",
        asset: low,
        money: low,
        sequence_lt: "80",
      });
    });
  });

  test.each([
    ["an account, on both sides", { account: address }, "seller", "buyer", low],
    ["an order, on both sides", { order: hash }, "ask", "bid", hash],
  ])("behavior: trades of %s", async (_, question, left, right, value) => {
    await answering([{ data: { trades: [] } }], async (subgraph, asked) => {
      await getTrades(subgraph, question);
      const plain = { assetAmount_gt: "0" };
      expect(asked[0]?.variables.where).toEqual({
        or: [
          { ...plain, [left]: value },
          { ...plain, [right]: value },
        ],
      });
    });
  });

  const candle = (timestamp: string, close: string) => ({
    timestamp,
    open: "95000000.5",
    high: "96000000",
    low: "0.333333333333333333333333333333333",
    close,
    assetVolume: "1",
    moneyVolume: "2",
    fees: "3",
    tips: "4",
    trades: 5,
  });

  test("behavior: candles of a market, oldest first, prices rounded down", async () => {
    const rows = [candle("1795352400000000", "95999999.999"), candle("1795348800000000", "1")];
    await answering([{ data: { marketStats_collection: rows } }], async (subgraph, asked) => {
      const question = { asset: address, money: address, interval: "hour", from: 9n } as const;
      const { items, next } = await getPriceHistory(subgraph, question);
      expect(items.map(({ timestamp, close }) => [timestamp, close])).toEqual([
        [1_795_348_800n, 1n],
        [1_795_352_400n, 95_999_999n],
      ]);
      expect(items[0]).toMatchObject({ open: 95_000_000n, high: 96_000_000n, low: 0n, trades: 5, tips: 4n });
      expect(next).toBeUndefined();
      expect(asked[0]?.variables).toEqual({
        interval: "hour",
        first: 90,
        where: { market: `${low}${low.slice(2)}`, timestamp_gt: "8999999" },
      });
    });
  });

  test("behavior: a full page of candles goes on with those before", async () => {
    await answering(
      [{ data: { marketStats_collection: [candle("1795352400000000", "1")] } }],
      async (subgraph, asked) => {
        const question = { asset: address, money: address, interval: "day", first: 1 } as const;
        const { next } = await getPriceHistory(subgraph, question);
        expect(next).toBe(1_795_352_400n);
        await getPriceHistory(subgraph, { ...question, after: next });
        expect(asked[1]?.variables.where).toMatchObject({ timestamp_lt: "1795352400000000" });
      },
    );
  });
});

describe("orders as the chain knows them", () => {
  const order = {
    id: hash,
    maker: { id: low },
    asset: { id: low, symbol: "HRB7" },
    money: low,
    side: "BID",
    filled: "1",
    window: "2",
    sold: "3",
    bought: "4",
    tradeCount: 5,
    cancelled: false,
    cancelledAt: null,
    createdAt: "6",
    updatedAt: "7",
  };

  test("default", async () => {
    await answering([{ data: { orders: [order] } }], async (subgraph, asked) => {
      const { items, next } = await getMakerOrders(subgraph, {
        maker: address,
        asset: address,
        cancelled: false,
        after: hash,
        first: 1,
      });
      expect(items).toEqual([
        {
          hash,
          maker: address,
          asset: address,
          symbol: "HRB7",
          money: address,
          side: "bid",
          filled: 1n,
          window: 2n,
          sold: 3n,
          bought: 4n,
          tradeCount: 5,
          cancelled: false,
          cancelledAt: undefined,
          createdAt: 6n,
          updatedAt: 7n,
        },
      ]);
      expect(next).toBe(hash);
      expect(asked[0]?.variables.where).toEqual({ maker: low, asset: low, cancelled: false, id_gt: hash });
    });
  });

  test("behavior: of an order that was cancelled before it was filled only hash and maker are known", async () => {
    const unseen = { ...order, asset: null, money: null, side: null, cancelled: true, cancelledAt: "9" };
    await answering([{ data: { orders: [unseen] } }], async (subgraph) => {
      const { items } = await getMakerOrders(subgraph);
      expect(items[0]).toMatchObject({
        asset: undefined,
        money: undefined,
        side: undefined,
        cancelledAt: 9n,
      });
    });
  });

  test("behavior: a maker's epoch, undefined when none of its orders is known", async () => {
    const maker = { epoch: "2", cancelAllCount: 2, orderCount: 3, tradeCount: 4, updatedAt: "5" };
    await answering([{ data: { maker } }, { data: { maker: null } }], async (subgraph, asked) => {
      expect(await getMaker(subgraph, { maker: address })).toEqual({ ...maker, epoch: 2n, updatedAt: 5n });
      expect(await getMaker(subgraph, { maker: address })).toBeUndefined();
      expect(asked[0]?.variables).toEqual({ id: low });
    });
  });

  test("behavior: orders of batches that could not be filled", async () => {
    const failed = {
      id: hash,
      orderHash: hash,
      reason: "0x12345678",
      sender: low,
      sequence: "70",
      timestamp: "5",
      transactionHash: hash,
    };
    await answering([{ data: { failedFills: [failed] } }], async (subgraph, asked) => {
      const { items, next } = await getFailedFills(subgraph, {
        sender: address,
        order: hash,
        after: 80n,
        first: 1,
      });
      expect(items[0]).toMatchObject({ sender: address, reason: "0x12345678", timestamp: 5n });
      expect(next).toBe(70n);
      expect(asked[0]?.variables.where).toEqual({ sender: low, orderHash: hash, sequence_lt: "80" });
    });
  });
});

describe("attesters and compliance modules", () => {
  test("default", async () => {
    const attester = { id: low, allowed: true, attestationCount: 3, updatedAt: "5" };
    await answering([{ data: { attesters: [attester] } }], async (subgraph, asked) => {
      expect(await getAttesters(subgraph, { allowed: true })).toEqual([
        { attester: address, allowed: true, attestationCount: 3, updatedAt: 5n },
      ]);
      expect(asked[0]?.variables.where).toEqual({ allowed: true });
    });
    const module = { id: low, allowed: false, updatedAt: "5" };
    await answering([{ data: { modules: [module] } }], async (subgraph, asked) => {
      expect(await getModules(subgraph)).toEqual([{ module: address, allowed: false, updatedAt: 5n }]);
      expect(asked[0]?.variables.where).toEqual({});
    });
  });
});

describe("getIncomeHistory", () => {
  test("default", async () => {
    const row = { timestamp: "1000000", paid: "1", claimed: "2", returned: "3", redeemed: "4" };
    await answering([{ data: { incomeStats_collection: [row] } }], async (subgraph, asked) => {
      const steps = await getIncomeHistory(subgraph, { asset: address, money: address, interval: "day" });
      expect(steps).toEqual([{ timestamp: 1n, paid: 1n, claimed: 2n, returned: 3n, redeemed: 4n }]);
      expect(asked[0]?.variables.where).toEqual({ asset: low, money: low });
    });
  });
});

describe("getAnchors", () => {
  test("default", async () => {
    const row = {
      index: "3",
      root: hash,
      size: "9",
      preservedAt: null,
      timestamp: "1",
      blockNumber: "2",
      transactionHash: hash,
    };
    await answering([{ data: { recordRoots: [row] } }], async (subgraph, asked) => {
      const { items, next } = await getAnchors(subgraph, { first: 1, after: 4n });
      expect(items[0]).toMatchObject({ index: 3n, root: hash, size: 9n, preservedAt: null });
      expect(next).toBe(3n);
      expect(asked[0]?.variables.where).toEqual({ index_lt: "4" });
    });
  });
});

describe("getProtocol", () => {
  test("behavior: undefined before anything happened", async () => {
    await answering([{ data: { protocol: null } }], async (subgraph) => {
      expect(await getProtocol(subgraph)).toBeUndefined();
    });
  });
});

describe("getIndexedBlock", () => {
  test("default", async () => {
    await answering([meta(28, true)], async (subgraph) => {
      expect(await getIndexedBlock(subgraph)).toEqual({
        number: 28n,
        hash,
        timestamp: 1_795_354_183,
        hasIndexingErrors: true,
      });
    });
  });

  test("error: SubgraphResponseError", async () => {
    await answering([{ data: { _meta: null } }], (subgraph) =>
      expect(getIndexedBlock(subgraph)).rejects.toThrow(SubgraphResponseError),
    );
  });
});

describe("waitForIndexed", () => {
  test("default", async () => {
    await answering([meta(1), meta(2), meta(5)], async (subgraph, asked) => {
      const { number } = await waitForIndexed(subgraph, { block: 4n, pollingInterval: 5 });
      expect(number).toBe(5n);
      expect(asked).toHaveLength(3);
    });
  });

  test("behavior: answers that cannot be read are no reason to stop", async () => {
    await answering(["", { errors: [{ message: "starting" }] }, meta(4)], async (subgraph) => {
      expect((await waitForIndexed(subgraph, { block: 4n, pollingInterval: 5 })).number).toBe(4n);
    });
  });

  test("error: SubgraphBehindError", async () => {
    await answering([meta(3)], async (subgraph) => {
      const waiting = waitForIndexed(subgraph, { block: 4n, timeout: 60, pollingInterval: 10 });
      await expect(waiting).rejects.toThrow(SubgraphBehindError);
      await expect(waiting).rejects.toMatchObject({ block: 4n, indexed: 3n });
    });
  });

  test("error: SubgraphBehindError says why when nobody answers", async () => {
    const lost = createSubgraphClient({ url: "http://127.0.0.1:9" });
    const waiting = waitForIndexed(lost, { block: 4n, timeout: 60, pollingInterval: 10 });
    await expect(waiting).rejects.toThrow(SubgraphBehindError);
    await expect(waiting).rejects.toMatchObject({
      indexed: undefined,
      cause: { name: "SubgraphUnreachableError" },
    });
  });

  test("behavior: a signal ends it at once", async () => {
    await answering([meta(1)], async (subgraph) => {
      const controller = new AbortController();
      const waiting = waitForIndexed(subgraph, { block: 4n, signal: controller.signal });
      controller.abort(new DOMException("left the page", "AbortError"));
      await expect(waiting).rejects.toThrow("left the page");
    });
  });
});
