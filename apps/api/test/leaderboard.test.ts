import { referralTypedData } from "@qti/sdk";
import { referralRegistryAbi } from "@qti/sdk/abis";
import {
  createReferralCode,
  getLeaderboard,
  getLeaderboardName,
  getReferrer,
  joinLeaderboard,
  leaveLeaderboard,
  relayReferral,
} from "@qti/sdk/rewards/taps";
import { hardhat } from "viem/chains";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World } from "./support/market.ts";
import { type Person, signIn } from "./support/person.ts";
import { type Service, serviceForTest, startService } from "./support/service.ts";
import { Tapper } from "./support/tapper.ts";

const world = new World(inject("rpcUrl"), inject("contracts"));
let service: Service;

beforeAll(async () => {
  service = await startService({ environment: { QTI_RELAYER_KEY: (await world.relayer()).key } });
});
afterAll(() => service.stop());

const pass = (milliseconds: number) => service.clock.advance(milliseconds);
const apiOf = (person: Person) => ({ url: service.url, fetch: person.fetch });

async function member(taps: number): Promise<Person> {
  const tapper = new Tapper(service);
  await world.attest(tapper.account);
  await tapper.start();
  if (taps > 0) await tapper.tap(taps, pass);
  return signIn(service, tapper.wallet);
}

describe("the leaderboard", () => {
  it("shows those who want it, most points first, until the moment they do not", async () => {
    const [ada, ben, cleo] = [await member(30), await member(50), await member(90)];
    await joinLeaderboard(apiOf(ada), { name: "Ada Lovelace" });
    await joinLeaderboard(apiOf(ben), { name: "Ben" });
    const shown = async () => {
      const { places } = await getLeaderboard({ url: service.url }, { period: "day" });
      return places.map(({ rank, name }) => `${rank} ${name}`);
    };
    expect(await shown()).toEqual(["1 Ben", "2 Ada Lovelace"]);
    expect(await getLeaderboardName(apiOf(cleo))).toEqual({ name: null });
    await leaveLeaderboard(apiOf(ben));
    expect(await shown()).toEqual(["1 Ada Lovelace"]);
    expect(JSON.stringify((await service.pool.query("select * from tap_names")).rows)).not.toContain("Ben");
    // The name is free again.
    await joinLeaderboard(apiOf(cleo), { name: "Ben" });
    expect(await getLeaderboardName(apiOf(cleo))).toEqual({ name: "Ben" });
  });

  it("gives a name to whoever had it first, also when another only looks like it", async () => {
    const [one, other] = [await member(0), await member(0)];
    await joinLeaderboard(apiOf(one), { name: "Zoë 1" });
    for (const name of ["zoe l", "ZOE-I", "Official Ada", "QTI"])
      await expect(joinLeaderboard(apiOf(other), { name })).rejects.toMatchObject({ code: "api-name-taken" });
    for (const name of ["ab", "a".repeat(21), "0xabcdef", "Ада", "a  b", "<b>x</b>", "12345"])
      await expect(joinLeaderboard(apiOf(other), { name })).rejects.toMatchObject({
        code: "api-invalid-input",
      });
  });

  it("has no place for who is not verified: one person, one name", async () => {
    const person = await signIn(service);
    await expect(joinLeaderboard(apiOf(person), { name: "Nobody" })).rejects.toMatchObject({
      code: "api-tap-no-identity",
    });
  });
});

describe("a referral code", () => {
  it("stays the same, and is read as people write it", async () => {
    const person = await signIn(service);
    const { code } = await createReferralCode(apiOf(person));
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect((await createReferralCode(apiOf(person))).code).toBe(code);
    const written = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
    expect(await getReferrer({ url: service.url }, { code: written })).toEqual({
      code,
      referrer: person.wallet.address,
    });
    expect(await getReferrer({ url: service.url }, { code: "ZZZZZZZZ" })).toBeUndefined();
  });
});

describe("a referral that is relayed", () => {
  it("is bound without the newcomer having any ether, and is refused where the chain would refuse it", async () => {
    const referrer = await member(0);
    const newcomer = new Tapper(service);
    const address = world.address("referralRegistry");
    const referral = {
      newcomer: newcomer.account,
      referrer: referrer.wallet.address,
      nonce: 0n,
      deadline: BigInt((await world.now()) + 3_600),
    };
    const sign = (message: typeof referral) =>
      newcomer.wallet.signTypedData(
        referralTypedData({ chainId: hardhat.id, referralRegistry: address, referral: message }),
      );
    const { hash } = await relayReferral({ url: service.url }, { referral, signature: await sign(referral) });
    await world.node.waitForTransactionReceipt({ hash });
    const edge = await world.node.readContract({
      address,
      abi: referralRegistryAbi,
      functionName: "edgeOf",
      args: [newcomer.account],
    });
    expect(edge.referrer).toBe(referrer.wallet.address);
    const self = { ...referral, referrer: newcomer.account, nonce: 1n };
    await expect(
      relayReferral({ url: service.url }, { referral: self, signature: await sign(self) }),
    ).rejects.toMatchObject({
      code: "api-relay-refused",
      problem: {
        reason: "ReferralSelf",
        detail: "An account cannot name itself as the one who referred it. Name another account.",
      },
    });
  });

  it("is not sent where no relayer is set", async () => {
    const without = await serviceForTest({ environment: { QTI_RELAYER_KEY: "" } });
    const referral = {
      newcomer: new Tapper(without).account,
      referrer: new Tapper(without).account,
      nonce: 0n,
      deadline: 1n,
    };
    await expect(relayReferral({ url: without.url }, { referral, signature: "0x00" })).rejects.toMatchObject({
      code: "api-relayer-disabled",
      status: 503,
    });
  });
});
