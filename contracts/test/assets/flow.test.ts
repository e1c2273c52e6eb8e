import type { WalletClient } from "@nomicfoundation/hardhat-viem/types";
import { expect } from "chai";
import {
  type Address,
  encodeFunctionData,
  getAddress,
  type Hex,
  keccak256,
  parseSignature,
  toHex,
} from "viem";
import {
  identityDomain,
  shares,
  signAttestation,
  terms,
  tokenizeAndActivate,
  walletLinkTypes,
} from "../shared/assets.ts";
import { type Devnet, deployDevnet, devnetAccounts } from "../shared/deployment.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** `Refusal` of `IComplianceModule`, as far as the story meets it. */
const REFUSAL = {
  None: 0,
  SenderFrozen: 2,
  ReceiverUnknown: 5,
  InsufficientUnfrozen: 12,
  Paused: 16,
} as const;

describe("a house, from the notary to its redemption", () => {
  let chain: Devnet;
  let desk: Record<string, Address>;
  let attester: WalletClient;
  let ada: WalletClient;
  let ben: WalletClient;
  let cleo: WalletClient;
  let dora: WalletClient;
  let bensPhone: WalletClient;
  let asset: Address;

  before(async () => {
    chain = await deployDevnet({ initialDate: new Date("2026-01-01T00:00:00Z") });
    desk = await devnetAccounts();
    attester = await chain.viem.getWalletClient(account("attester"));
    const clients = await chain.viem.getWalletClients();
    const person = (index: number) => clients[index] ?? expect.fail(`no account ${index}`);
    [ada, ben, cleo, dora, bensPhone] = [person(10), person(11), person(12), person(13), person(14)];
    asset = await chain.contracts.assetRegistry.read.predictAsset([
      ada.account.address,
      terms(ada.account.address).salt,
    ]);
  });

  after(() => chain.close());

  const account = (name: string): Address => desk[name] ?? expect.fail(`no account ${name}`);
  const addressOf = ({ account: { address } }: WalletClient) => getAddress(address);
  /** Asked for before an attempt, not beside it: a refusal that nobody waits for yet would end the run. */
  const token = () => chain.viem.getContractAt("AssetToken", asset);
  const identities = () => chain.contracts.identityRegistry;
  const inOneYear = async () => (await chain.networkHelpers.time.latest()) + YEAR;

  async function attest(person: WalletClient, more: Parameters<typeof signAttestation>[2] = {}) {
    const by = { attester, identities: identities() };
    const { message, signature } = await signAttestation(by, addressOf(person), {
      validUntil: await inOneYear(),
      ...more,
    });
    return identities().write.attest([message, signature], { account: person.account });
  }

  async function transfer(from: WalletClient, to: WalletClient, count: number) {
    return (await token()).write.transfer([addressOf(to), shares(count)], { account: from.account });
  }

  async function refusal(from: WalletClient, to: WalletClient, count: number) {
    return (await token()).read.transferRefusal([addressOf(from), addressOf(to), shares(count)]);
  }

  /** What COMPLIANCE_FORCE decides waits two days, in which everybody sees it and GUARDIAN can cancel it. */
  async function afterTwoDays(target: Address, data: Hex, run: () => Promise<Hex>) {
    const by = { account: account("complianceForce") };
    await chain.contracts.accessManager.write.schedule([target, data, 0], by);
    await chain.viem.assertions.revertWithCustomError(
      run(),
      chain.contracts.accessManager,
      "AccessManagerNotReady",
    );
    await chain.networkHelpers.time.increase(48 * HOUR);
    return run();
  }

  it("lets an attester vouch for Ada, Ben and Cleo", async () => {
    await chain.viem.assertions.emit(attest(ada, { tier: 2 }), identities(), "AccountAttested");
    await attest(ben);
    await attest(cleo, { country: 250 });
    expect(await identities().read.canReceive([addressOf(ben)])).to.equal(true);
    expect(await identities().read.canReceive([addressOf(dora)])).to.equal(false);
    const standing = await identities().read.standingOf([addressOf(cleo)]);
    expect(standing).to.include({ country: 250, tier: 2, accounts: 1, index: 3n, frozen: false });
  });

  it("admits Ada as an issuer, and nobody who is not verified", async () => {
    const { demoDesk } = chain.contracts;
    await demoDesk.write.enrolIssuer({ account: ada.account });
    await chain.viem.assertions.revertWithCustomErrorWithArgs(
      demoDesk.write.enrolIssuer({ account: dora.account }),
      demoDesk,
      "DemoDeskNotVerified",
      [addressOf(dora)],
    );
  });

  it("tokenizes the house and activates it in one transaction", async () => {
    const { assetRegistry, complianceModule } = chain.contracts;
    const house = terms(complianceModule.address, "House in Leipzig");
    house.rules.capPerIdentity = shares(1_000);
    house.blockedCountries = [408];
    await assetRegistry.write.multicall(tokenizeAndActivate(assetRegistry, asset, house), {
      account: ada.account,
    });
    const { read } = await token();
    expect(await read.name()).to.equal("House in Leipzig");
    expect(await read.balanceOf([addressOf(ada)])).to.equal(shares(1_000));
    expect(await read.holders()).to.equal(1);
    expect(await assetRegistry.read.documentsRoots([asset])).to.deep.equal([house.documentsRoot]);
  });

  it("transfers shares to Ben", async () => {
    const shareToken = await token();
    await chain.viem.assertions.emitWithArgs(transfer(ada, ben, 300), shareToken, "Transfer", [
      addressOf(ada),
      addressOf(ben),
      shares(300),
    ]);
    expect(await (await token()).read.holders()).to.equal(2);
  });

  it("refuses Dora, whom nobody verified, and says why", async () => {
    const shareToken = await token();
    expect(await refusal(ben, dora, 1)).to.equal(REFUSAL.ReceiverUnknown);
    expect(await (await token()).read.canTransfer([addressOf(ben), addressOf(dora), 1n])).to.equal(false);
    await chain.viem.assertions.revertWithCustomErrorWithArgs(
      transfer(ben, dora, 1),
      shareToken,
      "ERC7943CannotReceive",
      [addressOf(dora)],
    );
  });

  it("lets Cleo pull shares with Ben's permit, which works on this token only", async () => {
    const { read, write } = await token();
    const deadline = BigInt(await inOneYear());
    const [value, nonce] = [shares(50), await read.nonces([addressOf(ben)])];
    const signature = await ben.signTypedData({
      domain: { name: "QTI Asset", version: "1", chainId: 31_337, verifyingContract: asset },
      types: {
        Permit: [
          { name: "owner", type: "address" },
          { name: "spender", type: "address" },
          { name: "value", type: "uint256" },
          { name: "nonce", type: "uint256" },
          { name: "deadline", type: "uint256" },
        ],
      },
      primaryType: "Permit",
      message: { owner: addressOf(ben), spender: addressOf(cleo), value, nonce, deadline },
    });
    const { r, s, yParity } = parseSignature(signature);
    await write.permit([addressOf(ben), addressOf(cleo), value, deadline, 27 + yParity, r, s]);
    await write.transferFrom([addressOf(ben), addressOf(cleo), value], { account: cleo.account });
    expect(await read.balanceOf([addressOf(cleo)])).to.equal(value);
    expect(await read.allowance([addressOf(ben), addressOf(cleo)])).to.equal(0n);
  });

  it("freezes 200 of Ben's 250 shares at once", async () => {
    const shareToken = await token();
    const { assetRegistry } = chain.contracts;
    const by = { account: account("complianceDesk") };
    await assetRegistry.write.setFrozenTokensIf([asset, addressOf(ben), 0n, shares(200)], by);
    expect(await refusal(ben, cleo, 51)).to.equal(REFUSAL.InsufficientUnfrozen);
    await chain.viem.assertions.revertWithCustomErrorWithArgs(
      transfer(ben, cleo, 51),
      shareToken,
      "ERC7943InsufficientUnfrozenBalance",
      [addressOf(ben), shares(51), shares(50)],
    );
    await transfer(ben, cleo, 50);
  });

  it("moves 150 frozen shares by a court's order, two days after it was announced", async () => {
    const { assetRegistry } = chain.contracts;
    const args = [asset, addressOf(ben), addressOf(cleo), shares(150)] as const;
    const data = encodeFunctionData({ abi: assetRegistry.abi, functionName: "forcedTransfer", args });
    const by = { account: account("complianceForce") };
    const hash = await afterTwoDays(assetRegistry.address, data, () =>
      assetRegistry.write.forcedTransfer(args, by),
    );
    const client = await chain.viem.getPublicClient();
    const { blockNumber } = await client.getTransactionReceipt({ hash });
    const events = await client.getContractEvents({
      address: asset,
      abi: (await token()).abi,
      fromBlock: blockNumber,
    });
    expect(events.map(({ eventName }) => eventName)).to.deep.equal(["Frozen", "Transfer", "ForcedTransfer"]);
    expect(await (await token()).read.getFrozenTokens([addressOf(ben)])).to.equal(shares(50));
    expect(await (await token()).read.balanceOf([addressOf(ben)])).to.equal(shares(50));
  });

  it("lets the guardian cancel an order before it runs", async () => {
    const { accessManager, assetRegistry } = chain.contracts;
    const args = [asset, addressOf(ben), addressOf(cleo), shares(1)] as const;
    const data = encodeFunctionData({ abi: assetRegistry.abi, functionName: "forcedTransfer", args });
    const force = account("complianceForce");
    await accessManager.write.schedule([assetRegistry.address, data, 0], { account: force });
    await accessManager.write.cancel([force, assetRegistry.address, data], { account: account("guardian") });
    await chain.networkHelpers.time.increase(48 * HOUR);
    await chain.viem.assertions.revertWithCustomError(
      assetRegistry.write.forcedTransfer(args, { account: force }),
      accessManager,
      "AccessManagerNotScheduled",
    );
  });

  it("pauses for 14 days and goes on by nobody's act", async () => {
    const shareToken = await token();
    await chain.contracts.assetRegistry.write.pause([asset], { account: account("pauser") });
    expect(await refusal(ada, cleo, 1)).to.equal(REFUSAL.Paused);
    await chain.viem.assertions.revertWithCustomError(transfer(ada, cleo, 1), shareToken, "AssetTokenPaused");
    await chain.networkHelpers.time.increase(14 * DAY);
    await transfer(ada, cleo, 1);
  });

  it("counts Ben's phone, once linked, as Ben", async () => {
    const shareToken = await token();
    const { complianceModule } = chain.contracts;
    const link = {
      account: addressOf(ben),
      newAccount: addressOf(bensPhone),
      nonce: await identities().read.nonces([addressOf(ben)]),
      newNonce: 0n,
      deadline: BigInt(await inOneYear()),
    };
    const sign = (by: WalletClient) =>
      by.signTypedData({
        domain: identityDomain(identities().address),
        types: walletLinkTypes,
        primaryType: "WalletLink",
        message: link,
      });
    const signatures = [await sign(ben), await sign(bensPhone), await sign(attester)] as const;
    await identities().write.linkWallet([link, ...signatures]);

    const rules = { ...(await complianceModule.read.rulesOf([asset])), capPerIdentity: shares(60) };
    await complianceModule.write.tighten([asset, rules], { account: account("complianceDesk") });
    await transfer(ada, bensPhone, 10);
    await chain.viem.assertions.revertWithCustomError(
      transfer(ada, bensPhone, 1),
      shareToken,
      "ERC7943CannotTransfer",
    );
    await transfer(bensPhone, ben, 10);
  });

  it("freezes Ben with both his accounts and lets him go only after two days", async () => {
    const shareToken = await token();
    const registry = identities();
    await registry.write.freeze([addressOf(bensPhone)], { account: account("complianceDesk") });
    expect(await refusal(ben, ada, 1)).to.equal(REFUSAL.SenderFrozen);
    await chain.viem.assertions.revertWithCustomErrorWithArgs(
      transfer(ben, ada, 1),
      shareToken,
      "ERC7943CannotSend",
      [addressOf(ben)],
    );
    const args = [addressOf(ben)] as const;
    const data = encodeFunctionData({ abi: registry.abi, functionName: "unfreeze", args });
    await afterTwoDays(registry.address, data, () =>
      registry.write.unfreeze(args, { account: account("complianceForce") }),
    );
    await transfer(ben, ada, 1);
  });

  it("revokes Ben for good: what was signed before never counts again, what is signed anew does", async () => {
    const registry = identities();
    const by = { attester, identities: registry };
    const identity = await registry.read.identityOf([addressOf(ben)]);
    const old = await signAttestation(by, addressOf(ben), { identity });
    await registry.write.revoke([addressOf(ben)], { account: account("complianceDesk") });
    await chain.viem.assertions.revertWithCustomErrorWithArgs(
      registry.write.attest([old.message, old.signature]),
      registry,
      "IdentityInvalidNonce",
      [addressOf(ben), old.message.nonce, old.message.nonce + 1n],
    );
    expect(await registry.read.canSend([addressOf(bensPhone)])).to.equal(false);
    await attest(ben, { identity });
    expect(await registry.read.canReceive([addressOf(bensPhone)])).to.equal(true);
  });

  it("lets holders leave although every attestation has lapsed and the attester is silent", async () => {
    const shareToken = await token();
    const deadline = await inOneYear();
    await chain.networkHelpers.time.increase(YEAR + 90 * DAY);
    await chain.viem.assertions.revertWithCustomError(
      transfer(ben, cleo, 1),
      shareToken,
      "ERC7943CannotReceive",
    );
    await attest(ada, { validUntil: deadline + 2 * YEAR });
    await transfer(cleo, ada, 251);
    expect(await refusal(ben, ada, 1)).to.equal(REFUSAL.None);
  });

  it("appends papers, matures, buys back and retires", async () => {
    const shareToken = await token();
    const { assetRegistry } = chain.contracts;
    const by = { account: ada.account };
    await assetRegistry.write.updateDocuments([asset, keccak256(toHex("contract of sale"))], by);
    expect(await assetRegistry.read.documentsRoots([asset])).to.have.length(2);
    await assetRegistry.write.mature([asset], by);
    await chain.viem.assertions.revertWithCustomError(
      transfer(ben, ada, 1),
      shareToken,
      "AssetTokenNotActive",
    );

    const { read } = await token();
    const left = await read.balanceOf([addressOf(ben)]);
    const args = [asset, addressOf(ben), addressOf(ada), left] as const;
    const data = encodeFunctionData({ abi: assetRegistry.abi, functionName: "forcedTransfer", args });
    await afterTwoDays(assetRegistry.address, data, () =>
      assetRegistry.write.forcedTransfer(args, { account: account("complianceForce") }),
    );
    await assetRegistry.write.burn([asset, await read.balanceOf([addressOf(ada)])], by);
    expect(await read.totalSupply()).to.equal(0n);
    expect(await read.holders()).to.equal(0);
    await assetRegistry.write.retire([asset], by);
    expect(await assetRegistry.read.stateOf([asset])).to.equal(4);
  });
});
