import { getStoreCodes, getStoreOrders, uploadStoreCodes } from "@qti/sdk/rewards/store";
import {
  createReferralCode,
  getLeaderboard,
  getReferrer,
  joinLeaderboard,
  requestVoucher,
  sendTaps,
} from "@qti/sdk/rewards/taps";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { World } from "./support/market.ts";
import { openNodeDoor } from "./support/nodeDoor.ts";
import { operatorAccount } from "./support/operator.ts";
import { ownChain } from "./support/ownChain.ts";
import { signIn } from "./support/person.ts";
import { freshDatabase, type Service, serviceForTest } from "./support/service.ts";
import { Shop } from "./support/shop.ts";
import { Tapper } from "./support/tapper.ts";

vi.setConfig({ testTimeout: 180_000 });

/** Two chains with one id and the same contracts at the same addresses, as one that starts again has them. */
let before: World;
let after: World;
let stop: (() => Promise<void>)[] = [];
beforeAll(async () => {
  const chains = [await ownChain(), await ownChain()] as const;
  [before, after] = [chains[0].world, chains[1].world];
  stop = chains.map((chain) => chain.stop);
}, 600_000);
afterAll(async () => {
  for (const end of stop) await end();
});

const problem = (code: string) => expect.objectContaining({ code: `api-${code}` });

/** Two lives of one service: the same database, another chain. */
async function lives(): Promise<{ first: Service; second: Service }> {
  const DATABASE_URL = await freshDatabase();
  const on = ({ rpcUrl, contracts }: World) =>
    serviceForTest({
      environment: { DATABASE_URL, QTI_RPC_URL: rpcUrl, QTI_CONTRACTS: JSON.stringify(contracts) },
    });
  return { first: await on(before), second: await on(after) };
}

async function verified(service: Service, world: World): Promise<Tapper> {
  const { account } = await world.stranger();
  await world.attest(account.address);
  return new Tapper(service, account).start();
}

describe("on another chain with the same id and the same addresses", () => {
  it("an identity with the same number has nobody else's taps, name or session", async () => {
    const { first, second } = await lives();
    const ada = await verified(first, before);
    const { points } = await ada.tap(40, (ms) => first.clock.advance(ms));
    const adaSignedIn = await signIn(first, ada.wallet);
    await joinLeaderboard(adaSignedIn.api, { name: "Ada" });

    const ben = await verified(second, after);
    const [one, other] = [await ada.state(), await ben.state()];
    // The number is the same, and so is everything that a signature names.
    expect(other.identity).toBe(one.identity);
    expect(other).toMatchObject({ claimed: 0n, claimable: 0n, progress: { earned: 0n, today: 0n } });
    await expect(requestVoucher(ben.api, { account: ben.account })).rejects.toEqual(
      problem("tap-nothing-to-claim"),
    );
    expect((await getLeaderboard({ url: second.url }, { period: "all" })).places).toEqual([]);
    const benSignedIn = await signIn(second, ben.wallet);
    await joinLeaderboard(benSignedIn.api, { name: "Ada" });

    // Her session is none there, and her wallet is nobody.
    first.clock.advance(5_000);
    const batch = await ada.sign([1_500, 1_700]);
    await expect(sendTaps({ url: second.url }, { batch })).rejects.toMatchObject({
      code: "api-tap-session-ended",
      problem: { reason: "unknown" },
    });
    expect((await new Tapper(second, ada.wallet).state()).progress).toMatchObject({ waiting: 0n });
    // And where she was everything is as it was.
    expect((await ada.state()).progress.earned).toBe(points);
    expect((await getLeaderboard({ url: first.url }, { period: "all" })).places).toMatchObject([
      { name: "Ada" },
    ]);
    await ada.send([1_500, 1_700]);
  });

  it("a wallet's code of before is nobody's, and it is given another one", async () => {
    const { first, second } = await lives();
    const { account } = await before.stranger();
    const old = await createReferralCode((await signIn(first, account)).api);
    expect(await getReferrer({ url: second.url }, { code: old.code })).toBeUndefined();
    const fresh = await createReferralCode((await signIn(second, account)).api);
    expect(fresh.code).not.toBe(old.code);
    expect(await getReferrer({ url: first.url }, { code: old.code })).toMatchObject({
      referrer: account.address,
    });
  });

  it("a purchase with the same number gets no code of another's, and is no order of another's", async () => {
    const { first, second } = await lives();
    const [here, there] = [new Shop(before), new Shop(after)];
    const itemId = await here.item();
    expect(await there.item()).toBe(itemId);
    const [ada, ben] = [await here.buyer(), await there.buyer()];
    const operators = [await signIn(first, operatorAccount), await signIn(second, operatorAccount)] as const;
    await uploadStoreCodes(operators[0].api, { itemId, codes: ["OLD-1", "OLD-2"] });
    const [adaIn, benIn] = [await signIn(first, ada.account), await signIn(second, ben.account)];
    await adaIn.publish();
    await benIn.publish();
    const orderId = await here.buy(ada, itemId);
    await first.deliver();
    expect(await there.buy(ben, itemId)).toBe(orderId);
    await second.deliver();
    expect((await getStoreOrders(benIn.api)).items).toMatchObject([{ orderId, state: "waitingForCodes" }]);
    expect(await getStoreCodes(operators[1].api, { itemId })).toMatchObject({
      available: 0,
      given: 0,
      wanted: 1n,
    });
    // A code that was left over there can be given here, once it is uploaded here.
    await uploadStoreCodes(operators[1].api, { itemId, codes: ["OLD-2"] });
    await second.deliver();
    expect((await getStoreOrders(benIn.api)).items).toMatchObject([{ orderId, state: "delivered" }]);
    await first.deliver();
    expect((await getStoreOrders(adaIn.api)).items).toMatchObject([{ orderId, state: "delivered" }]);
    expect(await getStoreCodes(operators[0].api, { itemId })).toMatchObject({ available: 1, given: 1 });
  });
});

it("a chain that starts again under a service is another one within half a minute, and none of before goes on", async () => {
  const door = await openNodeDoor(before.rpcUrl);
  const service = await serviceForTest({
    environment: { QTI_RPC_URL: door.url, QTI_CONTRACTS: JSON.stringify(before.contracts) },
  });
  const ada = await verified(service, before);
  await ada.tap(20, (ms) => service.clock.advance(ms));
  const { identity } = await ada.state();
  door.leadsTo(after.rpcUrl);
  // Whoever asks about the chain hears of the new one at once.
  expect(await ada.state()).toMatchObject({ progress: { earned: 0n } });
  expect(identity).not.toBeNull();
  service.clock.advance(31_000);
  await expect(ada.send([1_500, 1_700])).rejects.toMatchObject({
    code: "api-tap-session-ended",
    problem: { reason: "unknown" },
  });
  const { points } = await (await ada.start()).tap(20, (ms) => service.clock.advance(ms));
  expect((await ada.state()).progress.earned + (await ada.state()).progress.waiting).toBe(points);
  await service.watch();
  await service.deliver();
});
