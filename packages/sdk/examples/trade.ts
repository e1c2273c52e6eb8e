// Sells shares for money: one signs an order for free, the other takes it. Run it with QTI_RPC_URL set to a local chain.
import {
  approveSync,
  attestationTypedData,
  attestSync,
  dripSync,
  enrolIssuerSync,
  fillSync,
  getContracts,
  getEpoch,
  getExchange,
  getHolding,
  getIdentityNonce,
  limitOrder,
  previewFill,
  requirements,
  signOrder,
  tokenizeAndActivateSync,
} from "@qti/sdk";
import { decodeError } from "@qti/sdk/errors";
import { createWalletClient, http, keccak256, parseEther, publicActions, zeroHash } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";

const phrase = "test test test test test test test test test test test junk";
const transport = http(process.env.QTI_RPC_URL ?? "http://127.0.0.1:8545");
const walletOf = (addressIndex: number) =>
  createWalletClient({
    account: mnemonicToAccount(phrase, { addressIndex }),
    chain: hardhat,
    transport,
    pollingInterval: 50,
  }).extend(publicActions);

const [attester, seller, buyer] = [walletOf(2), walletOf(16), walletOf(17)];
const {
  exchange,
  identityRegistry: registry,
  testDollar: money,
} = await getContracts(seller, {
  names: ["exchange", "identityRegistry", "testDollar"],
});

/** On a local chain whoever has the attester's well-known key verifies people. */
async function verify(person: typeof seller) {
  const { address: account } = person.account;
  const { timestamp } = await person.getBlock();
  const attestation = {
    account,
    identity: keccak256(account),
    country: 528,
    tier: 2,
    validUntil: Number(timestamp) + 365 * 86_400,
    nonce: await getIdentityNonce(person, { account }),
    deadline: timestamp + 3_600n,
  };
  const typedData = attestationTypedData({ chainId: hardhat.id, registry, attestation });
  await attestSync(person, { attestation, signature: await attester.signTypedData(typedData) });
}

try {
  await verify(seller);
  await verify(buyer);
  await enrolIssuerSync(seller);
  const { event: issued } = await tokenizeAndActivateSync(seller, {
    name: "Quay 4",
    symbol: "QUAY4",
    class: "realEstate",
    jurisdiction: 528,
    shares: 1_000n,
    valuation: 100_000_000_000n,
    metadataURI: "data:application/json,%7B%22name%22%3A%22Quay%204%22%2C%22description%22%3A%22%22%7D",
    documentsRoot: zeroHash,
    rules: { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n },
    blockedCountries: [],
    salt: keccak256("0x04"),
  });
  const { asset } = issued.args;

  // The seller: an allowance once, then orders are signatures.
  const maker = seller.account.address;
  await approveSync(seller, { token: asset, spender: exchange, amount: parseEther("1000") });
  const { timestamp } = await seller.getBlock();
  const start = Number(timestamp);
  const order = limitOrder({
    maker,
    asset,
    money,
    side: "ask",
    shares: parseEther("10"),
    price: 95_000_000n, // 95 dollars a share
    start,
    expiresAt: start + 86_400,
    epoch: await getEpoch(seller, { account: maker }),
  });
  const { signature } = await signOrder(seller, { order });

  // The buyer: what is missing is a signature, then one transaction pays and gets.
  await dripSync(buyer);
  const sellAmount = parseEther("4");
  const { feeBps } = await getExchange(buyer);
  const preview = previewFill({ order, sellAmount, at: start, feeBps });
  const maxGive = preview?.gives ?? 0n;
  const minGet = preview?.gets ?? 0n;
  const owner = buyer.account.address;
  const [missing] = await requirements(buyer, { action: "fill", order, maxGive, owner });
  const permit =
    missing?.type === "permit" ? missing.apply(await buyer.signTypedData(missing.typedData)) : {};
  const { event } = await fillSync(buyer, { order, signature, sellAmount, maxGive, minGet, ...permit });
  console.log("paid:", event.args.trade.moneyAmount, "fee:", event.args.trade.fee);
  console.log("shares:", (await getHolding(buyer, { asset, account: owner })).balance);
} catch (error) {
  const { shortMessage, next } = decodeError(error);
  console.error(shortMessage, next);
}
