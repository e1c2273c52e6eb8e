import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import {
  RedemptionClosed,
  RedemptionOpened,
  MoneyListed as RedemptionMoneyListed,
  SharesRedeemed,
} from "../generated/AssetRedemption/AssetRedemption";
import {
  IncomeClaimed,
  MoneyListed as IncomeMoneyListed,
  IncomePaid,
  IncomeReturned,
  RootActivated,
  RootProposed,
  RootVetoed,
} from "../generated/IncomeDistributor/IncomeDistributor";
import {
  Asset,
  IncomeClaim,
  IncomePayment,
  Redemption,
  ShareRedemption,
  Transaction,
} from "../generated/schema";
import { explainMove, tell } from "./assets/move";
import { addFlow, newPayment, savePayment } from "./income/payment";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { eventId, sequence } from "./shared/ids";
import { listMoney } from "./shared/money";
import { loadProtocol, saveProtocol } from "./shared/protocol";
import { closeProposal, newProposal } from "./shared/roots";

const ZERO = BigInt.zero();

export function handleIncomePaid(event: IncomePaid): void {
  const params = event.params;
  const asset = Asset.load(params.asset);
  if (asset == null) return;
  const payment = newPayment(params.paymentId, asset, touchAccount(params.issuer, event).id, event);
  payment.money = params.money;
  payment.amount = params.amount;
  payment.recordBlock = params.recordBlock;
  payment.expiry = params.expiry;
  savePayment(payment, event);
  addFlow(asset.id, params.money, params.amount, ZERO, ZERO, ZERO);

  asset.incomePaymentCount += 1;
  asset.updatedAt = event.block.timestamp;
  asset.save();
  const protocol = loadProtocol();
  protocol.incomePaymentCount += 1;
  saveProtocol(protocol, event);

  const row = rowOf(event, "INCOME_PAID", payment, payment.issuer);
  row.moneyAmount = params.amount;
  finish(row);
}

export function handleRootProposed(event: RootProposed): void {
  const params = event.params;
  const payment = IncomePayment.load(params.subject);
  if (payment == null) return;
  const proposal = newProposal(event, params.subject, params.root, params.total, params.readyAt, params.uri);
  proposal.incomePayment = payment.id;
  proposal.save();

  payment.proposal = proposal.id;
  payment.state = "PROPOSED";
  savePayment(payment, event);
  // The first proposal comes with the payment, and the payment was told before.
  if (payment.transactionHash.equals(event.transaction.hash)) return;
  finish(rowOf(event, "INCOME_ROOT_PROPOSED", payment, payment.issuer));
}

export function handleRootActivated(event: RootActivated): void {
  const payment = IncomePayment.load(event.params.subject);
  if (payment == null) return;
  closeProposal(payment.proposal, "ACTIVE", event);
  payment.state = "ACTIVE";
  payment.root = event.params.root;
  payment.total = event.params.total;
  payment.activatedAt = event.block.timestamp;
  savePayment(payment, event);
  finish(rowOf(event, "INCOME_ROOT_ACTIVATED", payment, payment.issuer));
}

export function handleRootVetoed(event: RootVetoed): void {
  const payment = IncomePayment.load(event.params.subject);
  if (payment == null) return;
  closeProposal(payment.proposal, "VETOED", event);
  // A veto may come after the money was returned: then it changes nothing any more.
  if (payment.state == "PROPOSED") payment.state = "VETOED";
  savePayment(payment, event);
  finish(rowOf(event, "INCOME_ROOT_VETOED", payment, payment.issuer));
}

export function handleIncomeClaimed(event: IncomeClaimed): void {
  const params = event.params;
  const payment = IncomePayment.load(params.paymentId);
  if (payment == null) return;
  payment.claimed = payment.claimed.plus(params.amount);
  payment.claimCount += 1;
  savePayment(payment, event);
  addFlow(payment.asset, payment.money, ZERO, params.amount, ZERO, ZERO);

  const claim = new IncomeClaim(eventId(event));
  claim.payment = payment.id;
  claim.index = params.index;
  claim.asset = payment.asset;
  claim.account = touchAccount(params.account, event).id;
  claim.recipient = touchAccount(params.recipient, event).id;
  claim.amount = params.amount;
  claim.money = payment.money;
  claim.sequence = sequence(event);
  claim.timestamp = event.block.timestamp;
  claim.transactionHash = event.transaction.hash;
  claim.save();

  const row = rowOf(event, "INCOME_CLAIMED", payment, claim.account);
  if (!params.recipient.equals(params.account)) row.counterparty = claim.recipient;
  row.moneyAmount = params.amount;
  finish(row);
}

export function handleIncomeReturned(event: IncomeReturned): void {
  const params = event.params;
  const payment = IncomePayment.load(params.paymentId);
  if (payment == null) return;
  payment.state = "CLOSED";
  payment.returned = params.amount;
  payment.closedAt = event.block.timestamp;
  savePayment(payment, event);
  addFlow(payment.asset, payment.money, ZERO, ZERO, params.amount, ZERO);

  const row = rowOf(event, "INCOME_RETURNED", payment, touchAccount(params.issuer, event).id);
  row.moneyAmount = params.amount;
  finish(row);
}

export function handleIncomeMoneyListed(event: IncomeMoneyListed): void {
  listMoney(event, Domain.ASSETS, "INCOME", event.params.money, event.params.listed);
}

function rowOf(event: ethereum.Event, kind: string, payment: IncomePayment, account: Bytes): Transaction {
  const row = begin(event, Domain.ASSETS, kind, account);
  row.asset = payment.asset;
  row.money = payment.money;
  row.incomePayment = payment.id;
  return row;
}

export function handleRedemptionOpened(event: RedemptionOpened): void {
  const params = event.params;
  const asset = Asset.load(params.asset);
  if (asset == null) return;
  const redemption = new Redemption(asset.id);
  redemption.asset = asset.id;
  redemption.issuer = touchAccount(params.issuer, event).id;
  redemption.money = params.money;
  redemption.amount = params.amount;
  redemption.supply = params.supply;
  redemption.redeemed = ZERO;
  redemption.paid = ZERO;
  redemption.leftover = ZERO;
  redemption.closed = false;
  redemption.redemptionCount = 0;
  redemption.createdAt = event.block.timestamp;
  redemption.transactionHash = event.transaction.hash;
  redemption.updatedAt = event.block.timestamp;
  redemption.save();

  asset.redemption = redemption.id;
  asset.updatedAt = event.block.timestamp;
  asset.save();

  const row = begin(event, Domain.ASSETS, "REDEMPTION_OPENED", redemption.issuer);
  row.asset = asset.id;
  row.money = params.money;
  row.moneyAmount = params.amount;
  finish(row);
}

export function handleSharesRedeemed(event: SharesRedeemed): void {
  const params = event.params;
  const redemption = Redemption.load(params.asset);
  if (redemption == null) return;
  redemption.redeemed = redemption.redeemed.plus(params.shares);
  redemption.paid = redemption.paid.plus(params.amount);
  redemption.redemptionCount += 1;
  redemption.updatedAt = event.block.timestamp;
  redemption.save();
  addFlow(redemption.asset, redemption.money, ZERO, ZERO, ZERO, params.amount);

  const redeemed = new ShareRedemption(eventId(event));
  redeemed.redemption = redemption.id;
  redeemed.asset = redemption.asset;
  redeemed.account = touchAccount(params.account, event).id;
  redeemed.shares = params.shares;
  redeemed.amount = params.amount;
  redeemed.money = redemption.money;
  redeemed.sequence = sequence(event);
  redeemed.timestamp = event.block.timestamp;
  redeemed.transactionHash = event.transaction.hash;
  redeemed.save();

  const row = explainMove(event, redemption.asset, "REDEMPTION", "SHARES_REDEEMED", redeemed.account);
  row.amount = params.shares;
  row.money = redemption.money;
  row.moneyAmount = params.amount;
  tell(row, event);
}

export function handleRedemptionClosed(event: RedemptionClosed): void {
  const params = event.params;
  const redemption = Redemption.load(params.asset);
  if (redemption == null) return;
  redemption.closed = true;
  redemption.leftover = params.leftover;
  redemption.closedAt = event.block.timestamp;
  redemption.updatedAt = event.block.timestamp;
  redemption.save();

  const row = begin(event, Domain.ASSETS, "REDEMPTION_CLOSED", touchAccount(params.issuer, event).id);
  row.asset = redemption.asset;
  row.money = redemption.money;
  row.moneyAmount = params.leftover;
  finish(row);
}

export function handleRedemptionMoneyListed(event: RedemptionMoneyListed): void {
  listMoney(event, Domain.ASSETS, "REDEMPTION", event.params.money, event.params.listed);
}
