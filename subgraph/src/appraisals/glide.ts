import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { AppraisedAsset } from "../../generated/schema";

const ZERO = BigInt.zero();
const BPS = BigInt.fromI32(10_000);
const DAY = BigInt.fromI32(86_400);

export function loadAppraised(asset: Bytes, oracle: Bytes): AppraisedAsset {
  const known = AppraisedAsset.load(asset);
  if (known != null) return known;
  const appraised = new AppraisedAsset(asset);
  appraised.asset = asset;
  appraised.oracle = oracle;
  appraised.dailyBps = 0;
  appraised.borrowMaxAge = ZERO;
  appraised.from = ZERO;
  appraised.target = ZERO;
  appraised.since = ZERO;
  appraised.appraisedAt = ZERO;
  appraised.appraisalCount = 0;
  return appraised;
}

/** Where the price stands on its way to the last appraisal, to the unit as the oracle reckons it. */
export function glideAt(appraised: AppraisedAsset, time: BigInt): BigInt {
  const daily = BigInt.fromI32(appraised.dailyBps);
  const way = appraised.from.times(daily).times(time.minus(appraised.since));
  if (appraised.target.lt(appraised.from)) {
    const fallen = appraised.from.minus(way.div(BPS.times(DAY)));
    return fallen.gt(appraised.target) ? fallen : appraised.target;
  }
  const risen = appraised.from.plus(way.div(BPS.plus(daily).times(DAY)));
  return risen.lt(appraised.target) ? risen : appraised.target;
}
