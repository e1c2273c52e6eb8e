import { BigInt } from "@graphprotocol/graph-ts";
import { KeysRegistered, KeysRevoked } from "../generated/KeyDirectory/KeyDirectory";
import { AnchorPreserved, RootAnchored } from "../generated/RecordAnchor/RecordAnchor";
import { KeyEntry, RecordRoot } from "../generated/schema";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { numberBytes } from "./shared/ids";
import { loadProtocol, saveProtocol } from "./shared/protocol";

export function handleKeysRegistered(event: KeysRegistered): void {
  const params = event.params;
  const account = touchAccount(params.account, event);
  endPreviousKeys(event);

  const entry = new KeyEntry(account.id.concat(numberBytes(params.index)));
  entry.account = account.id;
  entry.index = params.index;
  entry.recipient = params.recipient;
  entry.verifier = params.verifier;
  entry.validFrom = params.validFrom;
  entry.validUntil = params.validUntil;
  entry.transactionHash = event.transaction.hash;
  entry.save();

  account.latestKeys = entry.id;
  account.keyEntryCount += 1;
  account.save();
  const protocol = loadProtocol();
  protocol.keyEntryCount += 1;
  saveProtocol(protocol, event);

  finish(begin(event, Domain.RECORDS, "KEYS_REGISTERED", account.id));
}

/** A new entry ends the one before at its own start, unless that one ended earlier by itself. */
function endPreviousKeys(event: KeysRegistered): void {
  const params = event.params;
  if (params.index.isZero()) return;
  const previous = KeyEntry.load(params.account.concat(numberBytes(params.index.minus(BigInt.fromI32(1)))));
  if (previous == null) return;
  if (!previous.validUntil.isZero() && previous.validUntil.lt(params.validFrom)) return;
  previous.validUntil = params.validFrom;
  previous.save();
}

export function handleKeysRevoked(event: KeysRevoked): void {
  const entry = KeyEntry.load(event.params.account.concat(numberBytes(event.params.index)));
  if (entry == null) return;
  entry.revokedAt = event.block.timestamp;
  entry.save();

  finish(begin(event, Domain.RECORDS, "KEYS_REVOKED", event.params.account));
}

export function handleRootAnchored(event: RootAnchored): void {
  const root = new RecordRoot(numberBytes(event.params.index));
  root.index = event.params.index;
  root.root = event.params.root;
  root.size = event.params.size;
  root.timestamp = event.params.time;
  root.blockNumber = event.block.number;
  root.transactionHash = event.transaction.hash;
  root.logIndex = event.logIndex.toI32();
  root.save();

  const protocol = loadProtocol();
  protocol.recordRootCount += 1;
  protocol.latestRecordRoot = root.id;
  saveProtocol(protocol, event);

  finish(begin(event, Domain.RECORDS, "ROOT_ANCHORED", touchAccount(event.transaction.from, event).id));
}

export function handleAnchorPreserved(event: AnchorPreserved): void {
  const root = RecordRoot.load(numberBytes(event.params.index));
  if (root == null) return;
  root.preservedAt = event.block.timestamp;
  root.save();

  finish(begin(event, Domain.RECORDS, "ROOT_PRESERVED", touchAccount(event.transaction.from, event).id));
}
