// Sells shares for money: one signs an order for free, the other takes it. Run it with QTI_RPC_URL set to a local chain.
import {
  approveSync,
  dripSync,
  fillSync,
  getContracts,
  getEpoch,
  getExchange,
  getHolding,
  limitOrder,
  previewFill,
  requirements,
  signOrder,
} from "@qti/sdk";
import { decodeError } from "@qti/sdk/errors";
import { parseEther } from "viem";
import { issue, verify, walletOf } from "./people.ts";

const [seller, buyer] = [walletOf(16), walletOf(17)];

try {
  await verify(seller);
  await verify(buyer);
  const asset = await issue(seller);
  const { exchange, testDollar: money } = await getContracts(seller, { names: ["exchange", "testDollar"] });

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
