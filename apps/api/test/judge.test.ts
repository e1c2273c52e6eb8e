import { hashOrder } from "@qti/sdk";
import {
  type Address,
  createPublicClient,
  custom,
  getAddress,
  http,
  numberToHex,
  RpcRequestError,
} from "viem";
import { hardhat } from "viem/chains";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { Judge, type SignedOrder } from "../src/exchange/judge.ts";
import { JudgeQueue } from "../src/exchange/judgeQueue.ts";
import { makerFacts } from "../src/exchange/makerFacts.ts";
import { momentOf } from "../src/exchange/moment.ts";
import { SHARE, type Trader, World } from "./support/market.ts";

const world = new World(inject("rpcUrl"), inject("contracts"));
let issuer: Trader & { asset: Address };
beforeAll(async () => {
  issuer = await world.issuer();
  await issuer.approve(issuer.asset);
});

async function signedOrder(): Promise<SignedOrder> {
  const order = await issuer.ask(issuer.asset);
  const { signature } = await issuer.sign(order);
  return { hash: hashOrder({ chainId: hardhat.id, exchange: world.exchange, order }), order, signature };
}

/** The chain, seen through a node that refuses some calls. */
function nodeThatRefuses(refuses: (data: string) => boolean) {
  const real = http(world.rpcUrl, { retryCount: 0 })({ chain: hardhat });
  let calls = 0;
  const request: typeof real.request = async (args, options) => {
    if (args.method === "eth_call") {
      calls += 1;
      if (refuses(JSON.stringify(args.params))) {
        throw new RpcRequestError({ body: {}, url: "node", error: { code: -32_000, message: "no" } });
      }
    }
    return real.request(args, options);
  };
  const chain = createPublicClient({
    chain: hardhat,
    transport: custom({ request }, { retryCount: 0 }),
    cacheTime: 0,
  });
  const judge = new Judge({ chain, exchange: world.exchange, orderQuoter: world.address("orderQuoter") });
  return { chain, judge, calls: () => calls };
}

describe("an order that makes the node give up", () => {
  it("spoils nothing for the others, and is not offered", async () => {
    const signed = await Promise.all(Array.from({ length: 7 }, signedOrder));
    const poison = numberToHex(signed[4]?.order.salt ?? 0n, { size: 32 }).slice(2);
    const { chain, judge } = nodeThatRefuses((data) => data.includes(poison));
    const judged = await judge.judge(signed, await momentOf(chain));
    expect(judged.map(({ signed: { hash } }) => hash)).toEqual(signed.map(({ hash }) => hash));
    expect(judged.map(({ verdict: { state } }) => state)).toEqual([
      ...Array(4).fill("open"),
      "unfillable",
      ...Array(2).fill("open"),
    ]);
    expect(judged[4]?.verdict).toMatchObject({ issue: "invalid", fillable: 0n });
  });
});

describe("an order in money that burns all gas that it gets", () => {
  it("hides nothing of what the makers of others have", async () => {
    const money = getAddress(`0x${"5b".repeat(20)}`);
    // Jumps to its own beginning.
    await world.node.setCode({ address: money, bytecode: "0x5b600056" });
    const order = await issuer.bid(issuer.asset, { money });
    const hash = hashOrder({ chainId: hardhat.id, exchange: world.exchange, order });
    const { signature } = await issuer.sign(order);
    const { chain, judge } = nodeThatRefuses(() => false);
    const signed = [{ hash, order, signature }, await signedOrder()];
    const [burning, other] = await judge.judge(signed, await momentOf(chain));
    expect(burning?.verdict).toMatchObject({ issue: "moneyNotListed", fillable: 0n });
    expect(other?.verdict).toMatchObject({ issue: "none", funds: 1_000_000n * SHARE });
  });
});

describe("orders that come at the same time", () => {
  it("are asked about together, and each is answered for itself", async () => {
    const signed = await Promise.all(Array.from({ length: 6 }, signedOrder));
    const { chain, judge, calls } = nodeThatRefuses(() => false);
    const queue = new JudgeQueue(chain, judge);
    await queue.judge(await signedOrder());
    const alone = calls();
    const answers = await Promise.all(signed.map((one) => queue.judge(one)));
    expect(answers.map(({ judged }) => judged.signed)).toEqual(signed);
    // The first one is on its way when the others come, so there are two questions and not six.
    expect(calls() - alone).toBeLessThan(6 * alone);
  });

  it("all hear of a chain that does not answer, and the next one is asked about again", async () => {
    let down = true;
    const { chain, judge } = nodeThatRefuses(() => down);
    const queue = new JudgeQueue(chain, judge);
    const signed = await Promise.all(Array.from({ length: 3 }, signedOrder));
    const answers = await Promise.allSettled(signed.map((one) => queue.judge(one)));
    expect(answers.map(({ status }) => status)).toEqual(Array(3).fill("rejected"));
    down = false;
    expect((await queue.judge(await signedOrder())).judged.verdict.state).toBe("open");
  });
});

describe("a node that cannot answer", () => {
  it("what a maker has does not make it poor", async () => {
    const { order } = await signedOrder();
    const { chain } = nodeThatRefuses(() => true);
    await expect(makerFacts(chain, world.exchange, order)).rejects.toThrow("Details: no");
  });

  it("about the block at all says nothing of any order", async () => {
    const signed = await Promise.all(Array.from({ length: 3 }, signedOrder));
    const { chain, judge } = nodeThatRefuses(() => true);
    const moment = await momentOf(chain);
    await expect(judge.judge(signed, moment)).rejects.toMatchObject({ code: "chain-unreachable" });
  });

  it("because it is gone is not asked again and again", async () => {
    const signed = await Promise.all(Array.from({ length: 8 }, signedOrder));
    const moment = await momentOf(createPublicClient({ chain: hardhat, transport: http(world.rpcUrl) }));
    const chain = createPublicClient({
      chain: hardhat,
      transport: http("http://127.0.0.1:1", { retryCount: 0 }),
    });
    const judge = new Judge({ chain, exchange: world.exchange, orderQuoter: world.address("orderQuoter") });
    await expect(judge.judge(signed, moment)).rejects.toMatchObject({ code: "chain-unreachable" });
  });

  it("because there is no quoter where it should be, says nothing of any order either", async () => {
    const chain = createPublicClient({ chain: hardhat, transport: http(world.rpcUrl) });
    const judge = new Judge({ chain, exchange: world.exchange, orderQuoter: issuer.address });
    await expect(judge.judge([await signedOrder()], await momentOf(chain))).rejects.toMatchObject({
      code: "chain-unreachable",
    });
  });
});
