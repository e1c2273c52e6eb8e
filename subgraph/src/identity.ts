import { ethereum } from "@graphprotocol/graph-ts";
import {
  OperationCanceled,
  OperationExecuted,
  OperationScheduled,
  RoleGranted,
  RoleLabel,
  RoleRevoked,
} from "../generated/AccessManager/AccessManager";
import {
  AccountAttested,
  AccountPledged,
  AccountRecovered,
  AttesterSet,
  IdentityFrozen,
  IdentityRevoked,
  RecoveryCancelled,
  RecoveryProposed,
  SystemContractSet,
  WalletLinked,
} from "../generated/IdentityRegistry/IdentityRegistry";
import { Identity, Operation, Recovery } from "../generated/schema";
import {
  countAttestation,
  isInFirstPlace,
  loadAttester,
  newIdentity,
  saveIdentity,
  verifiedAccounts,
} from "./identity/identity";
import { closeRecovery, newRecovery } from "./identity/recovery";
import { loadMember, loadRole, operationKey } from "./identity/role";
import { settleReferral } from "./referrals/referral";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { loadProtocol, saveProtocol } from "./shared/protocol";
import { head, storable } from "./shared/text";

const LABEL_LENGTH = 64;
const CALL_DATA_LENGTH = 16_384;

export function handleAccountAttested(event: AccountAttested): void {
  const params = event.params;
  const account = touchAccount(params.account, event);
  const known = Identity.load(params.identity);
  const identity = known == null ? newIdentity(params.identity, params.index, account, event) : known;
  const before = known == null ? 0 : verifiedAccounts(identity);
  // `==` of bytes is an operator of their own and knows no null.
  const joins = account.identity === null;
  if (joins) {
    account.identity = identity.id;
    account.save();
    identity.accountCount += 1;
  }
  identity.country = params.country;
  identity.tier = params.tier;
  identity.validUntil = params.validUntil;
  // Its nonce proves that this attestation is younger than any revocation. A freeze it does not lift.
  identity.revoked = false;
  identity.attester = params.attester;
  identity.attestationCount += 1;
  countAttestation(params.attester);
  saveIdentity(identity, before, known == null, event);
  if (joins) settleReferral(account.id, identity, known == null, event);

  const row = begin(event, Domain.IDENTITY, "ACCOUNT_ATTESTED", account.id);
  row.identity = identity.id;
  row.counterparty = touchAccount(params.attester, event).id;
  finish(row);
}

export function handleWalletLinked(event: WalletLinked): void {
  const params = event.params;
  const newAccount = touchAccount(params.newAccount, event);
  const identity = Identity.load(params.identity);
  if (identity == null) return;
  const before = verifiedAccounts(identity);
  newAccount.identity = identity.id;
  newAccount.save();
  identity.accountCount += 1;
  countAttestation(params.attester);
  saveIdentity(identity, before, false, event);
  settleReferral(newAccount.id, identity, false, event);

  const row = begin(event, Domain.IDENTITY, "WALLET_LINKED", params.account);
  row.identity = identity.id;
  row.counterparty = newAccount.id;
  finish(row);
}

export function handleIdentityRevoked(event: IdentityRevoked): void {
  const identity = Identity.load(event.params.identity);
  if (identity == null) return;
  const before = verifiedAccounts(identity);
  identity.revoked = true;
  saveIdentity(identity, before, false, event);
  recordIdentity(event, "IDENTITY_REVOKED", identity);
}

export function handleIdentityFrozen(event: IdentityFrozen): void {
  const identity = Identity.load(event.params.identity);
  if (identity == null) return;
  const before = verifiedAccounts(identity);
  identity.frozen = event.params.frozen;
  saveIdentity(identity, before, false, event);
  recordIdentity(event, event.params.frozen ? "IDENTITY_FROZEN" : "IDENTITY_UNFROZEN", identity);
}

function recordIdentity(event: ethereum.Event, kind: string, identity: Identity): void {
  const row = begin(event, Domain.IDENTITY, kind, identity.firstAccount);
  row.identity = identity.id;
  finish(row);
}

export function handleAttesterSet(event: AttesterSet): void {
  const allowed = event.params.allowed;
  const attester = loadAttester(event.params.attester);
  if (attester.allowed != allowed) {
    const protocol = loadProtocol();
    protocol.attesterCount += allowed ? 1 : -1;
    saveProtocol(protocol, event);
  }
  attester.allowed = allowed;
  attester.updatedAt = event.block.timestamp;
  attester.save();

  const kind = allowed ? "ATTESTER_ALLOWED" : "ATTESTER_REMOVED";
  finish(begin(event, Domain.IDENTITY, kind, touchAccount(event.params.attester, event).id));
}

export function handleSystemContractSet(event: SystemContractSet): void {
  const account = touchAccount(event.params.account, event);
  account.isSystem = event.params.allowed;
  account.save();

  const kind = event.params.allowed ? "SYSTEM_CONTRACT_ALLOWED" : "SYSTEM_CONTRACT_REMOVED";
  finish(begin(event, Domain.IDENTITY, kind, account.id));
}

/** The lending markets tell the pledge itself: here only who ever pledged. */
export function handleAccountPledged(event: AccountPledged): void {
  const account = touchAccount(event.params.account, event);
  account.hasPledged = true;
  account.save();
}

export function handleRecoveryProposed(event: RecoveryProposed): void {
  const params = event.params;
  const lost = touchAccount(params.lost, event);
  const successor = touchAccount(params.successor, event);
  const recovery = newRecovery(lost, successor, params.identity, event);
  recovery.readyAt = params.readyAt;
  recovery.save();
  lost.recovery = recovery.id;
  lost.save();
  recordRecovery(event, "RECOVERY_PROPOSED", recovery);
}

export function handleRecoveryCancelled(event: RecoveryCancelled): void {
  const recovery = closeRecovery(touchAccount(event.params.lost, event), "CANCELLED", event);
  if (recovery == null) return;
  recovery.canceller = touchAccount(event.params.caller, event).id;
  recovery.save();
  recordRecovery(event, "RECOVERY_CANCELLED", recovery);
}

/** The lost account stays in its identity's list, as one that is retired; the number of accounts stays too. */
export function handleAccountRecovered(event: AccountRecovered): void {
  const lost = touchAccount(event.params.lost, event);
  const successor = touchAccount(event.params.successor, event);
  lost.successor = successor.id;
  lost.retiredAt = event.block.timestamp;
  lost.save();
  successor.identity = event.params.identity;
  successor.save();
  const identity = Identity.load(event.params.identity);
  if (identity != null) settleReferral(successor.id, identity, isInFirstPlace(identity, lost), event);
  const recovery = closeRecovery(lost, "COMPLETED", event);
  if (recovery == null) return;
  recovery.save();
  recordRecovery(event, "ACCOUNT_RECOVERED", recovery);
}

function recordRecovery(event: ethereum.Event, kind: string, recovery: Recovery): void {
  const row = begin(event, Domain.IDENTITY, kind, recovery.lost);
  row.counterparty = recovery.successor;
  row.identity = recovery.identity;
  finish(row);
}

export function handleRoleLabel(event: RoleLabel): void {
  const role = loadRole(event.params.roleId);
  role.label = storable(event.params.label, LABEL_LENGTH);
  role.save();
}

export function handleRoleGranted(event: RoleGranted): void {
  const account = touchAccount(event.params.account, event);
  const role = loadRole(event.params.roleId);
  const member = loadMember(role, account.id);
  if (!member.active) role.memberCount += 1;
  role.save();
  member.active = true;
  member.delay = event.params.delay;
  // An existing member whose delay changes keeps its time of joining; `since` is then when the delay takes effect.
  if (event.params.newMember) member.since = event.params.since;
  member.updatedAt = event.block.timestamp;
  member.save();

  const row = begin(event, Domain.IDENTITY, "ROLE_GRANTED", account.id);
  row.role = role.id;
  finish(row);
}

export function handleRoleRevoked(event: RoleRevoked): void {
  const account = touchAccount(event.params.account, event);
  const role = loadRole(event.params.roleId);
  const member = loadMember(role, account.id);
  if (member.active) role.memberCount -= 1;
  role.save();
  member.active = false;
  member.updatedAt = event.block.timestamp;
  member.save();

  const row = begin(event, Domain.IDENTITY, "ROLE_REVOKED", account.id);
  row.role = role.id;
  finish(row);
}

export function handleOperationScheduled(event: OperationScheduled): void {
  const params = event.params;
  const caller = touchAccount(params.caller, event);
  const operation = new Operation(operationKey(params.operationId, params.nonce));
  operation.operationId = params.operationId;
  operation.nonce = params.nonce;
  operation.state = "SCHEDULED";
  operation.caller = caller.id;
  operation.target = params.target;
  operation.data = head(params.data, CALL_DATA_LENGTH);
  operation.readyAt = params.schedule;
  operation.scheduledAt = event.block.timestamp;
  operation.save();

  finish(begin(event, Domain.IDENTITY, "OPERATION_SCHEDULED", caller.id));
}

export function handleOperationExecuted(event: OperationExecuted): void {
  const operation = Operation.load(operationKey(event.params.operationId, event.params.nonce));
  if (operation != null) closeOperation(operation, "EXECUTED", event);
}

export function handleOperationCanceled(event: OperationCanceled): void {
  const operation = Operation.load(operationKey(event.params.operationId, event.params.nonce));
  if (operation != null) closeOperation(operation, "CANCELED", event);
}

function closeOperation(operation: Operation, state: string, event: ethereum.Event): void {
  operation.state = state;
  operation.closedAt = event.block.timestamp;
  operation.save();
  finish(begin(event, Domain.IDENTITY, "OPERATION_" + state, operation.caller));
}
