import { relayClaim, requestVoucher } from "@qti/sdk/rewards/taps";
import { describe, expect, inject, it, vi } from "vitest";
import { World } from "./support/market.ts";
import { openNodeDoor } from "./support/nodeDoor.ts";
import { type Service, serviceForTest } from "./support/service.ts";
import { Tapper } from "./support/tapper.ts";

vi.setConfig({ testTimeout: 120_000 });
const world = new World(inject("rpcUrl"), inject("contracts"));

async function verified(service: Service): Promise<Tapper> {
  const tapper = new Tapper(service);
  await world.attest(tapper.account);
  return tapper.start();
}

/** Taps something, and has it claimed. */
async function claim(tapper: Tapper, service: Service) {
  await tapper.tap(5, (milliseconds) => service.clock.advance(milliseconds));
  return relayClaim(tapper.api, await requestVoucher(tapper.api, { account: tapper.account }));
}

const quota = { code: "api-relay-quota" };

describe("claims that are relayed", () => {
  it("are so many a day for one person, and so many for all together", async () => {
    const { key, address } = await world.relayer();
    const environment = {
      QTI_RELAYER_KEY: key,
      QTI_RELAYS_PER_DAY: "2",
      QTI_RELAYS_PER_DAY_IN_ALL: "3",
    };
    const service = await serviceForTest({ environment });
    const [ada, ben] = [await verified(service), await verified(service)];
    const sent = [await claim(ada, service), await claim(ada, service)];
    await expect(claim(ada, service)).rejects.toMatchObject({ ...quota, problem: { limit: 2 } });
    sent.push(await claim(ben, service));
    // Hers are used up, and so are all of them.
    await expect(claim(ben, service)).rejects.toMatchObject(quota);
    for (const { hash } of sent) {
      expect(await world.node.waitForTransactionReceipt({ hash })).toMatchObject({ status: "success" });
    }
    expect(await world.node.getTransactionCount({ address })).toBe(3);
    // What was refused is not lost: the next day it is in the next voucher.
    service.clock.advance(25 * 3_600_000);
    await ada.start();
    const { hash } = await claim(ada, service);
    await world.node.waitForTransactionReceipt({ hash });
    expect(await ada.state()).toMatchObject({ claimable: 0n });
  });

  it("wait while a unit of gas costs more than the service pays", async () => {
    const { key, address } = await world.relayer();
    // A tip alone is as much.
    const environment = { QTI_RELAYER_KEY: key, QTI_RELAY_GWEI: "1" };
    const service = await serviceForTest({ environment });
    const ada = await verified(service);
    await expect(claim(ada, service)).rejects.toMatchObject({
      ...quota,
      problem: { detail: expect.stringContaining("more gas") },
    });
    expect(await world.node.getTransactionCount({ address, blockTag: "pending" })).toBe(0);
    // It took nothing of her quota, and anybody else may send it.
    expect((await service.pool.query("select from relays")).rowCount).toBe(0);
  });

  it("by two processes with one key never share a nonce, and the same claim is sent once", async () => {
    const { key, address } = await world.relayer();
    const one = await serviceForTest({ environment: { QTI_RELAYER_KEY: key } });
    const two = await serviceForTest({
      environment: { QTI_RELAYER_KEY: key, DATABASE_URL: one.config.databaseUrl },
    });
    const people = [];
    for (let each = 0; each < 4; each++) {
      const tapper = await verified(one);
      await tapper.tap(5, (milliseconds) => one.clock.advance(milliseconds));
      people.push({ tapper, signed: await requestVoucher(tapper.api, { account: tapper.account }) });
    }
    // Everybody asks both of them, all at once.
    const answers = await Promise.all(
      people.map(({ signed }) =>
        Promise.all([one, two].map((service) => relayClaim({ url: service.url }, signed))),
      ),
    );
    const nonces = new Set<number>();
    for (const [index, [first, second]] of answers.entries()) {
      expect(second).toEqual(first);
      const hash = first?.hash ?? "0x";
      expect(await world.node.waitForTransactionReceipt({ hash })).toMatchObject({ status: "success" });
      nonces.add((await world.node.getTransaction({ hash })).nonce);
      expect(await people[index]?.tapper.state()).toMatchObject({ claimable: 0n });
    }
    expect([...nonces].sort()).toEqual([0, 1, 2, 3]);
    expect(await world.node.getTransactionCount({ address })).toBe(4);
  });

  it("answer with what another process sent between a first look and the simulation, which finds it claimed", async () => {
    const { key, address } = await world.relayer();
    const door = await openNodeDoor(world.rpcUrl);
    const one = await serviceForTest({ environment: { QTI_RELAYER_KEY: key } });
    const two = await serviceForTest({
      environment: { QTI_RELAYER_KEY: key, DATABASE_URL: one.config.databaseUrl, QTI_RPC_URL: door.url },
    });
    const ada = await verified(one);
    await ada.tap(5, (milliseconds) => one.clock.advance(milliseconds));
    const signed = await requestVoucher(ada.api, { account: ada.account });
    const simulates = Promise.withResolvers<void>();
    const sent = Promise.withResolvers<void>();
    door.holds((body) => {
      // The voucher's signature is in the data of its claim, and in nothing else that is asked.
      if (!body.includes(signed.signature.slice(2))) return undefined;
      simulates.resolve();
      return sent.promise;
    });
    const late = relayClaim({ url: two.url }, signed);
    await simulates.promise;
    const { hash } = await relayClaim({ url: one.url }, signed);
    await world.node.waitForTransactionReceipt({ hash });
    sent.resolve();
    expect(await late).toEqual({ hash });
    expect(await world.node.getTransactionCount({ address })).toBe(1);
  });
});
