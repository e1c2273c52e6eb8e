import type { WalletClient } from "@nomicfoundation/hardhat-viem/types";
import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hex } from "viem";
import {
  identityDomain,
  recoveryTypes,
  shares,
  signAttestation,
  terms,
  tokenizeAndActivate,
} from "../shared/assets.ts";
import { type Devnet, deployDevnet, devnetAccounts } from "../shared/deployment.ts";
import { incomeLines, incomeTree, type Line, totalOf } from "./income.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const dollars = (count: number) => BigInt(count) * 10n ** 6n;

describe("a block of flats that pays rent, and ends", () => {
  let chain: Devnet;
  let desk: Record<string, Address>;
  let attester: WalletClient;
  let ada: WalletClient;
  let ben: WalletClient;
  let cleo: WalletClient;
  let bensNew: WalletClient;
  let asset: Address;
  let paymentId: Hex;
  let lines: Line[];
  let proofs: Hex[][];

  before(async () => {
    chain = await deployDevnet({ initialDate: new Date("2026-01-01T00:00:00Z") });
    desk = await devnetAccounts();
    attester = await chain.viem.getWalletClient(account("attester"));
    const clients = await chain.viem.getWalletClients();
    const person = (index: number) => clients[index] ?? expect.fail(`no account ${index}`);
    [ada, ben, cleo, bensNew] = [person(10), person(11), person(12), person(13)];
  });

  after(() => chain.close());

  const account = (name: string): Address => desk[name] ?? expect.fail(`no account ${name}`);
  const addressOf = ({ account: { address } }: WalletClient) => getAddress(address);
  /** Asked for before an attempt, not beside it: a refusal that nobody waits for yet would end the run. */
  const token = () => chain.viem.getContractAt("AssetToken", asset);
  const by = (person: WalletClient) => ({ account: person.account });
  const money = async (person: WalletClient) =>
    chain.contracts.testDollar.read.balanceOf([addressOf(person)]);

  /** What a delayed role does: scheduled for everybody to see, run by itself when its time has come. */
  async function afterItsDelay(
    role: string,
    target: Address,
    data: Hex,
    hours: number,
    run: () => Promise<Hex>,
  ) {
    await chain.contracts.accessManager.write.schedule([target, data, 0], { account: account(role) });
    await chain.networkHelpers.time.increase(hours * HOUR);
    return run();
  }

  /** Everybody's balance at the end of a block, from the transfers until then, as an indexer would know it. */
  async function holdingsAt(block: bigint) {
    const client = await chain.viem.getPublicClient();
    const { abi } = await token();
    const transfers = await client.getContractEvents({
      address: asset,
      abi,
      eventName: "Transfer",
      fromBlock: 0n,
      toBlock: block,
    });
    const held = new Map<Address, bigint>();
    for (const { args } of transfers) {
      const { from, to, value = 0n } = args;
      if (from !== undefined && BigInt(from) !== 0n) held.set(from, (held.get(from) ?? 0n) - value);
      if (to !== undefined && BigInt(to) !== 0n) held.set(to, (held.get(to) ?? 0n) + value);
    }
    return held;
  }

  async function claim(index: number) {
    const line = lines[index] ?? expect.fail(`no line ${index}`);
    return chain.contracts.incomeDistributor.write.claimIncome([
      paymentId,
      BigInt(index),
      line.account,
      line.amount,
      proofs[index] ?? [],
    ]);
  }

  const indexOf = (person: WalletClient) => lines.findIndex((line) => line.account === addressOf(person));

  it("is tokenized by Ada and sold to Ben and Cleo", async () => {
    const { assetRegistry, complianceModule, identityRegistry, demoDesk, demoFaucet } = chain.contracts;
    for (const person of [ada, ben, cleo]) {
      const signer = { attester, identities: identityRegistry };
      const { message, signature } = await signAttestation(signer, addressOf(person));
      await identityRegistry.write.attest([message, signature]);
    }
    await demoDesk.write.enrolIssuer(by(ada));
    const flats = terms(complianceModule.address);
    asset = await assetRegistry.read.predictAsset([addressOf(ada), flats.salt]);
    await assetRegistry.write.multicall(tokenizeAndActivate(assetRegistry, asset, flats), by(ada));
    const { write } = await token();
    await write.transfer([addressOf(ben), shares(300)], by(ada));
    await write.transfer([addressOf(cleo), shares(100)], by(ada));
    await demoFaucet.write.drip(by(ada));
    expect(await money(ada)).to.equal(dollars(10_000));
  });

  it("pays its first rent to whoever held at a block, by a list that everybody can compute", async () => {
    const { incomeDistributor, testDollar } = chain.contracts;
    const recordBlock = BigInt(await chain.networkHelpers.time.latestBlock());
    // Later movements change nothing about it.
    await (await token()).write.transfer([addressOf(cleo), shares(50)], by(ben));
    paymentId = await incomeDistributor.read.paymentIdOf([asset, 0n]);
    lines = incomeLines(await holdingsAt(recordBlock), dollars(1_000), addressOf(ada));
    const payment = { chainId: 31_337n, distributor: getAddress(incomeDistributor.address), paymentId };
    const tree = incomeTree(payment, lines);
    proofs = tree.proofs;

    await testDollar.write.approve([incomeDistributor.address, dollars(1_000)], by(ada));
    const expiry = (await chain.networkHelpers.time.latest()) + 90 * DAY;
    const args = [
      asset,
      testDollar.address,
      dollars(1_000),
      recordBlock,
      expiry,
      tree.root,
      totalOf(lines),
      "qti:income/v1",
    ] as const;
    await incomeDistributor.write.payIncome(args, by(ada));
    expect(lines[indexOf(ben)]?.amount).to.equal(dollars(750));
    expect(lines[indexOf(cleo)]?.amount).to.equal(dollars(250));
    await chain.viem.assertions.revertWithCustomError(
      claim(0),
      chain.contracts.incomeDistributor,
      "IncomeNotActive",
    );
  });

  it("opens the claims a day later, when anybody says so", async () => {
    const { incomeDistributor } = chain.contracts;
    await chain.viem.assertions.revertWithCustomError(
      incomeDistributor.write.activateRoot([paymentId]),
      incomeDistributor,
      "RootTooEarly",
    );
    await chain.networkHelpers.time.increase(DAY);
    await incomeDistributor.write.activateRoot([paymentId], by(cleo));
    await claim(indexOf(cleo));
    expect(await money(cleo)).to.equal(dollars(250));
    await chain.viem.assertions.revertWithCustomError(
      claim(indexOf(cleo)),
      incomeDistributor,
      "IncomeAlreadyClaimed",
    );
  });

  it("gives Ben, who lost his wallet, another one: his shares and his rent follow him", async () => {
    const { identityRegistry, incomeDistributor, assetRegistry } = chain.contracts;
    await assetRegistry.write.setFrozenTokens([asset, addressOf(ben), shares(20)], {
      account: account("complianceDesk"),
    });
    const deadline = BigInt(await chain.networkHelpers.time.latest()) + BigInt(30 * DAY);
    const signature = await bensNew.signTypedData({
      domain: identityDomain(identityRegistry.address),
      types: recoveryTypes,
      primaryType: "Recovery",
      message: { lost: addressOf(ben), successor: addressOf(bensNew), nonce: 0n, deadline },
    });
    const args = [addressOf(ben), addressOf(bensNew), deadline, signature] as const;
    const data = encodeFunctionData({ abi: identityRegistry.abi, functionName: "proposeRecovery", args });
    await afterItsDelay("complianceForce", identityRegistry.address, data, 48, () =>
      identityRegistry.write.proposeRecovery(args, { account: account("complianceForce") }),
    );
    await chain.viem.assertions.revertWithCustomError(
      identityRegistry.write.completeRecovery([addressOf(ben)]),
      identityRegistry,
      "IdentityRecoveryTooEarly",
    );
    await chain.networkHelpers.time.increase(3 * DAY);
    await identityRegistry.write.completeRecovery([addressOf(ben)], by(cleo));

    const { read, write } = await token();
    await write.recover([addressOf(ben)], by(cleo));
    expect(await read.balanceOf([addressOf(bensNew)])).to.equal(shares(250));
    expect(await read.getFrozenTokens([addressOf(bensNew)])).to.equal(shares(20));
    expect(await read.balanceOf([addressOf(ben)])).to.equal(0n);
    await chain.viem.assertions.emitWithArgs(claim(indexOf(ben)), incomeDistributor, "IncomeClaimed", [
      paymentId,
      BigInt(indexOf(ben)),
      addressOf(ben),
      addressOf(bensNew),
      dollars(750),
    ]);
    expect(await money(bensNew)).to.equal(dollars(750));
  });

  it("keeps Cleo's wallet hers when somebody else says that it is lost", async () => {
    const { identityRegistry } = chain.contracts;
    const thief = (await chain.viem.getWalletClients())[14] ?? expect.fail("no account 14");
    const deadline = BigInt(await chain.networkHelpers.time.latest()) + BigInt(30 * DAY);
    const domain = identityDomain(identityRegistry.address);
    const signature = await thief.signTypedData({
      domain,
      types: recoveryTypes,
      primaryType: "Recovery",
      message: { lost: addressOf(cleo), successor: addressOf(thief), nonce: 0n, deadline },
    });
    const args = [addressOf(cleo), addressOf(thief), deadline, signature] as const;
    const data = encodeFunctionData({ abi: identityRegistry.abi, functionName: "proposeRecovery", args });
    await afterItsDelay("complianceForce", identityRegistry.address, data, 48, () =>
      identityRegistry.write.proposeRecovery(args, { account: account("complianceForce") }),
    );
    const { readyAt } = await identityRegistry.read.recoveryOf([addressOf(cleo)]);
    const objection = await cleo.signTypedData({
      domain,
      types: recoveryTypes,
      primaryType: "RecoveryObjection",
      message: { lost: addressOf(cleo), successor: addressOf(thief), readyAt },
    });
    // She has nothing to pay gas with; anybody brings her word.
    await identityRegistry.write.objectToRecovery([addressOf(cleo), objection], by(ada));
    await chain.networkHelpers.time.increase(3 * DAY);
    await chain.viem.assertions.revertWithCustomError(
      identityRegistry.write.completeRecovery([addressOf(cleo)]),
      identityRegistry,
      "IdentityRecoveryNotPending",
    );
    expect(await identityRegistry.read.canReceive([addressOf(cleo)])).to.equal(true);
  });

  it("returns rent that nobody claims, although nobody was there for ninety days", async () => {
    const { incomeDistributor, testDollar } = chain.contracts;
    const recordBlock = BigInt(await chain.networkHelpers.time.latestBlock());
    const second = await incomeDistributor.read.paymentIdOf([asset, 1n]);
    const list = incomeLines(await holdingsAt(recordBlock), dollars(500), addressOf(ada));
    const payment = {
      chainId: 31_337n,
      distributor: getAddress(incomeDistributor.address),
      paymentId: second,
    };
    const { root } = incomeTree(payment, list);
    await testDollar.write.approve([incomeDistributor.address, dollars(500)], by(ada));
    const expiry = (await chain.networkHelpers.time.latest()) + 90 * DAY;
    const args = [
      asset,
      testDollar.address,
      dollars(500),
      recordBlock,
      expiry,
      root,
      totalOf(list),
      "",
    ] as const;
    await incomeDistributor.write.payIncome(args, by(ada));
    const before = await money(ada);
    await chain.networkHelpers.time.increase(90 * DAY);
    await incomeDistributor.write.returnIncome([second], by(cleo));
    expect((await money(ada)) - before).to.equal(dollars(500));
    expect(await testDollar.read.balanceOf([incomeDistributor.address])).to.equal(0n);
  });

  it("matures, and Ada fixes what a share is worth", async () => {
    const { assetRegistry, assetRedemption, testDollar } = chain.contracts;
    await assetRegistry.write.mature([asset], by(ada));
    await testDollar.write.approve([assetRedemption.address, dollars(5_000)], by(ada));
    await assetRedemption.write.openRedemption([asset, testDollar.address, dollars(5_000)], by(ada));
    expect(await assetRedemption.read.previewRedeemDown([asset, shares(1)])).to.equal(dollars(5));
  });

  it("is redeemed by its holders, whenever they come, and by nobody for what is frozen", async () => {
    const shareToken = await token();
    const { assetRedemption, assetRegistry } = chain.contracts;
    await chain.networkHelpers.time.increase(2 * YEAR);
    await assetRedemption.write.redeem([asset, shares(150), dollars(750)], by(cleo));
    expect(await money(cleo)).to.equal(dollars(1_000));
    await chain.viem.assertions.revertWithCustomErrorWithArgs(
      assetRedemption.write.redeem([asset, shares(250), 0n], by(bensNew)),
      shareToken,
      "ERC7943InsufficientUnfrozenBalance",
      [addressOf(bensNew), shares(250), shares(230)],
    );
    await assetRedemption.write.redeem([asset, shares(230), dollars(1_150)], by(bensNew));

    // A court takes the frozen rest two days after it said so.
    const args = [asset, addressOf(bensNew), shares(20)] as const;
    const data = encodeFunctionData({ abi: assetRegistry.abi, functionName: "forcedBurn", args });
    await afterItsDelay("complianceForce", assetRegistry.address, data, 48, () =>
      assetRegistry.write.forcedBurn(args, { account: account("complianceForce") }),
    );
    await assetRedemption.write.redeem([asset, shares(600), 0n], by(ada));
    expect(await (await token()).read.totalSupply()).to.equal(0n);
  });

  it("leaves the rest to Ada and is retired", async () => {
    const { assetRedemption, assetRegistry, testDollar } = chain.contracts;
    await chain.viem.assertions.emitWithArgs(
      assetRedemption.write.closeRedemption([asset]),
      assetRedemption,
      "RedemptionClosed",
      [asset, addressOf(ada), dollars(100)],
    );
    expect(await testDollar.read.balanceOf([assetRedemption.address])).to.equal(0n);
    await assetRegistry.write.retire([asset], by(ada));
    expect(await assetRegistry.read.stateOf([asset])).to.equal(4);
  });

  it("lets ADMIN list other money by itself, three days after it said so", async () => {
    const { incomeDistributor } = chain.contracts;
    const admin = account("admin");
    const euro = await chain.viem.deployContract("TestDollar", [admin]);
    await euro.write.approve([incomeDistributor.address, 1n], { account: admin });
    const args = [euro.address, 1n] as const;
    const data = encodeFunctionData({ abi: incomeDistributor.abi, functionName: "listMoney", args });
    await afterItsDelay("admin", incomeDistributor.address, data, 72, () =>
      incomeDistributor.write.listMoney(args, { account: admin }),
    );
    expect(await incomeDistributor.read.isMoney([euro.address])).to.equal(true);
  });
});
