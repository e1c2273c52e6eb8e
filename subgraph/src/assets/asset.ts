import { Address, BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import {
  Asset,
  AssetDocuments,
  AssetRules,
  AssetStateChange,
  AssetValuation,
  Protocol,
} from "../../generated/schema";
import { assetClassName, AssetState } from "../shared/enums";
import { eventId, numberBytes, sequence } from "../shared/ids";
import { loadProtocol, saveProtocol, snapshotProtocol } from "../shared/protocol";
import { storable } from "../shared/text";

// The registry is stricter than this; an index must not depend on that.
const NAME_LENGTH = 256;
const SYMBOL_LENGTH = 64;
const METADATA_LENGTH = 65_536;

export function newAsset(id: Address, assetId: BigInt, issuer: Bytes, event: ethereum.Event): Asset {
  const asset = new Asset(id);
  asset.assetId = assetId;
  asset.issuer = issuer;
  asset.documentsCount = 0;
  asset.state = AssetState.DRAFT;
  asset.valuation = BigInt.zero();
  asset.pausedUntil = BigInt.zero();
  asset.supply = BigInt.zero();
  asset.holderCount = 0;
  asset.transferCount = 0;
  asset.incomePaymentCount = 0;
  asset.createdAt = event.block.timestamp;
  asset.createdAtBlock = event.block.number;
  asset.transactionHash = event.transaction.hash;
  return asset;
}

/** `terms` in the order of the contract's struct `AssetTerms`; two generated classes stand for it. */
export function setTerms(asset: Asset, terms: ethereum.Tuple, event: ethereum.Event): void {
  asset.name = storable(terms[0].toString(), NAME_LENGTH);
  asset.symbol = storable(terms[1].toString(), SYMBOL_LENGTH);
  asset.class_ = assetClassName(terms[2].toI32());
  asset.jurisdiction = terms[3].toI32();
  asset.shares = terms[4].toBigInt();
  asset.metadataURI = storable(terms[6].toString(), METADATA_LENGTH);
  setModule(asset, terms[8].toAddress());
  asset.salt = terms[11].toBytes();
  asset.termsTransactionHash = event.transaction.hash;
}

export function setModule(asset: Asset, module: Address): void {
  asset.module = module;
  asset.rules = rulesId(module, asset.id);
}

export function rulesId(module: Address, asset: Bytes): Bytes {
  return module.concat(asset);
}

/** Sets the stated value and keeps the statement; saying the same again is a statement too. */
export function stateValue(asset: Asset, valuation: BigInt, event: ethereum.Event): void {
  const statement = new AssetValuation(eventId(event));
  statement.asset = asset.id;
  statement.valuation = valuation;
  statement.sequence = sequence(event);
  statement.timestamp = event.block.timestamp;
  statement.transactionHash = event.transaction.hash;
  statement.save();

  if (asset.state == AssetState.ACTIVE) {
    const protocol = loadProtocol();
    protocol.statedValue = protocol.statedValue.plus(valuation).minus(asset.valuation);
    saveProtocol(protocol, event);
    snapshotProtocol(protocol);
  }
  asset.valuation = valuation;
  asset.valuedAt = event.block.timestamp;
}

export function addDocuments(asset: Asset, index: BigInt, root: Bytes, event: ethereum.Event): void {
  const documents = new AssetDocuments(asset.id.concat(numberBytes(index)));
  documents.asset = asset.id;
  documents.index = index;
  documents.root = root;
  documents.timestamp = event.block.timestamp;
  documents.blockNumber = event.block.number;
  documents.transactionHash = event.transaction.hash;
  documents.save();
  asset.documentsRoot = root;
  asset.documentsCount += 1;
}

export function saveAsset(asset: Asset, event: ethereum.Event): void {
  asset.updatedAt = event.block.timestamp;
  asset.save();
}

/** Keeps the step, and counts the asset out of one state and into another; an empty state is "was not there before". */
export function changeState(asset: Asset, from: string, to: string, event: ethereum.Event): void {
  const change = new AssetStateChange(eventId(event));
  change.asset = asset.id;
  if (from != "") change.previous = from;
  change.state = to;
  change.sequence = sequence(event);
  change.timestamp = event.block.timestamp;
  change.blockNumber = event.block.number;
  change.transactionHash = event.transaction.hash;
  change.save();

  asset.state = to;
  if (to == AssetState.ACTIVE) asset.activatedAt = event.block.timestamp;
  if (to == AssetState.MATURED) asset.maturedAt = event.block.timestamp;
  const protocol = loadProtocol();
  if (from == "") protocol.assetCount += 1;
  addToState(protocol, from, -1);
  addToState(protocol, to, 1);
  if (from == AssetState.ACTIVE) protocol.statedValue = protocol.statedValue.minus(asset.valuation);
  if (to == AssetState.ACTIVE) protocol.statedValue = protocol.statedValue.plus(asset.valuation);
  saveProtocol(protocol, event);
  snapshotProtocol(protocol);
}

function addToState(protocol: Protocol, state: string, change: i32): void {
  if (state == AssetState.DRAFT) protocol.draftAssetCount += change;
  else if (state == AssetState.ACTIVE) protocol.activeAssetCount += change;
  else if (state == AssetState.MATURED) protocol.maturedAssetCount += change;
  else if (state == AssetState.RETIRED) protocol.retiredAssetCount += change;
}

export function loadRules(module: Address, asset: Address): AssetRules {
  const id = rulesId(module, asset);
  const known = AssetRules.load(id);
  if (known != null) return known;
  const rules = new AssetRules(id);
  rules.module = module;
  rules.asset = asset;
  rules.minTier = 0;
  rules.maxHolders = BigInt.zero();
  rules.lockedUntil = BigInt.zero();
  rules.capPerIdentity = BigInt.zero();
  rules.blockedCountries = [];
  return rules;
}
