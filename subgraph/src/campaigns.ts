import { BigInt, ethereum } from "@graphprotocol/graph-ts";
import {
  CampaignClaimed,
  CampaignCreated,
  CampaignExtended,
  CampaignFunded,
  CampaignReturned,
  PauseSet,
  RootActivated,
  RootProposed,
  RootVetoed,
} from "../generated/MerkleDistributor/MerkleDistributor";
import { Campaign, CampaignClaim, CampaignFunding, Transaction } from "../generated/schema";
import {
  addFlow,
  campaignOf,
  loadCampaign,
  loadClaimant,
  loadDistributor,
  newCampaign,
  saveCampaign,
  saveDistributor,
} from "./campaigns/campaign";
import { recordPause } from "./rewards/pause";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { eventId, sequence } from "./shared/ids";
import { loadProtocol, saveProtocol } from "./shared/protocol";
import { closeProposal, newProposal } from "./shared/roots";
import { storable } from "./shared/text";

const ZERO = BigInt.zero();
const URI_LENGTH = 65_536;

export function handleCampaignCreated(event: CampaignCreated): void {
  const campaign = newCampaign(event.params.campaignId, event);
  campaign.uri = storable(event.params.uri, URI_LENGTH);
  campaign.endsAt = event.params.endsAt;
  saveCampaign(campaign, event);
  const distributor = loadDistributor(event.address);
  distributor.campaignCount += 1;
  saveDistributor(distributor, event);
  const protocol = loadProtocol();
  protocol.campaignCount += 1;
  saveProtocol(protocol, event);
  finish(rowOf(event, "CAMPAIGN_CREATED", campaign));
}

export function handleCampaignFunded(event: CampaignFunded): void {
  const params = event.params;
  const campaign = loadCampaign(params.campaignId);
  if (campaign == null) return;
  campaign.funded = params.funded;
  saveCampaign(campaign, event);
  const distributor = loadDistributor(event.address);
  distributor.funded = distributor.funded.plus(params.amount);
  saveDistributor(distributor, event);
  addFlow(campaign, params.amount, ZERO, ZERO);

  const funding = new CampaignFunding(eventId(event));
  funding.campaign = campaign.id;
  funding.amount = params.amount;
  funding.funded = params.funded;
  funding.sequence = sequence(event);
  funding.timestamp = event.block.timestamp;
  funding.blockNumber = event.block.number;
  funding.transactionHash = event.transaction.hash;
  funding.save();

  const row = rowOf(event, "CAMPAIGN_FUNDED", campaign);
  row.amount = params.amount;
  finish(row);
}

export function handleCampaignExtended(event: CampaignExtended): void {
  const campaign = loadCampaign(event.params.campaignId);
  if (campaign == null) return;
  campaign.endsAt = event.params.endsAt;
  saveCampaign(campaign, event);
  finish(rowOf(event, "CAMPAIGN_EXTENDED", campaign));
}

export function handleCampaignRootProposed(event: RootProposed): void {
  const params = event.params;
  const campaign = campaignOf(params.subject);
  if (campaign == null) return;
  const proposal = newProposal(event, params.subject, params.root, params.total, params.readyAt, params.uri);
  proposal.campaign = campaign.id;
  proposal.save();
  campaign.proposal = proposal.id;
  saveCampaign(campaign, event);
  finish(rowOf(event, "CAMPAIGN_ROOT_PROPOSED", campaign));
}

export function handleCampaignRootActivated(event: RootActivated): void {
  const campaign = campaignOf(event.params.subject);
  if (campaign == null) return;
  closeProposal(campaign.proposal, "ACTIVE", event);
  campaign.root = event.params.root;
  campaign.total = event.params.total;
  campaign.activatedAt = event.block.timestamp;
  saveCampaign(campaign, event);
  finish(rowOf(event, "CAMPAIGN_ROOT_ACTIVATED", campaign));
}

export function handleCampaignRootVetoed(event: RootVetoed): void {
  const campaign = campaignOf(event.params.subject);
  if (campaign == null) return;
  closeProposal(campaign.proposal, "VETOED", event);
  saveCampaign(campaign, event);
  finish(rowOf(event, "CAMPAIGN_ROOT_VETOED", campaign));
}

export function handleCampaignClaimed(event: CampaignClaimed): void {
  const params = event.params;
  const campaign = loadCampaign(params.campaignId);
  if (campaign == null) return;
  const account = touchAccount(params.account, event).id;
  const claimant = loadClaimant(campaign, account);
  if (claimant.claimCount == 0) campaign.claimantCount += 1;
  claimant.claimed = params.cumulative;
  claimant.claimCount += 1;
  claimant.updatedAt = event.block.timestamp;
  claimant.save();
  campaign.claimed = campaign.claimed.plus(params.amount);
  campaign.claimCount += 1;
  saveCampaign(campaign, event);
  const distributor = loadDistributor(event.address);
  distributor.claimed = distributor.claimed.plus(params.amount);
  saveDistributor(distributor, event);
  addFlow(campaign, ZERO, params.amount, ZERO);

  const claim = new CampaignClaim(eventId(event));
  claim.campaign = campaign.id;
  claim.account = account;
  claim.recipient = touchAccount(params.recipient, event).id;
  claim.amount = params.amount;
  claim.cumulative = params.cumulative;
  claim.sequence = sequence(event);
  claim.timestamp = event.block.timestamp;
  claim.blockNumber = event.block.number;
  claim.transactionHash = event.transaction.hash;
  claim.save();

  const row = begin(event, Domain.REWARDS, "CAMPAIGN_CLAIMED", account);
  if (!params.recipient.equals(params.account)) row.counterparty = claim.recipient;
  row.amount = params.amount;
  row.campaign = campaign.id;
  finish(row);
}

export function handleCampaignReturned(event: CampaignReturned): void {
  const campaign = loadCampaign(event.params.campaignId);
  if (campaign == null) return;
  campaign.closed = true;
  campaign.returned = event.params.amount;
  campaign.closedAt = event.block.timestamp;
  saveCampaign(campaign, event);
  const distributor = loadDistributor(event.address);
  distributor.returned = distributor.returned.plus(event.params.amount);
  saveDistributor(distributor, event);
  addFlow(campaign, ZERO, ZERO, event.params.amount);

  const row = rowOf(event, "CAMPAIGN_RETURNED", campaign);
  row.amount = event.params.amount;
  finish(row);
}

export function handleCampaignPauseSet(event: PauseSet): void {
  const distributor = loadDistributor(event.address);
  distributor.pausedUntil = event.params.until;
  saveDistributor(distributor, event);
  recordPause(event, event.params.until);
}

/** A row that concerns the campaign and no person: it names the distributor, and who signed is its `sender`. */
function rowOf(event: ethereum.Event, kind: string, campaign: Campaign): Transaction {
  const row = begin(event, Domain.REWARDS, kind, touchAccount(event.address, event).id);
  row.campaign = campaign.id;
  return row;
}
