import { BigInt } from "@graphprotocol/graph-ts";
import { VouchEntry, VouchInvite } from "../generated/schema";
import { VouchBurnt, VouchEnded, Vouched, VoucherInvited, VouchUnlocked } from "../generated/Vouching/Vouching";
import { saveLine } from "./credit/line";
import { identityNumbered } from "./identity/identity";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { changeVouch, joinLine, lineOf, pairKey, tellVouch } from "./vouching/vouch";

const ZERO = BigInt.zero();

export function handleVoucherInvited(event: VoucherInvited): void {
  const params = event.params;
  const line = lineOf(params.identity, event);
  const voucher = identityNumbered(params.voucher);
  const borrower = identityNumbered(params.identity);
  if (line == null || voucher == null || borrower == null) return;
  saveLine(line, event);
  const invite = new VouchInvite(pairKey(params.identity, params.voucher));
  invite.line = line.id;
  invite.voucher = voucher.id;
  invite.invited = params.invited;
  invite.updatedAt = event.block.timestamp;
  invite.save();

  const kind = params.invited ? "VOUCHER_INVITED" : "VOUCHER_DISINVITED";
  const row = begin(event, Domain.LOANS, kind, borrower.firstAccount);
  row.counterparty = voucher.firstAccount;
  row.identity = borrower.id;
  finish(row);
}

/** Comes before the shares move, and before the line's limit rises. */
export function handleVouched(event: Vouched): void {
  const params = event.params;
  const line = lineOf(params.identity, event);
  if (line == null) return;
  const vouch = joinLine(line, params.voucher, params.owner, event);
  if (vouch == null) return;
  tellVouch(event, "LINE_VOUCHED", line, changeVouch(event, "VOUCHED", line, vouch, params.shares, params.limit));
}

export function handleVouchEnded(event: VouchEnded): void {
  const line = lineOf(event.params.identity, event);
  const vouch = VouchEntry.load(pairKey(event.params.identity, event.params.voucher));
  if (line == null || vouch == null) return;
  tellVouch(event, "VOUCH_ENDED", line, changeVouch(event, "ENDED", line, vouch, vouch.shares, ZERO));
}

export function handleVouchUnlocked(event: VouchUnlocked): void {
  const line = lineOf(event.params.identity, event);
  const vouch = VouchEntry.load(pairKey(event.params.identity, event.params.voucher));
  if (line == null || vouch == null) return;
  line.voucherCount -= 1;
  tellVouch(event, "VOUCH_UNLOCKED", line, changeVouch(event, "UNLOCKED", line, vouch, ZERO, ZERO));
}

export function handleVouchBurnt(event: VouchBurnt): void {
  const params = event.params;
  const line = lineOf(params.identity, event);
  const vouch = VouchEntry.load(pairKey(params.identity, params.voucher));
  if (line == null || vouch == null) return;
  tellVouch(event, "VOUCH_BURNT", line, changeVouch(event, "BURNT", line, vouch, params.shares, ZERO));
}
