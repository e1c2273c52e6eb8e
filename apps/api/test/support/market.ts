import {
  attestationTypedData,
  attestSync,
  dripSync,
  enrolIssuerSync,
  getIdentityNonce,
  linkWalletSync,
  type Order,
  orderFlags,
  orderTypedData,
  tokenizeAndActivateSync,
  transferSync,
  type WalletLink,
  walletLinkTypedData,
} from "@qti/sdk";
import { exchangeAbi } from "@qti/sdk/abis";
import { type BookOrder, bookOrderSchema, type OrderJson, orderSchema } from "@qti/sdk/exchange/wire";
import {
  type Address,
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  http,
  keccak256,
  maxUint256,
  parseEther,
  publicActions,
  toHex,
  zeroAddress,
} from "viem";
import {
  generatePrivateKey,
  mnemonicToAccount,
  type PrivateKeyAccount,
  privateKeyToAccount,
} from "viem/accounts";
import { hardhat } from "viem/chains";
import { z } from "zod";
import { attesterKey } from "./attester.ts";

export const SHARE = 10n ** 18n;
export const DOLLAR = 10n ** 6n;
export const DAY = 86_400;

/** What is posted. */
export type Posted = { order: OrderJson; signature: Hex };

/** Amounts of an order as people say them, and whatever else is to be different. */
export type Terms = Partial<Order> & { shares?: bigint; dollars?: bigint; dollarsAtEnd?: bigint };

/** A chain with everything deployed, and people on it whose keys nobody else uses: files side by side do not meet. */
export class World {
  readonly rpcUrl: string;
  readonly contracts: Record<string, Address>;
  readonly node;

  constructor(rpcUrl: string, contracts: Record<string, Address>) {
    this.rpcUrl = rpcUrl;
    this.contracts = contracts;
    /** What only a development node can do. */
    this.node = createTestClient({
      mode: "hardhat",
      chain: hardhat,
      transport: http(rpcUrl, { retryCount: 0 }),
      pollingInterval: 20,
      cacheTime: 0,
    }).extend(publicActions);
  }

  address(name: string): Address {
    const found = this.contracts[name];
    if (found === undefined) throw new Error(`the deployment has no ${name}`);
    return found;
  }

  get exchange(): Address {
    return this.address("exchange");
  }

  get dollar(): Address {
    return this.address("testDollar");
  }

  /** Unix seconds of the newest block. */
  async now(): Promise<number> {
    return Number((await this.node.getBlock()).timestamp);
  }

  /** Lets time pass, and makes a block at the end of it. */
  async pass(seconds: number): Promise<void> {
    await this.node.increaseTime({ seconds });
    await this.node.mine({ blocks: 1 });
  }

  wallet(account: PrivateKeyAccount | ReturnType<typeof mnemonicToAccount>) {
    const contracts = Object.fromEntries(
      Object.entries(this.contracts).map(([name, address]) => [name, { address }]),
    );
    return createWalletClient({
      account,
      chain: { ...hardhat, contracts },
      transport: http(this.rpcUrl, { retryCount: 0 }),
      pollingInterval: 20,
      cacheTime: 0,
    }).extend(publicActions);
  }

  /** One of Hardhat's accounts, which hold the roles. Only for files that have a chain to themselves. */
  desk(addressIndex: number) {
    const account = mnemonicToAccount("test test test test test test test test test test test junk", {
      addressIndex,
    });
    return this.wallet(account);
  }

  /** Somebody with an account that can pay for transactions, and nothing else. */
  async stranger(): Promise<Trader> {
    return new Trader(this, privateKeyToAccount(await this.#fundedKey()));
  }

  /** A relayer that no other file sends with: of one account, two services would use the same nonce. */
  async relayer(): Promise<{ key: Hex; address: Address }> {
    const key = await this.#fundedKey();
    return { key, address: privateKeyToAccount(key).address };
  }

  async #fundedKey(): Promise<Hex> {
    const key = generatePrivateKey();
    const { address } = privateKeyToAccount(key);
    await this.node.setBalance({ address, value: parseEther("10") });
    return key;
  }

  /** Links a wallet to somebody's identity. */
  async link(holder: Trader, newcomer: Trader): Promise<void> {
    const link: WalletLink = {
      account: holder.address,
      newAccount: newcomer.address,
      nonce: await getIdentityNonce(holder.wallet, { account: holder.address }),
      newNonce: await getIdentityNonce(holder.wallet, { account: newcomer.address }),
      deadline: BigInt((await this.now()) + 3_600),
    };
    const registry = this.address("identityRegistry");
    const typedData = walletLinkTypedData({ chainId: hardhat.id, registry, link });
    await linkWalletSync(holder.wallet, {
      link,
      accountSignature: await holder.account.signTypedData(typedData),
      newAccountSignature: await newcomer.account.signTypedData(typedData),
      attesterSignature: await privateKeyToAccount(attesterKey).signTypedData(typedData),
    });
  }

  /** Makes an account a verified person. */
  async attest(account: Address, { tier = 2 } = {}): Promise<void> {
    const now = await this.now();
    const submitter = await this.stranger();
    const attestation = {
      account,
      identity: keccak256(account),
      country: 528,
      tier,
      validUntil: now + 365 * DAY,
      nonce: await getIdentityNonce(submitter.wallet, { account }),
      deadline: BigInt(now + 3600),
    };
    const registry = this.address("identityRegistry");
    const signature = await privateKeyToAccount(attesterKey).signTypedData(
      attestationTypedData({ chainId: hardhat.id, registry, attestation }),
    );
    await attestSync(submitter.wallet, { attestation, signature });
  }

  /** Lets the exchange move a token of an account whose key nobody has. */
  async approveFor(account: Address, token: Address): Promise<void> {
    const { node, exchange } = this;
    await node.setBalance({ address: account, value: parseEther("1") });
    await node.impersonateAccount({ address: account });
    const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [exchange, maxUint256] });
    const wallet = createWalletClient({ account, chain: hardhat, transport: http(this.rpcUrl) });
    const hash = await wallet.sendTransaction({ to: token, data });
    await node.waitForTransactionReceipt({ hash, pollingInterval: 20 });
  }

  /** Somebody verified, with 10,000 dollars. */
  async trader({ tier = 2 } = {}): Promise<Trader> {
    const trader = await this.stranger();
    await this.attest(trader.address, { tier });
    await dripSync(trader.wallet);
    return trader;
  }

  /** Somebody who issued an asset and holds its million shares. */
  async issuer(): Promise<Trader & { asset: Address }> {
    const issuer = await this.trader();
    await enrolIssuerSync(issuer.wallet);
    const { event } = await tokenizeAndActivateSync(issuer.wallet, {
      name: "Harbour 7",
      symbol: "HRB7",
      class: "realEstate",
      jurisdiction: 528,
      shares: 1_000_000n,
      valuation: 1_000_000n * DOLLAR,
      metadataURI: "data:application/json,%7B%22name%22%3A%22Harbour%207%22%2C%22description%22%3A%22%22%7D",
      documentsRoot: toHex(0, { size: 32 }),
      rules: { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n },
      blockedCountries: [],
      salt: keccak256(issuer.address),
    });
    return Object.assign(issuer, { asset: event.args.asset });
  }
}

/** One account that trades. */
export class Trader {
  readonly world: World;
  readonly account: PrivateKeyAccount;
  readonly wallet;

  constructor(world: World, account: PrivateKeyAccount) {
    this.world = world;
    this.account = account;
    this.wallet = world.wallet(account);
  }

  get address(): Address {
    return this.account.address;
  }

  /** Lets the exchange move a token. */
  async approve(token: Address, amount = maxUint256): Promise<this> {
    await this.#write({
      address: token,
      abi: erc20Abi,
      functionName: "approve",
      args: [this.world.exchange, amount],
    });
    return this;
  }

  async give(token: Address, to: Address, amount: bigint): Promise<void> {
    if (token === this.world.dollar) {
      await this.#write({ address: token, abi: erc20Abi, functionName: "transfer", args: [to, amount] });
    } else await transferSync(this.wallet, { asset: token, to, amount });
  }

  async cancel(order: Order): Promise<void> {
    await this.#write({
      address: this.world.exchange,
      abi: exchangeAbi,
      functionName: "cancel",
      args: [order],
    });
  }

  async cancelAll(): Promise<void> {
    await this.#write({
      address: this.world.exchange,
      abi: exchangeAbi,
      functionName: "cancelAll",
      args: [],
    });
  }

  /** Takes of an order of the book, as much as is said of what its maker sells. */
  async take(
    { order, signature }: { order: Order; signature: Hex },
    sellAmount = order.sellAmount,
  ): Promise<void> {
    await this.#write({
      address: this.world.exchange,
      abi: exchangeAbi,
      functionName: "fill",
      args: [{ order, signature, sellAmount, maxGive: maxUint256, minGet: 0n }],
    });
  }

  async #write(call: Parameters<typeof this.wallet.writeContract>[0]): Promise<void> {
    const hash = await this.wallet.writeContract(call);
    await this.world.node.waitForTransactionReceipt({ hash, pollingInterval: 20 });
  }

  /** An offer of shares for money, open now and for a day. */
  async ask(asset: Address, terms: Terms = {}): Promise<Order> {
    const { shares = 10n, dollars = 100n, dollarsAtEnd = dollars } = terms;
    return this.#order(asset, terms, {
      sellAmount: shares * SHARE,
      buyStart: dollars * DOLLAR,
      buyEnd: dollarsAtEnd * DOLLAR,
      flags: orderFlags.partial,
    });
  }

  /** An offer of money for shares. */
  async bid(asset: Address, terms: Terms = {}): Promise<Order> {
    const { shares = 10n, dollars = 100n } = terms;
    return this.#order(asset, terms, {
      sellAmount: dollars * DOLLAR,
      buyStart: shares * SHARE,
      buyEnd: shares * SHARE,
      flags: orderFlags.partial | orderFlags.bid,
    });
  }

  async #order(
    asset: Address,
    { shares: _, dollars: __, dollarsAtEnd: ___, ...rest }: Terms,
    amounts: Pick<Order, "sellAmount" | "buyStart" | "buyEnd" | "flags">,
  ): Promise<Order> {
    return {
      maker: this.address,
      taker: zeroAddress,
      asset,
      money: this.world.dollar,
      start: await this.world.now(),
      duration: DAY,
      interval: 0,
      count: 1,
      epoch: 0n,
      salt: BigInt(generatePrivateKey()),
      ...amounts,
      ...rest,
    };
  }

  async sign(order: Order): Promise<Posted> {
    const signature = await this.account.signTypedData(
      orderTypedData({ chainId: hardhat.id, exchange: this.world.exchange, order }),
    );
    return { order: z.encode(orderSchema, order), signature };
  }
}

/** Sends what somebody signed, as a program would: without a session, without an origin. */
export function post(service: { url: string }, posted: unknown): Promise<Response> {
  return fetch(`${service.url}/v1/orders`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(posted),
  });
}

/** Sends an order that has to be taken. */
export async function postGood(service: { url: string }, posted: Posted): Promise<BookOrder> {
  const response = await post(service, posted);
  if (response.status !== 201) throw new Error(`answered ${response.status}: ${await response.text()}`);
  return bookOrderSchema.parse(await response.json());
}

/** An order as the book has it now. */
export async function orderOf(service: { url: string }, hash: string): Promise<BookOrder> {
  const response = await fetch(`${service.url}/v1/orders/${hash}`);
  if (response.status !== 200) throw new Error(`answered ${response.status}: ${await response.text()}`);
  return bookOrderSchema.parse(await response.json());
}
