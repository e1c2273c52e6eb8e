import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Identity, Referral, ReferralRegistry, Referrer } from "../../generated/schema";
import { numberBytes } from "../shared/ids";

const ZERO = BigInt.zero();

export function loadRegistry(id: Bytes): ReferralRegistry {
  const known = ReferralRegistry.load(id);
  if (known != null) return known;
  const registry = new ReferralRegistry(id);
  registry.bonusBps = 0;
  registry.newcomerCap = ZERO;
  registry.referrerCap = ZERO;
  registry.minStake = ZERO;
  registry.pausedUntil = ZERO;
  registry.referralCount = 0;
  registry.vestedCount = 0;
  registry.paid = ZERO;
  return registry;
}

export function saveRegistry(registry: ReferralRegistry, event: ethereum.Event): void {
  registry.updatedAt = event.block.timestamp;
  registry.save();
}

export function newReferral(newcomer: Bytes, event: ethereum.Event): Referral {
  const referral = new Referral(newcomer);
  referral.newcomer = newcomer;
  referral.bonusBps = 0;
  referral.newcomerCap = ZERO;
  referral.paid = ZERO;
  referral.bonusCount = 0;
  referral.createdAt = event.block.timestamp;
  return referral;
}

export function saveReferral(referral: Referral, event: ethereum.Event): void {
  referral.updatedAt = event.block.timestamp;
  referral.save();
}

/** The referrer by the number of its identity, made where that never brought anybody. */
export function loadReferrer(index: BigInt, identity: Bytes): Referrer {
  const id = numberBytes(index);
  const known = Referrer.load(id);
  if (known != null) return known;
  const referrer = new Referrer(id);
  referrer.identity = identity;
  referrer.boundCount = 0;
  referrer.finalCount = 0;
  referrer.vestedCount = 0;
  referrer.voidCount = 0;
  referrer.paid = ZERO;
  return referrer;
}

export function saveReferrer(referrer: Referrer, event: ethereum.Event): void {
  referrer.updatedAt = event.block.timestamp;
  referrer.save();
}

/** Counts a referral in one of the states that a referrer's can have; `by` is 1 or -1. */
export function count(referrer: Referrer, state: string, by: i32): void {
  if (state == "BOUND") referrer.boundCount += by;
  else if (state == "FINAL") referrer.finalCount += by;
  else if (state == "VESTED") referrer.vestedCount += by;
  else referrer.voidCount += by;
}

/** Moves a referral to another state, in the numbers of its referrer too; both are saved. */
export function moveTo(referral: Referral, state: string, event: ethereum.Event): void {
  const referrer = Referrer.load(referral.referrerIdentity);
  if (referrer != null) {
    count(referrer, referral.state, -1);
    count(referrer, state, 1);
    saveReferrer(referrer, event);
  }
  referral.state = state;
  saveReferral(referral, event);
}

/**
 * An account joined an identity. Who had named a referrer before is brought for good where the account is in the first place of an
 * identity that is younger than that, and brought by nobody elsewhere.
 */
export function settleReferral(account: Bytes, identity: Identity, isFirst: boolean, event: ethereum.Event): void {
  const referral = Referral.load(account);
  if (referral == null || referral.state != "BOUND") return;
  const isYounger = identity.index.gt(BigInt.fromI32(referral.identitiesBefore));
  const counts = isFirst && isYounger && !hasVested(identity);
  referral.newcomerIdentity = identity.id;
  referral.settledAt = event.block.timestamp;
  moveTo(referral, counts ? "FINAL" : "VOID", event);
}

/** A person may have named a referrer with two wallets before the first attestation, and moved from one to the other. */
function hasVested(identity: Identity): boolean {
  const referrals = identity.referrals.load();
  for (let i = 0; i < referrals.length; i++) if (referrals[i].state == "VESTED") return true;
  return false;
}

/** One referral of an identity vested: no other of it ever will. */
export function voidOthers(vested: Referral, event: ethereum.Event): void {
  const id = vested.newcomerIdentity;
  if (id === null) return;
  const identity = Identity.load(id);
  if (identity == null) return;
  const referrals = identity.referrals.load();
  for (let i = 0; i < referrals.length; i++) {
    const other = referrals[i];
    if (other.state == "FINAL" && !other.id.equals(vested.id)) moveTo(other, "VOID", event);
  }
}
