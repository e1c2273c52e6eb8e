// Somebody claims points for taps, redeems them for QTI and for an item, and claims a campaign. Run it with QTI_RPC_URL set to a local
// chain, whose well-known keys stand in for the tap oracle and for who operates rewards.
import {
  activateCampaignSync,
  claimCampaignSync,
  claimTapsSync,
  createCampaignSync,
  exchangePointsSync,
  fundCampaignSync,
  getCampaign,
  getContracts,
  getPoints,
  getStore,
  previewExchange,
  proposeCampaignRootSync,
  redeemItemSync,
  setStoreItemSync,
  tapVoucherTypedData,
} from "@qti/sdk";
import { decodeError } from "@qti/sdk/errors";
import { buildCampaignTree, campaignClaimOf, parseCampaignCsv } from "@qti/sdk/rewards/campaigns";
import { formatEther, formatUnits } from "viem";
import { pass, verify, walletOf } from "./people.ts";

const day = 86_400;
const [operator, tapper, oracle] = [walletOf(8), walletOf(14), walletOf(24)];
const account = tapper.account.address;
const POINT = 10n ** 6n;

try {
  await verify(tapper);
  const { tapRewards, merkleDistributor: distributor } = await getContracts(tapper, {
    names: ["tapRewards", "merkleDistributor"],
  });
  const chainId = tapper.chain.id;

  // The oracle states what the person earned in all; the chain pays what was not claimed before.
  const { timestamp } = await tapper.getBlock();
  const voucher = { account, earned: 300n * POINT, sequence: 1n, deadline: timestamp + 3_600n };
  const signature = await oracle.signTypedData(tapVoucherTypedData({ chainId, tapRewards, voucher }));
  await claimTapsSync(tapper, { voucher, signature });
  console.log("points:", formatUnits(await getPoints(tapper, { account }), 6));

  // Points for QTI, at no worse than what was shown.
  const points = 100n * POINT;
  const minQti = await previewExchange(tapper, { points });
  const { event: exchanged } = await exchangePointsSync(tapper, { points, minQti });
  console.log("QTI for 100 points:", formatEther(exchanged.args.qti));

  // Points for an item: its price is the most to give.
  const { itemCount: itemId } = await getStore(operator);
  const item = { price: 50n * POINT, stock: 10n, limit: 1, uri: 'data:application/json,{"name":"A mug"}' };
  await setStoreItemSync(operator, { itemId, ...item });
  const { event: order } = await redeemItemSync(tapper, { itemId, maxPoints: item.price });
  console.log("left in stock:", order.args.stock);

  // A campaign: its list comes from a table, and everybody can make the same root of it.
  const endsAt = Number(timestamp) + 90 * day;
  const uri = 'data:application/json,{"name":"Thanks"}';
  const { event: created } = await createCampaignSync(operator, { endsAt, uri });
  const { campaignId } = created.args;
  const leaves = parseCampaignCsv(`account,qti\n${account},12.5\n${operator.account.address},7.5`);
  const tree = buildCampaignTree({ chainId, distributor, campaignId, leaves });
  await fundCampaignSync(operator, { campaignId, amount: tree.total });
  await proposeCampaignRootSync(operator, { campaignId, ...tree, uri: "https://example.org/thanks.csv" });
  const { pending } = await getCampaign(tapper, { campaignId });
  console.log("the root is right:", pending?.root === tree.root);
  await pass(day);
  await activateCampaignSync(tapper, { campaignId });
  const claim = campaignClaimOf(tree, account);
  if (claim === undefined) throw new RangeError("nothing to claim");
  const { cumulative, proof } = claim;
  const { event: paid } = await claimCampaignSync(tapper, { campaignId, holder: account, cumulative, proof });
  console.log("QTI of the campaign:", formatEther(paid.args.amount));
} catch (error) {
  const { shortMessage, next } = decodeError(error);
  console.error(shortMessage, next);
}
