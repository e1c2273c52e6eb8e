import { randomUUID } from "node:crypto";
import {
  approveSync,
  attestationTypedData,
  attestSync,
  dripSync,
  dutchOrder,
  enrolIssuerSync,
  getEpoch,
  getIdentityNonce,
  limitOrder,
  type Order,
  signOrder,
  standingOrder,
  tokenizeAndActivateSync,
  transferSync,
} from "@qti/sdk";
import { postOrder } from "@qti/sdk/exchange/book";
import {
  type Address,
  createWalletClient,
  defineChain,
  http,
  keccak256,
  maxUint256,
  publicActions,
  toHex,
  zeroHash,
} from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { inject } from "vitest";
import { keyOf, openTestChain } from "./chain.ts";

const share = 10n ** 18n;
const dollar = 1_000_000n;
const day = 86_400;
const attesterAccount = 2;

function walletOf(key: `0x${string}`) {
  const contracts = Object.entries(inject("contracts")).map(([name, address]) => [name, { address }]);
  const chain = defineChain({ ...hardhat, contracts: Object.fromEntries(contracts) });
  const transport = http(inject("rpcUrl"));
  return createWalletClient({
    account: privateKeyToAccount(key),
    chain,
    transport,
    pollingInterval: 20,
  }).extend(publicActions);
}

type Wallet = ReturnType<typeof walletOf>;

const addressOf = (name: string): Address => inject("contracts")[name] ?? "0x";

/** Somebody new: verified, with ether, 10,000 test dollars, and an allowance for the exchange to take them. */
async function person(): Promise<Wallet> {
  const wallet = walletOf(generatePrivateKey());
  const { address } = wallet.account;
  await openTestChain().setBalance({ address, value: 10n ** 19n });
  const now = await chainTime();
  const attestation = {
    account: address,
    identity: keccak256(toHex(randomUUID())),
    country: 528,
    tier: 3,
    validUntil: now + 3_650 * day,
    nonce: await getIdentityNonce(wallet, { account: address }),
    deadline: BigInt(now + 3_600),
  };
  const registry = addressOf("identityRegistry");
  const signature = await walletOf(keyOf(attesterAccount)).signTypedData(
    attestationTypedData({ chainId: hardhat.id, registry, attestation }),
  );
  await attestSync(wallet, { attestation, signature });
  await dripSync(wallet);
  await approveSync(wallet, {
    token: addressOf("testDollar"),
    spender: addressOf("exchange"),
    amount: maxUint256,
  });
  return wallet;
}

/** Unix seconds that the next block will have, about. */
export async function chainTime(): Promise<number> {
  return Number((await openTestChain().getBlock({ blockTag: "pending" })).timestamp);
}

/** A new asset of which a seller has 1,000 shares, a buyer with 10,000 dollars, and their orders in the real book. */
export async function openMarket() {
  const [seller, buyer] = [await person(), await person()];
  await enrolIssuerSync(seller);
  const { event } = await tokenizeAndActivateSync(seller, {
    name: "Keeper's test",
    symbol: "KEEP",
    class: "other",
    jurisdiction: 528,
    shares: 1_000n,
    valuation: 1_000_000n * dollar,
    metadataURI: "data:application/json,%7B%22name%22%3A%22K%22%2C%22description%22%3A%22%22%7D",
    documentsRoot: zeroHash,
    rules: { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n },
    blockedCountries: [],
    salt: keccak256(toHex(randomUUID())),
  });
  const { asset } = event.args;
  const spender = addressOf("exchange");
  await approveSync(seller, { token: asset, spender, amount: maxUint256 });
  await approveSync(buyer, { token: asset, spender, amount: maxUint256 });
  await transferSync(seller, { asset, to: buyer.account.address, amount: share });

  const terms = async (side: "ask" | "bid", shares: bigint) => {
    const maker = side === "ask" ? seller.account.address : buyer.account.address;
    const epoch = await getEpoch(seller, { account: maker });
    const start = (await chainTime()) - 1;
    return { maker, asset, money: addressOf("testDollar"), side, shares: shares * share, epoch, start };
  };
  const post = async (order: Order) => {
    const { signature, orderHash } = await signOrder(
      order.maker === seller.account.address ? seller : buyer,
      { order },
    );
    await postOrder({ url: inject("apiUrl") }, { order, signature });
    return orderHash;
  };
  return {
    asset,
    seller,
    buyer,
    limit: async (side: "ask" | "bid", shares: bigint, dollars: bigint) => {
      const given = await terms(side, shares);
      return post(limitOrder({ ...given, price: dollars * dollar, expiresAt: given.start + 60 * day }));
    },
    /** Falls from `from` to `to` dollars over ten days. */
    dutch: async (shares: bigint, from: bigint, to: bigint) => {
      const given = await terms("ask", shares);
      const prices = { startPrice: from * dollar, endPrice: to * dollar };
      return post(dutchOrder({ ...given, ...prices, expiresAt: given.start + 10 * day }));
    },
    /** Buys on one day of each week. */
    weekly: async (shares: bigint, dollars: bigint, count: number) => {
      const given = await terms("bid", shares);
      const windows = { duration: day, interval: 7 * day, count };
      return post(standingOrder({ ...given, price: dollars * dollar, ...windows }));
    },
  };
}
