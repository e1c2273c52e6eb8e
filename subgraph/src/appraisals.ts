import { BigInt } from "@graphprotocol/graph-ts";
import { Appraised, AppraisalTermsSet } from "../generated/AppraisalOracle/AppraisalOracle";
import { Appraisal, AppraisalPoint, AppraisedAsset } from "../generated/schema";
import { glideAt, loadAppraised } from "./appraisals/glide";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { eventId, sequence } from "./shared/ids";
import { loadProtocol, saveProtocol } from "./shared/protocol";

/** What glided so far glided by the old terms, as in the oracle; the appraisal itself gets no younger. */
export function handleAppraisalTermsSet(event: AppraisalTermsSet): void {
  const terms = event.params.terms;
  if (AppraisedAsset.load(event.params.asset) == null) {
    const protocol = loadProtocol();
    protocol.appraisedAssetCount += 1;
    saveProtocol(protocol, event);
  }
  const appraised = loadAppraised(event.params.asset, event.address);
  if (!appraised.appraisedAt.isZero()) {
    appraised.from = glideAt(appraised, event.block.timestamp);
    appraised.since = event.block.timestamp;
  }
  appraised.dailyBps = terms.dailyBps;
  appraised.borrowMaxAge = terms.borrowMaxAge;
  appraised.updatedAt = event.block.timestamp;
  appraised.save();

  const row = begin(event, Domain.LOANS, "APPRAISAL_TERMS_SET", touchAccount(event.address, event).id);
  row.asset = appraised.asset;
  row.amount = BigInt.fromI32(terms.dailyBps);
  finish(row);
}

export function handleAppraised(event: Appraised): void {
  const params = event.params;
  const appraiser = touchAccount(params.appraiser, event).id;
  const appraised = loadAppraised(params.asset, event.address);
  appraised.from = params.from;
  appraised.target = params.value;
  appraised.since = event.block.timestamp;
  appraised.appraisedAt = event.block.timestamp;
  appraised.appraiser = appraiser;
  appraised.appraisalCount += 1;
  appraised.updatedAt = event.block.timestamp;
  appraised.save();

  const appraisal = new Appraisal(eventId(event));
  appraisal.appraised = appraised.id;
  appraisal.asset = appraised.asset;
  appraisal.appraiser = appraiser;
  appraisal.value = params.value;
  appraisal.from = params.from;
  appraisal.sequence = sequence(event);
  appraisal.timestamp = event.block.timestamp;
  appraisal.blockNumber = event.block.number;
  appraisal.transactionHash = event.transaction.hash;
  appraisal.save();

  const point = new AppraisalPoint(0);
  point.timestamp = 0;
  point.appraised = appraised.id;
  point.value = params.value;
  point.price = params.from;
  point.save();

  const row = begin(event, Domain.LOANS, "ASSET_APPRAISED", appraiser);
  row.asset = appraised.asset;
  row.amount = params.value;
  finish(row);
}
