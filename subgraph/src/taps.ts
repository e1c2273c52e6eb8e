import { BigInt } from "@graphprotocol/graph-ts";
import { TapClaim } from "../generated/schema";
import {
  PauseSet,
  TapDailyCapSet,
  TapOracleSet,
  TapsClaimed,
  VouchersRevoked,
} from "../generated/TapRewards/TapRewards";
import { recordPause } from "./rewards/pause";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { eventId, sequence } from "./shared/ids";
import { loadProgram, loadTally, saveProgram } from "./taps/tally";

const DAY = BigInt.fromI32(86_400);
/** Days from the first claim on whose points count for a referral. */
const EARLY_DAYS = 90;

export function handleTapsClaimed(event: TapsClaimed): void {
  const params = event.params;
  const account = touchAccount(params.account, event);
  const identity = account.identity;
  if (identity === null) return;
  const today = event.block.timestamp.div(DAY).toI32();
  const tally = loadTally(params.identity, identity);
  const isFirst = tally.claimCount == 0;
  if (isFirst) tally.firstDay = today;
  tally.account = account.id;
  tally.today = tally.day == today ? tally.today.plus(params.amount) : params.amount;
  tally.day = today;
  tally.voucher = params.sequence;
  tally.total = params.total;
  if (today < tally.firstDay + EARLY_DAYS) tally.early = tally.early.plus(params.amount);
  tally.claimCount += 1;
  tally.updatedAt = event.block.timestamp;
  tally.save();

  const program = loadProgram(event.address);
  program.claimed = program.claimed.plus(params.amount);
  program.claimCount += 1;
  if (isFirst) program.identityCount += 1;
  saveProgram(program, event);

  const claim = new TapClaim(eventId(event));
  claim.tally = tally.id;
  claim.account = account.id;
  claim.submitter = touchAccount(params.submitter, event).id;
  claim.amount = params.amount;
  claim.total = params.total;
  claim.voucher = params.sequence;
  claim.sequence = sequence(event);
  claim.timestamp = event.block.timestamp;
  claim.blockNumber = event.block.number;
  claim.transactionHash = event.transaction.hash;
  claim.save();

  const row = begin(event, Domain.REWARDS, "TAPS_CLAIMED", account.id);
  row.identity = identity;
  if (!params.submitter.equals(params.account)) row.counterparty = claim.submitter;
  row.amount = params.amount;
  finish(row);
}

export function handleVouchersRevoked(event: VouchersRevoked): void {
  const account = touchAccount(event.params.account, event);
  const identity = account.identity;
  if (identity === null) return;
  const tally = loadTally(event.params.identity, identity);
  tally.voucher = event.params.sequence;
  tally.updatedAt = event.block.timestamp;
  tally.save();

  const row = begin(event, Domain.REWARDS, "TAP_VOUCHERS_REVOKED", account.id);
  row.identity = identity;
  row.amount = event.params.sequence;
  finish(row);
}

export function handleTapOracleSet(event: TapOracleSet): void {
  const program = loadProgram(event.address);
  program.oracle = event.params.oracle;
  saveProgram(program, event);
  finish(begin(event, Domain.REWARDS, "TAP_ORACLE_SET", touchAccount(event.params.oracle, event).id));
}

export function handleTapDailyCapSet(event: TapDailyCapSet): void {
  const program = loadProgram(event.address);
  program.dailyCap = event.params.cap;
  saveProgram(program, event);

  const row = begin(event, Domain.REWARDS, "TAP_DAILY_CAP_SET", touchAccount(event.address, event).id);
  row.amount = event.params.cap;
  finish(row);
}

export function handleTapPauseSet(event: PauseSet): void {
  const program = loadProgram(event.address);
  program.pausedUntil = event.params.until;
  saveProgram(program, event);
  recordPause(event, event.params.until);
}
