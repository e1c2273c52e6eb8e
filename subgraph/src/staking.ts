import { BigInt, Bytes, dataSource, ethereum } from "@graphprotocol/graph-ts";
import { Transfer as QtiTransfer } from "../generated/QtiToken/QtiToken";
import { StakeEvent, StakeFlow, StakingPosition, Vault, VaultSnapshot } from "../generated/schema";
import {
  Accrued,
  Deposit,
  PauseSet,
  RewardNotified,
  Transfer as ShareTransfer,
  Skimmed,
  Withdraw,
} from "../generated/StakingVault/StakingVault";
import { isZero, touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { eventId, sequence } from "./shared/ids";
import { loadProtocol, saveProtocol } from "./shared/protocol";
import {
  loadPosition,
  loadVault,
  saveShares,
  sharePriceDown,
  toAssetsDown,
  totalAssetsAt,
} from "./staking/vault";

const ZERO = BigInt.zero();

/** QTI is a bearer token: its movements are history, its balances are the chain's to tell. */
export function handleQtiTransfer(event: QtiTransfer): void {
  const from = event.params.from;
  const to = event.params.to;
  if (isToldElsewhere(from, to)) return;

  const minted = isZero(from);
  const burned = isZero(to);
  const kind = minted ? "QTI_MINTED" : burned ? "QTI_BURNED" : "QTI_TRANSFERRED";
  const row = begin(event, Domain.STAKING, kind, touchAccount(minted ? to : from, event).id);
  if (!minted && !burned) row.counterparty = touchAccount(to, event).id;
  row.amount = event.params.value;
  row.token = event.address;
  finish(row);
}

/** Whether a contract of QTI tells the move itself, with its reason: where stake goes in or out, and who pays rewards. */
function isToldElsewhere(from: Bytes, to: Bytes): boolean {
  const context = dataSource.context();
  const vault = context.getBytes("stakingVault");
  const pool = context.getBytes("stakingPool");
  return (
    from.equals(vault) ||
    to.equals(vault) ||
    from.equals(pool) ||
    to.equals(pool) ||
    from.equals(context.getBytes("rewardsTreasury")) ||
    from.equals(context.getBytes("merkleDistributor"))
  );
}

export function handleShareTransfer(event: ShareTransfer): void {
  const from = event.params.from;
  const to = event.params.to;
  const amount = event.params.value;
  const minted = isZero(from);
  const burned = isZero(to);
  const vault = loadVault(event.address);
  // Deposits and withdrawals state their own assets; between accounts the value of the moment goes with the shares.
  const between = !minted && !burned;
  const assets = between
    ? toAssetsDown(amount, totalAssetsAt(vault, event.block.timestamp), vault.totalShares)
    : ZERO;
  vault.save();
  if (!minted) {
    touchAccount(from, event);
    const sender = loadPosition(vault.id, from, event);
    sender.sentAssets = sender.sentAssets.plus(assets);
    saveShares(sender, sender.shares.minus(amount), event);
  }
  if (!burned) {
    touchAccount(to, event);
    const receiver = loadPosition(vault.id, to, event);
    receiver.receivedAssets = receiver.receivedAssets.plus(assets);
    saveShares(receiver, receiver.shares.plus(amount), event);
  }
  if (!between) return;

  const row = begin(event, Domain.STAKING, "STAKE_TRANSFERRED", from);
  row.counterparty = to;
  row.amount = amount;
  row.token = event.address;
  finish(row);
}

export function handleDeposit(event: Deposit): void {
  const params = event.params;
  const vault = loadVault(event.address);
  vault.deposited = vault.deposited.plus(params.assets);
  vault.save();
  touchAccount(params.owner, event);
  const position = loadPosition(vault.id, params.owner, event);
  position.deposited = position.deposited.plus(params.assets);
  position.updatedAt = event.block.timestamp;
  position.save();
  flow(vault, params.assets, ZERO, ZERO);

  const stake = stakeEvent(event, "DEPOSIT", position);
  stake.caller = touchAccount(params.sender, event).id;
  stake.assets = params.assets;
  stake.shares = params.shares;
  stake.save();
  recordStake(event, "STAKE_DEPOSITED", stake, params.sender);
}

export function handleWithdraw(event: Withdraw): void {
  const params = event.params;
  const vault = loadVault(event.address);
  vault.withdrawn = vault.withdrawn.plus(params.assets);
  vault.save();
  touchAccount(params.owner, event);
  const position = loadPosition(vault.id, params.owner, event);
  position.withdrawn = position.withdrawn.plus(params.assets);
  position.updatedAt = event.block.timestamp;
  position.save();
  flow(vault, ZERO, params.assets, ZERO);

  const stake = stakeEvent(event, "WITHDRAW", position);
  stake.caller = touchAccount(params.sender, event).id;
  stake.receiver = touchAccount(params.receiver, event).id;
  stake.assets = params.assets;
  stake.shares = params.shares;
  stake.save();
  recordStake(event, "STAKE_WITHDRAWN", stake, params.receiver);
}

function stakeEvent(event: ethereum.Event, kind: string, position: StakingPosition): StakeEvent {
  const stake = new StakeEvent(eventId(event));
  stake.vault = position.vault;
  stake.kind = kind;
  stake.position = position.id;
  stake.owner = position.account;
  stake.sequence = sequence(event);
  stake.blockNumber = event.block.number;
  stake.timestamp = event.block.timestamp;
  stake.transactionHash = event.transaction.hash;
  stake.logIndex = event.logIndex.toI32();
  return stake;
}

/** `other` is who paid or was paid; named only where it is not the owner. */
function recordStake(event: ethereum.Event, kind: string, stake: StakeEvent, other: Bytes): void {
  const row = begin(event, Domain.STAKING, kind, stake.owner);
  if (!other.equals(stake.owner)) row.counterparty = other;
  row.amount = stake.assets;
  row.stakeEvent = stake.id;
  finish(row);
}

export function handleAccrued(event: Accrued): void {
  const params = event.params;
  const vault = loadVault(event.address);
  vault.totalAssets = params.totalAssets;
  vault.totalShares = params.totalShares;
  vault.streamLeft = params.streamLeft;
  vault.streamEnd = params.streamEnd;
  vault.accruedAt = event.block.timestamp;
  vault.sharePrice = sharePriceDown(params.totalAssets, params.totalShares);
  vault.save();
  snapshot(vault);

  const protocol = loadProtocol();
  protocol.totalStaked = vault.totalAssets;
  protocol.stakeShares = vault.totalShares;
  protocol.sharePrice = vault.sharePrice;
  saveProtocol(protocol, event);
}

function snapshot(vault: Vault): void {
  const point = new VaultSnapshot(0);
  point.timestamp = 0;
  point.vault = vault.id;
  point.totalAssets = vault.totalAssets;
  point.totalShares = vault.totalShares;
  point.streamLeft = vault.streamLeft;
  point.streamEnd = vault.streamEnd;
  point.sharePrice = vault.sharePrice;
  point.save();
}

function flow(vault: Vault, deposited: BigInt, withdrawn: BigInt, rewarded: BigInt): void {
  const point = new StakeFlow(0);
  point.timestamp = 0;
  point.vault = vault.id;
  point.deposited = deposited;
  point.withdrawn = withdrawn;
  point.rewarded = rewarded;
  point.rewardedTotal = vault.rewarded;
  point.save();
}

/** The history row is the treasury's `StreamFunded`; here only the vault's own sums change. */
export function handleRewardNotified(event: RewardNotified): void {
  const vault = loadVault(event.address);
  vault.rewarded = vault.rewarded.plus(event.params.amount);
  vault.save();
  flow(vault, ZERO, ZERO, event.params.amount);
}

export function handleVaultPauseSet(event: PauseSet): void {
  const vault = loadVault(event.address);
  vault.pausedUntil = event.params.until;
  vault.save();

  const kind = event.params.until.isZero() ? "STAKING_UNPAUSED" : "STAKING_PAUSED";
  finish(begin(event, Domain.STAKING, kind, touchAccount(event.transaction.from, event).id));
}

export function handleSkimmed(event: Skimmed): void {
  const vault = loadVault(event.address);
  vault.skimmed = vault.skimmed.plus(event.params.amount);
  vault.save();

  const row = begin(event, Domain.STAKING, "STAKE_SKIMMED", touchAccount(event.params.to, event).id);
  row.amount = event.params.amount;
  finish(row);
}
