import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Account, Attester, Identity, IdentityNumber } from "../../generated/schema";
import { numberBytes } from "../shared/ids";
import { loadProtocol, saveProtocol, snapshotProtocol } from "../shared/protocol";

/** Accounts of this identity that count as verified: all of them or none. */
export function verifiedAccounts(identity: Identity): i32 {
  return identity.revoked || identity.frozen ? 0 : identity.accountCount;
}

/** Saves the identity and carries what changed into the protocol; `before` is `verifiedAccounts` as it was. */
export function saveIdentity(identity: Identity, before: i32, isNew: boolean, event: ethereum.Event): void {
  identity.updatedAt = event.block.timestamp;
  identity.save();
  const protocol = loadProtocol();
  protocol.verifiedAccountCount += verifiedAccounts(identity) - before;
  if (isNew) protocol.identityCount += 1;
  saveProtocol(protocol, event);
  snapshotProtocol(protocol);
}

export function newIdentity(id: Bytes, index: BigInt, account: Account, event: ethereum.Event): Identity {
  const identity = new Identity(id);
  identity.index = index;
  identity.firstAccount = account.id;
  identity.accountCount = 0;
  identity.frozen = false;
  identity.revoked = false;
  identity.attestationCount = 0;
  identity.createdAt = event.block.timestamp;
  const number = new IdentityNumber(numberBytes(index));
  number.identity = id;
  number.save();
  return identity;
}

/** The identity with this number in the registry; null for one that was never attested. */
export function identityNumbered(index: BigInt): Identity | null {
  const number = IdentityNumber.load(numberBytes(index));
  return number == null ? null : Identity.load(number.identity);
}

/** Whether the account stood in the first place of its identity: as the first account, or as the one that followed it there. */
export function isInFirstPlace(identity: Identity, account: Account): boolean {
  let place: Bytes | null = identity.firstAccount;
  while (place !== null) {
    if (place.equals(account.id)) return true;
    const holder = Account.load(place);
    place = holder == null ? null : holder.successor;
  }
  return false;
}

export function loadAttester(id: Bytes): Attester {
  const known = Attester.load(id);
  if (known != null) return known;
  const attester = new Attester(id);
  attester.allowed = false;
  attester.attestationCount = 0;
  attester.updatedAt = BigInt.zero();
  return attester;
}

export function countAttestation(attester: Bytes): void {
  const known = loadAttester(attester);
  known.attestationCount += 1;
  known.save();
}
