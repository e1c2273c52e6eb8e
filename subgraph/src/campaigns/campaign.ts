import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Campaign, CampaignClaimant, CampaignFlow, MerkleDistributor } from "../../generated/schema";
import { numberBytes } from "../shared/ids";

const ZERO = BigInt.zero();
const WORD_BYTES = 32;
const NUMBER_BYTES = 8;

export function loadDistributor(id: Bytes): MerkleDistributor {
  const known = MerkleDistributor.load(id);
  if (known != null) return known;
  const distributor = new MerkleDistributor(id);
  distributor.pausedUntil = ZERO;
  distributor.campaignCount = 0;
  distributor.funded = ZERO;
  distributor.claimed = ZERO;
  distributor.returned = ZERO;
  return distributor;
}

export function saveDistributor(distributor: MerkleDistributor, event: ethereum.Event): void {
  distributor.updatedAt = event.block.timestamp;
  distributor.save();
}

export function newCampaign(campaignId: BigInt, event: ethereum.Event): Campaign {
  const campaign = new Campaign(numberBytes(campaignId));
  campaign.campaignId = campaignId;
  campaign.closed = false;
  campaign.funded = ZERO;
  campaign.claimed = ZERO;
  campaign.claimCount = 0;
  campaign.claimantCount = 0;
  campaign.returned = ZERO;
  campaign.total = ZERO;
  campaign.createdAt = event.block.timestamp;
  campaign.createdAtBlock = event.block.number;
  campaign.transactionHash = event.transaction.hash;
  return campaign;
}

export function loadCampaign(campaignId: BigInt): Campaign | null {
  return Campaign.load(numberBytes(campaignId));
}

/** The campaign that a root is for: the subject of its timelock is the campaign's number as a word. */
export function campaignOf(subject: Bytes): Campaign | null {
  return Campaign.load(Bytes.fromUint8Array(subject.slice(WORD_BYTES - NUMBER_BYTES)));
}

export function saveCampaign(campaign: Campaign, event: ethereum.Event): void {
  campaign.updatedAt = event.block.timestamp;
  campaign.save();
}

export function loadClaimant(campaign: Campaign, account: Bytes): CampaignClaimant {
  const id = campaign.id.concat(account);
  const known = CampaignClaimant.load(id);
  if (known != null) return known;
  const claimant = new CampaignClaimant(id);
  claimant.campaign = campaign.id;
  claimant.account = account;
  claimant.claimed = ZERO;
  claimant.claimCount = 0;
  return claimant;
}

export function addFlow(campaign: Campaign, funded: BigInt, claimed: BigInt, returned: BigInt): void {
  const point = new CampaignFlow(0);
  point.timestamp = 0;
  point.campaign = campaign.id;
  point.funded = funded;
  point.claimed = claimed;
  point.returned = returned;
  point.save();
}
