import type { SessionEntry } from "@qti/sdk/identity/sign-in";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, problemOf, signIn } from "./support/person.ts";
import { type Service, serviceForTest, startService } from "./support/service.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const newWallet = () => privateKeyToAccount(generatePrivateKey());

async function sessionsOf(person: Person): Promise<SessionEntry[]> {
  const response = await person.fetch("/v1/sessions");
  expect(response.status).toBe(200);
  return ((await response.json()) as { items: SessionEntry[] }).items;
}

describe("one's sessions", () => {
  it("are listed, the last used first, and say which one asks", async () => {
    const own = await serviceForTest();
    const wallet = newWallet();
    const laptop = await signIn(own, wallet);
    own.clock.advance(120_000);
    const phone = await signIn(own, wallet);
    await signIn(own);
    const seen = await sessionsOf(phone);
    expect(seen.map(({ current, level }) => ({ current, level }))).toEqual([
      { current: true, level: 1 },
      { current: false, level: 1 },
    ]);
    own.clock.advance(120_000);
    const [first] = await sessionsOf(laptop);
    expect(first).toMatchObject({ current: true, lastUsedAt: expect.any(String), steppedUpAt: null });
    expect(first?.id).toBe(seen[1]?.id);
  });

  it("say when they were last used to the minute, so that not every request writes", async () => {
    const own = await serviceForTest();
    own.clock.stand();
    const ada = await signIn(own);
    const [before] = await sessionsOf(ada);
    own.clock.advance(59_000);
    expect((await sessionsOf(ada))[0]?.lastUsedAt).toBe(before?.lastUsedAt);
    own.clock.advance(2_000);
    expect((await sessionsOf(ada))[0]?.lastUsedAt).not.toBe(before?.lastUsedAt);
  });

  it.each([
    [
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
      "chrome",
      "linux",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0",
      "edge",
      "windows",
    ],
    ["Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0", "firefox", "android"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
      "safari",
      "ios",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15",
      "safari",
      "macos",
    ],
    ["node", "other", "other"],
  ])("tell the kind of client in coarse words, and keep no more of %s", async (agent, browser, system) => {
    const ada = await signIn(service, newWallet(), { "user-agent": agent });
    expect((await sessionsOf(ada))[0]).toMatchObject({ browser, system });
    const { rows } = await service.pool.query("select * from sessions where account = $1", [ada.account]);
    if (agent.length > 10) expect(JSON.stringify(rows)).not.toContain(agent.slice(0, 20));
  });

  it("end one by one, the one that asks as well", async () => {
    const wallet = newWallet();
    const [laptop, phone] = [await signIn(service, wallet), await signIn(service, wallet)];
    const items = await sessionsOf(laptop);
    const other = items.find(({ current }) => !current)?.id;
    expect((await laptop.fetch(`/v1/sessions/${other}`, { method: "DELETE" })).status).toBe(204);
    expect((await phone.fetch("/v1/sessions")).status).toBe(401);
    const mine = items.find(({ current }) => current)?.id;
    expect((await laptop.fetch(`/v1/sessions/${mine}`, { method: "DELETE" })).status).toBe(204);
    expect((await laptop.fetch("/v1/sessions")).status).toBe(401);
  });

  it("end all but the one that asks", async () => {
    const wallet = newWallet();
    const people = [
      await signIn(service, wallet),
      await signIn(service, wallet),
      await signIn(service, wallet),
    ];
    const stranger = await signIn(service);
    const response = await people[0]?.fetch("/v1/sessions", { method: "DELETE" });
    expect(await response?.json()).toEqual({ ended: 2 });
    const left = await Promise.all(people.map((person) => person.fetch("/v1/sessions")));
    expect(left.map(({ status }) => status)).toEqual([200, 401, 401]);
    expect((await stranger.fetch("/v1/sessions")).status).toBe(200);
  });

  it("of somebody else look exactly like none, and stay", async () => {
    const [ada, mallory] = [await signIn(service), await signIn(service)];
    const [{ id } = { id: "" }] = await sessionsOf(ada);
    const answers = await Promise.all(
      [id, crypto.randomUUID()].map(async (one) =>
        problemOf(await mallory.fetch(`/v1/sessions/${one}`, { method: "DELETE" })),
      ),
    );
    const [theirs, none] = answers.map(({ requestId: _, ...problem }) => problem);
    expect(theirs).toEqual(none);
    expect(await sessionsOf(ada)).toHaveLength(1);
  });
});

describe("many sign-ins of one account at the same moment", () => {
  it("end none of one another", async () => {
    const own = await serviceForTest();
    const wallet = newWallet();
    const people = await Promise.all(Array.from({ length: 12 }, () => signIn(own, wallet)));
    const answers = await Promise.all(people.map((person) => person.fetch("/v1/sessions")));
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200));
  });
});
