// An issuer pays income, anybody checks who is to get how much, a holder claims. Run it with QTI_RPC_URL set to a local chain.
import {
  activateIncomeSync,
  buildIncomeTree,
  claimIncomeSync,
  dripSync,
  getBalances,
  getContracts,
  getHolding,
  getPayment,
  getStanding,
  incomeClaimOf,
  incomeRule,
  nextPaymentId,
  payIncomeSync,
  requirements,
  transferSync,
} from "@qti/sdk";
import { assetTokenAbi } from "@qti/sdk/abis";
import { decodeError } from "@qti/sdk/errors";
import { type Address, type Hash, parseEther } from "viem";
import { issue, pass, verify, walletOf } from "./people.ts";

const day = 86_400;
const [issuer, holder, other, anybody] = [walletOf(16), walletOf(17), walletOf(18), walletOf(19)];

/** Who held the asset at the end of a block, from the chain alone; `getIncomeHoldings` asks the subgraph, which is faster. */
async function holdingsAt(asset: Address, blockNumber: bigint) {
  const moves = await anybody.getContractEvents({
    address: asset,
    abi: assetTokenAbi,
    eventName: "Transfer",
    fromBlock: 0n,
    toBlock: blockNumber,
    strict: true,
  });
  const accounts = new Set(moves.map(({ args }) => args.to));
  return Promise.all(
    [...accounts].map(async (account) => {
      const { balance } = await getHolding(anybody, { asset, account, blockNumber });
      const { system } = await getStanding(anybody, { account, blockNumber });
      return { account, balance, system };
    }),
  );
}

try {
  for (const person of [issuer, holder, other]) await verify(person);
  const asset = await issue(issuer);
  await transferSync(issuer, { asset, to: holder.account.address, amount: parseEther("100") });
  await transferSync(issuer, { asset, to: other.account.address, amount: parseEther("200") });
  const { incomeDistributor: distributor, testDollar: money } = await getContracts(issuer, {
    names: ["incomeDistributor", "testDollar"],
  });

  // The issuer pays 90 dollars to those who hold shares at the end of this block.
  const recordBlock = await issuer.getBlockNumber();
  await dripSync(issuer); // dollars from the faucet of the local chain
  const amount = 90_000_000n;
  const rule = async (paymentId: Hash) => {
    const holdings = await holdingsAt(asset, recordBlock);
    const system = holdings.filter((each) => each.system).map(({ account }) => account);
    const excluded = [issuer.account.address, ...system];
    return buildIncomeTree({ chainId: issuer.chain.id, distributor, paymentId, amount, holdings, excluded });
  };
  const { root, total } = await rule(await nextPaymentId(issuer, { asset }));
  const owner = issuer.account.address;
  for (const missing of await requirements(issuer, { action: "payIncome", money, amount, owner }))
    if (missing.type === "approval") await issuer.writeContract(missing.call);
  const { timestamp } = await issuer.getBlock();
  const expiry = Number(timestamp) + 90 * day;
  const { event: paid } = await payIncomeSync(issuer, {
    asset,
    money,
    amount,
    recordBlock,
    expiry,
    root,
    total,
    uri: incomeRule,
  });
  const { paymentId } = paid.args;

  // A day is for checking: whoever comes to another root tells a guardian, who vetoes it.
  const tree = await rule(paymentId);
  const payment = await getPayment(anybody, { paymentId });
  console.log("the root is right:", payment.pending?.root === tree.root);
  await pass(day);
  await activateIncomeSync(anybody, { paymentId });

  // Anybody may send the claim; the money goes to the holder.
  const account = holder.account.address;
  const claim = incomeClaimOf(tree, account);
  if (claim) await claimIncomeSync(anybody, { paymentId, ...claim });
  console.log("income of the holder:", (await getBalances(anybody, { account })).dollar);
} catch (error) {
  const { shortMessage, next } = decodeError(error);
  console.error(shortMessage, next);
}
