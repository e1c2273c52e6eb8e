import {
  completeRecoverySync,
  getIdentityNonce,
  proposeRecovery,
  proposeRecoverySync,
  recoveryTypedData,
  scheduleSync,
} from "@qti/sdk";
import {
  createTapKey,
  requestVoucher,
  startTapSession,
  type TapKey,
  tapSessionTypedData,
} from "@qti/sdk/rewards/taps";
import type { Address, Hex } from "viem";
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Trader, World } from "./support/market.ts";
import { ownChain } from "./support/ownChain.ts";
import { type Service, serviceForTest } from "./support/service.ts";
import { counterfactual, deployFactory, deploySmartAccount, smartAccountOf } from "./support/smartAccount.ts";
import { Tapper } from "./support/tapper.ts";

vi.setConfig({ testTimeout: 120_000 });

let world: World;
let stopChain: () => Promise<void>;
let factory: Address;
beforeAll(async () => {
  ({ world, stop: stopChain } = await ownChain());
  factory = await deployFactory(world.rpcUrl);
}, 300_000);
afterAll(() => stopChain());

const serviceHere = () =>
  serviceForTest({
    environment: { QTI_RPC_URL: world.rpcUrl, QTI_CONTRACTS: JSON.stringify(world.contracts) },
  });
const refusal = (code: string) => ({ code: `api-${code}` });

describe("a contract wallet", () => {
  /** What its owner signs for it. */
  async function authorise(service: Service, account: Address, owner: PrivateKeyAccount) {
    const key = await createTapKey();
    const issuedAt = BigInt(Math.floor(service.clock.now().getTime() / 1_000));
    const session = { account, key: key.publicKey, issuedAt, expiresAt: issuedAt + 3_600n };
    const typedData = tapSessionTypedData({
      chainId: hardhat.id,
      tapRewards: world.address("tapRewards"),
      session,
    });
    return { key, session, signature: await owner.signTypedData(typedData) };
  }
  async function begin(service: Service, signed: { key: TapKey } & Parameters<typeof startTapSession>[1]) {
    const { key, ...sent } = signed;
    const { id } = await startTapSession({ url: service.url }, sent);
    return Object.assign(new Tapper(service), { key, session: id });
  }

  it("that accepts a signature (ERC-1271) taps, and claims as whoever it is attested to be", async () => {
    const service = await serviceHere();
    const owner = privateKeyToAccount(generatePrivateKey());
    const account = smartAccountOf(factory, owner.address);
    await deploySmartAccount(factory, owner.address, world.rpcUrl);
    const tapper = await begin(service, await authorise(service, account, owner));
    const { points, progress } = await tapper.tap(10, (ms) => service.clock.advance(ms));
    expect(progress.waiting).toBe(points);
    await world.attest(account);
    expect((await requestVoucher(tapper.api, { account })).voucher).toMatchObject({
      account,
      earned: points,
    });
  });

  it("that is not deployed yet says in the signature how it will be (ERC-6492)", async () => {
    const service = await serviceHere();
    const owner = privateKeyToAccount(generatePrivateKey());
    const account = smartAccountOf(factory, owner.address);
    const { signature, ...signed } = await authorise(service, account, owner);
    const tapper = await begin(service, {
      ...signed,
      signature: counterfactual(factory, owner.address, signature),
    });
    expect(await tapper.send([0, 200])).toMatchObject({ counted: 2 });
  });

  it("is not tapped for by who does not own it", async () => {
    const service = await serviceHere();
    const owner = privateKeyToAccount(generatePrivateKey());
    const stranger = privateKeyToAccount(generatePrivateKey());
    const account = smartAccountOf(factory, owner.address);
    const { key: _, ...before } = await authorise(service, account, stranger);
    await expect(startTapSession({ url: service.url }, before)).rejects.toMatchObject(
      refusal("tap-session-signature"),
    );
    await deploySmartAccount(factory, owner.address, world.rpcUrl);
    await expect(startTapSession({ url: service.url }, before)).rejects.toMatchObject(
      refusal("tap-session-signature"),
    );
  });
});

describe("an identity whose first account was lost", () => {
  /** Three days of objection, and two of the desk's own delay. */
  async function recover(lost: Address, successor: Trader): Promise<void> {
    const desk = world.desk(4);
    const typedData = recoveryTypedData({
      chainId: hardhat.id,
      registry: world.address("identityRegistry"),
      lost,
      successor: successor.address,
      nonce: await getIdentityNonce(desk, { account: successor.address }),
      deadline: BigInt((await world.now()) + 30 * 86_400),
    });
    const signature: Hex = await successor.account.signTypedData(typedData);
    const { deadline } = typedData.message;
    const proposal = { lost, successor: successor.address, deadline, signature };
    const identityRegistry = world.address("identityRegistry");
    await scheduleSync(desk, {
      call: proposeRecovery.call({ identityRegistry, ...proposal, account: desk.account.address }),
    });
    await world.pass(2 * 86_400 + 1);
    await proposeRecoverySync(desk, proposal);
    await world.pass(3 * 86_400 + 1);
    await completeRecoverySync(successor.wallet, { lost });
  }

  it.each([
    ["nobody asked before", false],
    ["somebody asked before", true],
  ])("has what waited for it, once, though %s", async (_, asked) => {
    const service = await serviceHere();
    const lost = await new Tapper(service).start();
    const { points } = await lost.tap(30, (ms) => service.clock.advance(ms));
    await world.attest(lost.account);
    if (asked) expect((await lost.state()).progress.earned).toBe(points);
    const successor = await world.stranger();
    await recover(lost.account, successor);

    const found = await new Tapper(service, successor.account).state();
    expect(found).toMatchObject({ progress: { earned: points, waiting: 0n }, claimable: points });
    // Whoever asks, and in whatever order: it is there once.
    const again = await new Tapper(service, lost.wallet).state();
    expect([again.identity, again.progress.earned]).toEqual([found.identity, points]);
    expect((await new Tapper(service, successor.account).state()).progress.earned).toBe(points);
    // Points go where the person last started a session, whoever asks for them.
    const ask = () => requestVoucher(lost.api, { account: successor.address });
    await expect(ask()).rejects.toMatchObject({ code: "api-tap-other-account" });
    service.clock.advance(1_000);
    await new Tapper(service, successor.account).start();
    const { voucher } = await ask();
    expect(voucher).toMatchObject({ account: successor.address, earned: points });
  });
});
