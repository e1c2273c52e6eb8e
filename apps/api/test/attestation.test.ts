import { attestSync, getStanding, linkWalletSync, walletLinkTypedData } from "@qti/sdk";
import { createWalletClient, http, publicActions } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { isCountry } from "../src/identity/countries.ts";
import { identityOf, normalisePerson } from "../src/identity/person.ts";
import { type Person, problemOf, signIn } from "./support/person.ts";
import { type Service, serviceForTest, startService } from "./support/service.ts";

type SignedAttestation = {
  attestation: {
    account: `0x${string}`;
    identity: `0x${string}`;
    country: number;
    tier: number;
    validUntil: number;
    nonce: string;
    deadline: string;
  };
  signature: `0x${string}`;
};

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const ask = (person: Person, body: unknown) => person.json("POST", "/v1/identity/attestations", body);

async function attestationFor(person: Person, body: unknown): Promise<SignedAttestation> {
  const response = await ask(person, body);
  expect(response.status).toBe(200);
  return (await response.json()) as SignedAttestation;
}

const chain = () =>
  createWalletClient({
    chain: hardhat,
    transport: http(inject("rpcUrl")),
    account: mnemonicToAccount("test test test test test test test test test test test junk", {
      addressIndex: 18,
    }),
  }).extend(publicActions);

/** Brings it to the registry, which anybody may do. */
async function submit({ attestation, signature }: SignedAttestation) {
  const contracts = inject("contracts");
  await attestSync(chain(), {
    attestation: {
      ...attestation,
      nonce: BigInt(attestation.nonce),
      deadline: BigInt(attestation.deadline),
    },
    signature,
    contracts,
  });
  return getStanding(chain(), { account: attestation.account, contracts });
}

describe("an attestation", () => {
  it("is accepted by the registry and makes the account one that may receive", async () => {
    const person = await signIn(service);
    const signed = await attestationFor(person, { country: 276, tier: 2, person: "L01X00T47" });
    expect(signed.attestation).toMatchObject({ account: person.account, country: 276, tier: 2 });
    const standing = await submit(signed);
    expect(standing).toMatchObject({ canSend: true, canReceive: true, country: 276, tier: 2 });
    expect(standing.identity).toBe(signed.attestation.identity);
    const { timestamp } = await chain().getBlock();
    const year = 365 * 24 * 60 * 60;
    expect(standing.validUntil).toBeGreaterThan(Number(timestamp) + year - 3_600);
  });

  it("can be renewed with another tier for the same identity", async () => {
    const person = await signIn(service);
    const first = await attestationFor(person, { country: 276, tier: 1, person: "renewal 1" });
    await submit(first);
    const again = await attestationFor(person, { country: 40, tier: 3, person: "Renewal-1" });
    expect(again.attestation.identity).toBe(first.attestation.identity);
    expect(await submit(again)).toMatchObject({ tier: 3, country: 40 });
    expect((await attestationFor(person, { country: 40, tier: 3 })).attestation.identity).toBe(
      first.attestation.identity,
    );
  });

  it("is given once a person: a second account that states the same person is refused", async () => {
    const [one, two] = [await signIn(service), await signIn(service)];
    await attestationFor(one, { country: 276, tier: 1, person: "C01X00T47 d" });
    const problem = await problemOf(await ask(two, { country: 276, tier: 1, person: "c01-x00-t47-D" }));
    expect(problem).toMatchObject({ status: 409, code: "identity-conflict" });
    expect(problem.next).toContain("link");
  });

  it("is given for one person only, however often two accounts ask at once", async () => {
    const people = await Promise.all([signIn(service), signIn(service), signIn(service)]);
    const answers = await Promise.all(
      people.map((person) => ask(person, { country: 276, tier: 1, person: "asked at once" })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
  });

  it("is not given to an account for another person than before", async () => {
    const person = await signIn(service);
    await attestationFor(person, { country: 276, tier: 1, person: "first person" });
    const problem = await problemOf(await ask(person, { country: 276, tier: 1, person: "second person" }));
    expect(problem).toMatchObject({ status: 409, code: "identity-conflict" });
  });

  it("without a stated person takes the account for one", async () => {
    const [one, two] = [await signIn(service), await signIn(service)];
    const first = await attestationFor(one, { country: 276, tier: 1 });
    const second = await attestationFor(two, { country: 276, tier: 1 });
    expect(first.attestation.identity).not.toBe(second.attestation.identity);
    expect((await attestationFor(one, { country: 276, tier: 1 })).attestation.identity).toBe(
      first.attestation.identity,
    );
  });

  it.each<[string, unknown, string]>([
    ["a country that is none", { country: 280, tier: 1 }, "country"],
    ["a country in letters", { country: "DE", tier: 1 }, "country"],
    ["tier 0", { country: 276, tier: 0 }, "tier"],
    ["tier 4", { country: 276, tier: 4 }, "tier"],
    ["half a tier", { country: 276, tier: 1.5 }, "tier"],
    ["a person without letters or digits", { country: 276, tier: 1, person: " -- . " }, "person"],
    ["a field it does not know", { country: 276, tier: 1, account: "0x00" }, "body"],
    ["nothing", {}, "country"],
  ])("refuses %s and names the field", async (_, body, field) => {
    const problem = await problemOf(await ask(await signIn(service), body));
    expect(problem).toMatchObject({ status: 422, code: "invalid-input" });
    expect(problem.errors?.map((error) => error.field)).toContain(field);
  });

  it("is signed by nobody where no demo attester runs", async () => {
    const own = await serviceForTest({ environment: { QTI_DEMO_ATTESTER_KEY: "" } });
    const problem = await problemOf(await ask(await signIn(own), { country: 276, tier: 1 }));
    expect(problem).toMatchObject({ status: 404, code: "attester-disabled" });
    expect(problem.next).toContain("demo");
  });

  it("is not signed while the chain does not answer", async () => {
    const own = await serviceForTest({ environment: { QTI_RPC_URL: "http://127.0.0.1:1" } });
    const problem = await problemOf(await ask(await signIn(own), { country: 276, tier: 1 }));
    expect(problem).toMatchObject({ status: 503, code: "chain-unreachable" });
  });

  it("leaves no stated person in the database", async () => {
    const person = await signIn(service);
    await attestationFor(person, { country: 276, tier: 1, person: "Grace Brewster Hopper 1906" });
    const { rows } = await service.pool.query("select * from attested_people");
    expect(JSON.stringify(rows).toLowerCase()).not.toContain("hopper");
  });
});

describe("a wallet link", () => {
  type SignedLink = {
    link: { account: Account; newAccount: Account; nonce: string; newNonce: string; deadline: string };
    signature: `0x${string}`;
  };
  type Account = `0x${string}`;
  const link = (person: Person, newAccount: string) =>
    person.json("POST", "/v1/identity/wallet-links", { newAccount });
  const verified = async () => {
    const person = await signIn(service);
    await submit(await attestationFor(person, { country: 276, tier: 1 }));
    return person;
  };

  it("is one of the three signatures that join a wallet to an identity", async () => {
    const [person, other] = [await verified(), await signIn(service)];
    const response = await link(person, other.wallet.address);
    expect(response.status).toBe(200);
    const { link: given, signature: attesterSignature } = (await response.json()) as SignedLink;
    expect(given).toMatchObject({ account: person.account, newAccount: other.account });
    const { nonce, newNonce, deadline, ...accounts } = given;
    const message = {
      ...accounts,
      nonce: BigInt(nonce),
      newNonce: BigInt(newNonce),
      deadline: BigInt(deadline),
    };
    const contracts = inject("contracts");
    const registry = contracts.identityRegistry ?? "0x";
    const typedData = walletLinkTypedData({ chainId: hardhat.id, registry, link: message });
    await linkWalletSync(chain(), {
      link: message,
      accountSignature: await person.wallet.signTypedData(typedData),
      newAccountSignature: await other.wallet.signTypedData(typedData),
      attesterSignature,
      contracts,
    });
    const [one, two] = await Promise.all(
      [person, other].map(({ account }) => getStanding(chain(), { account, contracts })),
    );
    expect(two).toMatchObject({ identity: one?.identity, canReceive: true, accounts: 2 });
    // From now on it is that person.
    const again = await attestationFor(other, { country: 276, tier: 1 });
    expect(again.attestation.identity).toBe(one?.identity);
  });

  it("is refused to an account that nobody verified, and for one that was attested or is about to be", async () => {
    const [person, stranger, about] = [await verified(), await signIn(service), await signIn(service)];
    await attestationFor(about, { country: 276, tier: 1, person: "about to be attested" });
    for (const [response, reason] of [
      [link(stranger, about.account), "not-verified"],
      [link(person, (await verified()).account), "account-taken"],
      [link(person, about.account), "account-taken"],
      [link(person, person.account), "account-taken"],
    ] as const) {
      expect(await problemOf(await response)).toMatchObject({
        status: 409,
        code: "wallet-link-refused",
        reason,
      });
    }
  });

  it.each([
    {},
    { newAccount: "0x12" },
    { newAccount: null },
    { newAccount: `0x${"11".repeat(20)}`, more: 1 },
  ])("is refused for %j", async (body) => {
    const response = await (await signIn(service)).json("POST", "/v1/identity/wallet-links", body);
    expect(await problemOf(response)).toMatchObject({ status: 422, code: "invalid-input" });
  });

  it("is signed by nobody where no demo attester runs", async () => {
    const own = await serviceForTest({ environment: { QTI_DEMO_ATTESTER_KEY: "" } });
    const problem = await problemOf(await link(await signIn(own), `0x${"11".repeat(20)}`));
    expect(problem).toMatchObject({ status: 404, code: "attester-disabled" });
  });
});

describe("the person key", () => {
  it("is the same however it is written", () => {
    expect(normalisePerson(" L01-X00 T47 ")).toBe("l01x00t47");
    expect(normalisePerson("ＬＯ１")).toBe("lo1");
    expect(normalisePerson("Jose\u0301")).toBe(normalisePerson("José"));
  });

  it("says nothing without the pepper, and can never pass for an account", () => {
    const [one, two] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    expect(identityOf(one, { person: "abc" })).not.toBe(identityOf(two, { person: "abc" }));
    const account = `0x${"ab".repeat(20)}` as const;
    expect(identityOf(one, { person: account })).not.toBe(identityOf(one, { account }));
  });
});

describe("the table of countries", () => {
  it("is ISO 3166-1: every code in it is a region, and there are 249", () => {
    const codes = Array.from({ length: 1_000 }, (_, code) => code).filter(isCountry);
    expect(codes).toHaveLength(249);
    for (const code of codes) {
      const { region } = new Intl.Locale(`und-${String(code).padStart(3, "0")}`);
      expect(region).toMatch(/^[A-Z]{2}$/);
    }
  });
});
