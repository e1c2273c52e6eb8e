import { BigInt, dataSource } from "@graphprotocol/graph-ts";
import {
  PauseSet,
  ReferralBonusClaimed,
  ReferralBound,
  ReferralTermsSet,
  ReferralVested,
} from "../generated/ReferralRegistry/ReferralRegistry";
import { Referral, ReferralBonus, Referrer } from "../generated/schema";
import { positionKey } from "./pool/position";
import {
  count,
  loadReferrer,
  loadRegistry,
  moveTo,
  newReferral,
  saveReferral,
  saveReferrer,
  saveRegistry,
  voidOthers,
} from "./referrals/referral";
import { recordPause } from "./rewards/pause";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { eventId, sequence } from "./shared/ids";
import { loadProtocol, saveProtocol } from "./shared/protocol";

/** Until the newcomer has an identity it may name another referrer, in whose numbers it then counts. */
export function handleReferralBound(event: ReferralBound): void {
  const params = event.params;
  const newcomer = touchAccount(params.newcomer, event).id;
  const account = touchAccount(params.referrer, event);
  const identity = account.identity;
  if (identity === null) return;
  const known = Referral.load(newcomer);
  if (known != null) {
    const former = Referrer.load(known.referrerIdentity);
    if (former != null) {
      count(former, known.state, -1);
      saveReferrer(former, event);
    }
  }
  const referrer = loadReferrer(params.referrerIdentity, identity);
  count(referrer, "BOUND", 1);
  saveReferrer(referrer, event);
  const referral = known == null ? newReferral(newcomer, event) : known;
  referral.referrer = account.id;
  referral.referrerIdentity = referrer.id;
  referral.state = "BOUND";
  referral.identitiesBefore = loadProtocol().identityCount;
  referral.boundAt = event.block.timestamp;
  referral.transactionHash = event.transaction.hash;
  saveReferral(referral, event);
  if (known == null) {
    const registry = loadRegistry(event.address);
    registry.referralCount += 1;
    saveRegistry(registry, event);
    const protocol = loadProtocol();
    protocol.referralCount += 1;
    saveProtocol(protocol, event);
  }

  const row = begin(event, Domain.REWARDS, "REFERRAL_BOUND", newcomer);
  row.counterparty = account.id;
  row.referral = referral.id;
  finish(row);
}

export function handleReferralVested(event: ReferralVested): void {
  const params = event.params;
  const referral = Referral.load(params.newcomer);
  if (referral == null) return;
  referral.bonusBps = params.bonusBps;
  referral.newcomerCap = params.newcomerCap;
  referral.position = positionKey(dataSource.context().getBytes("stakingPool"), params.positionId);
  referral.vestedAt = event.block.timestamp;
  moveTo(referral, "VESTED", event);
  voidOthers(referral, event);
  const registry = loadRegistry(event.address);
  registry.vestedCount += 1;
  saveRegistry(registry, event);

  const row = begin(event, Domain.REWARDS, "REFERRAL_VESTED", referral.newcomer);
  row.counterparty = referral.referrer;
  row.identity = referral.newcomerIdentity;
  row.referral = referral.id;
  finish(row);
}

export function handleReferralBonusClaimed(event: ReferralBonusClaimed): void {
  const params = event.params;
  const referral = Referral.load(params.newcomer);
  if (referral == null) return;
  referral.paid = params.paid;
  referral.bonusCount += 1;
  saveReferral(referral, event);
  const referrer = Referrer.load(referral.referrerIdentity);
  if (referrer != null) {
    referrer.paid = referrer.paid.plus(params.amount);
    saveReferrer(referrer, event);
  }
  const registry = loadRegistry(event.address);
  registry.paid = registry.paid.plus(params.amount);
  saveRegistry(registry, event);

  const bonus = new ReferralBonus(eventId(event));
  bonus.referral = referral.id;
  bonus.referrerIdentity = referral.referrerIdentity;
  bonus.recipient = touchAccount(params.recipient, event).id;
  bonus.amount = params.amount;
  bonus.paid = params.paid;
  bonus.sequence = sequence(event);
  bonus.timestamp = event.block.timestamp;
  bonus.blockNumber = event.block.number;
  bonus.transactionHash = event.transaction.hash;
  bonus.save();

  const row = begin(event, Domain.REWARDS, "REFERRAL_BONUS_CLAIMED", bonus.recipient);
  row.counterparty = referral.newcomer;
  row.amount = params.amount;
  row.referral = referral.id;
  finish(row);
}

export function handleReferralTermsSet(event: ReferralTermsSet): void {
  const params = event.params;
  const registry = loadRegistry(event.address);
  registry.bonusBps = params.bonusBps;
  registry.newcomerCap = params.newcomerCap;
  registry.referrerCap = params.referrerCap;
  registry.minStake = params.minStake;
  saveRegistry(registry, event);

  const row = begin(event, Domain.REWARDS, "REFERRAL_TERMS_SET", touchAccount(event.address, event).id);
  row.amount = BigInt.fromI32(params.bonusBps);
  finish(row);
}

export function handleReferralPauseSet(event: PauseSet): void {
  const registry = loadRegistry(event.address);
  registry.pausedUntil = event.params.until;
  saveRegistry(registry, event);
  recordPause(event, event.params.until);
}
