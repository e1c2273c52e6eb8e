import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import {
  AssetDocumentsUpdated,
  AssetForcedBurn,
  AssetIssuerChanged,
  AssetModuleAllowed,
  AssetRedemptionSet,
  AssetStateChanged,
  AssetTermsUpdated,
  AssetTokenized,
  AssetValuationStated,
} from "../generated/AssetRegistry/AssetRegistry";
import { CountryBlocked, RulesSet } from "../generated/ComplianceModule/ComplianceModule";
import { Asset, AssetFlow, AssetRules, Module, Trade, Transaction, Transfer } from "../generated/schema";
import { AssetToken } from "../generated/templates";
import {
  ForcedTransfer,
  Frozen,
  ModuleSet,
  PauseSet,
  SharesRecovered,
  Transfer as TransferEvent,
} from "../generated/templates/AssetToken/AssetToken";
import {
  addDocuments,
  changeState,
  loadRules,
  newAsset,
  saveAsset,
  setModule,
  setTerms,
  stateValue,
} from "./assets/asset";
import { changeBalance, loadHolding } from "./assets/holding";
import { explainMove, tell, tradeBehind } from "./assets/move";
import { addToPledge, pledgeBehind, transferKind } from "./loans/pledge";
import { isZero, touchAccount } from "./shared/account";
import { AssetState, assetStateName, Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { eventId, sequence } from "./shared/ids";
import { withNumber } from "./shared/lists";
import { loadProtocol, loadTotals, saveProtocol } from "./shared/protocol";

export function handleAssetTokenized(event: AssetTokenized): void {
  const params = event.params;
  const issuer = touchAccount(params.issuer, event);
  const asset = newAsset(params.asset, params.assetId, issuer.id, event);
  setTerms(asset, params.terms, event);
  stateValue(asset, params.terms.valuation, event);
  changeState(asset, "", AssetState.DRAFT, event);
  saveAsset(asset, event);
  AssetToken.create(params.asset);
  record(event, "ASSET_TOKENIZED", asset);
}

export function handleAssetTermsUpdated(event: AssetTermsUpdated): void {
  const asset = Asset.load(event.params.asset);
  if (asset == null) return;
  const terms = event.params.terms;
  setTerms(asset, terms, event);
  if (!asset.valuation.equals(terms.valuation)) stateValue(asset, terms.valuation, event);
  saveAsset(asset, event);
  record(event, "ASSET_TERMS_UPDATED", asset);
}

export function handleAssetStateChanged(event: AssetStateChanged): void {
  const asset = Asset.load(event.params.asset);
  const state = assetStateName(event.params.state);
  if (asset == null || state == "" || state == asset.state) return;
  changeState(asset, asset.state, state, event);
  saveAsset(asset, event);
  record(event, state == AssetState.ACTIVE ? "ASSET_ACTIVATED" : "ASSET_" + state, asset);
}

export function handleAssetDocumentsUpdated(event: AssetDocumentsUpdated): void {
  const asset = Asset.load(event.params.asset);
  if (asset == null) return;
  addDocuments(asset, event.params.index, event.params.root, event);
  saveAsset(asset, event);
  if (event.params.index.isZero() && isPartOfTerms(asset, event)) return;
  record(event, "DOCUMENTS_UPDATED", asset);
}

export function handleAssetValuationStated(event: AssetValuationStated): void {
  const asset = Asset.load(event.params.asset);
  if (asset == null) return;
  stateValue(asset, event.params.valuation, event);
  saveAsset(asset, event);
  const row = rowOf(event, "VALUATION_STATED", asset);
  row.amount = event.params.valuation;
  finish(row);
}

export function handleAssetModuleAllowed(event: AssetModuleAllowed): void {
  const module = new Module(event.params.module);
  module.allowed = event.params.allowed;
  module.updatedAt = event.block.timestamp;
  module.save();

  const kind = event.params.allowed ? "MODULE_ALLOWED" : "MODULE_REMOVED";
  finish(begin(event, Domain.ASSETS, kind, touchAccount(module.id, event).id));
}

export function handleAssetIssuerChanged(event: AssetIssuerChanged): void {
  const asset = Asset.load(event.params.asset);
  if (asset == null) return;
  asset.issuer = touchAccount(event.params.issuer, event).id;
  saveAsset(asset, event);
  const row = rowOf(event, "ISSUER_CHANGED", asset);
  row.counterparty = touchAccount(event.params.previous, event).id;
  finish(row);
}

export function handleAssetRedemptionSet(event: AssetRedemptionSet): void {
  const redemption = touchAccount(event.params.redemption, event).id;
  const protocol = loadProtocol();
  protocol.redemptionContract = redemption;
  saveProtocol(protocol, event);
  finish(begin(event, Domain.ASSETS, "REDEMPTION_CONTRACT_SET", redemption));
}

export function handleAssetForcedBurn(event: AssetForcedBurn): void {
  const params = event.params;
  const account = touchAccount(params.account, event).id;
  const row = explainMove(event, params.asset, "FORCED_BURN", "SHARES_FORCE_BURNED", account);
  row.amount = params.amount;
  tell(row, event);
}

export function handleRulesSet(event: RulesSet): void {
  const given = event.params.rules;
  const rules = loadRules(event.address, event.params.asset);
  rules.minTier = given.minTier;
  rules.maxHolders = given.maxHolders;
  rules.lockedUntil = given.lockedUntil;
  rules.capPerIdentity = given.capPerIdentity;
  saveRules(rules, "RULES_SET", event);
}

export function handleCountryBlocked(event: CountryBlocked): void {
  const blocked = event.params.blocked;
  const rules = loadRules(event.address, event.params.asset);
  rules.blockedCountries = withNumber(rules.blockedCountries, event.params.country, blocked);
  saveRules(rules, blocked ? "COUNTRY_BLOCKED" : "COUNTRY_UNBLOCKED", event);
}

/** Rules that come with the terms are no news of their own. */
function saveRules(rules: AssetRules, kind: string, event: ethereum.Event): void {
  rules.updatedAt = event.block.timestamp;
  rules.save();
  const asset = Asset.load(rules.asset);
  if (asset != null && !isPartOfTerms(asset, event)) record(event, kind, asset);
}

export function handleTransfer(event: TransferEvent): void {
  const asset = Asset.load(event.address);
  if (asset == null) return;
  const params = event.params;
  const minted = isZero(params.from);
  const burned = isZero(params.to);
  // Nobody sells or pledges to nobody: a mint or a burn finds none.
  const trade = tradeBehind(event, params.from, params.to);
  const pledge = pledgeBehind(event, params.from, params.to, params.value);

  const transfer = new Transfer(eventId(event));
  transfer.asset = asset.id;
  transfer.kind = minted ? "MINT" : burned ? "BURN" : trade != null ? "TRADE" : "TRANSFER";
  if (pledge != null) transfer.kind = transferKind(pledge);
  if (trade != null) transfer.trade = trade.id;
  transfer.amount = params.value;
  transfer.sequence = sequence(event);
  transfer.blockNumber = event.block.number;
  transfer.timestamp = event.block.timestamp;
  transfer.transactionHash = event.transaction.hash;
  transfer.logIndex = event.logIndex.toI32();
  if (minted) asset.supply = asset.supply.plus(params.value);
  else {
    const from = touchAccount(params.from, event);
    transfer.from = from.id;
    changeBalance(asset, from, params.value.neg(), event);
  }
  if (burned) asset.supply = asset.supply.minus(params.value);
  else {
    const to = touchAccount(params.to, event);
    transfer.to = to.id;
    changeBalance(asset, to, params.value, event);
  }
  transfer.save();
  asset.transferCount += 1;
  saveAsset(asset, event);
  addFlow(asset, params.value);
  if (trade != null) return addToTrade(transfer, trade);
  if (pledge != null) return addToPledge(transfer, pledge);

  const kind = minted ? "SHARES_MINTED" : burned ? "SHARES_BURNED" : "SHARES_TRANSFERRED";
  const row = begin(event, Domain.ASSETS, kind, minted ? params.to : params.from);
  if (!minted && !burned) row.counterparty = params.to;
  row.asset = asset.id;
  row.token = asset.id;
  row.amount = params.value;
  row.transfer = transfer.id;
  finish(row);
}

function addFlow(asset: Asset, amount: BigInt): void {
  const point = new AssetFlow(0);
  point.timestamp = 0;
  point.asset = asset.id;
  point.amount = amount;
  point.supply = asset.supply;
  point.holderCount = asset.holderCount;
  point.save();
}

/** The trade was told already, as one row: that its shares moved is no news of its own. */
function addToTrade(transfer: Transfer, trade: Trade): void {
  const row = Transaction.loadInBlock(trade.id);
  if (row != null) {
    row.transfer = transfer.id;
    row.save();
  }
  const totals = loadTotals();
  totals.transferCount += 1;
  totals.save();
}

export function handleForcedTransfer(event: ForcedTransfer): void {
  const params = event.params;
  const row = explainMove(event, event.address, "FORCED", "SHARES_FORCED", touchAccount(params.from, event).id);
  row.counterparty = touchAccount(params.to, event).id;
  row.amount = params.amount;
  tell(row, event);
}

export function handleSharesRecovered(event: SharesRecovered): void {
  const params = event.params;
  const lost = touchAccount(params.lost, event).id;
  const row = explainMove(event, event.address, "RECOVERY", "SHARES_RECOVERED", lost);
  row.counterparty = touchAccount(params.successor, event).id;
  row.amount = params.amount;
  tell(row, event);
}

export function handleFrozen(event: Frozen): void {
  const asset = Asset.load(event.address);
  if (asset == null) return;
  const account = touchAccount(event.params.account, event);
  const holding = loadHolding(asset.id, account.id, event);
  holding.frozen = event.params.amount;
  holding.updatedAt = event.block.timestamp;
  holding.save();

  const row = begin(event, Domain.ASSETS, "SHARES_FROZEN", account.id);
  row.asset = asset.id;
  row.token = asset.id;
  row.amount = event.params.amount;
  finish(row);
}

export function handleModuleSet(event: ModuleSet): void {
  const asset = Asset.load(event.address);
  // The first module comes with the terms, and the terms were told before.
  if (asset == null || asset.module.equals(event.params.module)) return;
  setModule(asset, event.params.module);
  saveAsset(asset, event);
  record(event, "MODULE_SET", asset);
}

export function handlePauseSet(event: PauseSet): void {
  const asset = Asset.load(event.address);
  if (asset == null) return;
  asset.pausedUntil = event.params.until;
  saveAsset(asset, event);
  record(event, event.params.until.isZero() ? "ASSET_UNPAUSED" : "ASSET_PAUSED", asset);
}

function isPartOfTerms(asset: Asset, event: ethereum.Event): boolean {
  return asset.termsTransactionHash.equals(event.transaction.hash);
}

function rowOf(event: ethereum.Event, kind: string, asset: Asset): Transaction {
  const row = begin(event, Domain.ASSETS, kind, asset.issuer);
  row.asset = asset.id;
  return row;
}

function record(event: ethereum.Event, kind: string, asset: Asset): void {
  finish(rowOf(event, kind, asset));
}
