// Somebody locks QTI in a position of the pool, looks at what it earns, and leaves early. Run it with QTI_RPC_URL set to a local chain.
import {
  claimRewardsSync,
  dripSync,
  getLocks,
  getStakingPosition,
  previewEarlyExit,
  requirements,
  stakeSync,
  withdrawPositionSync,
} from "@qti/sdk";
import { decodeError } from "@qti/sdk/errors";
import { formatEther, parseEther } from "viem";
import { pass, walletOf } from "./people.ts";

const staker = walletOf(13);
const owner = staker.account.address;
const amount = parseEther("100");

try {
  await dripSync(staker); // QTI from the faucet of the local chain

  // The second lock: 90 days, one and a half times the weight, 20 % at the very start for who leaves.
  const lock = 2;
  const { multiplierBps, penaltyBps } = (await getLocks(staker))[lock] ?? {};
  console.log("multiplier and penalty in 1/10,000:", multiplierBps, penaltyBps);

  // One signature in place of an approval.
  const [missing] = await requirements(staker, { action: "stake", amount, owner });
  const permit =
    missing?.type === "permit" ? missing.apply(await staker.signTypedData(missing.typedData)) : {};
  const { event } = await stakeSync(staker, { amount, lock, ...permit });
  const { positionId } = event.args;

  await pass(45 * 86_400);
  const position = await getStakingPosition(staker, { positionId });
  console.log("it earned something:", (position?.earned ?? 0n) > 0n);
  await claimRewardsSync(staker, { positionId });

  // Half of the time is left, and so half of the penalty; it falls with every second until the transaction is mined.
  const { penalty } = await previewEarlyExit(staker, { positionId, amount });
  const { event: left } = await withdrawPositionSync(staker, { positionId, amount });
  console.log("penalty, rounded:", Number(formatEther(penalty)).toFixed(2));
  console.log("no more than was said:", left.args.penalty <= penalty);
} catch (error) {
  const { shortMessage, next } = decodeError(error);
  console.error(shortMessage, next);
}
