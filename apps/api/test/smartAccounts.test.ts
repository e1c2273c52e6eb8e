import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, signInMessage, Visitor } from "./support/person.ts";
import { type Service, startService } from "./support/service.ts";
import { counterfactual, deployFactory, deploySmartAccount, smartAccountOf } from "./support/smartAccount.ts";

let service: Service;
let factory: `0x${string}`;

beforeAll(async () => {
  service = await startService();
  factory = await deployFactory();
});
afterAll(() => service.stop());

type Sign = (owner: `0x${string}`, signature: `0x${string}`) => `0x${string}`;

async function signInAs(
  owner = privateKeyToAccount(generatePrivateKey()),
  wrap: Sign = (_, signature) => signature,
) {
  const visitor = new Visitor(service);
  const account = smartAccountOf(factory, owner.address);
  const message = await signInMessage(visitor, owner, { address: account });
  const signature = wrap(owner.address, await owner.signMessage({ message }));
  return { account, response: await visitor.json("POST", "/v1/session", { message, signature }) };
}

describe("a smart account", () => {
  it("that is deployed signs in with what its owner signs (ERC-1271)", async () => {
    const owner = privateKeyToAccount(generatePrivateKey());
    await deploySmartAccount(factory, owner.address);
    const { account, response } = await signInAs(owner);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ session: { account: account.toLowerCase() } });
  });

  it("that is not deployed yet signs in with how to deploy it (ERC-6492)", async () => {
    const { account, response } = await signInAs(undefined, (owner, signature) =>
      counterfactual(factory, owner, signature),
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ session: { account: account.toLowerCase() } });
  });

  it("is not signed in by somebody else's signature, deployed or not", async () => {
    const owner = privateKeyToAccount(generatePrivateKey());
    const stranger = privateKeyToAccount(generatePrivateKey());
    await deploySmartAccount(factory, owner.address);
    const visitor = new Visitor(service);
    for (const [account, wrap] of [
      [smartAccountOf(factory, owner.address), (signature: `0x${string}`) => signature],
      [
        smartAccountOf(factory, privateKeyToAccount(generatePrivateKey()).address),
        (signature: `0x${string}`) => counterfactual(factory, stranger.address, signature),
      ],
    ] as const) {
      const message = await signInMessage(visitor, owner, { address: account });
      const signature = wrap(await stranger.signMessage({ message }));
      const problem = await problemOf(await visitor.json("POST", "/v1/session", { message, signature }));
      expect(problem).toMatchObject({ status: 401, code: "sign-in-refused", reason: "signature" });
    }
  });

  it("that is not deployed and does not say how is refused", async () => {
    const { response } = await signInAs();
    expect(await problemOf(response)).toMatchObject({ code: "sign-in-refused", reason: "signature" });
  });
});
